"""A worksheet whose names stand behind the figures, with the column of names put first."""

from __future__ import annotations

from collections import Counter

from civreg_tui.softcopy.files.grid import Grid, Petak
from civreg_tui.softcopy.recognition.konteks import Konteks

_FIRST_ROWS, _FIRST_COLUMNS = 1_000, 60
"""Where the names are looked for."""

_ENOUGH = 3
"""Regions below each other that make a column the one of names."""


def names_first(grid: Grid, konteks: Konteks) -> Grid | None:
    """The sheet with its column of names in front, addresses as in the file; None without one."""
    column = names_column(grid, 0, _FIRST_ROWS, konteks)
    if not column:
        return None
    order = (column, *(c for c in range(grid.lebar) if c != column))
    rows = [[grid.at(row, c) for c in order] for row in range(len(grid.rows))]
    boxes = tuple(moved for box in grid.gabungan if (moved := _moved(box, column)))
    return Grid(grid.nama, rows, boxes, teks=grid.teks, urutan=order)


def names_column(grid: Grid, first: int, end: int, konteks: Konteks) -> int | None:
    """The column with most regions' names in some rows; None when fewer than three stand there."""
    names: Counter[int] = Counter()
    for values in grid.rows[first:end]:
        for column, value in enumerate(values[:_FIRST_COLUMNS]):
            if isinstance(value, str) and len(value) < 60 and konteks.labels.is_region(value):
                names[column] += 1
    column, count = max(names.items(), key=lambda hit: hit[1], default=(0, 0))
    return column if count >= _ENOUGH else None


def _moved(box: Petak, column: int) -> Petak | None:
    """A merged box in its new place; one across the moved column holds a title, not a heading."""
    top, left, bottom, right = box
    if left == right == column:
        return top, 0, bottom, 0
    if left <= column <= right:
        return None
    return (top, left + 1, bottom, right + 1) if right < column else box
