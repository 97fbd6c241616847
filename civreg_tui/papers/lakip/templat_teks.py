"""Fields in a word-processing document: ``{{nama}}``, found and filled wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from civreg_tui.domain.salah import SalahIsi
from civreg_tui.papers.docx_xml import printable

if TYPE_CHECKING:
    from docx.document import Document

ISIAN = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
PETUNJUK = "docs/templat-lakip.md"
"""Where all fields are listed."""
_RUANG = "{http://www.w3.org/XML/1998/namespace}space"


class TemplatSalah(SalahIsi):
    """The office's template cannot be used; the text names place and remedy in one line."""


def alinea_templat(document: Document) -> Iterator[Any]:
    """Every paragraph element of body, headers and footers, those in tables and boxes too."""
    from docx.oxml.ns import qn

    yield from document.element.body.iter(qn("w:p"))
    for part in bagian_tepi(document):
        yield from part.iter(qn("w:p"))


def bagian_tepi(document: Document) -> Iterator[Any]:
    """The root elements of all headers and footers."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def potongan(paragraph: Any) -> list[Any]:
    """The text nodes of a paragraph itself, without those of a text box inside it."""
    from docx.oxml.ns import qn

    owner, nodes = qn("w:p"), paragraph.iter(qn("w:t"))
    return [node for node in nodes if next(node.iterancestors(owner)) is paragraph]


def teks(paragraph: Any) -> str:
    """The whole text of a paragraph."""
    return "".join(node.text or "" for node in potongan(paragraph))


def isian_tunggal(paragraph: Any) -> str | None:
    """The field's name when the paragraph holds nothing but one field."""
    match = ISIAN.fullmatch(teks(paragraph).strip())
    return match[1] if match else None


def isi_alinea(
    paragraph: Any, values: Mapping[str, str], blocks: Collection[str], nama: str
) -> None:
    """Fill the fields of a paragraph; TemplatSalah names a wrong one and the remedy.

    ``blocks`` are the names of fields that bring whole paragraphs and cannot stand in a line.
    """
    whole = teks(paragraph)
    rest = ISIAN.sub("", whole)
    if "{{" in rest or "}}" in rest:
        raise TemplatSalah(
            f"{tempat(nama, whole)}: kurung {{{{ … }}}} tidak berpasangan. Perbaiki di templat."
        )
    for match in reversed(list(ISIAN.finditer(whole))):
        if match[1] in blocks:
            raise TemplatSalah(
                f"{tempat(nama, whole)}: isian {match[0]} harus sendirian dalam satu alinea. "
                "Pindahkan ke baris tersendiri."
            )
        if match[1] not in values:
            raise TemplatSalah(_tak_dikenal(nama, whole, match[1], [*values, *blocks]))
        _ganti(potongan(paragraph), match.span(), printable(values[match[1]]))


def _ganti(nodes: list[Any], span: tuple[int, int], value: str) -> None:
    """Put the value in place of the characters of ``span``, which may cover several runs."""
    start, end, at, first = *span, 0, True
    for node in nodes:
        text = node.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low < high:
            node.text = text[:low] + (value if first else "") + text[high:]
            node.set(_RUANG, "preserve")
            first = False


def tempat(nama: str, text: str) -> str:
    """Where in the template something is wrong, by the beginning of the paragraph."""
    short = " ".join(text.split())
    return f"Templat {nama}, alinea «{short[:40]}{'…' if len(short) > 40 else ''}»"


def _tak_dikenal(nama: str, text: str, field: str, known: Collection[str]) -> str:
    """The sentence for an unknown field."""
    near = get_close_matches(field, known, n=1)
    hint = f"Mungkin maksudnya {{{{{near[0]}}}}}. " if near else ""
    return (
        f"{tempat(nama, text)}: isian {{{{{field}}}}} tidak dikenal. {hint}Daftarnya: {PETUNJUK}."
    )
