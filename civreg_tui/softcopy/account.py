"""The account of a worksheet's cells: each one was used, or is listed with the reason why not."""

from __future__ import annotations

from collections.abc import Iterable

from civreg_tui.softcopy.files.grid import Grid, is_blank

DIPAKAI = ""
"""The mark of a cell that was used (heading, label or figure)."""

DI_LUAR = "di luar tabel"


_Deret = tuple[int, int, str]
"""First and last column of a stretch of cells, and its reason."""


class Pertanggungan:
    """Marks cells with reasons; the first mark of a cell stands."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.marks: list[list[str | None]] = [[None] * len(row) for row in grid.rows]

    def mark(self, rows: Iterable[int], columns: Iterable[int], reason: str) -> None:
        """Give a reason to the cells of some rows and columns that have none yet."""
        columns = sorted(columns)
        whole = columns == list(range(columns[0], columns[-1] + 1)) if columns else False
        for row in rows:
            marks = self.marks[row]
            width = len(marks)
            if whole and marks.count(None) == width:
                end = min(columns[-1] + 1, width)
                marks[columns[0] : end] = [reason] * max(0, end - columns[0])
                continue
            for column in columns:
                if column >= width:
                    break
                if marks[column] is None:
                    marks[column] = reason

    def ignored(self) -> tuple[tuple[str, str], ...]:
        """The cells that were not used, as (range, reason), from top to bottom."""
        found: list[tuple[int, int, int, int, str]] = []
        open_runs: dict[_Deret, int] = {}
        for row in range(len(self.marks)):
            still = {run: open_runs.pop(run, row) for run in self._runs(row)}
            found += _closed(open_runs, row - 1)
            open_runs = still
        found += _closed(open_runs, len(self.marks) - 1)
        return tuple((self._range(*box), reason) for *box, reason in sorted(found))

    def _range(self, top: int, left: int, bottom: int, right: int) -> str:
        first, last = self.grid.place(top, left), self.grid.place(bottom, right)
        return first if first == last else f"{first}:{last}"

    def _runs(self, row: int) -> Iterable[_Deret]:
        """The stretches of filled cells of a row that share a reason."""
        start, reason = 0, DIPAKAI
        values = self.grid.rows[row]
        for column, mark in enumerate(self.marks[row]):
            now = DIPAKAI if is_blank(values[column]) else (DI_LUAR if mark is None else mark)
            if now != reason:
                if reason:
                    yield start, column - 1, reason
                start, reason = column, now
        if reason:
            yield start, len(self.marks[row]) - 1, reason


def _closed(runs: dict[_Deret, int], bottom: int) -> list[tuple[int, int, int, int, str]]:
    return [(top, left, bottom, right, why) for (left, right, why), top in runs.items()]
