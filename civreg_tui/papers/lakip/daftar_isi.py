"""The table of contents: a field whose shown result is already complete, with page numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from civreg_tui.domain.lakip import BagianLakip
from civreg_tui.papers.lakip import xml
from civreg_tui.papers.lakip.isi_docx import nama_bookmark

KODE = 'TOC \\o "1-3" \\h \\z \\u'


def masuk(bagian: Sequence[BagianLakip]) -> list[BagianLakip]:
    """The sections that the contents list: the first three levels."""
    return [b for b in bagian if b.tingkat <= 3]


def daftar_isi(bagian: Sequence[BagianLakip], letak: Mapping[str, int]) -> list[Any]:
    """The field's paragraphs, a line a section; ``letak`` gives the pages."""
    entries = masuk(bagian)
    lines = []
    for index, entry in enumerate(entries):
        start = _mulai() if index == 0 else ""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if index == len(entries) - 1 else ""
        content = f"{start}{_baris(entry, letak.get(entry.id, 1))}{end}"
        lines.append(xml.paragraph(f"TOC{entry.tingkat}", content))
    return lines


def _mulai() -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {xml.teks(KODE)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _baris(bagian: BagianLakip, halaman: int) -> str:
    name = nama_bookmark(bagian.id)
    page = xml.field(f"PAGEREF {name} \\h", str(halaman))
    text = f"{xml.run(bagian.kepala)}<w:r><w:tab/></w:r>{page}"
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{text}</w:hyperlink>'
