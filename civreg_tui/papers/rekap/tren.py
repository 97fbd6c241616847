"""The trend: the province's last twelve months of every document, as a table and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.laporan import Rekap, TitikSeri
from civreg_tui.domain.numbers import BLANK
from civreg_tui.domain.periode import SETAHUN, Periode
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.rekap import grafik, nilai
from civreg_tui.papers.rekap.buku import Buku
from civreg_tui.papers.sel import nama_sel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KEPALA = ("BULAN", "ACUAN", "WAJIB AKTA", "MEMILIKI", "CAKUPAN (%)", "TARGET (%)")
LEBAR = (19, 28, 13, 13, 12, 12)
KOLOM_GRAFIK = len(KEPALA) + 1
LEBAR_GRAFIK = 10
TINGGI = 17
SKALA = 72
BLOK_PER_HALAMAN = 2
CONTOH = " *"


def write_tren(buku: Buku, sheet: Worksheet) -> None:
    """Fill the trend sheet, two documents a page."""
    last = KOLOM_GRAFIK + LEBAR_GRAFIK - 1
    tables.widths(sheet, LEBAR)
    sheet.set_column(len(LEBAR), len(LEBAR), 2)
    row = kop = styles.kop(sheet, buku.styles, buku.laporan.kantor, last)
    heading = ("PERKEMBANGAN 12 BULAN TERAKHIR", buku.laporan.kantor.provinsi.upper())
    row = kop = styles.title(sheet, buku.styles, row, last, heading)
    starts = []
    for rekap in buku.laporan.rekap:
        starts.append(row)
        row = _block(buku, sheet, row, rekap)
    styles.page(sheet, buku.halaman, repeat=(0, kop - 1), scale=SKALA)
    pages = starts[::BLOK_PER_HALAMAN]
    sheet.set_h_pagebreaks(pages[1:])
    sheet.print_area(0, 0, row - 1, last)
    sheet.freeze_panes(kop, 1)
    styles.stamp_draf(sheet, buku.halaman, [page + 4 for page in pages], 3)


def _block(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap) -> int:
    look, points = buku.styles, rekap.seri[-SETAHUN:]
    sheet.write_string(row, 0, rekap.dokumen.nama.upper(), look("tebal"))
    sheet.set_row(row, TINGGI)
    first = tables.head(sheet, look, row + 1, KEPALA)
    for offset, point in enumerate(points):
        _row(buku, sheet, first + offset, rekap, point)
        sheet.set_row(first + offset, TINGGI)
    end = first + max(1, len(points))
    if not points:
        sheet.write_string(first, 0, "Belum ada bulan sebelumnya.", look("miring"))
    notes = [konfirmasi.catatan((rekap,), "target")] if rekap.dokumen.penyebut else []
    if any(contoh(buku, rekap, point) for point in points):
        notes.insert(0, f"* {marks.CONTOH.lower()}")
    if any(notes):
        text = "; ".join(note for note in notes if note)
        sheet.write_string(end, 0, text, look("keterangan"))
    _chart(buku, sheet, (row, first), rekap, points)
    return max(end, first + SETAHUN) + 2


def _row(buku: Buku, sheet: Worksheet, row: int, rekap: Rekap, point: TitikSeri) -> None:
    look = buku.styles
    month = Periode.parse(point.periode)
    same_year = month.year == Periode.parse(buku.laporan.periode).year
    target = rekap.sasaran.target if same_year else None
    label = month.label + (CONTOH if contoh(buku, rekap, point) else "")
    tables.put(sheet, row, 0, label, look("sel", "teks"))
    tables.put(sheet, row, 1, point.acuan, look("sel", "teks"))
    wajib = point.wajib if rekap.dokumen.penyebut else BLANK
    tables.put(sheet, row, 2, wajib, look("sel", "angka"))
    tables.put(sheet, row, 3, point.memiliki, look("sel", "angka"))
    style = look("sel", "persen")
    if point.persen is None:
        # An empty result of a formula would be drawn as zero; a blank cell is a gap.
        tables.put(sheet, row, 4, None, style)
    elif point.persen == ratio_hundredths(point.memiliki, point.wajib):
        formula = rumus.persen(nama_sel(row, 3), nama_sel(row, 2))
        sheet.write_formula(row, 4, formula, style, nilai.persen(point.persen))
    else:
        tables.put(sheet, row, 4, nilai.persen(point.persen), style)
    goal = None if target is None else target / 100
    tables.put(sheet, row, 5, goal, style)


def contoh(buku: Buku, rekap: Rekap, point: TitikSeri) -> bool:
    """Whether a month's figures are examples; the current month's recap knows its own."""
    return point.contoh or (rekap.contoh and point.periode == buku.laporan.periode)


def _chart(
    buku: Buku,
    sheet: Worksheet,
    at: tuple[int, int],
    rekap: Rekap,
    points: tuple[TitikSeri, ...],
) -> None:
    if not points:
        return
    top, first = at
    data = grafik.Rentang(sheet.get_name(), first, first + len(points) - 1)
    percents = [point.persen for point in points if point.persen is not None]
    target = 5 if percents and rekap.sasaran.target is not None else None
    values, unit = (4, "Cakupan (%)") if percents else (3, "Jumlah akta")
    shown = [*percents, *([rekap.sasaran.target] if target and rekap.sasaran.target else [])]
    bounds = (min(shown) // 100 - 1, -(-max(shown) // 100) + 1) if percents else (None, None)
    columns = (0, values, target)
    chart = grafik.tren(buku.book, data, columns, rekap.dokumen.nama, unit, bounds)
    chart.set_size({"width": 64 * LEBAR_GRAFIK - 4, "height": 70 + TINGGI * SETAHUN * 4 // 3})
    options = {"description": f"Tren {rekap.dokumen.nama}", "object_position": 2, "y_offset": 6}
    sheet.insert_chart(top, KOLOM_GRAFIK, chart, options)
