"""A worksheet with the kabupaten/kota side by side, turned so that each has a row of its own."""

from __future__ import annotations

from civreg_tui.softcopy.files.grid import Grid, Nilai, is_blank
from civreg_tui.softcopy.recognition.konteks import Konteks

_MOST_ROWS, _MOST_COLUMNS = 300, 1_000
"""A larger sheet has its regions below each other."""

_ENOUGH = 3
"""Regions in one row that make it the heading."""


def turned(grid: Grid, konteks: Konteks) -> Grid | None:
    """The sheet with rows and columns exchanged, from the row of names on; None without one."""
    if len(grid.rows) > _MOST_ROWS or grid.lebar > _MOST_COLUMNS:
        return None
    found = (row for row in range(len(grid.rows)) if _names(grid, row, konteks) >= _ENOUGH)
    first = next(found, None)
    if first is None:
        return None
    while first and sum(not is_blank(v) for v in grid.rows[first - 1]) >= _ENOUGH:
        first -= 1  # numbers and codes stand above the names
    lines = [line for row in range(first) if (line := grid.line(row))]
    rows: list[list[Nilai]] = [
        [None if row < first else grid.at(row, column) for row in range(len(grid.rows))]
        for column in range(grid.lebar)
    ]
    boxes = tuple((left, top, right, bottom) for top, left, bottom, right in grid.gabungan
                  if top >= first)  # fmt: skip
    return Grid(grid.nama, rows, boxes, putar=True, judul=lines)


def _names(grid: Grid, row: int, konteks: Konteks) -> int:
    texts = (v for v in grid.rows[row] if isinstance(v, str) and len(v) < 60 and not is_blank(v))
    return sum(konteks.labels.is_region(text) for text in texts)
