"""The body of the LAKIP: headings, paragraphs, tables and charts, and the room they take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.lakip import BagianLakip, GrafikLakip, TabelLakip
from civreg_tui.papers.lakip import blok, gaya, grafik_docx, tabel_docx, xml
from civreg_tui.papers.lakip.halaman import Balok

if TYPE_CHECKING:
    from docx.document import Document

_LEKUK = round(gaya.LEKUK * tabel_docx.TWIPS)
_GANTUNG = f'<w:ind w:left="{_LEKUK}" w:hanging="{_LEKUK}"/>'
"""The hanging indent of list items, said at each, since a template's own style may lack it."""
_BUTIR = re.compile(r"(-|•|\d{1,2}[.)]|[a-z][.)])\s+(.+)", re.DOTALL)


@dataclass
class Penulis:
    """Writes sections into a document and counts tables, charts and bookmarks."""

    document: Document
    lebar: float
    tabel: int = 0
    grafik: int = 0
    bookmark: int = 0
    blok: list[Balok] = field(default_factory=list)

    def bagian(self, bagian: BagianLakip, properties: str = "") -> None:
        """A whole section: heading, text (or its empty slot), tables, charts."""
        self.judul(bagian, properties)
        self.teks(bagian)
        for table in bagian.tabel:
            self.tabel_(table)
        for chart in bagian.grafik:
            self.grafik_(chart)

    def teks(self, bagian: BagianLakip) -> None:
        """A section's paragraphs, or its empty slot."""
        for text in bagian.paragraf:
            self.alinea(text)
        if bagian.penilaian and not bagian.paragraf:
            self._slot(bagian)

    def judul_depan(self, bagian: BagianLakip) -> Any:
        """A heading that the table of contents leaves out; returns its paragraph."""
        heading = xml.paragraph("JudulDepan", xml.run(bagian.judul))
        self._tambah(heading)
        self.blok.append(blok.judul(bagian, self.lebar))
        return heading

    def judul(self, bagian: BagianLakip, properties: str = "") -> None:
        """A real heading with a bookmark for the table of contents."""
        content = xml.run(bagian.kepala)
        if bagian.tingkat == 1 and bagian.nomor:
            content = f"{xml.run(bagian.nomor)}<w:r><w:br/></w:r>{xml.run(bagian.judul)}"
        self.bookmark += 1
        marked = xml.bookmark(self.bookmark, nama_bookmark(bagian.id), content)
        self._tambah(xml.paragraph(f"Heading{bagian.tingkat}", marked, properties))
        self.blok.append(blok.judul(bagian, self.lebar))

    def alinea(self, text: str, look: str = "") -> None:
        """A paragraph, or a list item when the text begins like one."""
        item = _BUTIR.match(text)
        if item is None:
            self._tambah(xml.paragraph("BodyText", xml.run(text, look)))
        else:
            mark = "•" if item[1] == "-" else item[1]
            content = f"{xml.run(mark, look)}<w:r><w:tab/></w:r>{xml.run(item[2], look)}"
            self._tambah(xml.paragraph("ListParagraph", content, _GANTUNG))
        body = item[2] if item else text
        self.blok.append(blok.alinea(body, self.lebar, butir=item is not None))

    def _slot(self, bagian: BagianLakip) -> None:
        """An empty part for judgement: said to be empty, with what the data suggest."""
        look = '<w:i/><w:color w:val="9C0006"/>'
        self.alinea("[Bagian ini belum diisi Kepala Bidang. Saran dari data:]", f"<w:b/>{look}")
        for text in bagian.saran:
            self.alinea(f"- {text}", look)

    def tabel_(self, table: TabelLakip) -> None:
        """A numbered caption, the table, and its note."""
        self.tabel += 1
        self._keterangan("Tabel", self.tabel, table.judul)
        self._tambah(tabel_docx.tabel_xml(table, self.lebar))
        self.blok.append(blok.tabel(table, self.lebar))
        self._catatan(table.catatan)

    def grafik_(self, chart: GrafikLakip) -> None:
        """The chart with its numbered caption above and its note below."""
        if not chart.batang:
            return
        self.grafik += 1
        self._keterangan("Gambar", self.grafik, chart.judul)
        holder = xml.element(f"<w:p {xml.NS}><w:pPr><w:keepNext/></w:pPr></w:p>")
        holder.append(grafik_docx.gambar(self.document, chart, self.lebar, self.grafik))
        self._tambah(holder)
        self.blok.append(blok.grafik(chart))
        self._catatan(catatan_grafik(chart))

    def _keterangan(self, kind: str, number: int, title: str) -> None:
        counter = xml.field(f"SEQ {kind} \\* ARABIC", str(number))
        content = xml.run(f"{kind} ") + counter + xml.run(f". {title}")
        self._tambah(xml.paragraph("Caption", content, "<w:keepNext/>"))
        self.blok.append(blok.keterangan(f"{kind} {number}. {title}", self.lebar))

    def _catatan(self, text: str) -> None:
        self._tambah(xml.paragraph("CatatanTabel", xml.run(text)))
        self.blok.append(blok.catatan(text, self.lebar))

    def _tambah(self, element: Any) -> None:
        body = self.document.element.body
        body.insert(len(body) - 1, element)


def catatan_grafik(chart: GrafikLakip) -> str:
    """What the colours mean, where the axis begins, and the source."""
    parts = []
    if chart.target is not None:
        parts.append(f"Batang gelap: {'di atas batas' if chart.batas else 'di bawah target'}.")
    if start := grafik_docx.awal_sumbu(chart):
        parts.append(f"Sumbu dimulai dari {start} persen.")
    return " ".join((*parts, chart.catatan)).strip()


def nama_bookmark(id_: str) -> str:
    """A bookmark's name for a section id: letters, digits and underscores only."""
    return "_Toc_" + re.sub(r"\W", "_", id_)[:30]
