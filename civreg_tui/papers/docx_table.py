"""Framed tables in text documents: fixed widths, shaded heads that repeat, whole rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from civreg_tui.papers import docx_xml
from civreg_tui.papers.docx_base import fill

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

HURUF = 9.0
ABU = "D9D9D9"


def framed(document: Document, rows: int, widths: Sequence[float]) -> Table:
    """An empty framed table; ``widths`` in millimetres."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for index, width in enumerate(widths):
        table.columns[index].width = Mm(width)
        for cell in table.columns[index].cells:
            cell.width = Mm(width)
    docx_xml.keep_rows_whole(table)
    return table


def listed(
    document: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    aligns: Sequence[str],
) -> Table:
    """A table with one head row; ``aligns`` names each column's side."""
    table = framed(document, len(rows) + 1, widths)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        fill(cell, text, size=HURUF, bold=True, align="center")
        docx_xml.shade(cell, ABU)
    docx_xml.repeat_head(table)
    for line, row in zip(table.rows[1:], rows, strict=True):
        for cell, text, side in zip(line.cells, row, aligns, strict=True):
            fill(cell, text, size=HURUF, align=side)
    return table
