"""The tables as plain data for the LAKIP Dinas: one row a cell, one row a figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from civreg_tui.domain.lakip import Frasa, TabelLakip, susun
from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers import styles, tables, tidy

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KEPALA = ("periode", "tabel", "judul", "baris", "kolom", "nilai", "satuan")
LEBAR = (9, 12, 58, 56, 36, 16, 9)
LEBAR_ANGKA = (9, 10, 13, 30, 12, 7, 13, 9, 28, 14, 13)
_LEWAT = ("rekap_", "alasan", "validasi")


def sel_tabel(laporan: Laporan, frasa: Frasa) -> Iterator[tuple[TabelLakip, str, str, int, str]]:
    """Every figure of the chapters' tables: table, row, column, value, unit."""
    for section in susun(laporan, "bulanan", frasa):
        for table in section.tabel:
            if not table.id.startswith(_LEWAT):
                yield from _sel(table)


def _sel(table: TabelLakip) -> Iterator[tuple[TabelLakip, str, str, int, str]]:
    for row in table.baris:
        leading = takewhile(lambda value: isinstance(value, str), row)
        name = " · ".join(str(value) for value in leading)
        for value, column in zip(row, table.kolom, strict=True):
            if isinstance(value, int):
                yield table, name, column.judul, value, column.jenis


def tulis_tabel(sheet: Worksheet, look: styles.Styles, laporan: Laporan, frasa: Frasa) -> None:
    """Fill the sheet with the chapters' tables, a row a figure."""
    text = look("sel", "teks")
    _kepala(sheet, look, KEPALA, LEBAR)
    number = 0
    for number, cell in enumerate(sel_tabel(laporan, frasa), 1):
        table, name, column, value, unit = cell
        values = (laporan.periode, table.id, table.judul, name, column)
        tables.put_row(sheet, number, values, [text] * 5)
        percent = unit == "persen"
        figure = look("sel", "persen" if percent else "angka")
        tables.put(sheet, number, 5, value / 100 if percent else value, figure)
        tables.put(sheet, number, 6, unit, text)
    _akhir(sheet, laporan, number, len(KEPALA) - 1)


def tulis_angka(sheet: Worksheet, look: styles.Styles, laporan: Laporan) -> None:
    """Fill the sheet with every figure of the recaps."""
    text = look("sel", "teks")
    _kepala(sheet, look, tidy.KEPALA, LEBAR_ANGKA)
    number = 0
    for number, row in enumerate(tidy.rows(laporan), 1):
        percent = row[7] == tidy.PERSERATUS
        figure = row[6] / 100 if percent and row[6] is not None else row[6]
        tables.put_row(sheet, number, row[:6], [text] * 6)
        tables.put(sheet, number, 6, figure, look("sel", "persen" if percent else "angka"))
        tables.put_row(sheet, number, row[7:], [text] * len(row[7:]), 7)
    _akhir(sheet, laporan, number, len(tidy.KEPALA) - 1)


def _kepala(
    sheet: Worksheet, look: styles.Styles, heads: tuple[str, ...], widths: tuple[int, ...]
) -> None:
    tables.widths(sheet, widths)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, look("kepala"))


def _akhir(sheet: Worksheet, laporan: Laporan, rows: int, last: int) -> None:
    halaman = styles.Halaman.dari(laporan)
    styles.page(sheet, halaman, repeat=(0, 0))
    sheet.print_area(0, 0, rows, last)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, rows), last)
    styles.stamp_draf(sheet, halaman, range(4, rows + 1, 50), 2)
