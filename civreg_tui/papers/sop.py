"""The SOP time sheet: the seven steps, their standard time and the time the month took."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from civreg_tui.domain.langkah import NAMA_PERAN, Peran
from civreg_tui.domain.laporan import Laporan, WaktuLangkah
from civreg_tui.domain.periode import Periode
from civreg_tui.papers import marks, rumus, styles, tables
from civreg_tui.papers.sel import nama_sel, tetap
from civreg_tui.papers.styles import Halaman, Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

PELAKSANA: tuple[Peran, ...] = ("sekretariat", "kabid", "kasi", "staf")
KEPALA = (
    ("NO", ""),
    ("KEGIATAN", ""),
    *(("PELAKSANA", NAMA_PERAN[peran]) for peran in PELAKSANA),
    ("MUTU BAKU", "Kelengkapan"),
    ("MUTU BAKU", "Waktu (menit)"),
    ("MUTU BAKU", "Output"),
    ("PELAKSANAAN BULAN INI", "Mulai"),
    ("PELAKSANAAN BULAN INI", "Selesai"),
    ("PELAKSANAAN BULAN INI", "Waktu (menit)"),
    ("PELAKSANAAN BULAN INI", "Lebih/kurang"),
    ("PELAKSANAAN BULAN INI", "Oleh"),
    ("KEADAAN", ""),
)
LEBAR = (5, 46, 12, 8, 8, 8, 28, 9, 28, 15, 15, 9, 14, 14, 13)
BAKU, PAKAI, SELISIH = 7, 11, 12
TANDA = "■"


def write_sop(laporan: Laporan) -> bytes:
    """The time sheet as a workbook of its own; the same month gives the same bytes."""
    buffer = BytesIO()
    title = f"Waktu Pelaksanaan SOP {Periode.parse(laporan.periode).label}"
    book = styles.new_book(buffer, title, laporan.kantor.bidang, marks.created(laporan))
    sheet = book.add_worksheet("Waktu SOP")
    write_waktu(sheet, Styles(book), laporan, Halaman.dari(laporan))
    book.close()
    return buffer.getvalue()


def write_waktu(sheet: Worksheet, look: Styles, laporan: Laporan, halaman: Halaman) -> None:
    """Fill a sheet with the seven steps, the sums and the signatures."""
    last = len(KEPALA) - 1
    tables.widths(sheet, LEBAR)
    row = styles.kop(sheet, look, laporan.kantor, last)
    month = Periode.parse(laporan.periode).label.upper()
    lines = ["WAKTU PELAKSANAAN STANDAR OPERASIONAL PROSEDUR", laporan.sop.upper()]
    heads = styles.title(sheet, look, row, last, [*filter(None, lines), f"BULAN {month}"])
    numbers = [str(i) for i in range(1, last + 2)]
    numbers[SELISIH] = f"{SELISIH + 1}=({PAKAI + 1}-{BAKU + 1})"
    first = tables.heads(sheet, look, heads, KEPALA, numbers, tables.TINGGI_KEPALA)
    for offset, step in enumerate(laporan.waktu):
        _step(sheet, look, first + offset, step)
    total = first + len(laporan.waktu)
    _totals(sheet, look, first, total, laporan)
    end = _sign(sheet, look, total + 2, laporan)
    styles.page(sheet, halaman, repeat=(heads, heads + 2), tall=1)
    sheet.print_area(0, 0, end - 1, last)
    sheet.freeze_panes(first, 2)
    styles.stamp_draf(sheet, halaman, [first], 2)


def _step(sheet: Worksheet, look: Styles, row: int, step: WaktuLangkah) -> None:
    langkah = step.langkah
    marked = [TANDA if peran == langkah.pelaksana else "" for peran in PELAKSANA]
    text, middle = look("sel", "bungkus"), look("sel", "tengah")
    count = look("sel", "angka", "tengah")
    when = look("sel", "bungkus", "tengah")
    tables.put_row(sheet, row, (langkah.no, langkah.kegiatan), (middle, text))
    tables.put_row(sheet, row, marked, (middle,) * len(PELAKSANA), 2)
    standard = (langkah.kelengkapan, langkah.menit, langkah.keluaran)
    tables.put_row(sheet, row, standard, (text, count, text), 6)
    times = (marks.waktu(step.mulai), marks.waktu(step.selesai), step.menit)
    tables.put_row(sheet, row, times, (when, when, count), 9)
    difference = "" if step.menit is None else step.menit - langkah.menit
    sheet.write_formula(
        row, SELISIH, _difference(row), look("sel", "selisih", "tengah"), difference
    )
    tables.put_row(sheet, row, (step.oleh or "", step.state), (text, when), 13)
    texts = (langkah.kegiatan, langkah.kelengkapan, langkah.keluaran)
    sheet.set_row(row, tables.wrapped_height(texts, (LEBAR[1], LEBAR[6], LEBAR[8])))


def _difference(row: int) -> str:
    return rumus.selisih(nama_sel(row, PAKAI), nama_sel(row, BAKU))


def _totals(sheet: Worksheet, look: Styles, first: int, total: int, laporan: Laporan) -> None:
    style = look("sel", "jumlah", "angka", "tengah")
    styles.merge(sheet, (total, 0, total, BAKU - 1), "JUMLAH", look("sel", "jumlah", "tengah"))
    for column in range(BAKU, len(KEPALA)):
        tables.put(sheet, total, column, None, look("sel", "jumlah"))
    used = [step.menit for step in laporan.waktu if step.menit is not None]
    sums: tuple[tuple[int, int | str], ...] = (
        (BAKU, sum(step.langkah.menit for step in laporan.waktu)),
        (PAKAI, sum(used) if used else ""),
    )
    for column, value in sums:
        formula = rumus.jumlah(f"{tetap(first, column)}:{tetap(total - 1, column)}")
        sheet.write_formula(total, column, formula, style, value)


def _sign(sheet: Worksheet, look: Styles, row: int, laporan: Laporan) -> int:
    return styles.signatures(
        sheet,
        look,
        row,
        ((1, 1), (9, 14)),
        marks.tempat_tanggal(laporan.kantor.kota, marks.tanggal_surat(laporan)),
        marks.pejabat(laporan, "kabid"),
        marks.pejabat(laporan, "kasi"),
    )
