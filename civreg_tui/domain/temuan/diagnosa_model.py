"""What the diagnosis of a column is given, and what one explanation says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.temuan.salah_ketik import Cara
from civreg_tui.domain.wilayah import DaftarWilayah

Sebab = Cara | Literal["kosong", "atas", "bawah", "kolom", "silang", "geser", "bertukar", "baris"]

KEYAKINAN: dict[Sebab, int] = {
    "kosong": 95,
    "silang": 92,
    "tukar": 90,
    "bertukar": 89,
    "geser": 88,
    "atas": 85,
    "bawah": 84,
    "kolom": 83,
    "nol": 80,
    "ganda": 75,
    "tertinggal": 74,
    "digit": 60,
    "lebih": 45,
    "kurang": 40,
    "baris": 30,
}
"""How plausible each cause is on its own, 0–100; softcopy and last month move it up or down."""

_TEPAT = 10
"""Two figures fit each other when they differ by at most a tenth."""


@dataclass(frozen=True, slots=True)
class Diagnosa:
    """One explanation: the cells (regions) to look at, what stands there, what should."""

    sebab: Sebab
    wilayah: tuple[str, ...]
    kolom: Kolom
    ditulis: int | None
    seharusnya: int
    keyakinan: int
    kalimat: str


@dataclass(frozen=True)
class KolomDiperiksa:
    """A column as keyed (regions in the order of the sheet), its control total, and context.

    ``tetangga`` are the sheet's other columns, ``lalu`` last month's figures of this one,
    ``sumber`` the softcopy's.
    """

    kolom: Kolom
    nilai: Mapping[str, int | None]
    kendali: int
    daftar: DaftarWilayah
    tetangga: Mapping[Kolom, Mapping[str, int | None]] = field(default_factory=dict)
    lalu: Mapping[str, int | None] = field(default_factory=dict)
    sumber: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def selisih(self) -> int:
        """What the keyed figures exceed the control total by (negative: fall short)."""
        return sum(value or 0 for value in self.nilai.values()) - self.kendali

    @cached_property
    def patokan(self) -> Mapping[str, int]:
        """What every row is expected to hold, roughly; empty when nothing says so.

        The softcopy's figure; else last month's, or a neighbouring column that keeps step with
        this one, moved by as much as the control total has moved.
        """
        source = {k: v for k in self.nilai if (v := self.sumber.get(k))}
        if source and len(source) == len(self.nilai):
            return source
        if last := self._scaled(self.lalu):
            return last
        beside = (self._scaled(c) for kolom, c in self.tetangga.items() if kolom != self.kolom)
        return next((expected for expected in beside if self._keeps_step(expected)), {})

    def _scaled(self, column: Mapping[str, int | None]) -> dict[str, int]:
        then = {kode: column.get(kode) or 0 for kode in self.nilai}
        if not then or not all(then.values()):
            return {}
        total = sum(then.values())
        return {kode: max(1, figure * self.kendali // total) for kode, figure in then.items()}

    def _keeps_step(self, expected: Mapping[str, int]) -> bool:
        given = [(v, expected[k]) for k, v in self.nilai.items() if v is not None and expected]
        return bool(given) and 3 * sum(fits(*pair) for pair in given) >= 2 * len(self.nilai)


def away(value: int, expected: int) -> int:
    """How far a figure lies from the expected one, per mille, at most 1000."""
    return min(1000, abs(value - expected) * 1000 // expected)


def fits(value: int, expected: int) -> bool:
    """Whether a figure stands within a tenth of the expected one."""
    return abs(value - expected) * _TEPAT <= expected


def misfit(values: Sequence[int | None], expected: Sequence[int]) -> int:
    """How badly a column fits what is expected, per mille over all rows; empty cells count not."""
    pairs = zip(values, expected, strict=True)
    return sum(away(value, then) for value, then in pairs if value is not None)
