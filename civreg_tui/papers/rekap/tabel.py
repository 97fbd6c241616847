"""A document's table: a row per region and the JUMLAH row, live formulas with their values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import BarisRekap, Rekap, Trio
from civreg_tui.papers import rumus, styles
from civreg_tui.papers.lajur import Lajur
from civreg_tui.papers.rekap import nilai
from civreg_tui.papers.rekap.buku import Buku, Letak
from civreg_tui.papers.sel import tetap
from civreg_tui.papers.tables import put

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Tabel:
    """The table of one document on its sheet."""

    buku: Buku
    sheet: Worksheet
    letak: Letak
    rekap: Rekap

    def write(self) -> None:
        """All regions in official order, then JUMLAH."""
        for number, row in enumerate(self.rekap.baris, 1):
            line = self.letak.pertama + number - 1
            for index, column in enumerate(self.letak.lajur):
                self._cell(line, index, column, row, number)
        self._totals()

    def _look(self, *names: str) -> Format:
        return self.buku.styles("sel", *names)

    def _cell(self, line: int, index: int, column: Lajur, row: BarisRekap, number: int) -> None:
        match column.isi:
            case "no":
                put(self.sheet, line, index, number, self._look("tengah"))
            case "kode":
                put(self.sheet, line, index, row.kode, self._look("teks", "tengah"))
            case "nama":
                put(self.sheet, line, index, row.nama, self._look("teks", "muat"))
            case "keterangan":
                self._remark(line, index, row)
            case "persen" | "peringkat" | "kurang":
                self._derived(line, index, column, row)
            case _:
                self._figure(line, index, column, row)

    def _figure(self, line: int, index: int, column: Lajur, row: BarisRekap) -> None:
        style, value = self._look("angka"), nilai.hitungan(row, column.isi, column.seks)
        formula = self._formula(line, column, row)
        if formula:
            self.sheet.write_formula(line, index, formula, style, nilai.atau_kosong(value))
        else:
            put(self.sheet, line, index, value, style)

    def _formula(self, line: int, column: Lajur, row: BarisRekap) -> str:
        """The live formula of a figure, or nothing where the figure itself was given."""
        isi, seks, place = column.isi, column.seks, self.letak
        if isi == "belum":
            return rumus.belum(place.sel(line, "wajib", seks), place.sel(line, "memiliki", seks))
        if seks != "jml" or not any((c.isi, c.seks) == (isi, "l") for c in place.lajur):
            return ""
        trio: Trio = getattr(row, isi)
        if trio.jml is not None and (trio.l is None or trio.p is None):
            return ""
        return rumus.jumlah_lp(place.sel(line, isi, "l"), place.sel(line, isi, "p"))

    def _derived(self, line: int, index: int, column: Lajur, row: BarisRekap) -> None:
        if self.letak.pecahan is None:
            return
        part, whole = (self.letak.sel(line, *key) for key in self.letak.pecahan)
        if column.isi == "persen":
            formula, value = rumus.persen(part, whole), nilai.persen(row.persen)
            self.sheet.write_formula(line, index, formula, self._look("persen"), value)
        elif column.isi == "kurang":
            formula = rumus.kurang(part, whole, tetap(*self.letak.target))
            value = nilai.atau_kosong(row.kekurangan)
            self.sheet.write_formula(line, index, formula, self._look("angka"), value)
        else:
            ranges = (self.letak.rentang(*key) for key in self.letak.pecahan)
            formula = rumus.peringkat(part, whole, *ranges)
            area, value = (line, index, line, index), nilai.atau_kosong(row.peringkat)
            self.sheet.write_array_formula(*area, formula, self._look("tengah"), value)

    def _remark(self, line: int, index: int, row: BarisRekap) -> None:
        place = self.letak
        keys = place.pecahan or (("memiliki", "jml"),)
        short = place.sel(line, "kurang") if place.punya("kurang") else None
        formula = rumus.keterangan([place.sel(line, *key) for key in keys], short)
        missing = any(nilai.hitungan(row, *key) is None for key in keys)
        below = rumus.DI_BAWAH if short and row.kekurangan else ""
        text = rumus.BELUM_ADA if missing else below
        self.sheet.write_formula(line, index, formula, self._look("miring"), text)

    def _totals(self) -> None:
        line = self.letak.jumlah
        label = self._look("jumlah", "tengah")
        styles.merge(self.sheet, (line, 0, line, 2), "JUMLAH", label)
        for index, column in enumerate(self.letak.lajur[3:], 3):
            if column.angka:
                formula = rumus.jumlah(self.letak.rentang(column.isi, column.seks))
                total = nilai.atau_kosong(nilai.jumlah(self.rekap, column.isi, column.seks))
                style = self._look("jumlah", "angka")
                self.sheet.write_formula(line, index, formula, style, total)
            elif column.isi == "persen":
                style, value = self._look("jumlah", "persen"), self.rekap.provinsi.persen
                formula = rumus.persen(*pecahan_provinsi(self.rekap, self.letak))
                self.sheet.write_formula(line, index, formula, style, nilai.persen(value))
            else:
                put(self.sheet, line, index, None, self._look("jumlah"))


def pecahan_provinsi(rekap: Rekap, place: Letak) -> tuple[str, str]:
    """Σ memiliki and Σ wajib in a formula: the cells of JUMLAH, or the complete pairs only.

    The sums of a column do not give the percent while a region still lacks one of both.
    """
    part, whole = place.pecahan or (("memiliki", "jml"), ("wajib", "jml"))
    given = [nilai.hitungan(row, *key) for row in rekap.baris for key in (part, whole)]
    if None in given:
        return rumus.pasangan(place.rentang(*part), place.rentang(*whole))
    return place.sel(place.jumlah, *part), place.sel(place.jumlah, *whole)
