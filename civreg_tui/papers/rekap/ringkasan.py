"""The first sheet: all documents against their targets, and the regions below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.laporan import BarisRekap, Rekap
from civreg_tui.domain.numbers import BLANK
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.lajur import Isi
from civreg_tui.papers.rekap import nilai
from civreg_tui.papers.rekap.buku import Buku, Letak

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KEPALA = (
    "NO",
    "DOKUMEN",
    "WAJIB AKTA",
    "MEMILIKI",
    "BELUM MEMILIKI",
    "CAKUPAN (%)",
    "BULAN LALU (%)",
    "TARGET (%)",
    "CAPAIAN (%)",
    "KATEGORI",
    "KAB/KOTA MELAPOR",
    "KAB/KOTA DI BAWAH TARGET",
    "KURANG DARI TARGET (AKTA)",
    "KETERANGAN",
)
LEBAR = (5, 34, 13, 13, 13, 11, 11, 11, 11, 15, 12, 13, 15, 26)
TINGGI = 16
MUAT, TERSEDIKIT = 20, 4
"""How many regions below a target the page lists in all, and at least of each document."""
AKHIR = len(KEPALA) - 1
STOK: tuple[tuple[int, Isi], ...] = ((2, "wajib"), (3, "memiliki"), (4, "belum"))
KURANG: tuple[int, Isi] = (6, "kurang")


def write_ringkasan(buku: Buku, sheet: Worksheet) -> None:
    """Fill the summary sheet."""
    tables.widths(sheet, LEBAR)
    top = _heading(buku, sheet)
    row = tables.head(sheet, buku.styles, top, KEPALA)
    sheet.set_row(top, 40)
    for number, rekap in enumerate(buku.laporan.rekap, 1):
        _document(buku, sheet, row, number, rekap)
        sheet.set_row(row, TINGGI)
        row += 1
    row = _below(buku, sheet, row + 1)
    end = _sign(buku, sheet, row + 1)
    styles.page(sheet, buku.halaman, tall=1)
    sheet.print_area(0, 0, end - 1, AKHIR)
    sheet.freeze_panes(top + 2, 2)
    styles.stamp_draf(sheet, buku.halaman, range(top, end, 40), 2)


def _heading(buku: Buku, sheet: Worksheet) -> int:
    laporan = buku.laporan
    row = styles.kop(sheet, buku.styles, laporan.kantor, AKHIR)
    lines = (
        "RINGKASAN CAKUPAN KEPEMILIKAN AKTA PENCATATAN SIPIL",
        laporan.kantor.provinsi.upper(),
        marks.keadaan(laporan),
    )
    row = styles.title(sheet, buku.styles, row, AKHIR, lines) - 1
    source = marks.sumber(laporan.acuan)
    styles.merge(sheet, (row, 0, row, AKHIR), source, buku.styles("sumber"))
    return row + 2


def _document(buku: Buku, sheet: Worksheet, row: int, number: int, rekap: Rekap) -> None:
    place, look = buku.letak[rekap.dokumen.kode], buku.styles
    tables.put(sheet, row, 0, number, look("sel", "tengah"))
    tables.put(sheet, row, 1, rekap.dokumen.nama, look("sel", "teks"))
    for column, isi in STOK:
        if place.punya(isi):
            total = nilai.atau_kosong(nilai.jumlah(rekap, isi))
            link = rumus.tautan(place.luar(place.jumlah, isi))
            sheet.write_formula(row, column, link, look("sel", "angka"), total)
        else:
            tables.put(sheet, row, column, None, look("sel"))
    _percents(buku, sheet, row, rekap, place)
    _against_target(buku, sheet, row, rekap, place)
    notes = [marks.CONTOH.capitalize()] if rekap.contoh else []
    if place.punya_target(rekap) and konfirmasi.belum_pasti(rekap.sasaran, "target"):
        notes.append("Target belum dikonfirmasi")
    tables.put(sheet, row, AKHIR, "; ".join(notes), look("sel", "miring", "muat"))


def _percents(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap, place: Letak) -> None:
    style, total = buku.styles("sel", "persen"), rekap.provinsi
    before = None if total.persen_lalu is None else total.persen_lalu / 100
    if place.punya("persen"):
        link = rumus.tautan(place.luar(place.jumlah, "persen"))
        sheet.write_formula(row, 5, link, style, nilai.persen(total.persen))
        tables.put(sheet, row, 6, before, style)
    else:
        tables.put(sheet, row, 5, BLANK, style)
        tables.put(sheet, row, 6, BLANK, style)


def _against_target(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap, place: Letak) -> None:
    look = buku.styles
    reported = f"{rekap.terlapor} dari {len(rekap.baris)}"
    tables.put(sheet, row, 9, rekap.kategori, look("sel", "tengah"))
    tables.put(sheet, row, 10, reported, look("sel", "tengah"))
    if place.punya_target(rekap):
        style, target = look("sel", "persen"), nilai.persen(rekap.sasaran.target)
        reached = nilai.persen(rekap.capaian)
        sheet.write_formula(row, 7, rumus.tautan(place.sel_target), style, target)
        sheet.write_formula(row, 8, rumus.tautan(place.sel_capaian), style, reached)
    else:
        tables.put_row(sheet, row, (BLANK, BLANK), (look("sel", "tengah"),) * 2, 7)
    _short(buku, sheet, row, rekap, place)


def _short(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap, place: Letak) -> None:
    look = buku.styles
    if not place.punya("kurang"):
        tables.put_row(sheet, row, (BLANK, BLANK), (look("sel", "tengah"),) * 2, 11)
        return
    count = f'=COUNTIF({place.luar_rentang("kurang")},">0")'
    below = len(nilai.di_bawah_target(rekap))
    sheet.write_formula(row, 11, count, look("sel", "tengah"), below)
    short = nilai.atau_kosong(nilai.jumlah(rekap, "kurang"))
    link = rumus.tautan(place.luar(place.jumlah, "kurang"))
    sheet.write_formula(row, 12, link, look("sel", "angka"), short)


def _below(buku: Buku, sheet: Worksheet, row: int) -> int:
    """The regions below a target, the largest gap first; returns the next free row."""
    listed, left = _terpilih(buku.laporan.rekap)
    found = [pair for pairs in listed for pair in pairs]
    year = Periode.parse(buku.laporan.periode).year
    sheet.write_string(row, 1, f"KABUPATEN/KOTA DI BAWAH TARGET TAHUN {year}", buku.styles("tebal"))
    if not found:
        text = "Tidak ada kabupaten/kota di bawah target, atau target belum ditetapkan."
        sheet.write_string(row + 1, 1, text, buku.styles("miring"))
        return row + 2
    heads = ("NO", "KABUPATEN/KOTA", "WAJIB AKTA", "MEMILIKI", "BELUM", "CAKUPAN (%)", "KURANG")
    start = tables.head(sheet, buku.styles, row + 1, (*heads, "DOKUMEN"))
    for number, (rekap, one) in enumerate(found, 1):
        _below_row(buku, sheet, start + number - 1, number, rekap, one)
    if not left:
        return start + len(found)
    text = f"dan {left} lainnya dengan kekurangan lebih kecil: lihat lembar dokumennya"
    sheet.write_string(start + len(found), 1, text, buku.styles("keterangan"))
    return start + len(found) + 1


def _terpilih(
    recaps: Sequence[Rekap],
) -> tuple[list[list[tuple[Rekap, BarisRekap]]], int]:
    """Each document's regions below its target, as many as the page has room for; who is left."""
    found = [[(rekap, one) for one in nilai.di_bawah_target(rekap)] for rekap in recaps]
    room = max(TERSEDIKIT, MUAT // max(1, sum(map(bool, found))))
    listed = [pairs[:room] for pairs in found] if sum(map(len, found)) > MUAT else found
    return listed, sum(map(len, found)) - sum(map(len, listed))


def _below_row(
    buku: Buku, sheet: Worksheet, row: int, number: int, rekap: Rekap, one: BarisRekap
) -> None:
    place, look = buku.letak[rekap.dokumen.kode], buku.styles
    line = place.pertama + rekap.baris.index(one)
    tables.put(sheet, row, 0, number, look("sel", "tengah"))
    tables.put(sheet, row, 1, one.nama, look("sel", "teks", "muat"))
    for column, isi in (*STOK, KURANG):
        if place.punya(isi):
            value = nilai.atau_kosong(nilai.hitungan(one, isi))
            link = rumus.tautan(place.luar(line, isi))
            sheet.write_formula(row, column, link, look("sel", "angka"), value)
    link = rumus.tautan(place.luar(line, "persen"))
    sheet.write_formula(row, 5, link, look("sel", "persen"), nilai.persen(one.persen))
    tables.put(sheet, row, 7, rekap.dokumen.singkat, look("sel", "teks"))


def _sign(buku: Buku, sheet: Worksheet, row: int) -> int:
    laporan = buku.laporan
    return styles.signatures(
        sheet,
        buku.styles,
        row,
        ((1, 3), (8, AKHIR)),
        marks.tempat_tanggal(laporan.kantor.kota, marks.tanggal_surat(laporan)),
        marks.pejabat(laporan, "kabid"),
        marks.pejabat(laporan, "kasi"),
    )
