"""The LAKIP's styles: real headings, captions, body text and contents lines, all in Arial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.papers import docx_xml
from civreg_tui.papers.styles import FONT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

UKURAN = 11.0
"""Points of the body text."""
SPASI = 15.5
"""Exact distance of the body's lines in points, so that pages break alike everywhere."""
LEKUK = 7.0
"""Indent of list items in millimetres."""
UKURAN_JUDUL = {1: 13.0, 2: 12.0, 3: 11.0, 4: 11.0}
"""Points of the headings by level."""
JARAK_JUDUL = {1: (0.0, 14.0), 2: (12.0, 6.0), 3: (10.0, 6.0), 4: (8.0, 4.0)}
"""Points above and below the headings by level."""


def siapkan(document: Document) -> None:
    """Define every style the LAKIP uses."""
    _isi(document)
    for level in UKURAN_JUDUL:
        _judul(document, level)
    front = _style(document, "Judul Depan")
    _rupa(front, UKURAN_JUDUL[1], before=0.0, after=14.0, bold=True)
    front.paragraph_format.page_break_before = True
    _rata(front, "CENTER")
    _keterangan(document)
    for level in (1, 2, 3):
        _daftar_isi(document, level)


def _isi(document: Document) -> None:
    from docx.shared import Mm

    body = _style(document, "Body Text")
    _rupa(body, UKURAN, after=8.0, before=0.0)
    _rata(body, "JUSTIFY")
    body.paragraph_format.widow_control = True
    item = _style(document, "List Paragraph")
    _rupa(item, UKURAN, after=4.0, before=0.0)
    _rata(item, "JUSTIFY")
    _jarak_antarbutir(item)
    item.paragraph_format.left_indent = Mm(LEKUK)
    item.paragraph_format.first_line_indent = Mm(-LEKUK)
    item.paragraph_format.tab_stops.add_tab_stop(Mm(LEKUK))


def _judul(document: Document, level: int) -> None:
    style = _style(document, f"Heading {level}")
    before, after = JARAK_JUDUL[level]
    _rupa(style, UKURAN_JUDUL[level], before=before, after=after, bold=True)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.page_break_before = level == 1
    if level == 1:
        _rata(style, "CENTER")


def _keterangan(document: Document) -> None:
    caption = _style(document, "Caption")
    _rupa(caption, 10.0, before=6.0, after=3.0, bold=True)
    _rata(caption, "CENTER")
    caption.paragraph_format.keep_with_next = True
    note = _style(document, "Catatan Tabel")
    _rupa(note, 8.5, before=2.0, after=10.0, italic=True)
    cell = _style(document, "Sel Tabel")
    _rupa(cell, 9.0, before=1.0, after=1.0)


def _daftar_isi(document: Document, level: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    style = _style(document, f"toc {level}")
    _rupa(style, UKURAN, before=6.0 if level == 1 else 0.0, after=2.0, bold=level == 1)
    style.paragraph_format.left_indent = Mm(LEKUK * (level - 1))
    style.paragraph_format.tab_stops.add_tab_stop(
        Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


def _style(document: Document, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name for style in document.styles}
    if name in known:
        found: ParagraphStyle = document.styles[name]
        return found
    builtin = name.startswith("toc ")
    made: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    if builtin:
        made.element.styleId = name.upper().replace(" ", "")
    made.base_style = document.styles["Normal"]
    return made


def _rupa(
    style: ParagraphStyle,
    size: float,
    *,
    before: float,
    after: float,
    bold: bool = False,
    italic: bool = False,
) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt, RGBColor

    font, block = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, italic
    font.color.rgb = RGBColor(0, 0, 0)
    _tanpa_tema(style)
    docx_xml.set_all_fonts(style.element, FONT)
    block.space_before, block.space_after = Pt(before), Pt(after)
    block.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    block.line_spacing = Pt(baris(size))


def baris(size: float) -> float:
    """The exact line distance in points for a type size."""
    return round(size * SPASI / UKURAN * 2) / 2


def _jarak_antarbutir(style: ParagraphStyle) -> None:
    """Word's own list style drops the space between its items."""
    from docx.oxml.ns import qn

    block = style.element.get_or_add_pPr()
    for flag in block.findall(qn("w:contextualSpacing")):
        block.remove(flag)


def _tanpa_tema(style: ParagraphStyle) -> None:
    """Theme fonts would win over Arial."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)


def _rata(style: ParagraphStyle, side: str) -> None:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT

    style.paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT[side]
