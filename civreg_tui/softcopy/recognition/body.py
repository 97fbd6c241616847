"""The rows of one document in one block as source rows, each figure with its address."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from civreg_tui.domain.bacaan import BarisSumber, SelSumber
from civreg_tui.domain.wilayah import Penetapan
from civreg_tui.softcopy.files.grid import Grid, as_text, column_name
from civreg_tui.softcopy.recognition.cells_of_row import Alamat, SelBaris
from civreg_tui.softcopy.recognition.columns import Susunan
from civreg_tui.softcopy.recognition.figures import percent_cell, percent_value
from civreg_tui.softcopy.recognition.header import Blok
from civreg_tui.softcopy.recognition.labels import Labels
from civreg_tui.softcopy.recognition.rows import Baris

PECAHAN_TERBESAR = Decimal("1.5")
"""Percents that all stay below are fractions (0,9853); coverage of 1,5 % never fills a column."""

DIEJA = 2_000
"""Rows of a table whose cells are all worked out at once; those of larger ones when asked for."""


class Potongan(NamedTuple):
    """A document's part of one block: its columns, its rows in reading order."""

    grid: Grid
    block: Blok
    susunan: Susunan
    baris: tuple[tuple[Baris, BarisSumber], ...]

    def of(self, macam: str) -> list[BarisSumber]:
        """The source rows of one kind."""
        return [source for row, source in self.baris if row.macam == macam]


def read_body(
    grid: Grid, block: Blok, arrangement: Susunan, rows: Sequence[Baris], labels: Labels
) -> Potongan:
    """The region rows and total rows of a block for one document."""
    reader = _Reader(grid, block, arrangement, rows, labels)
    telling = [row for row in rows if row.macam in {"wilayah", "jumlah"}]
    return Potongan(grid, block, arrangement, tuple((row, reader.read(row)) for row in telling))


class _Reader:
    def __init__(
        self,
        grid: Grid,
        block: Blok,
        arrangement: Susunan,
        rows: Sequence[Baris],
        labels: Labels,
    ) -> None:
        self.grid, self.block, self.labels = grid, block, labels
        self.percent = arrangement.persen
        self.columns = Alamat(
            {k: _around(grid, c) for c, k in arrangement.kolom.items()}, labels.kamus.nihil
        )
        self.note = block.label("keterangan")
        self.fraction = self._fractions(rows)
        self.spelled = len(rows) <= DIEJA

    def read(self, row: Baris) -> BarisSumber:
        """One row; a total row settles on no region."""
        settled = row.penetapan or Penetapan(None)
        cells = SelBaris(
            self.columns, self.grid.rows[row.row], self._name(row.row), total=row.macam == "jumlah"
        )
        return BarisSumber(
            baris=row.row + 1,
            kode_teks=row.label.kode,
            nama_teks=row.label.nama,
            penetapan=settled,
            alamat=self.grid.address(row.row, self.block.nama),
            sel=cells.spelled() if self.spelled else cells,
            persen=self._percent(row.row),
            keterangan=as_text(self.grid.at(row.row, self.note)).strip() if self.note else "",
        )

    def _name(self, row: int) -> str:
        return column_name(row) if self.grid.putar else str(row + 1)

    def _percent(self, row: int) -> SelSumber | None:
        if self.percent is None:
            return None
        place = self.grid.address(row, self.percent)
        return percent_cell(self.grid.at(row, self.percent), place, pecahan=self.fraction)

    def _fractions(self, rows: Sequence[Baris]) -> bool:
        """Whether the percent column is written as 0,9853; decided on the column as a whole."""
        if self.percent is None:
            return False
        numbers: list[Decimal] = []
        for row in rows:
            number, signed = percent_value(self.grid.at(row.row, self.percent))
            if row.macam in {"wilayah", "jumlah"} and number and not signed:
                numbers.append(number)
        return bool(numbers) and max(numbers) <= PECAHAN_TERBESAR


def _around(grid: Grid, column: int) -> tuple[int, str, str]:
    """A column with what stands before and behind a row's name in its addresses."""
    if grid.putar:
        return column, f"{grid.nama}!", str(column + 1)
    return column, f"{grid.nama}!{grid.letters(column)}", ""
