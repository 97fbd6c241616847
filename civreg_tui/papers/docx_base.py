"""What all text documents share: page size, styles, letterhead, signatures, footer, fixed bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, TypedDict, Unpack

from civreg_tui.domain.laporan import Kantor, Pejabat
from civreg_tui.papers import docx_xml, marks
from civreg_tui.papers.styles import FONT, Halaman

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

WATERMARK = 0.42
"""Length of the slanted word as a part of the page's height."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Kertas:
    """A sheet of paper in millimetres: width, height and its margins (top, right, bottom, left)."""

    lebar: float
    tinggi: float
    tepi: tuple[float, float, float, float] = (20, 20, 20, 25)

    @property
    def mendatar(self) -> Kertas:
        """The same sheet turned on its side."""
        return Kertas(self.tinggi, self.lebar, self.tepi)


F4 = Kertas(215, 330)
SETENGAH_FOLIO = Kertas(215, 165, (10, 15, 10, 18))


def new_document(kertas: Kertas = F4, size: float = 11) -> Document:
    """An empty Indonesian document in Arial on the given paper."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(size)
    normal.paragraph_format.space_after = Pt(0)
    docx_xml.set_all_fonts(normal.element, FONT)
    docx_xml.set_language(document.styles.element, "id-ID")
    set_paper(document.sections[0], kertas)
    docx_xml.drop_thumbnail(document)
    return document


def set_paper(section: Section, kertas: Kertas) -> None:
    """Give a section its paper size and margins."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    wide = kertas.lebar > kertas.tinggi
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(kertas.lebar), Mm(kertas.tinggi)
    top, right, bottom, left = kertas.tepi
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = section.footer_distance = Mm(6)


def kop(document: Document, kantor: Kantor, scale: float = 1.0) -> None:
    """The letterhead, centred, closed by the double rule; ``scale`` shrinks it for small paper."""
    line(document, kantor.pemerintah, size=13 * scale, bold=True, align="center")
    line(document, kantor.dinas, size=16 * scale, bold=True, align="center")
    last = line(document, kantor.alamat, size=9 * scale, align="center")
    docx_xml.bottom_rule(last, "double", 12)


class Look(TypedDict, total=False):
    """How a run of text looks: points, weight, and ``left``, ``center``, ``right``, ``justify``."""

    size: float | None
    bold: bool
    underline: bool
    align: str


def line(holder: Document | BlockItemContainer, text: str, **look: Unpack[Look]) -> Paragraph:
    """One new paragraph of plain text."""
    paragraph: Paragraph = holder.add_paragraph()
    write(paragraph, text, **look)
    return paragraph


def write(paragraph: Paragraph, text: str, **look: Unpack[Look]) -> None:
    """Add a run of text to a paragraph; characters that XML forbids are left out."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.shared import Pt

    run = paragraph.add_run(docx_xml.printable(text))
    run.bold, run.underline = look.get("bold") or None, look.get("underline") or None
    size = look.get("size")
    if size is not None:
        run.font.size = Pt(size)
    sides = {
        "center": WD_PARAGRAPH_ALIGNMENT.CENTER,
        "right": WD_PARAGRAPH_ALIGNMENT.RIGHT,
        "justify": WD_PARAGRAPH_ALIGNMENT.JUSTIFY,
    }
    paragraph.alignment = sides.get(look.get("align", "left"), WD_PARAGRAPH_ALIGNMENT.LEFT)


def fill(cell: _Cell, text: str, **look: Unpack[Look]) -> Paragraph:
    """Put text into a table cell's first paragraph."""
    paragraph: Paragraph = cell.paragraphs[0]
    write(paragraph, text, **look)
    return paragraph


def signatures(
    document: Document,
    tempat: str,
    kiri: Pejabat | None,
    kanan: Pejabat,
    size: float = 11,
    kepala_kiri: str = "Mengetahui,",
) -> None:
    """Mengetahui at the left, place and date at the right, four blank lines, name, rank, NIP."""
    table = document.add_table(rows=2, cols=2)
    docx_xml.keep_rows_whole(table)
    for column, head, who in ((0, kepala_kiri, kiri), (1, tempat, kanan)):
        if who is not None:
            sign_head(table.cell(0, column), head, who, size)
            sign_name(table.cell(1, column), who, size)


def sign_head(cell: _Cell, head: str, who: Pejabat, size: float, blank: int = 4) -> None:
    """The upper part of a signature: ``head``, the title, and empty lines for the pen."""
    fill(cell, head, size=size, align="center").paragraph_format.keep_with_next = True
    lines = [line(cell, f"{who.jabatan},", size=size, align="center")]
    lines += [line(cell, "", size=size) for _ in range(blank)]
    for paragraph in lines:
        paragraph.paragraph_format.keep_with_next = True


def sign_name(cell: _Cell, who: Pejabat, size: float) -> None:
    """The lower part of a signature: underlined name, rank and NIP."""
    fill(cell, who.nama, size=size, bold=True, underline=True, align="center")
    if who.pangkat:
        line(cell, who.pangkat, size=size, align="center")
    line(cell, f"NIP. {who.nip}", size=size, align="center")


def mark_pages(section: Section, halaman: Halaman, size: float = 8) -> None:
    """The footer with page n of m, and the slanted DRAF behind the text of every page."""
    footer = section.footer.paragraphs[0]
    write(footer, f"{halaman.kaki}\tHalaman ", size=size)
    docx_xml.right_tab(footer, section)
    docx_xml.field(footer, "PAGE", size)
    write(footer, " dari ", size=size)
    docx_xml.field(footer, "NUMPAGES", size)
    if halaman.draf:
        width = round((section.page_height or 0) / docx_xml.EMU_PER_POINT * WATERMARK)
        header = section.header.paragraphs[0]
        docx_xml.slanted_watermark(header, marks.DRAF, width, width // 3)


def save(document: Document, judul: str, pembuat: str, dibuat: datetime) -> bytes:
    """The document's bytes with its properties; the same document gives the same bytes."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by = judul, pembuat, pembuat
    core.created = core.modified = dibuat
    core.revision, core.comments, core.language = 1, "", "id-ID"
    buffer = BytesIO()
    document.save(buffer)
    return fixed_zip(buffer.getvalue())


def fixed_zip(content: bytes, order: Sequence[str] = ()) -> bytes:
    """The same archive with fixed times, so that equal documents are equal bytes."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in order or source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.external_attr = 0o600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()
