"""'Kurang berapa': certificates to a target, where they are cheapest, and when pace gets there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from civreg_tui.domain.cakupan import Pecahan, kekurangan, kelebihan
from civreg_tui.domain.pembulatan import bulatkan_serempak
from civreg_tui.domain.periode import Periode

Pasangan = tuple[int, int]
"""Owners and those due, of a region."""

BULAN_TERJAUH = 120
"""A month further away than this is no forecast any more."""


def lengkap(pecahan: Mapping[str, Pecahan]) -> dict[str, Pasangan]:
    """The regions whose coverage is known: both figures given, somebody due."""
    return {k: (m, w) for k, (m, w) in pecahan.items() if m is not None and w}


def kekurangan_provinsi(regions: Mapping[str, Pasangan], target: int) -> int:
    """Certificates the province lacks to ``target`` (hundredths of a percent); 0 when reached."""
    owned = sum(m for m, _ in regions.values())
    due = sum(w for _, w in regions.values())
    return kekurangan(owned, due, target) or 0


def kelebihan_provinsi(regions: Mapping[str, Pasangan], target: int) -> int:
    """Certificates the province has beyond ``target``; 0 when it is not reached."""
    owned = sum(m for m, _ in regions.values())
    due = sum(w for _, w in regions.values())
    return kelebihan(owned, due, target) or 0


def teringan(regions: Mapping[str, Pasangan], akta: int) -> dict[str, int]:
    """Where ``akta`` certificates are added with least effort; their sum is ``akta``.

    A certificate counts the same everywhere, and finding somebody without one is easiest where
    the share without is largest: the lowest coverages are raised to one common level.
    """
    lowest = sorted(regions, key=lambda kode: Fraction(*regions[kode]))
    chosen = _below_level(regions, lowest, akta)
    due = sum(regions[kode][1] for kode in chosen)
    if akta <= 0 or not due:
        return {}
    level = Fraction(akta + sum(regions[kode][0] for kode in chosen), due)
    shares = [level * regions[kode][1] - regions[kode][0] for kode in chosen]
    counts = dict(zip(chosen, bulatkan_serempak(shares), strict=True))
    return {kode: count for kode, count in counts.items() if count}


def _below_level(
    regions: Mapping[str, Pasangan], lowest: Sequence[str], akta: int
) -> Sequence[str]:
    """The regions that lie below the level which ``akta`` certificates reach."""
    owned = due = 0
    for place, kode in enumerate(lowest):
        part, whole = regions[kode]
        if place and Fraction(part * due, whole) - owned >= akta:
            return lowest[:place]
        owned, due = owned + part, due + whole
    return lowest


def tersedikit(regions: Mapping[str, Pasangan], akta: int) -> dict[str, int]:
    """The same number in the fewest places: those with the most residents without, first."""
    without = {kode: whole - part for kode, (part, whole) in regions.items() if whole > part}
    found: dict[str, int] = {}
    for kode in sorted(without, key=lambda kode: -without[kode]):
        if akta <= 0:
            break
        found[kode] = min(akta, without[kode])
        akta -= found[kode]
    return found


@dataclass(frozen=True, slots=True)
class TitikLaju:
    """The owners of one month and the DKB they were counted on."""

    periode: Periode
    memiliki: int | None
    acuan: str


def laju(points: Sequence[TitikLaju]) -> Fraction | None:
    """Certificates gained a month: the median over neighbouring months on one DKB; None = unknown.

    A change of DKB moves the figures without a certificate being issued, so it is left out.
    """
    gains = sorted(
        new.memiliki - old.memiliki
        for old, new in pairwise(points)
        if old.memiliki is not None
        and new.memiliki is not None
        and old.acuan == new.acuan
        and old.periode.shift(1) == new.periode
    )
    if not gains:
        return None
    half = len(gains) // 2
    if len(gains) % 2:
        return Fraction(gains[half])
    return Fraction(gains[half - 1] + gains[half], 2)


def tercapai_pada(akta: int, per_bulan: Fraction | None, dari: Periode) -> Periode | None:
    """The month in which ``akta`` more are there at this pace; None when not within ten years."""
    if akta <= 0:
        return dari
    if per_bulan is None or per_bulan <= 0:
        return None
    months = -(-akta * per_bulan.denominator // per_bulan.numerator)
    return dari.shift(months) if months <= BULAN_TERJAUH else None
