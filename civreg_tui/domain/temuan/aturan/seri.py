"""A region's own past: its series without explained months, and its median and MAD."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from civreg_tui.domain.lembar import Kolom, Lembar
from civreg_tui.domain.temuan.subjek import SubjekLembar


def tanpa_penjelasan(
    subjek: SubjekLembar, wilayah: str, months: Sequence[Lembar]
) -> Sequence[Lembar]:
    """The months that were not explained for the region."""
    if not subjek.dijelaskan:
        return months
    return [m for m in months if (str(m.periode), wilayah) not in subjek.dijelaskan]


def seri(subjek: SubjekLembar, wilayah: str, kolom: Kolom) -> list[int]:
    """The given figures of a cell in the months before last month, newest first."""
    months = tanpa_penjelasan(subjek, wilayah, subjek.riwayat)
    values = [month.nilai(wilayah, *kolom) for month in months]
    return [value for value in values if value is not None]


def perubahan(
    subjek: SubjekLembar, wilayah: str, comparable: Callable[[Lembar, Lembar], bool]
) -> list[int]:
    """Month-to-month changes of the owners in parts per million, between comparable months.

    Only neighbouring months count, so a gap or a change of DKB never looks like a habit.
    """
    months = (subjek.lalu, *subjek.riwayat) if subjek.lalu else subjek.riwayat
    counted = [
        (month, month.nilai(wilayah, "memiliki"))
        for month in tanpa_penjelasan(subjek, wilayah, months)
    ]
    return [
        (now - then) * 1_000_000 // then
        for (newer, now), (older, then) in pairwise(counted)
        if now is not None and then and _adjacent(newer, older) and comparable(newer, older)
    ]


def _adjacent(newer: Lembar, older: Lembar) -> bool:
    return older.periode.shift(1) == newer.periode


def sebaran(values: Sequence[int]) -> tuple[int, int]:
    """The median and the median absolute deviation, as whole numbers; ``values`` not empty."""
    median = _median(values)
    return median, _median([abs(value - median) for value in values])


def _median(values: Sequence[int]) -> int:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
