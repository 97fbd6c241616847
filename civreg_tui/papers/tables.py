"""Tables in workbooks: merged two-level heads, the numbering row, and typed cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from civreg_tui.papers import marks
from civreg_tui.papers.styles import TINGGI_BARIS, Styles, merge

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TINGGI_KEPALA = 28
TINGGI_TEKS = 11.5
"""A line of 9-point text, in points."""
Nilai = int | float | str | None


def heads(
    sheet: Worksheet,
    styles: Styles,
    row: int,
    pairs: Sequence[tuple[str, str]],
    numbers: Sequence[str] = (),
    lower_height: float = TINGGI_BARIS,
) -> int:
    """Two head rows (an empty lower head is spanned), then the numbering row; the next row."""
    style, column = styles("kepala"), 0
    for (upper, spanned), group in groupby(pairs, key=lambda pair: (pair[0], not pair[1])):
        lower = [pair[1] for pair in group]
        if spanned:
            for _ in lower:
                merge(sheet, (row, column, row + 1, column), upper, style)
                column += 1
            continue
        merge(sheet, (row, column, row, column + len(lower) - 1), upper, style)
        for text in lower:
            sheet.write_string(row + 1, column, text, style)
            column += 1
    sheet.set_row(row, TINGGI_KEPALA)
    sheet.set_row(row + 1, lower_height)
    numbering(sheet, styles, row + 2, numbers)
    return row + 3


def head(sheet: Worksheet, styles: Styles, row: int, texts: Sequence[str], column: int = 0) -> int:
    """One head row and the plain numbers under it; returns the next row."""
    for offset, text in enumerate(texts):
        sheet.write_string(row, column + offset, text, styles("kepala"))
    sheet.set_row(row, TINGGI_KEPALA)
    numbering(sheet, styles, row + 1, [str(i) for i in range(1, len(texts) + 1)], column)
    return row + 2


def numbering(
    sheet: Worksheet, styles: Styles, row: int, numbers: Sequence[str], column: int = 0
) -> None:
    """The row of column numbers under the heads."""
    for offset, text in enumerate(numbers):
        sheet.write_string(row, column + offset, text, styles("nomor"))
    sheet.set_row(row, TINGGI_BARIS)


def put(sheet: Worksheet, row: int, column: int, value: Nilai, style: Format) -> None:
    """A value in a cell: text stays text, a number a number, None an empty framed cell."""
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, marks.cell_text(value), style)
    else:
        sheet.write_number(row, column, value, style)


def put_row(
    sheet: Worksheet, row: int, values: Sequence[Nilai], looks: Sequence[Format], column: int = 0
) -> None:
    """A row of values, each with its own format."""
    for offset, (value, style) in enumerate(zip(values, looks, strict=True)):
        put(sheet, row, column + offset, value, style)


def wrapped_height(values: Sequence[Nilai], characters: Sequence[float]) -> float:
    """The height in points of a row whose texts wrap in columns of these widths."""
    lines = [_lines(value, width) for value, width in zip(values, characters, strict=True)]
    return max(TINGGI_BARIS, 3 + TINGGI_TEKS * max(lines))


def _lines(value: Nilai, width: float) -> int:
    if not isinstance(value, str):
        return 1
    return sum(len(wrap(part, max(4, int(width)))) or 1 for part in value.splitlines() or [""])


def widths(sheet: Worksheet, characters: Sequence[float]) -> None:
    """Column widths in characters, from the first column."""
    for column, width in enumerate(characters):
        sheet.set_column(column, column, width)
