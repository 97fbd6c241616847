"""A worksheet as a grid of cells in their true places, and the A1 names of those places."""

from __future__ import annotations

from collections.abc import Sequence

Nilai = str | int | float | None
"""A cell as it stands: text, a number, or nothing. A broken formula is text: ``#REF!``."""

Petak = tuple[int, int, int, int]
"""A rectangle of cells: first row, first column, last row, last column, all from zero."""


PANJANG_TEKS = 300
"""Characters of a label or title line that are looked at; nothing readable is longer."""

LEBAR_BARIS = 300
"""Cells of a title line that are looked at."""


class Grid:
    """One worksheet; ``rows[0][0]`` is cell A1. ``dilewati`` says why it was not read, if so.

    ``teks`` is a delimited text, in which a comma too many moves the cells behind it. ``putar``:
    rows and columns were exchanged, addresses are still those of the file; ``judul`` are the
    title lines that stood above. ``urutan``: the file's columns in the order they have here.
    """

    __slots__ = ("dilewati", "gabungan", "judul", "lebar", "nama", "putar", "rows", "teks",
                 "urutan")  # fmt: skip

    def __init__(
        self,
        nama: str,
        rows: Sequence[Sequence[Nilai]] = (),
        gabungan: tuple[Petak, ...] = (),
        dilewati: str | None = None,
        *,
        teks: bool = False,
        putar: bool = False,
        judul: Sequence[str] = (),
        urutan: Sequence[int] = (),
    ) -> None:
        self.teks, self.putar, self.judul, self.urutan = teks, putar, judul, urutan
        self.nama, self.rows, self.gabungan, self.dilewati = nama, rows, gabungan, dilewati
        self.lebar = max(map(len, rows), default=0)

    def at(self, row: int, column: int) -> Nilai:
        """The value in a place, None outside the grid."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def place(self, row: int, column: int) -> str:
        """The name of a place in the file: ``F8``."""
        if self.putar:
            row, column = column, row
        return f"{self.letters(column)}{row + 1}"

    def letters(self, column: int) -> str:
        """The letters that a column has in the file."""
        return column_name(self.urutan[column] if column < len(self.urutan) else column)

    def address(self, row: int, column: int) -> str:
        """The cell's address as people know it: ``Akta Cerai!F8``."""
        return f"{self.nama}!{self.place(row, column)}"

    def line(self, row: int, first: int = 0, end: int | None = None) -> str:
        """The texts of a row (or of some of its columns) as one line of bounded length."""
        values = self.rows[row][first:end]
        texts = (v[:PANJANG_TEKS].strip() for v in values[:LEBAR_BARIS] if isinstance(v, str))
        return " ".join(text for text in texts if text)[:PANJANG_TEKS]


def column_name(column: int) -> str:
    """``A`` for column 0, ``AA`` for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_index(letters: str) -> int:
    """Column 0 for ``A``."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(sheet: str, row: int, column: int) -> str:
    """The cell's address as people know it: ``Akta Cerai!F8``."""
    return f"{sheet}!{column_name(column)}{row + 1}"


def is_blank(value: Nilai) -> bool:
    """Whether a cell holds nothing but blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_text(value: Nilai) -> str:
    """A cell's text as it would be shown: whole numbers without decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
