"""The blank softcopy that Bidang PIAK fills in: the Province's columns, guarded cells, a guide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.laporan import Kantor
from civreg_tui.domain.lembar import Seks
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.papers import isian, marks, styles, tables
from civreg_tui.papers.lajur import KEPALA, Lajur, lajur_ukuran, lebar, nomor_lajur
from civreg_tui.papers.sel import nama_lembar
from civreg_tui.papers.styles import Halaman, Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LP: tuple[Seks, ...] = ("l", "p", "jml")
OPSIONAL = " (opsional)"
BARIS_KEPALA = 9
BARIS_PERTAMA = BARIS_KEPALA + 3
DIBUAT_TANPA_BULAN = datetime(2021, 10, 4)
"""File time of a template for no month in particular: the day of the SOP."""

PETUNJUK = (
    "Isi satu lembar untuk setiap dokumen; satu baris untuk setiap kabupaten/kota.",
    "Sel berwarna kuning muda diisi angka bulat tanpa titik dan tanpa satuan, misalnya 157582.",
    "Bila memang nol, tulis NIHIL. Sel kosong berarti tidak ada data, bukan nol.",
    "L + P harus sama dengan JML. Bila L dan P tidak tersedia, cukup isi JML.",
    "Kolom BELUM MEMILIKI, PERSEN, dan baris JUMLAH terhitung sendiri; jangan diketik.",
    "Wajib akta dan pemilik akta harus memakai acuan DKB yang sama dan ditulis pada baris Sumber.",
    "Akta perkawinan dihitung jiwa, bukan pasangan, untuk semua agama.",
    "Akta perceraian: penyebutnya penduduk berstatus cerai hidup.",
    "Akta kematian: jumlah seluruh akta sampai dengan bulan ini, bukan bulan ini saja.",
    "Jangan mengubah nama lembar, kepala kolom, kode, atau urutan kolom.",
    "Kirim softcopy ini bersama hardcopy yang sudah ditandatangani.",
)


def write_template(
    periode: Periode | None, dokumen: Iterable[Dokumen], daftar: DaftarWilayah, kantor: Kantor
) -> bytes:
    """The blank workbook of the active documents; None = the sender writes the month."""
    buffer = BytesIO()
    made = DIBUAT_TANPA_BULAN if periode is None else datetime.combine(periode.last_day, time())
    book = styles.new_book(buffer, "Laporan Adminduk (softcopy)", kantor.pengirim, made)
    look, taken = Styles(book), frozenset({"petunjuk"})
    _guide(book.add_worksheet("Petunjuk"), look, kantor)
    for document in (one for one in dokumen if one.aktif):
        name = nama_lembar(document.lembar, document.kode, taken)
        taken |= {name.casefold()}
        _sheet(book.add_worksheet(name), look, document, (periode, daftar, kantor))
    book.close()
    return buffer.getvalue()


def lajur_template(document: Dokumen) -> tuple[Lajur, ...]:
    """The Province template's columns (see the office's softcopy form)."""
    columns = [Lajur("NO", "", "no"), Lajur("KODE", "", "kode")]
    columns.append(Lajur("KABUPATEN/KOTA", "", "nama"))
    stocks = replace(document, terbit=False, dilaporkan=False)
    columns += lajur_ukuran(stocks, LP)
    percent = Lajur(KEPALA["persen"], "", "persen")
    if document.penyebut:
        columns += [percent, Lajur(KEPALA["terbit"] + OPSIONAL, "", "terbit")]
    else:
        columns += [Lajur(KEPALA["terbit"], seks.upper(), "terbit", seks) for seks in LP]
        columns += [Lajur(KEPALA["dilaporkan"] + OPSIONAL, "", "dilaporkan"), percent]
    return (*columns, Lajur(KEPALA["keterangan"], "", "keterangan"))


def _guide(sheet: Worksheet, look: Styles, kantor: Kantor) -> None:
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 110)
    row = styles.kop(sheet, look, kantor, 1)
    row = styles.title(sheet, look, row, 1, ("PETUNJUK PENGISIAN LAPORAN ADMINDUK",))
    for number, text in enumerate(PETUNJUK, 1):
        sheet.write_string(row, 0, f"{number}.", look("lipat"))
        sheet.write_string(row, 1, text, look("lipat"))
        row += 1
    styles.page(sheet, Halaman("Petunjuk pengisian softcopy"), landscape=False)
    sheet.print_area(0, 0, row - 1, 1)
    sheet.protect()


def _sheet(
    sheet: Worksheet,
    look: Styles,
    document: Dokumen,
    facts: tuple[Periode | None, DaftarWilayah, Kantor],
) -> None:
    periode, daftar, kantor = facts
    columns = lajur_template(document)
    tables.widths(sheet, lebar(columns))
    _titles(sheet, look, document, (periode, kantor), len(columns) - 1)
    pairs = [(column.kepala, column.anak) for column in columns]
    tables.heads(sheet, look, BARIS_KEPALA, pairs, nomor_lajur(columns))
    table = isian.Isian(sheet, look, columns, document, BARIS_PERTAMA, len(daftar))
    for number, region in enumerate(daftar.semua, 1):
        table.write_row(number, region)
    table.write_totals()
    end = _sign(sheet, look, table.jumlah + 2, kantor, len(columns) - 1)
    styles.page(sheet, Halaman(document.nama), repeat=(BARIS_KEPALA, BARIS_KEPALA + 2), tall=1)
    sheet.print_area(0, 0, end - 1, len(columns) - 1)
    sheet.freeze_panes(BARIS_PERTAMA, 3)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def _titles(
    sheet: Worksheet,
    look: Styles,
    document: Dokumen,
    facts: tuple[Periode | None, Kantor],
    last: int,
) -> None:
    periode, kantor = facts
    row = styles.kop(sheet, look, kantor, last)
    row = styles.title(sheet, look, row, last, (document.judul, kantor.provinsi.upper())) - 1
    state = f"KEADAAN s.d. {marks.TITIK}"
    base = marks.TITIK
    if periode is not None:
        state, base = marks.keadaan_periode(periode), acuan_for(periode)
    sheet.set_row(row, styles.TINGGI_JUDUL)
    sheet.set_row(row + 1, styles.TINGGI_BARIS)
    styles.merge(sheet, (row, 0, row, last), state, look("judul", "terbuka"))
    styles.merge(sheet, (row + 1, 0, row + 1, last), f"Sumber: {base}", look("sumber", "terbuka"))


def _sign(sheet: Worksheet, look: Styles, row: int, kantor: Kantor, last: int) -> int:
    first = last - 4
    lines: Sequence[tuple[int, str]] = (
        (0, f"{kantor.kota}, {marks.TITIK}"),
        (1, f"Kepala {kantor.pengirim},"),
        (6, marks.TITIK),
        (7, f"NIP. {marks.TITIK}"),
    )
    for offset, text in lines:
        area = (row + offset, first, row + offset, last)
        styles.merge(sheet, area, text, look("tengah", "terbuka"))
    return row + styles.SIGNATURE_ROWS
