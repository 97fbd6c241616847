"""Rows of figures without a name: a total that nobody named, or a kabupaten/kota that lost it."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.wilayah import Penetapan
from civreg_tui.softcopy.files.grid import Grid
from civreg_tui.softcopy.recognition.figures import count_cell
from civreg_tui.softcopy.recognition.header import Blok
from civreg_tui.softcopy.recognition.rows import Baris

_NOTHING: frozenset[str] = frozenset()


def settle_loose(grid: Grid, block: Blok, rows: Sequence[Baris]) -> tuple[Baris, ...]:
    """The rows, in which nameless figures between the regions are a region's (R03).

    Below the last region, or where they add up what stands above, they are a total.
    """
    last = max((row.row for row in rows if row.macam == "wilayah"), default=-1)
    settled: list[Baris] = []
    above: list[int] = []
    for row in rows:
        nameless = row.macam == "lepas" and row.row < last
        if nameless and not _adds_up(grid, block, row.row, above):
            settled.append(row._replace(macam="wilayah", penetapan=Penetapan(None, "R03")))
        else:
            settled.append(row)
        if settled[-1].macam == "wilayah":
            above.append(row.row)
        elif row.macam in {"jumlah", "lepas"}:
            above.clear()
    return tuple(settled)


def _adds_up(grid: Grid, block: Blok, row: int, above: Sequence[int]) -> bool:
    """Whether every figure of a row is the sum of those above it."""
    sums = [(_count(grid, row, c), [_count(grid, r, c) for r in above])
            for c in block.columns("hitung")]  # fmt: skip
    known = [(total, parts) for total, parts in sums if total is not None]
    return bool(known) and all(total == sum(p or 0 for p in parts) for total, parts in known)


def _count(grid: Grid, row: int, column: int) -> int | None:
    return count_cell(grid.at(row, column), "", _NOTHING).angka
