"""The example of an office's own template, and small ones for tests.

`python -m tests.unit.lakip.templat_contoh` writes docs/contoh-templat-lakip.docx anew.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt, RGBColor

from civreg_tui.papers import docx_base

CONTOH = Path(__file__).parents[3] / "docs" / "contoh-templat-lakip.docx"
SAMPUL = (
    ("{{pemerintah}}", 14),
    ("{{dinas}}", 16),
    ("", 120),
    ("{{judul}}", 24),
    ("{{bidang}}", 15),
    ("{{waktu}}", 15),
    ("", 120),
    ("{{kota}}, {{tahun}}", 13),
)


def templat(*alinea: str) -> bytes:
    """A plain template with these paragraphs."""
    document = docx_base.new_document()
    for text in alinea:
        document.add_paragraph(text)
    return simpan(document)


def simpan(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def contoh() -> bytes:
    """Cover, preface with signature, chapters in blue headings, landscape appendix."""
    document = docx_base.new_document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    for text, size in SAMPUL:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold, run.font.size = True, Pt(size if text else 11)
        paragraph.paragraph_format.space_before = Pt(size if not text else 6)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Kata Pengantar", style="Title")
    document.add_paragraph("{{bagian.pengantar}}")
    for text in ("{{kota}}, {{tanggal_surat}}", "{{kabid.jabatan}},", "", "", "",
                 "{{kabid.nama}}", "NIP. {{kabid.nip}}"):  # fmt: skip
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("{{isi}}")
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    docx_base.set_paper(wide, docx_base.F4.mendatar)
    document.add_paragraph("{{lampiran}}")
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("{{bidang}} — {{tanda}}").font.size = Pt(8)
    document.styles["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return docx_base.save(document, "Contoh templat LAKIP", "civreg-tui", datetime(2025, 1, 1))


if __name__ == "__main__":
    CONTOH.write_bytes(contoh())
