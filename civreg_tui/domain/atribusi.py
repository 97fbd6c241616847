"""Why the province's coverage changed: each region's share, by numerator and by denominator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from civreg_tui.domain.pembulatan import bulatkan_serempak

Pecahan = tuple[int | None, int | None]
"""Numerator and denominator of a region's coverage; None = not given."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A region's part of the province's change, in percentage points, exact.

    ``baru`` and ``hilang`` say that the region counts in only one of the two months.
    """

    wilayah: str
    pembilang: Fraction
    penyebut: Fraction
    baru: bool = False
    hilang: bool = False

    @property
    def jumlah(self) -> Fraction:
        """Both parts together."""
        return self.pembilang + self.penyebut


@dataclass(frozen=True, slots=True)
class Atribusi:
    """The province's percent then and now, and the parts that add up to the difference."""

    dulu: Fraction
    kini: Fraction
    bagian: tuple[Bagian, ...]

    @property
    def perubahan(self) -> Fraction:
        """The change in percentage points."""
        return self.kini - self.dulu


def uraikan(dulu: Mapping[str, Pecahan], kini: Mapping[str, Pecahan]) -> Atribusi | None:
    """Split the change of Σ numerator ÷ Σ denominator exactly; None without both percents.

    With M, W the province's sums and ΔM, ΔW a region's changes, its parts are
    ΔM·(1/W₀ + 1/W₁)/2 and -ΔW·(M₀ + M₁)/(2·W₀·W₁): the mean over both orders of changing
    first the one and then the other, so nothing is left over.
    """
    before, after = _whole(dulu), _whole(kini)
    (owned_then, due_then), (owned_now, due_now) = _sums(before), _sums(after)
    if due_then <= 0 or due_now <= 0:
        return None
    per_owner = 50 * (Fraction(1, due_then) + Fraction(1, due_now))
    per_due = Fraction(-50 * (owned_then + owned_now), due_then * due_now)
    parts = tuple(
        _part(kode, before.get(kode), after.get(kode), per_owner, per_due)
        for kode in {**kini, **dulu}
        if kode in before or kode in after
    )
    then, now = Fraction(100 * owned_then, due_then), Fraction(100 * owned_now, due_now)
    return Atribusi(then, now, parts)


def _whole(pairs: Mapping[str, Pecahan]) -> dict[str, tuple[int, int]]:
    """The regions with both figures: only they count in the province's percent."""
    return {
        kode: (part, whole)
        for kode, (part, whole) in pairs.items()
        if part is not None and whole is not None
    }


def _sums(pairs: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(part for part, _ in pairs.values()), sum(whole for _, whole in pairs.values())


def _part(
    kode: str,
    before: tuple[int, int] | None,
    after: tuple[int, int] | None,
    per_owner: Fraction,
    per_due: Fraction,
) -> Bagian:
    (owned_then, due_then), (owned_now, due_now) = before or (0, 0), after or (0, 0)
    return Bagian(
        kode,
        (owned_now - owned_then) * per_owner,
        (due_now - due_then) * per_due,
        baru=before is None,
        hilang=after is None,
    )


def terbilang(atribusi: Atribusi, per_poin: int = 1000) -> dict[str, tuple[int, int]]:
    """Each region's two parts in whole units (``per_poin`` to a point) that add up as shown."""
    parts = [value for b in atribusi.bagian for value in (b.pembilang, b.penyebut)]
    units = bulatkan_serempak([part * per_poin for part in parts])
    codes = [b.wilayah for b in atribusi.bagian]
    return {kode: (units[2 * i], units[2 * i + 1]) for i, kode in enumerate(codes)}
