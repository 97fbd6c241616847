"""The LAKIP Bidang as a text document: cover, preface, contents, chapters, landscape appendix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import BagianLakip, Edisi, Frasa, judul
from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers import docx_base, docx_xml, marks
from civreg_tui.papers.lakip import daftar_isi, gaya, sampul
from civreg_tui.papers.lakip.halaman import TataHalaman
from civreg_tui.papers.lakip.isi_docx import Penulis
from civreg_tui.papers.styles import Halaman

if TYPE_CHECKING:
    from docx.document import Document

KERTAS = replace(docx_base.F4, tepi=(25, 20, 20, 25))
LEBAR = KERTAS.lebar - KERTAS.tepi[1] - KERTAS.tepi[3]
LEBAR_MENDATAR = KERTAS.tinggi - KERTAS.tepi[1] - KERTAS.tepi[3]
DAFTAR_ISI = BagianLakip("daftar_isi", 1, "", "DAFTAR ISI")
PENGANTAR = "pengantar"


def write_lakip(
    laporan: Laporan,
    bagian: Sequence[BagianLakip],
    edisi: Edisi,
    frasa: Frasa | None = None,
    *,
    disampaikan: bool = True,
) -> bytes:
    """The LAKIP's .docx bytes; the same report and sections give the same bytes.

    ``frasa`` (the delivered wording without it) gives the title. What is not ``disampaikan``
    carries DRAF on every page.
    """
    title = judul(laporan, edisi, frasa or load_phrases())
    document = docx_base.new_document(KERTAS)
    gaya.siapkan(document)
    sampul.sampul(document, laporan, title)
    writer, flow = Penulis(document, LEBAR), TataHalaman(KERTAS, halaman=2)
    contents = _isi(writer, laporan, bagian)
    flow.alirkan(writer.blok)
    _lampiran(writer, flow, [b for b in bagian if b.lampiran])
    _tandai(document, Halaman.lakip(laporan, disampaikan=disampaikan))
    for line in reversed(daftar_isi.daftar_isi(bagian, flow.letak)):
        contents.addnext(line)
    name = f"{title[0]} {laporan.kantor.bidang} {title[1]}"
    return docx_base.save(document, name, laporan.kantor.bidang, marks.created(laporan))


def _isi(writer: Penulis, laporan: Laporan, bagian: Sequence[BagianLakip]) -> Any:
    """Preface, the place for the contents, and the chapters; returns the contents' heading."""
    for section in (b for b in bagian if b.id == PENGANTAR):
        sampul.kop(writer.document, laporan)
        writer.bagian(section, '<w:pageBreakBefore w:val="0"/><w:spacing w:before="360"/>')
        sampul.tanda_tangan(writer.document, laporan)
    heading = writer.judul_depan(DAFTAR_ISI)
    for section in (b for b in bagian if b.id != PENGANTAR and not b.lampiran):
        writer.bagian(section)
    return heading


def _lampiran(writer: Penulis, flow: TataHalaman, bagian: Sequence[BagianLakip]) -> None:
    """The validated recaps on landscape pages of their own."""
    if not bagian:
        return
    section = writer.document.add_section()
    section.different_first_page_header_footer = False
    docx_base.set_paper(section, KERTAS.mendatar)
    flow.ganti_kertas(KERTAS.mendatar)
    writer.lebar, writer.blok = LEBAR_MENDATAR, []
    for part in bagian:
        writer.bagian(part)
    flow.alirkan(writer.blok)


def _tandai(document: Document, halaman: Halaman) -> None:
    """Footers and the DRAF mark on every page, the cover without a page number."""
    for index, section in enumerate(document.sections):
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        docx_base.mark_pages(section, halaman)
        if index == 0:
            section.different_first_page_header_footer = True
            if halaman.draf:
                cover = section.first_page_header
                docx_xml.slanted_watermark(cover.paragraphs[0], marks.DRAF)
