"""A document's recap as the office prints it: letterhead, heads, regions, JUMLAH, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.laporan import Rekap
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.lajur import lebar, nomor_lajur
from civreg_tui.papers.rekap import nilai
from civreg_tui.papers.rekap.buku import BARIS_KEPALA, Buku, Letak
from civreg_tui.papers.rekap.tabel import Tabel, pecahan_provinsi
from civreg_tui.papers.sel import nama_sel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BARIS_SETELAH_JUMLAH = 5
"""Rows under JUMLAH that hold the target, the capaian and the notes."""


def write_lembar(buku: Buku, rekap: Rekap) -> None:
    """Add the document's sheet to the workbook."""
    place = buku.letak[rekap.dokumen.kode]
    sheet = buku.sheet(place.lembar)
    _heading(buku, sheet, rekap, place)
    _heads(buku, sheet, place)
    Tabel(buku, sheet, place, rekap).write()
    _performance(buku, sheet, rekap, place)
    _notes(buku, sheet, rekap, place)
    _marks_below_target(buku, sheet, place)
    end = _sign(buku, sheet, place)
    _paper(buku, sheet, place, end)


def _heading(buku: Buku, sheet: Worksheet, rekap: Rekap, place: Letak) -> None:
    last = len(place.lajur) - 1
    for column, width in enumerate(lebar(place.lajur)):
        sheet.set_column(column, column, width)
    row = styles.kop(sheet, buku.styles, buku.laporan.kantor, last)
    lines = (
        rekap.dokumen.judul,
        buku.laporan.kantor.provinsi.upper(),
        marks.keadaan(buku.laporan),
    )
    row = styles.title(sheet, buku.styles, row, last, lines) - 1
    source = marks.sumber(rekap.acuan or buku.laporan.acuan, contoh=rekap.contoh)
    styles.merge(sheet, (row, 0, row, last), source, buku.styles("sumber"))


def _heads(buku: Buku, sheet: Worksheet, place: Letak) -> None:
    tables.heads(
        sheet,
        buku.styles,
        BARIS_KEPALA,
        [(column.kepala, column.anak) for column in place.lajur],
        nomor_lajur(place.lajur),
    )


def _performance(buku: Buku, sheet: Worksheet, rekap: Rekap, place: Letak) -> None:
    if not place.punya_target(rekap):
        return
    row, column = place.target
    year = Periode.parse(buku.laporan.periode).year
    part, whole = pecahan_provinsi(rekap, place)
    formula = rumus.capaian(part, whole, nama_sel(row, column), negatif=rekap.sasaran.negatif)
    target, reached = (rekap.sasaran.target or 0) / 100, nilai.persen(rekap.capaian)
    sheet.write_string(row, 1, f"Target cakupan tahun {year} (%)", buku.styles("tebal"))
    sheet.write_number(row, column, target, buku.styles("persen", "tebal"))
    sheet.write_string(row + 1, 1, "Capaian kinerja (%)", buku.styles("tebal"))
    sheet.write_formula(row + 1, column, formula, buku.styles("persen", "tebal"), reached)
    sheet.write_string(row + 1, column + 1, f"  {rekap.kategori}", buku.styles("tebal"))


def _notes(buku: Buku, sheet: Worksheet, rekap: Rekap, place: Letak) -> None:
    row = place.target[0] + (2 if place.punya_target(rekap) else 0)
    for offset, text in enumerate(catatan(rekap)):
        sheet.write_string(row + offset, 1, text, buku.styles("keterangan"))


def catatan(rekap: Rekap) -> list[str]:
    """What a reader must know about the figures, a sentence each."""
    notes = []
    if rekap.terlapor < len(rekap.baris):
        notes.append(
            f"Baru {rekap.terlapor} dari {len(rekap.baris)} kabupaten/kota yang ada datanya."
        )
    if not rekap.dokumen.penyebut:
        notes.append("Akta kematian tidak mempunyai wajib akta; yang dicatat jumlah aktanya.")
    if not rekap.dokumen.penyebut and rekap.dokumen.dilaporkan:
        notes.append("Persen dihitung terhadap kematian yang dilaporkan bulan ini.")
    if rekap.dokumen.penyebut:
        notes += [text for text in (konfirmasi.catatan((rekap,), "target"),) if text]
    notes.append("Tanda -  = nihil; sel kosong = tidak ada data.")
    return notes


def _marks_below_target(buku: Buku, sheet: Worksheet, place: Letak) -> None:
    if not place.punya("kurang"):
        return
    first = nama_sel(place.pertama, place.kolom("kurang"))
    rule = {
        "type": "formula",
        "criteria": f"=N(${first})>0",
        "format": buku.styles("kurang"),
    }
    for isi in ("persen", "kurang", "keterangan"):
        column = place.kolom(isi)
        sheet.conditional_format(place.pertama, column, place.terakhir, column, rule)


def _sign(buku: Buku, sheet: Worksheet, place: Letak) -> int:
    laporan, last = buku.laporan, len(place.lajur) - 1
    half = len(place.lajur) // 2
    return styles.signatures(
        sheet,
        buku.styles,
        place.jumlah + BARIS_SETELAH_JUMLAH + 1,
        ((1, half - 1), (half + (last - half) // 3, last)),
        marks.tempat_tanggal(laporan.kantor.kota, marks.tanggal_surat(laporan)),
        marks.pejabat(laporan, "kabid"),
        marks.pejabat(laporan, "kasi"),
    )


def _paper(buku: Buku, sheet: Worksheet, place: Letak, end: int) -> None:
    last = len(place.lajur) - 1
    repeat = (BARIS_KEPALA, BARIS_KEPALA + 2)
    styles.page(sheet, buku.halaman, repeat=repeat, tall=1)
    sheet.print_area(0, 0, end - 1, last)
    sheet.freeze_panes(place.pertama, 3)
    sheet.autofilter(place.pertama - 1, 0, place.terakhir, last)
    for row in range(place.pertama, place.jumlah + 1):
        sheet.set_row(row, styles.TINGGI_BARIS)
    styles.stamp_draf(sheet, buku.halaman, [place.pertama - 1], 2)
