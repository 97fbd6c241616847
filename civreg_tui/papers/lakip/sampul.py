"""The cover, and the preface's place for date and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers import docx_base, docx_xml, marks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def sampul(document: Document, laporan: Laporan, judul: tuple[str, str]) -> None:
    """Government and office above, title and span in the middle, Bidang and year below."""
    kantor = laporan.kantor
    _baris(document, kantor.pemerintah, 14, before=20)
    rule = _baris(document, kantor.dinas, 16)
    docx_xml.bottom_rule(rule, "double", 12)
    _baris(document, judul[0], 24, before=180)
    _baris(document, kantor.bidang.upper(), 15, before=16)
    _baris(document, judul[1], 15, before=10)
    _baris(document, marks.keadaan(laporan), 11, before=30, bold=False)
    if marks.contoh_ada(laporan):
        _baris(document, f"(memuat {marks.CONTOH.lower()})", 10, before=4, bold=False)
    _baris(document, kantor.dinas, 13, before=265)
    _baris(document, kantor.provinsi.upper(), 13)
    _baris(document, laporan.periode[:4], 13)


def kop(document: Document, laporan: Laporan) -> None:
    """The letterhead at the head of a new page."""
    before = len(document.paragraphs)
    docx_base.kop(document, laporan.kantor)
    document.paragraphs[before].paragraph_format.page_break_before = True


def _baris(
    document: Document, text: str, size: float, *, before: float = 4, bold: bool = True
) -> Paragraph:
    from docx.shared import Pt

    paragraph = docx_base.line(document, text, size=size, bold=bold, align="center")
    paragraph.paragraph_format.space_before = Pt(before)
    return paragraph


def tanda_tangan(document: Document, laporan: Laporan) -> None:
    """Place and date with the Kabid's signature at the right."""
    kabid = marks.pejabat(laporan, "kabid")
    place = marks.tempat_tanggal(laporan.kantor.kota, marks.tanggal_surat(laporan))
    docx_base.line(document, "")
    docx_base.signatures(document, place, None, kabid)
