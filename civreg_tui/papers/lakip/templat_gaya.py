"""The LAKIP's styles inside an office's template: its own where it has them, else ours."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from civreg_tui.papers import docx_base
from civreg_tui.papers.lakip import gaya

if TYPE_CHECKING:
    from docx.document import Document

NAMA = {
    "Heading1": "Heading 1",
    "Heading2": "Heading 2",
    "Heading3": "Heading 3",
    "Heading4": "Heading 4",
    "BodyText": "Body Text",
    "ListParagraph": "List Paragraph",
    "Caption": "Caption",
    "CatatanTabel": "Catatan Tabel",
    "SelTabel": "Sel Tabel",
    "TableGrid": "Table Grid",
}
"""The ids that our content is written with, and the names by which styles are found."""


def siapkan(document: Document) -> dict[str, str]:
    """Add the styles that the template lacks; returns its own id for each of ours.

    A word processor in another language keeps the names but has ids of its own.
    """
    known = {style.name: style.style_id for style in document.styles}
    donor = docx_base.new_document()
    gaya.siapkan(donor)
    return {
        id_: known[name] if name in known else _salin(document, donor.styles[name].element, id_)
        for id_, name in NAMA.items()
    }


def _salin(document: Document, style: Any, id_: str) -> str:
    """A copy of our style, based on the template's own body style."""
    from docx.oxml.ns import qn

    copy = deepcopy(style)
    taken = {other.style_id for other in document.styles}
    own = id_ if id_ not in taken else f"Civreg{id_}"
    copy.set(qn("w:styleId"), own)
    for tag in ("w:link", "w:next", "w:basedOn"):
        for reference in copy.findall(qn(tag)):
            copy.remove(reference)
    document.styles.element.append(copy)
    return own


def terapkan(element: Any, ids: dict[str, str]) -> None:
    """Let an element of ours use the template's ids."""
    from docx.oxml.ns import qn

    for tag in ("w:pStyle", "w:tblStyle"):
        for reference in element.iter(qn(tag)):
            name = reference.get(qn("w:val"))
            reference.set(qn("w:val"), ids.get(name, name))
