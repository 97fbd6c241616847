"""Pieces of word-processing XML as text: runs, fields with a shown result, bookmarks, tables."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from civreg_tui.papers.docx_xml import printable

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def element(text: str) -> Any:
    """The parsed element of an XML text that declares its namespaces."""
    from docx.oxml import parse_xml

    return parse_xml(text)


def teks(value: str) -> str:
    """A value as element content: nothing XML forbids, nothing that could be markup."""
    return escape(printable(value))


def atribut(value: str) -> str:
    """A value as a quoted attribute."""
    return quoteattr(printable(value))


def run(value: str, properties: str = "") -> str:
    """A run of plain text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{teks(value)}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    """A field with the result that is shown until the word processor updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {teks(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str, properties: str = "") -> Any:
    """A paragraph element of a style id with ready-made content."""
    return element(
        f'<w:p {NS}><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
    )


def bookmark(number: int, name: str, content: str) -> str:
    """Content that a reference can point to."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
