"""The look that all workbooks share: formats, letterhead, title, signatures and the F4 page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.laporan import Kantor, Laporan, Pejabat
from civreg_tui.papers import marks, watermark

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "Arial"
F4 = 14
"""Folio in the paper numbers of workbooks: 8.5 × 13 inches, the office's 215 × 330 mm."""

TINGGI_BARIS = 14
TINGGI_JUDUL = 17
"""Row heights in points, set wherever pictures and charts must stand at the right place."""
GARIS: dict[str, Any] = {"border": 1, "valign": "vcenter", "font_size": 9}
SIFAT: dict[str, dict[str, Any]] = {
    "kop": {"bold": True, "font_size": 13, "align": "center"},
    "kop_dinas": {"bold": True, "font_size": 16, "align": "center"},
    "kop_alamat": {"font_size": 9, "align": "center", "bottom": 6},
    "sumber": {"italic": True, "font_size": 9, "align": "center"},
    "judul": {"bold": True, "font_size": 12, "align": "center"},
    "sel_kiri": {"indent": 1},
    "keterangan": {"italic": True, "font_size": 8, "valign": "top"},
    "sel": GARIS,
    "kepala": GARIS | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#D9D9D9"},
    "nomor": GARIS | {"italic": True, "font_size": 8, "align": "center", "bg_color": "#F2F2F2"},
    "jumlah": GARIS | {"bold": True, "top": 6, "bg_color": "#F2F2F2"},
    "angka": {"num_format": '[$-421]#,##0_-;-#,##0_-;"-"_-', "align": "right"},
    "persen": {"num_format": "[$-421]0.00_-", "align": "right"},
    "poin": {"num_format": "[$-421]+0.00_-;-0.00_-;0.00_-", "align": "right"},
    "selisih": {"num_format": "[$-421]+#,##0_-;-#,##0_-;0_-", "align": "right"},
    "teks": {"num_format": "@"},
    "tengah": {"align": "center"},
    "kiri": {"align": "left"},
    "lipat": {"text_wrap": True, "valign": "top"},
    "bungkus": {"text_wrap": True},
    "tebal": {"bold": True},
    "miring": {"italic": True},
    "garis_bawah": {"underline": 1, "bold": True},
    "buka": {"locked": False, "bg_color": "#FFFFE5"},
    "muat": {"shrink": True},
    "terbuka": {"locked": False},
    "kurang": {"bold": True, "italic": True, "font_color": "#9C0006", "bg_color": "#FFE1DC"},
}
"""Named properties; a format is asked for as a list of these names, later ones win."""


class Styles:
    """The formats of one workbook, each made once: ``styles("sel", "angka", "tebal")``."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, ...], Format] = {}

    def __call__(self, *names: str) -> Format:
        """The format that has the properties of all the names."""
        if names not in self._made:
            merged: dict[str, Any] = {}
            for name in names:
                merged |= SIFAT[name]
            self._made[names] = self._book.add_format(merged)
        return self._made[names]


@dataclass(frozen=True, slots=True)
class Halaman:
    """What is printed on every page: the footer's words at the left, and DRAF or not."""

    kaki: str = ""
    draf: bool = False

    @classmethod
    def dari(cls, laporan: Laporan) -> Halaman:
        """The marks of a month's papers."""
        return cls(marks.tanda_revisi(laporan), laporan.draf)

    @classmethod
    def lakip(cls, laporan: Laporan, *, disampaikan: bool) -> Halaman:
        """The marks of the LAKIP, which stays a draft until it has been delivered."""
        mark = marks.tanda_revisi(laporan, disampaikan=disampaikan)
        return cls(mark, laporan.draf or not disampaikan)


def new_book(buffer: BytesIO, judul: str, pembuat: str, dibuat: datetime) -> Workbook:
    """A workbook written to ``buffer`` on close; its times come from the data."""
    from xlsxwriter import Workbook

    from civreg_tui.papers.lembar_kerja import LembarKerja

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }
    book = Workbook(buffer, options)
    book.worksheet_class = LembarKerja
    book.set_properties({"title": judul, "author": pembuat, "created": dibuat})
    book.set_calc_mode("auto")
    return book


def page(
    sheet: Worksheet,
    halaman: Halaman,
    *,
    repeat: tuple[int, int] | None = None,
    landscape: bool = True,
    tall: int = 0,
    scale: int = 0,
) -> None:
    """F4, fitted to one page's width (and ``tall`` pages) or printed at ``scale`` percent.

    Only with a scale do all spreadsheets honour page breaks. ``repeat`` rows head each page.
    """
    sheet.set_paper(F4)
    (sheet.set_landscape if landscape else sheet.set_portrait)()
    if scale:
        sheet.set_print_scale(scale)
    else:
        sheet.fit_to_pages(1, tall)
    sheet.set_margins(left=0.5, right=0.5, top=0.65, bottom=0.65)
    sheet.center_horizontally()
    sheet.hide_gridlines(1)
    if repeat is not None:
        sheet.repeat_rows(*repeat)
    if halaman.draf:
        mark = f'&"{FONT},Bold"&22&K969696{marks.DRAF}'
        sheet.set_header(f"&L{mark}&R{mark}", {"margin": 0.25})
    kaki = halaman.kaki.replace("&", "&&")[:180]
    sheet.set_footer(f"&L&8{kaki}&R&8Halaman &P dari &N", {"margin": 0.3})


def stamp_draf(
    sheet: Worksheet, halaman: Halaman, rows: Sequence[int], col: int, lebar: float = 0
) -> None:
    """Lay the slanted DRAF over the page at each of the rows, as a picture that prints.

    With ``lebar`` (pixels of the columns from ``col`` on) it is centred on them, and shrunk to fit.
    """
    scale = min(1.0, lebar / watermark.WIDTH) if lebar else 1.0
    left = max(0.0, lebar - watermark.WIDTH) / 2
    place = {"x_scale": scale, "y_scale": scale, "x_offset": left}
    if not halaman.draf:
        return
    for row in rows:
        options = {"image_data": watermark.png(), "object_position": 2, "decorative": True}
        sheet.insert_image(row, col, "draf.png", options | place)


def kop(sheet: Worksheet, styles: Styles, kantor: Kantor, last_col: int) -> int:
    """The letterhead across the columns with its double rule; returns the next free row."""
    lines = (
        (kantor.pemerintah, "kop", 18),
        (kantor.dinas, "kop_dinas", 22),
        (kantor.alamat, "kop_alamat", 16),
    )
    for row, (text, style, height) in enumerate(lines):
        sheet.set_row(row, height)
        merge(sheet, (row, 0, row, last_col), text, styles(style))
    sheet.set_row(len(lines), 6)
    return len(lines) + 1


def title(sheet: Worksheet, styles: Styles, row: int, last_col: int, lines: Sequence[str]) -> int:
    """Centred bold lines; returns the row after one blank line."""
    for text in lines:
        merge(sheet, (row, 0, row, last_col), text, styles("judul"))
        sheet.set_row(row, TINGGI_JUDUL)
        row += 1
    sheet.set_row(row, TINGGI_BARIS)
    return row + 1


def merge(sheet: Worksheet, area: tuple[int, int, int, int], text: str, style: Format) -> None:
    """Text over an area of cells, merged when it is more than one cell; never a formula."""
    if area[:2] == area[2:]:
        sheet.write_string(area[0], area[1], marks.cell_text(text), style)
        return
    sheet.merge_range(*area, "", style)
    sheet.write_string(area[0], area[1], marks.cell_text(text), style)


def signatures(
    sheet: Worksheet,
    styles: Styles,
    row: int,
    columns: tuple[tuple[int, int], tuple[int, int]],
    tempat: str,
    kiri: Pejabat,
    kanan: Pejabat,
) -> int:
    """Mengetahui left, place and date right, four blank lines; returns the next free row."""
    for (first, last), head, who in zip(
        columns, ("Mengetahui,", tempat), (kiri, kanan), strict=True
    ):
        _signature(sheet, styles, (row, first, last), head, who)
    return row + SIGNATURE_ROWS


SIGNATURE_ROWS = 9


def _signature(
    sheet: Worksheet, styles: Styles, place: tuple[int, int, int], head: str, who: Pejabat
) -> None:
    row, first, last = place
    lines = (
        (0, head, "tengah"),
        (1, f"{who.jabatan},", "tengah"),
        (6, who.nama, "garis_bawah"),
        (7, who.pangkat, "tengah"),
        (8, f"NIP. {who.nip}", "tengah"),
    )
    for offset, text, style in lines:
        area = (row + offset, first, row + offset, last)
        merge(sheet, area, text, styles(style, "tengah", "muat"))
