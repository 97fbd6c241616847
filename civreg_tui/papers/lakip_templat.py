"""The LAKIP Bidang in the office's own .docx template: its fields filled, its look kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import BagianLakip, Edisi, Frasa, judul
from civreg_tui.domain.lakip.isian import isian_templat
from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers import docx_base, docx_xml, marks
from civreg_tui.papers.lakip import templat_gaya
from civreg_tui.papers.lakip.isi_docx import Penulis
from civreg_tui.papers.lakip.templat_isi import Satuan, belum_dimuat, blok_templat
from civreg_tui.papers.lakip.templat_teks import (
    TemplatSalah,
    alinea_templat,
    isi_alinea,
    isian_tunggal,
    potongan,
    teks,
    tempat,
)
from civreg_tui.papers.styles import Halaman

if TYPE_CHECKING:
    from docx.document import Document

EMU_PER_MM = 36_000
BOOKMARK = 9000
"""The first bookmark number; a template's own stay below."""
_SESUDAH_PEMBARUAN = (
    "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids",
    "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults",
    "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip
"""The settings that must stand behind the one for updating fields."""
TANDA = "tanda"
"""The field for revision, verification code and the audit trail's head."""


def write_lakip_templat(
    laporan: Laporan,
    bagian: Sequence[BagianLakip],
    edisi: Edisi,
    templat: tuple[str, bytes],
    frasa: Frasa | None = None,
    *,
    disampaikan: bool = True,
) -> bytes:
    """The filled template's bytes; the same input gives the same bytes.

    ``templat`` is the file's name and content. TemplatSalah names an unknown field, or what
    of the LAKIP the template would leave out.
    """
    phrases = frasa or load_phrases()
    nama, content = templat
    document = _buka(nama, content)
    plain = isian_templat(laporan, edisi, phrases)
    halaman = Halaman.lakip(laporan, disampaikan=disampaikan)
    plain[TANDA] = halaman.kaki
    plain["tanggal_surat"] = marks.tempat_tanggal("", marks.tanggal_surat(laporan))[2:]
    outline = [entry.id for entry in phrases.kerangka]
    marked = any(TANDA in teks(p) or "kode_verifikasi" in teks(p) for p in alinea_templat(document))
    _isi(document, bagian, plain, outline, nama)
    _tandai(document, halaman, marked=marked)
    _perbarui_daftar_isi(document)
    title = " ".join(judul(laporan, edisi, phrases))
    return docx_base.save(document, title, laporan.kantor.bidang, marks.created(laporan))


def _buka(nama: str, content: bytes) -> Document:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return Document(BytesIO(content))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        raise TemplatSalah(
            f"Templat {nama} bukan berkas .docx yang dapat dibuka. Simpan ulang sebagai "
            "Dokumen Word (.docx), bukan .doc, .dotx atau .docm."
        ) from None


def _isi(
    document: Document,
    bagian: Sequence[BagianLakip],
    plain: Mapping[str, str],
    outline: Sequence[str],
    nama: str,
) -> None:
    """Fill every field; blocks first replace their whole paragraph."""
    blocks = blok_templat(bagian)
    # A section of the other edition is known, and brings nothing.
    blocks |= {f"bagian.{id_}": () for id_ in outline if f"bagian.{id_}" not in blocks}
    writer = _Penulis(document)
    used: list[Satuan] = []
    for paragraph in list(alinea_templat(document)):
        field = isian_tunggal(paragraph)
        if field in blocks:
            _harus_di_badan(document, paragraph, nama)
            used += blocks[field]
            writer.ganti(paragraph, blocks[field])
        else:
            isi_alinea(paragraph, plain, blocks, nama)
    missing = belum_dimuat(bagian, used)
    if missing:
        raise TemplatSalah(_kurang(nama, missing))


def _harus_di_badan(document: Document, paragraph: Any, nama: str) -> None:
    if paragraph.getparent() is not document.element.body:
        raise TemplatSalah(
            f"{tempat(nama, teks(paragraph))}: isian ini berisi alinea dan tabel, jadi tidak dapat "
            "di dalam tabel, kotak teks, kepala atau kaki halaman. Pindahkan ke badan dokumen."
        )


def _kurang(nama: str, missing: Sequence[Satuan]) -> str:
    first = missing[0]
    kind = "bagian" if first.jenis == "teks" else first.jenis
    field = "lampiran" if first.bagian.lampiran else f"{kind}.{first.id}"
    more = f" (dan {len(missing) - 1} lainnya)" if len(missing) > 1 else ""
    return (
        f"Templat {nama} belum memuat {first.sebutan}{more}. "
        f"Tambahkan {{{{{field}}}}}, atau {{{{isi}}}} dan {{{{lampiran}}}} untuk semuanya."
    )


class _Penulis(Penulis):
    """Writes in the place of a paragraph, with the template's own styles and text width."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, 0.0, bookmark=BOOKMARK)
        self._gaya = templat_gaya.siapkan(document)
        self._tempat: Any = None

    def ganti(self, paragraph: Any, pieces: Sequence[Satuan]) -> None:
        """Put the pieces where the paragraph stands; a section's end in it is kept."""
        self._tempat, self.lebar = paragraph, lebar_teks(paragraph)
        for piece in pieces:
            self._satuan(piece)
        if paragraph.pPr is not None and paragraph.pPr.sectPr is not None:
            for node in potongan(paragraph):
                node.text = ""
        else:
            paragraph.getparent().remove(paragraph)

    def _satuan(self, piece: Satuan) -> None:
        section = piece.bagian
        if piece.jenis == "judul":
            self.judul(section)
        elif piece.jenis == "teks":
            self.teks(section)
        elif piece.jenis == "tabel":
            self.tabel_(next(table for table in section.tabel if table.id == piece.id))
        else:
            self.grafik_(next(chart for chart in section.grafik if chart.id == piece.id))

    def _tambah(self, element: Any) -> None:
        templat_gaya.terapkan(element, self._gaya)
        self._tempat.addprevious(element)


def lebar_teks(paragraph: Any) -> float:
    """The width of the text in millimetres on the pages where a body paragraph stands."""
    from docx.oxml.ns import qn

    later = (paragraph, *paragraph.itersiblings())
    found = (next(element.iter(qn("w:sectPr")), None) for element in later)
    section = next((s for s in found if s is not None), None)
    if section is None or section.page_width is None:
        return docx_base.F4.lebar - docx_base.F4.tepi[1] - docx_base.F4.tepi[3]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return float((section.page_width - margins) / EMU_PER_MM)


def _tandai(document: Document, halaman: Halaman, *, marked: bool) -> None:
    """DRAF behind every page, and the revision's mark at the foot where the template has none."""
    for index, section in enumerate(document.sections):
        headers, footers = [section.header], [section.footer]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
            footers.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
            footers.append(section.even_page_footer)
        if halaman.draf:
            for header in (h for h in headers if index == 0 or not h.is_linked_to_previous):
                holder = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
                docx_xml.slanted_watermark(holder, marks.DRAF)
        if not marked:
            for footer in (f for f in footers if index == 0 or not f.is_linked_to_previous):
                docx_base.line(footer, halaman.kaki, size=8)


def _perbarui_daftar_isi(document: Document) -> None:
    """Let the word processor make a table of contents of the template's own anew on opening."""
    from docx.oxml.ns import qn

    codes = document.element.body.iter(qn("w:instrText"))
    if any((code.text or "").strip().startswith("TOC") for code in codes):
        update = docx_xml.element("w:updateFields", val="true")
        document.settings.element.insert_element_before(update, *_SESUDAH_PEMBARUAN)
