"""The ranking: for every document with a percent a page of ordered regions and their bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.laporan import BarisRekap, Rekap
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.rekap import grafik, nilai
from civreg_tui.papers.rekap.buku import Buku
from civreg_tui.papers.sel import nama_sel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KEPALA = (
    "PERING-\nKAT",
    "KODE",
    "KABUPATEN/KOTA",
    "WAJIB AKTA",
    "MEMILIKI",
    "CAKUPAN (%)",
    "TARGET (%)",
    "KURANG (AKTA)",
    "BULAN LALU (%)",
    "NAIK/TURUN (POIN)",
)
LEBAR = (8, 8, 27, 12, 12, 10.5, 10, 10, 10, 10.5)
KOLOM_GRAFIK = len(KEPALA) + 1
LEBAR_GRAFIK = 9
"""Columns of standard width that the chart lies over."""
SKALA = 72
TINGGI = 26
BARIS_KOP = 4


def write_peringkat(buku: Buku, sheet: Worksheet) -> None:
    """Fill the ranking sheet, a page a document."""
    last = KOLOM_GRAFIK + LEBAR_GRAFIK - 1
    tables.widths(sheet, LEBAR)
    sheet.set_column(len(LEBAR), len(LEBAR), 2)
    row, breaks = styles.kop(sheet, buku.styles, buku.laporan.kantor, last), []
    starts = []
    for rekap in buku.laporan.rekap:
        if not buku.letak[rekap.dokumen.kode].punya("persen"):
            continue
        starts.append(row)
        row = _block(buku, sheet, row, last, rekap)
        breaks.append(row)
    styles.page(sheet, buku.halaman, repeat=(0, BARIS_KOP - 1), scale=SKALA)
    sheet.set_h_pagebreaks(breaks[:-1])
    sheet.print_area(0, 0, max(row - 1, BARIS_KOP), last)
    sheet.freeze_panes(BARIS_KOP, 3)
    styles.stamp_draf(sheet, buku.halaman, [start + 4 for start in starts], 3)


def _block(buku: Buku, sheet: Worksheet, row: int, last: int, rekap: Rekap) -> int:
    lines = (f"PERINGKAT CAKUPAN {rekap.dokumen.nama.upper()}", marks.keadaan(buku.laporan))
    row = styles.title(sheet, buku.styles, row, last, lines) - 1
    source = marks.sumber(rekap.acuan or buku.laporan.acuan, contoh=rekap.contoh)
    styles.merge(sheet, (row, 0, row, last), source, buku.styles("sumber"))
    top = row + 2
    row = tables.head(sheet, buku.styles, top, KEPALA)
    ordered = sorted(rekap.baris, key=lambda one: (one.peringkat or 10**9, one.kode))
    for offset, one in enumerate(ordered):
        _row(buku, sheet, row + offset, rekap, one)
        sheet.set_row(row + offset, TINGGI)
    _chart(buku, sheet, (top, row), rekap, ordered)
    note = konfirmasi.catatan((rekap,), "target")
    if note and buku.letak[rekap.dokumen.kode].punya_target(rekap):
        sheet.write_string(row + len(ordered), 0, note, buku.styles("keterangan"))
    return row + len(ordered) + 2


def _row(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap, one: BarisRekap) -> None:
    place, look = buku.letak[rekap.dokumen.kode], buku.styles
    line = place.pertama + rekap.baris.index(one)

    def link(column: int, cell: str, style: str, value: nilai.Hasil) -> None:
        sheet.write_formula(row, column, rumus.tautan(cell), look("sel", style), value)

    link(0, place.luar(line, "peringkat"), "tengah", nilai.atau_kosong(one.peringkat))
    tables.put(sheet, row, 1, one.kode, look("sel", "teks", "tengah"))
    tables.put(sheet, row, 2, singkat(one.nama), look("sel", "teks", "muat"))
    part, whole = place.pecahan or (("memiliki", "jml"), ("wajib", "jml"))
    for column, key in ((3, whole), (4, part)):
        link(column, place.luar(line, *key), "angka", nilai.atau_kosong(nilai.hitungan(one, *key)))
    link(5, place.luar(line, "persen"), "persen", nilai.persen(one.persen))
    tables.put_row(sheet, row, (None, None), (look("sel"),) * 2, 6)
    if place.punya_target(rekap):
        link(6, place.sel_target, "persen", nilai.persen(rekap.sasaran.target))
    if place.punya("kurang"):
        link(7, place.luar(line, "kurang"), "angka", nilai.atau_kosong(one.kekurangan))
    _change(buku, sheet, row, one)


def _change(buku: Buku, sheet: Worksheet, row: int, one: BarisRekap) -> None:
    before = None if one.persen_lalu is None else one.persen_lalu / 100
    tables.put(sheet, row, 8, before, buku.styles("sel", "persen"))
    both = one.persen is not None and one.persen_lalu is not None
    change = ((one.persen or 0) - (one.persen_lalu or 0)) / 100 if both else ""
    formula = rumus.selisih(nama_sel(row, 5), nama_sel(row, 8))
    sheet.write_formula(row, 9, formula, buku.styles("sel", "poin"), change)


def _chart(
    buku: Buku, sheet: Worksheet, at: tuple[int, int], rekap: Rekap, ordered: list[BarisRekap]
) -> None:
    top, first = at
    data = grafik.Rentang(sheet.get_name(), first, first + len(ordered) - 1)
    target = 6 if buku.letak[rekap.dokumen.kode].punya_target(rekap) else None
    below = [bool(one.kekurangan) for one in ordered]
    percents = [one.persen for one in ordered if one.persen is not None]
    title = "Cakupan (arsir = di bawah target)" if any(below) else "Cakupan"
    chart = grafik.batang(buku.book, data, (2, 5, target), below, title, percents)
    chart.set_size(
        {"width": 64 * LEBAR_GRAFIK - 4, "height": 56 + (TINGGI * len(ordered)) * 4 // 3}
    )
    note = f"Cakupan {rekap.dokumen.nama} per kabupaten/kota"
    sheet.insert_chart(top, KOLOM_GRAFIK, chart, {"description": note, "object_position": 2})


def singkat(nama: str) -> str:
    """``Kab. Agam`` for Kabupaten Agam, so that names fit beside a chart."""
    return nama.replace("Kabupaten ", "Kab. ", 1)
