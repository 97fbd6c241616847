"""A kabupaten/kota's own sheet: all documents, its place, its trend, to send back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.laporan import BarisRekap, Laporan, Rekap, TitikSeri
from civreg_tui.domain.numbers import BLANK
from civreg_tui.domain.periode import SETAHUN, Periode
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.rekap import grafik, nilai
from civreg_tui.papers.sel import nama_lembar, nama_sel
from civreg_tui.papers.styles import Halaman, Styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

KEPALA = (
    "NO",
    "DOKUMEN",
    "WAJIB AKTA",
    "MEMILIKI",
    "BELUM MEMILIKI",
    "CAKUPAN (%)",
    "BULAN LALU (%)",
    "PROVINSI (%)",
    "TARGET (%)",
    "KURANG DARI TARGET",
    "PERINGKAT",
)
LEBAR = (5, 34, 13, 13, 13, 12, 12, 12, 12, 14, 13)
KEPALA_TREN = ("NO", "BULAN", "WAJIB AKTA", "MEMILIKI", "CAKUPAN (%)")
AKHIR = len(KEPALA) - 1
KOLOM_GRAFIK = 6


def write_kabupaten(laporan: Laporan, kode: str, seri: Sequence[TitikSeri] = ()) -> bytes:
    """The sheet of the region with that code as a workbook; ValueError for an unknown code.

    ``seri`` holds the region's own months up to this one; without it there is no trend.
    """
    name = _rows(laporan, kode)[0][1].nama
    return _book(laporan, f"Cakupan Kepemilikan Akta {name}", {kode: seri})


def write_semua_kabupaten(laporan: Laporan, seri: Mapping[str, Sequence[TitikSeri]]) -> bytes:
    """One workbook with a sheet for every region, in the recaps' order; ``seri`` by code."""
    codes = dict.fromkeys(row.kode for rekap in laporan.rekap for row in rekap.baris)
    title = "Cakupan Kepemilikan Akta per Kabupaten/Kota"
    return _book(laporan, title, {kode: seri.get(kode, ()) for kode in codes})


def _book(laporan: Laporan, title: str, regions: Mapping[str, Sequence[TitikSeri]]) -> bytes:
    buffer = BytesIO()
    month = Periode.parse(laporan.periode).label
    made = marks.created(laporan)
    book = styles.new_book(buffer, f"{title} {month}", laporan.kantor.bidang, made)
    look, taken = Styles(book), set[str]()
    for kode, seri in regions.items():
        found = _rows(laporan, kode)
        name = nama_lembar(found[0][1].nama, kode, frozenset(taken))
        taken.add(name.casefold())
        _sheet(book, book.add_worksheet(name), look, laporan, (found, seri))
    book.close()
    return buffer.getvalue()


def _rows(laporan: Laporan, kode: str) -> list[tuple[Rekap, BarisRekap]]:
    found = [(rekap, row) for rekap in laporan.rekap for row in rekap.baris if row.kode == kode]
    if not found:
        raise ValueError(f"Kode {kode} tidak ada pada rekap {laporan.periode}.")
    return found


def _sheet(
    book: Workbook,
    sheet: Worksheet,
    look: Styles,
    laporan: Laporan,
    facts: tuple[Sequence[tuple[Rekap, BarisRekap]], Sequence[TitikSeri]],
) -> None:
    found, seri = facts
    one = found[0][1]
    row = _heading(sheet, look, laporan, one.nama)
    row = _documents(sheet, look, row, found)
    row = _findings(sheet, look, row + 1, laporan, one.kode)
    row = _trends(book, sheet, look, row + 1, (laporan, tuple(seri)))
    end = _sign(sheet, look, row + 1, laporan)
    halaman = Halaman.dari(laporan)
    styles.page(sheet, halaman, landscape=not seri, tall=1)
    sheet.print_area(0, 0, end - 1, AKHIR)
    styles.stamp_draf(sheet, halaman, range(8, end, 36), 2)


def _heading(sheet: Worksheet, look: Styles, laporan: Laporan, name: str) -> int:
    tables.widths(sheet, LEBAR)
    row = styles.kop(sheet, look, laporan.kantor, AKHIR)
    lines = ("CAKUPAN KEPEMILIKAN AKTA PENCATATAN SIPIL", name.upper(), marks.keadaan(laporan))
    row = styles.title(sheet, look, row, AKHIR, lines) - 1
    source = marks.sumber(laporan.acuan)
    styles.merge(sheet, (row, 0, row, AKHIR), source, look("sumber"))
    return row + 2


def _documents(
    sheet: Worksheet, look: Styles, row: int, found: Sequence[tuple[Rekap, BarisRekap]]
) -> int:
    first = tables.head(sheet, look, row, KEPALA)
    for number, (rekap, one) in enumerate(found, 1):
        _document(sheet, look, (first + number - 1, number), rekap, one)
    return first + len(found)


def _document(
    sheet: Worksheet, look: Styles, at: tuple[int, int], rekap: Rekap, one: BarisRekap
) -> None:
    row, number = at
    name = rekap.dokumen.nama + (" *" if rekap.contoh else "")
    tables.put_row(sheet, row, (number, name), (look("sel", "tengah"), look("sel", "teks")))
    if rekap.dokumen.penyebut:
        _coverage(sheet, look, row, one)
    else:
        _deaths(sheet, look, row, one)
    _shortfall(sheet, look, row, rekap, one)
    _beside(sheet, look, row, rekap, one)
    place = f"{one.peringkat} dari {len(rekap.baris)}" if one.peringkat else BLANK
    tables.put(sheet, row, 10, place, look("sel", "tengah"))


def _coverage(sheet: Worksheet, look: Styles, row: int, one: BarisRekap) -> None:
    """Wajib and memiliki as given; belum and percent as formulas over them."""
    count, percent = look("sel", "angka"), look("sel", "persen")
    wajib, have = nama_sel(row, 2), nama_sel(row, 3)
    given = (nilai.hitungan(one, "wajib"), nilai.hitungan(one, "memiliki"))
    tables.put_row(sheet, row, given, (count, count), 2)
    short = nilai.atau_kosong(nilai.hitungan(one, "belum"))
    sheet.write_formula(row, 4, rumus.belum(wajib, have), count, short)
    sheet.write_formula(row, 5, rumus.persen(have, wajib), percent, nilai.persen(one.persen))


def _deaths(sheet: Worksheet, look: Styles, row: int, one: BarisRekap) -> None:
    """A document without wajib: its count, and a percent only where deaths were reported."""
    count, percent = look("sel", "angka"), look("sel", "persen")
    values = (BLANK, nilai.hitungan(one, "memiliki"), BLANK, nilai.persen(one.persen))
    tables.put_row(sheet, row, values, (count, count, count, percent), 2)


def _shortfall(sheet: Worksheet, look: Styles, row: int, rekap: Rekap, one: BarisRekap) -> None:
    """How many more certificates the target takes; blank where more is not better."""
    count = look("sel", "angka")
    if not rekap.dokumen.penyebut or rekap.sasaran.negatif:
        tables.put(sheet, row, 9, None, count)
        return
    needed = rumus.kurang(nama_sel(row, 3), nama_sel(row, 2), nama_sel(row, 8))
    sheet.write_formula(row, 9, needed, count, nilai.atau_kosong(one.kekurangan))


def _beside(sheet: Worksheet, look: Styles, row: int, rekap: Rekap, one: BarisRekap) -> None:
    """What the percent stands beside: last month's, the province's, the target."""
    before, goal = one.persen_lalu, rekap.sasaran.target
    values = (
        None if before is None else before / 100,
        nilai.persen(rekap.provinsi.persen),
        None if goal is None else goal / 100,
    )
    tables.put_row(sheet, row, values, (look("sel", "persen"),) * 3, 6)


def _findings(sheet: Worksheet, look: Styles, row: int, laporan: Laporan, kode: str) -> int:
    notes = [one for one in laporan.temuan if one.temuan.region == kode]
    marked = [f"* {marks.CONTOH}"] if marks.contoh_ada(laporan) else []
    for text in (*marked, konfirmasi.catatan(laporan.rekap, "target")):
        if text:
            sheet.write_string(row, 1, text, look("keterangan"))
            row += 1
    if not notes:
        return row
    sheet.write_string(row, 1, "CATATAN PEMERIKSAAN", look("tebal"))
    for number, one in enumerate(notes, 1):
        reason = f" Alasan: {one.alasan}." if one.alasan else ""
        text = f"{number}. {one.temuan.message}{reason}"
        styles.merge(sheet, (row + number, 1, row + number, AKHIR), text, look("lipat"))
        width = sum(LEBAR[1:])
        sheet.set_row(row + number, tables.wrapped_height((text,), (width,)))
    return row + len(notes) + 1


def _trends(
    book: Workbook,
    sheet: Worksheet,
    look: Styles,
    row: int,
    facts: tuple[Laporan, tuple[TitikSeri, ...]],
) -> int:
    laporan, seri = facts
    for rekap in laporan.rekap:
        points = [point for point in seri if point.dokumen == rekap.dokumen.kode][-SETAHUN:]
        if points:
            row = _trend(book, sheet, look, row, (rekap, points))
    return row


def _trend(
    book: Workbook,
    sheet: Worksheet,
    look: Styles,
    row: int,
    facts: tuple[Rekap, list[TitikSeri]],
) -> int:
    rekap, points = facts
    sheet.write_string(row, 1, rekap.dokumen.nama.upper(), look("tebal"))
    first = tables.head(sheet, look, row + 1, KEPALA_TREN)
    looks = (look("sel", "tengah"), look("sel", "teks"), *(look("sel", "angka"),) * 2)
    for number, point in enumerate(points, 1):
        label = Periode.parse(point.periode).label + (" *" if _contoh(rekap, point) else "")
        line = first + number - 1
        tables.put_row(sheet, line, (number, label, point.wajib, point.memiliki), looks)
        tables.put(sheet, line, 4, nilai.persen(point.persen), look("sel", "persen"))
        sheet.set_row(line, styles.TINGGI_JUDUL)
    percents = [point.persen for point in points if point.persen is not None]
    values, unit = (4, "Cakupan (%)") if percents else (3, "Jumlah akta")
    bounds = (min(percents) // 100 - 1, max(percents) // 100 + 2) if percents else (None, None)
    data = grafik.Rentang(sheet.get_name(), first, first + len(points) - 1)
    columns = (1, values, None)
    chart = grafik.tren(book, data, columns, rekap.dokumen.nama, unit, bounds)
    chart.set_size({"width": 460, "height": 300})
    sheet.insert_chart(row, KOLOM_GRAFIK, chart, {"description": rekap.dokumen.nama})
    return first + max(len(points), SETAHUN) + 1


def _contoh(rekap: Rekap, point: TitikSeri) -> bool:
    """Whether a month's figures are examples; the report's own month says so in its recap."""
    latest = rekap.seri[-1].periode if rekap.seri else ""
    return point.contoh or (rekap.contoh and point.periode == latest)


def _sign(sheet: Worksheet, look: Styles, row: int, laporan: Laporan) -> int:
    place = marks.tempat_tanggal(laporan.kantor.kota, marks.tanggal_surat(laporan))
    kabid, kasi = marks.pejabat(laporan, "kabid"), marks.pejabat(laporan, "kasi")
    return styles.signatures(sheet, look, row, ((1, 3), (6, AKHIR)), place, kabid, kasi)
