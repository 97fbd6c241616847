"""Whether every text fits its cell, by the widths of Arial's letters."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from civreg_tui.papers.lakip.huruf import jumlah_baris, lebar

MM_PER_PIXEL = 25.4 / 96
TEPI = 1.0
"""Millimetres that a spreadsheet keeps free inside a cell, both sides together."""
LONGGAR = 1.03
"""Arial's letters are drawn a little narrower than the sum of their rounded widths."""


def terpotong(content: bytes) -> list[str]:
    """The cells whose text is wider or higher than its cell, as sentences."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return [f"{sheet.title}!{text}" for sheet in book for text in _sheet(sheet)]


def _sheet(sheet: Worksheet) -> Iterator[str]:
    areas = {area.coord.split(":")[0]: area for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.strip():
                yield from _cell(sheet, cell, areas.get(cell.coordinate))


def _cell(sheet: Worksheet, cell: Any, area: Any) -> Iterator[str]:
    columns = range(area.min_col, area.max_col + 1) if area else (cell.column,)
    width = sum(_width(sheet, column) for column in columns) - TEPI
    size, bold = cell.font.sz, bool(cell.font.b)
    if cell.alignment.wrap_text:
        rows = range(area.min_row, area.max_row + 1) if area else (cell.row,)
        heights = [sheet.row_dimensions[r].height for r in rows]
        lines = sum(
            jumlah_baris(part, size, width * LONGGAR, tebal=bold)
            for part in cell.value.splitlines() or [""]
        )
        need = lines * size * 1.15
        if all(heights) and need > sum(heights) + 2:
            yield f"{cell.coordinate}: {lines} baris, tinggi {sum(heights)}: {cell.value[:60]}"
        longest = max(lebar(w, size, tebal=bold) for w in cell.value.split())
        if longest > width * LONGGAR:
            yield f"{cell.coordinate}: kata terlalu panjang: {cell.value[:60]}"
    elif _closed_in(sheet, cell, area) and lebar(cell.value, size, tebal=bold) > width * LONGGAR:
        yield f"{cell.coordinate}: lebih lebar daripada selnya: {cell.value[:60]}"


def _closed_in(sheet: Worksheet, cell: Any, area: Any) -> bool:
    """Whether text cannot run over into the next cell."""
    after = sheet.cell(cell.row, (area.max_col if area else cell.column) + 1)
    return bool(area) or after.value is not None or cell.border.right.style is not None


def _width(sheet: Worksheet, column: int) -> float:
    letter = openpyxl.utils.get_column_letter(column)
    for known in sheet.column_dimensions.values():
        if known.min is not None and known.min <= column <= known.max:
            return _mm(known.width)
    return _mm(sheet.column_dimensions[letter].width)


def _mm(characters: float) -> float:
    return (characters * 7 + 5 if characters > 1 else characters * 12) * MM_PER_PIXEL
