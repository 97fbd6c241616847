"""A finished .docx read back as plain blocks, so that a screen shows exactly what was frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

Jenis = Literal["judul", "alinea", "butir", "keterangan", "gambar", "tabel"]

_BUTIR = frozenset({"List Paragraph"})
_KETERANGAN = "Caption"
_JUDUL_DEPAN = "Judul Depan"


@dataclass(frozen=True, slots=True)
class BlokNaskah:
    """A piece of the document: text of a kind, or a table's rows; ``tingkat`` of a heading."""

    jenis: Jenis
    teks: str = ""
    tingkat: int = 0
    baris: tuple[tuple[str, ...], ...] = ()


def baca_docx(content: bytes) -> tuple[BlokNaskah, ...]:
    """The blocks of a document in reading order; empty paragraphs are left out."""
    from docx import Document
    from docx.table import Table

    found: list[BlokNaskah] = []
    for block in Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            found.append(BlokNaskah("tabel", baris=tuple(_rows(block._tbl))))
        else:
            found.extend(_paragraph(block))
    return tuple(found)


def _paragraph(block: Any) -> Iterator[BlokNaskah]:
    from docx.oxml.ns import qn

    text = block.text.strip()
    style = block.style.name if block.style is not None else ""
    kind = _kind(style)
    if text:
        yield BlokNaskah(kind, " ".join(text.split()) if kind != "alinea" else text, _level(style))
    if next(block._p.iter(qn("w:drawing")), None) is not None:
        yield BlokNaskah("gambar")


def _kind(style: str) -> Jenis:
    if _level(style):
        return "judul"
    if style == _KETERANGAN:
        return "keterangan"
    return "butir" if style in _BUTIR else "alinea"


def _level(style: str) -> int:
    """The level of a heading's style, 0 for any other."""
    if style == _JUDUL_DEPAN:
        return 1
    name, _, number = style.rpartition(" ")
    return int(number) if name == "Heading" and number.isdecimal() else 0


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    """The rows of a table, straight from its XML, which is far faster than cell objects."""
    from docx.oxml.ns import qn

    for row in table.iter(qn("w:tr")):
        yield tuple(_cell(cell) for cell in row.iter(qn("w:tc")))


def _cell(cell: Any) -> str:
    from docx.oxml.ns import qn

    lines = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))
    return "\n".join(lines).strip()
