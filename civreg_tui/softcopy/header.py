"""Finding tables on a worksheet: by the words of their headings, else by the names below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from civreg_tui.softcopy.figures import count_cell
from civreg_tui.softcopy.grid import Grid, is_blank
from civreg_tui.softcopy.headings import Judul, read_heading
from civreg_tui.softcopy.kamus import Kamus
from civreg_tui.softcopy.paths import heading_path
from civreg_tui.softcopy.words import Kata, words

TINGKAT = 3
"""Heading rows looked for above and below the row that names the regions' column."""


@dataclass(frozen=True, slots=True)
class Blok:
    """One table's heading: its rows, its columns from ``kiri`` to ``kanan``, their meanings."""

    atas: int
    bawah: int
    kiri: int
    kanan: int
    nama: int
    judul: dict[int, Judul]
    pivot: bool = False

    def columns(self, isi: str) -> list[int]:
        """The columns of one kind of meaning, from left to right."""
        return [c for c, j in self.judul.items() if j.isi == isi]

    def label(self, peran: str) -> int | None:
        """The label column of a role, if the table has it."""
        return next((c for c, j in self.judul.items() if j.peran == peran), None)


def find_blocks(grid: Grid, kamus: Kamus, is_region: Callable[[str], bool]) -> list[Blok]:
    """All tables of a worksheet, from top to bottom and left to right."""
    blocks: list[Blok] = []
    for row in range(len(grid.rows)):
        if blocks and row <= blocks[-1].bawah:
            continue
        anchors = _anchors(grid, row, kamus)
        if anchors:
            blocks += _blocks_of_row(grid, row, anchors, kamus)
    return blocks or _by_names(grid, kamus, is_region)


def _anchors(grid: Grid, row: int, kamus: Kamus) -> list[int]:
    """Columns of a row whose text heads a column of regions (or of codes only)."""
    roles: dict[int, str | None] = {
        c: kamus.role(words(v)) for c, v in enumerate(grid.rows[row]) if isinstance(v, str)
    }
    named = [c for c, role in roles.items() if role == "nama"]
    return named or [c for c, role in roles.items() if role == "kode"]


def _blocks_of_row(grid: Grid, row: int, anchors: list[int], kamus: Kamus) -> list[Blok]:
    found: list[Blok] = []
    starts = [_start(grid, row, c, kamus) for c in anchors]
    for index, name in enumerate(anchors):
        end = starts[index + 1] - 1 if index + 1 < len(starts) else grid.lebar - 1
        block = _block(grid, row, (starts[index], end), name, kamus)
        if block is not None:
            found.append(block)
    return found


def _start(grid: Grid, row: int, name: int, kamus: Kamus) -> int:
    """The first of the label columns (NO, KODE) that stand right before the name column."""
    start = name
    while start > 0 and isinstance(text := grid.at(row, start - 1), str):
        if kamus.role(words(text)) not in {"no", "kode"}:
            break
        start -= 1
    return start


def _block(grid: Grid, row: int, span: tuple[int, int], name: int, kamus: Kamus) -> Blok | None:
    top, bottom = row, _merged_bottom(grid, row, name)
    while bottom < row + TINGKAT and _continues(grid, bottom + 1, span, name, kamus):
        bottom += 1
    while top > row - TINGKAT and _opens(grid, top - 1, span, name, kamus):
        top -= 1
    headings = {
        c: read_heading(path, kamus)
        for c in range(span[0], span[1] + 1)
        if (path := heading_path(grid, top, bottom, c))
    }
    if not any(j.isi in {"hitung", "persen"} for j in headings.values()):
        return None
    pivot = any(kamus.pivot.find(words(j.teks)) for j in headings.values())
    return Blok(top, bottom, span[0], span[1], name, headings, pivot)


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
    return bool(
        kamus.ukuran.find(text)
        or kamus.seks.find(text)
        or kamus.dasar.find(text)
        or kamus.dokumen.find(text)
    )


def _continues(grid: Grid, row: int, span: tuple[int, int], name: int, kamus: Kamus) -> bool:
    """Whether the row below still belongs to the heading."""
    if not is_blank(grid.at(row, name)):
        return False
    texts = _texts(grid, row, range(span[0], span[1] + 1))
    if not texts or not all(len(text) < 12 for text in texts):
        return False
    label = next(
        (words(v) for c in range(span[0], name) if isinstance(v := grid.at(row, c), str)), ()
    )
    return not label and any(_meaningful(text, kamus) for text in texts)


def _opens(grid: Grid, row: int, span: tuple[int, int], name: int, kamus: Kamus) -> bool:
    """Whether the row above is an outer level of the heading, not the table's title."""
    if row < 0 or any(not is_blank(grid.at(row, c)) for c in range(span[0], name + 1)):
        return False
    texts = _texts(grid, row, range(name + 1, span[1] + 1))
    if not texts or any(kamus.judul & set(text) for text in texts):
        return False
    if len(texts) == 1 and not kamus.ukuran.find(texts[0]):
        return _spans_some(grid, row, name, span)
    return any(_meaningful(text, kamus) for text in texts)


def _spans_some(grid: Grid, row: int, name: int, span: tuple[int, int]) -> bool:
    """Whether the row's only cell is merged over columns of figures, and only over these."""
    return any(
        top <= row <= bottom and left > name and right <= span[1] and right > left
        for top, left, bottom, right in grid.gabungan
    )


def _by_names(grid: Grid, kamus: Kamus, is_region: Callable[[str], bool]) -> list[Blok]:
    """A table whose name column has no usable heading: three region names below each other."""
    hits: dict[int, list[int]] = {}
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, str) and is_region(value):
                hits.setdefault(column, []).append(row)
    for column, rows in sorted(hits.items(), key=lambda hit: -len(hit[1])):
        if len(rows) < 3:
            break
        for row in range(rows[0] - 1, max(-1, rows[0] - 6), -1):
            block = _block(grid, row, (0, grid.lebar - 1), column, kamus)
            if block is not None and _has_heading(grid, row, column):
                return [block]
    return []


def _has_heading(grid: Grid, row: int, name: int) -> bool:
    return any(isinstance(v, str) and not is_blank(v) for v in grid.rows[row][name + 1 :])
