"""The texts above a column, the outermost first, through merged and unmerged heading levels."""

from __future__ import annotations

from civreg_tui.softcopy.files.grid import Grid, Petak, is_blank
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.words import words


class Jenjang:
    """The heading rows of one block; its figures begin in column ``awal``."""

    def __init__(self, grid: Grid, atas: int, bawah: int, awal: int, kamus: Kamus) -> None:
        self.grid, self.atas, self.bawah, self.awal, self.kamus = grid, atas, bawah, awal, kamus
        self._boxes = [b for b in grid.gabungan if b[0] <= bawah and b[2] >= atas]

    def path(self, column: int) -> tuple[str, ...]:
        """A column's heading texts from top to bottom; repeats are dropped."""
        path: list[str] = []
        for row in range(self.atas, self.bawah + 1):
            text = self._text_over(row, column)
            if text and (not path or path[-1] != text):
                path.append(text)
        return tuple(path)

    def _text_over(self, row: int, column: int) -> str:
        merged = self._merged(row, column)
        if merged is not None:
            return self._text(merged[0], merged[1])
        own = self._text(row, column)
        if own or row == self.bawah or column < self.awal or not self._below(row, column):
            return own
        return self._group_text(row, column)

    def _group_text(self, row: int, column: int) -> str:
        """The unmerged group text a column belongs to.

        It stands anywhere over the group's run of L, P, JML; over wider groups, first of all.
        """
        over = [text for c in self._run(column) if (text := self._unmerged(row, c))]
        if len(over) == 1:
            return over[0]
        while column > self.awal and self._below(row, column):
            column -= 1
            if self._merged(row, column) is not None:
                return ""
            if text := self._text(row, column):
                return text if self._below(row, column) else ""
        return ""

    def _run(self, column: int) -> list[int]:
        """The columns around one whose lowest headings are of one kind and all different."""
        run: list[int] = []
        for c in range(self.awal, self.grid.lebar):
            label = self._lowest(c)
            if run and (
                not label
                or label in {self._lowest(other) for other in run}
                or self._is_sex(label) != self._is_sex(self._lowest(run[0]))
            ):
                if column in run:
                    break
                run = []
            run += [c] if label else []
        return run if column in run else [column]

    def _is_sex(self, label: str) -> bool:
        return self.kamus.seks.equals(words(label)) is not None

    def _lowest(self, column: int) -> str:
        return " ".join(self._text(self.bawah, column).upper().split())

    def _below(self, row: int, column: int) -> bool:
        return any(self._text(r, column) for r in range(row + 1, self.bawah + 1))

    def _text(self, row: int, column: int) -> str:
        value = self.grid.at(row, column)
        return "" if is_blank(value) else str(value)

    def _unmerged(self, row: int, column: int) -> str:
        return "" if self._merged(row, column) else self._text(row, column)

    def _merged(self, row: int, column: int) -> Petak | None:
        for box in self._boxes:
            if box[0] <= row <= box[2] and box[1] <= column <= box[3]:
                return box
        return None
