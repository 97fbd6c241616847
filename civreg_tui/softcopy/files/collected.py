"""The worksheets of one file as they are read row by row, one after another."""

from __future__ import annotations

from civreg_tui.softcopy.files.extent import Jatah, check_extent
from civreg_tui.softcopy.files.grid import Grid, Nilai, Petak
from civreg_tui.softcopy.files.workbook import TERSEMBUNYI


class Collected:
    """The grids finished so far and the one that is open: its title, rows and merged cells.

    ``budget`` bounds all cells of the file together.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.grids: list[Grid] = []
        self.budget = Jatah(name)
        self.begin("")

    def begin(self, title: str, *, hidden: bool = False) -> None:
        """Open a worksheet in place of the last one."""
        self.title, self.hidden = title, hidden
        self.rows: list[list[Nilai]] = []
        self.merged: list[Petak] = []

    def merge(self, top: int, left: int, high: int, wide: int) -> None:
        """Note that a cell reaches over several rows or columns; one place is no merge."""
        if high * wide > 1:
            self.merged.append((top, left, top + high - 1, left + wide - 1))

    def finish(self) -> None:
        """Close the open worksheet; of a hidden one only the name is kept."""
        check_extent(len(self.rows), max((len(r) for r in self.rows), default=0), self.name)
        if self.hidden:
            self.grids.append(Grid(self.title, dilewati=TERSEMBUNYI))
        else:
            self.grids.append(Grid(self.title, self.rows, tuple(self.merged)))
        self.begin("")
