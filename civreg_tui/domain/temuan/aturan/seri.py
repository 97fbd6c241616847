"""A region's own past: its series without explained months, and its median and MAD."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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


Pasangan = tuple[Lembar, Lembar]
"""A month's sheet and the one of the month before."""


def pasangan_bulan(
    subjek: SubjekLembar, comparable: Callable[[Lembar, Lembar], bool]
) -> tuple[Pasangan, ...]:
    """The earlier neighbouring months that can be compared, newest first.

    A gap or a change of DKB never looks like a habit.
    """
    months = (subjek.lalu, *subjek.riwayat) if subjek.lalu else subjek.riwayat
    return tuple(
        (newer, older)
        for newer, older in pairwise(months)
        if older.periode.shift(1) == newer.periode and comparable(newer, older)
    )


def kenaikan(pasangan: Sequence[Pasangan]) -> tuple[Mapping[str, int], ...]:
    """The owners' changes of each pair by region, in parts per million."""
    return tuple(newer.kenaikan_dari(older) for newer, older in pasangan)


def perubahan(
    pasangan: Sequence[Pasangan],
    naik: Sequence[Mapping[str, int]],
    wilayah: str,
    dijelaskan: Collection[tuple[str, str]],
) -> list[int]:
    """A region's changes from month to month; explained months left out."""
    if not dijelaskan:
        return [rises[wilayah] for rises in naik if wilayah in rises]
    return [
        rises[wilayah]
        for pair, rises in zip(pasangan, naik, strict=True)
        if wilayah in rises and not any((str(m.periode), wilayah) in dijelaskan for m in pair)
    ]


def sebaran(values: Sequence[int]) -> tuple[int, int]:
    """The median and the median absolute deviation, as whole numbers; ``values`` not empty."""
    median = _median(values)
    return median, _median([abs(value - median) for value in values])


def _median(values: Sequence[int]) -> int:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
