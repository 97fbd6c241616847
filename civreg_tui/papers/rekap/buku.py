"""The rekap workbook in the making: where each document's table stands, and what sheets share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.domain.lembar import Seks
from civreg_tui.papers.lajur import Isi, Lajur, lajur_rekap, pecahan
from civreg_tui.papers.sel import nama_lembar, nama_sel, tetap
from civreg_tui.papers.styles import Halaman, Styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

BARIS_KEPALA = 9
"""The row of the upper heads; kop and four title lines stand above."""
BARIS_PERTAMA = BARIS_KEPALA + 3
LEMBAR_TETAP = frozenset(
    ("ringkasan", "peringkat", "tren", "temuan", "perubahan", "waktu sop", "data")
)
"""Sheet names that no document may take."""


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a document's table stands in the workbook (rows and columns from zero)."""

    lembar: str
    lajur: tuple[Lajur, ...]
    baris: int

    @property
    def pertama(self) -> int:
        """The first region's row."""
        return BARIS_PERTAMA

    @property
    def terakhir(self) -> int:
        """The last region's row."""
        return BARIS_PERTAMA + self.baris - 1

    @property
    def jumlah(self) -> int:
        """The JUMLAH row."""
        return BARIS_PERTAMA + self.baris

    @property
    def target(self) -> tuple[int, int]:
        """Row and column of the target, under the table."""
        return self.jumlah + 2, 3

    def punya_target(self, rekap: Rekap) -> bool:
        """Whether target and capaian stand under the table: a target was set for a percent."""
        return self.punya("persen") and rekap.sasaran.target is not None

    def punya(self, isi: Isi) -> bool:
        """Whether the table has a column of that content."""
        return any(column.isi == isi for column in self.lajur)

    def kolom(self, isi: Isi, seks: Seks = "jml") -> int:
        """The column that holds a measure; ValueError when the table has none."""
        for index, column in enumerate(self.lajur):
            if (column.isi, column.seks) == (isi, seks):
                return index
        raise ValueError(f"{self.lembar}: {isi} {seks}")

    def sel(self, row: int, isi: Isi, seks: Seks = "jml") -> str:
        """A cell of the table as its own sheet's formulas name it: ``D13``."""
        return nama_sel(row, self.kolom(isi, seks))

    def rentang(self, isi: Isi, seks: Seks = "jml") -> str:
        """The regions' cells of a column, fixed: ``$D$13:$D$31``."""
        column = self.kolom(isi, seks)
        return f"{tetap(self.pertama, column)}:{tetap(self.terakhir, column)}"

    def luar(self, row: int, isi: Isi, seks: Seks = "jml") -> str:
        """The same cell as other sheets name it: ``'Akta Perceraian'!D13``."""
        return f"{self.kutip}!{self.sel(row, isi, seks)}"

    def luar_rentang(self, isi: Isi, seks: Seks = "jml") -> str:
        """The regions' cells of a column as other sheets name them."""
        return f"{self.kutip}!{self.rentang(isi, seks)}"

    @property
    def sel_target(self) -> str:
        """The target's cell as other sheets name it."""
        return f"{self.kutip}!{tetap(*self.target)}"

    @property
    def sel_capaian(self) -> str:
        """The capaian's cell, under the target's, as other sheets name it."""
        row, column = self.target
        return f"{self.kutip}!{tetap(row + 1, column)}"

    @property
    def kutip(self) -> str:
        """The sheet's name as formulas quote it."""
        return "'" + self.lembar.replace("'", "''") + "'"

    @property
    def pecahan(self) -> tuple[tuple[Isi, Seks], tuple[Isi, Seks]] | None:
        """The columns of the percent's numerator and denominator; None without a percent."""
        if not self.punya("persen"):
            return None
        return pecahan({(column.isi, column.seks): i for i, column in enumerate(self.lajur)})


@dataclass
class Buku:
    """The workbook, its formats, the month, and each document's place by its code."""

    book: Workbook
    styles: Styles
    laporan: Laporan
    halaman: Halaman
    letak: dict[str, Letak] = field(default_factory=dict)

    def sheet(self, name: str) -> Worksheet:
        """A new worksheet at the end of the workbook."""
        return self.book.add_worksheet(name)

    def nama_dokumen(self, kode: str | None) -> str:
        """A document's name; the code itself when the month does not recap it."""
        return next(
            (r.dokumen.nama for r in self.laporan.rekap if r.dokumen.kode == kode), kode or ""
        )

    def nama_wilayah(self, kode: str | None) -> str:
        """A region's name as the recaps have it."""
        rows = (row for rekap in self.laporan.rekap for row in rekap.baris)
        return next((row.nama for row in rows if row.kode == kode), kode or "")


def tata_letak(laporan: Laporan) -> dict[str, Letak]:
    """Each document's sheet name, columns and number of rows, before anything is written."""
    places: dict[str, Letak] = {}
    for rekap in laporan.rekap:
        taken = LEMBAR_TETAP | {place.lembar.casefold() for place in places.values()}
        document = rekap.dokumen
        name = nama_lembar(document.lembar or document.nama, document.kode, taken)
        columns = lajur_rekap(document, rekap.rincian, kurang=punya_kurang(rekap))
        places[rekap.dokumen.kode] = Letak(name, columns, len(rekap.baris))
    return places


def punya_kurang(rekap: Rekap) -> bool:
    """Whether a target was set that a region can fall short of; a ceiling is none."""
    return rekap.sasaran.target is not None and not rekap.sasaran.negatif
