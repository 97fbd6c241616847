"""The table of a blank softcopy: open cells that take only counts, formulas that stay empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.lembar import Seks
from civreg_tui.domain.numbers import BLANK
from civreg_tui.domain.wilayah import Wilayah
from civreg_tui.papers import styles
from civreg_tui.papers.lajur import Isi, Lajur, pecahan
from civreg_tui.papers.sel import nama_sel, tetap
from civreg_tui.papers.styles import Styles
from civreg_tui.papers.tables import put

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def angka_atau_nihil(cell: str) -> str:
    """True for a whole number from zero up, NIHIL or a dash; else the entry is refused."""
    words = f'UPPER(TRIM({cell}))="NIHIL",TRIM({cell})="-",TRIM({cell})="–"'
    return f"=IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),OR({words}))"


def bila_terisi(first: str, second: str, result: str) -> str:
    """A formula that stays empty until both cells hold something; NIHIL counts as zero."""
    return f'=IF(OR({first}="",{second}=""),"",{result})'


@dataclass(frozen=True, slots=True)
class Isian:
    """One document's table on a template sheet, from its first row on."""

    sheet: Worksheet
    look: Styles
    lajur: tuple[Lajur, ...]
    dokumen: Dokumen
    pertama: int
    baris: int

    @property
    def jumlah(self) -> int:
        """The JUMLAH row."""
        return self.pertama + self.baris

    def write_row(self, number: int, region: Wilayah) -> None:
        """A region's row with its code as text."""
        row = self.pertama + number - 1
        for index, column in enumerate(self.lajur):
            if column.isi == "no":
                put(self.sheet, row, index, number, self.look("sel", "tengah"))
            elif column.isi == "kode":
                put(self.sheet, row, index, region.kode, self.look("sel", "teks", "tengah"))
            elif column.isi == "nama":
                put(self.sheet, row, index, region.nama, self.look("sel", "teks"))
            elif column.isi == "keterangan":
                put(self.sheet, row, index, None, self.look("sel", "teks", "buka"))
            else:
                self._figure(row, index, column)

    def _figure(self, row: int, index: int, column: Lajur) -> None:
        formula = self._formula(row, column)
        if formula:
            style = self.look("sel", "persen" if column.isi == "persen" else "angka")
            self.sheet.write_formula(row, index, formula, style, "")
            return
        put(self.sheet, row, index, None, self.look("sel", "angka", "buka"))
        self.sheet.data_validation(row, index, row, index, self._validation(row, index))

    def _formula(self, row: int, column: Lajur) -> str:
        """The formula of a computed cell, or nothing for a cell to fill in."""
        if column.isi == "belum":
            wajib = self._cell(row, "wajib", column.seks)
            memiliki = self._cell(row, "memiliki", column.seks)
            return bila_terisi(wajib, memiliki, f"N({wajib})-N({memiliki})")
        if column.isi == "persen":
            return self._percent(row)
        summed = column.seks == "jml" and self._index(column.isi, "l") is not None
        if not summed or self.dokumen.rincian != "lp":
            return ""
        male, female = self._cell(row, column.isi, "l"), self._cell(row, column.isi, "p")
        return bila_terisi(male, female, f"N({male})+N({female})")

    def _percent(self, row: int) -> str:
        place = {(column.isi, column.seks): i for i, column in enumerate(self.lajur)}
        part, whole = (self._cell(row, *key) for key in pecahan(place))
        ratio = f"ROUND(N({part})*10000/N({whole}),0)/100"
        return bila_terisi(part, whole, f'IF(N({whole})=0,"{BLANK}",{ratio})')

    def write_totals(self) -> None:
        """The JUMLAH row, empty as long as its column is."""
        row, look = self.jumlah, self.look
        styles.merge(self.sheet, (row, 0, row, 2), "JUMLAH", look("sel", "jumlah", "tengah"))
        for index, column in enumerate(self.lajur[3:], 3):
            if column.angka:
                cells = f"{tetap(self.pertama, index)}:{tetap(row - 1, index)}"
                formula = f'=IF(SUMPRODUCT(--({cells}<>""))=0,"",SUM({cells}))'
                self.sheet.write_formula(row, index, formula, look("sel", "jumlah", "angka"), "")
            elif column.isi == "persen":
                style = look("sel", "jumlah", "persen")
                self.sheet.write_formula(row, index, self._percent(row), style, "")
            else:
                put(self.sheet, row, index, None, look("sel", "jumlah"))

    def _index(self, isi: Isi, seks: Seks) -> int | None:
        keys = [(column.isi, column.seks) for column in self.lajur]
        return keys.index((isi, seks)) if (isi, seks) in keys else None

    def _cell(self, row: int, isi: Isi, seks: Seks) -> str:
        index = self._index(isi, seks)
        if index is None:
            raise ValueError(f"{self.dokumen.kode}: {isi} {seks}")
        return nama_sel(row, index)

    def _validation(self, row: int, index: int) -> dict[str, Any]:
        return {
            "validate": "custom",
            "value": angka_atau_nihil(nama_sel(row, index)),
            "ignore_blank": True,
            "error_title": "Bukan bilangan bulat",
            "error_message": "Isi angka bulat tanpa titik (misalnya 1234), atau NIHIL bila nol.",
        }
