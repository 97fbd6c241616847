"""Which rows around the one that names the regions' column belong to a table's heading."""

from __future__ import annotations

from collections.abc import Iterable

from civreg_tui.softcopy.files.grid import Grid, is_blank
from civreg_tui.softcopy.recognition.figures import count_cell
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.words import Kata, words

TINGKAT = 3
"""Heading rows looked for above and below the row that names the regions' column."""

_LONGEST = 14
"""Words; a longer text is a title or a note."""

Rentang = tuple[int, int]
"""First and last column of a block."""


def heading_rows(grid: Grid, row: int, span: Rentang, name: int, kamus: Kamus) -> tuple[int, int]:
    """The first and the last row of the heading around ``row``."""
    top, bottom = row, _merged_bottom(grid, row, name)
    while bottom < row + TINGKAT and _continues(grid, bottom + 1, span, name, kamus):
        bottom += 1
    while top > row - TINGKAT and _opens(grid, top - 1, span, name, kamus):
        top -= 1
    return top, bottom


def _merged_bottom(grid: Grid, row: int, column: int) -> int:
    for top, left, bottom, right in grid.gabungan:
        if top <= row <= bottom and left <= column <= right:
            return min(bottom, row + TINGKAT)
    return row


def _texts(grid: Grid, row: int, columns: Iterable[int]) -> list[Kata] | None:
    """The words of a row's cells; None when the row holds a figure (so is no heading)."""
    found: list[Kata] = []
    for column in columns:
        value = grid.at(row, column)
        if is_blank(value):
            continue
        if not isinstance(value, str) or count_cell(value, "", frozenset()).angka is not None:
            return None
        found.append(words(value))
    return found


def _meaningful(text: Kata, kamus: Kamus) -> bool:
    meanings = (kamus.ukuran, kamus.seks, kamus.dasar, kamus.dokumen)
    return len(text) <= _LONGEST and any(meaning.find(text) for meaning in meanings)


def _continues(grid: Grid, row: int, span: Rentang, name: int, kamus: Kamus) -> bool:
    """Whether the row below still belongs to the heading: no label, no figure, known words."""
    if any(not is_blank(grid.at(row, c)) for c in range(span[0], name + 1)):
        return False
    texts = _texts(grid, row, range(name + 1, span[1] + 1))
    return bool(texts) and any(_meaningful(text, kamus) for text in texts or ())


def _opens(grid: Grid, row: int, span: Rentang, name: int, kamus: Kamus) -> bool:
    """Whether the row above is an outer level of the heading, not the table's title."""
    if row < 0 or any(not is_blank(grid.at(row, c)) for c in range(span[0], name + 1)):
        return False
    texts = _texts(grid, row, range(name + 1, span[1] + 1))
    if not texts or any(kamus.judul & set(text) for text in texts):
        return False
    if len(texts) == 1 and not kamus.ukuran.find(texts[0]):
        return _spans_some(grid, row, name, span)
    return any(_meaningful(text, kamus) for text in texts)


def _spans_some(grid: Grid, row: int, name: int, span: Rentang) -> bool:
    """Whether the row's only cell is merged over columns of figures, and only over these."""
    return any(
        top <= row <= bottom and name < left < right <= span[1]
        for top, left, bottom, right in grid.gabungan
    )
