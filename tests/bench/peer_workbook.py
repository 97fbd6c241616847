"""The peer: the same workbook written by openpyxl, every look made once and shared by its cells."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Look = tuple[Any, ...]
CHARTS = {"Peringkat": (3, BarChart), "Tren": (4, LineChart)}


@dataclass
class Page:
    """A sheet as data: its cells with the number of their look, and how it is laid out."""

    title: str
    cells: list[tuple[int, int, Any, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    widths: dict[str, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    rows: str | None = None
    area: str | None = None
    frozen: str | None = None
    filtered: str | None = None
    marks: list[tuple[str, Any]] = field(default_factory=list)
    footer: tuple[str | None, str | None] = (None, None)


@dataclass
class Plan:
    """All that the peer writes, read from the finished workbook before the clock starts."""

    pages: list[Page]
    looks: list[Look]


def plan(content: bytes) -> Plan:
    """The cells, formulas, looks and layout of a workbook."""
    book = openpyxl.load_workbook(BytesIO(content))
    looks: dict[int, int] = {}
    made: list[Look] = []
    pages = [_page(sheet, looks, made) for sheet in book.worksheets]
    return Plan(pages, made)


def _page(sheet: Worksheet, looks: dict[int, int], made: list[Look]) -> Page:
    page = Page(sheet.title)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            if cell.style_id not in looks:
                looks[cell.style_id] = len(made)
                made.append(_look(cell))
            if type(cell).__name__ != "MergedCell":
                page.cells.append((cell.row, cell.column, cell.value, looks[cell.style_id]))
    page.merged = [str(area) for area in sheet.merged_cells.ranges]
    page.widths = {k: d.width for k, d in sheet.column_dimensions.items()}
    page.heights = {k: d.height for k, d in sheet.row_dimensions.items() if d.height}
    page.rows, page.area = sheet.print_title_rows, sheet.print_area or None
    page.frozen, page.filtered = sheet.freeze_panes, sheet.auto_filter.ref
    page.footer = sheet.oddFooter.left.text, sheet.oddFooter.right.text
    page.marks = [(str(area.sqref), rule) for area in sheet.conditional_formatting
                  for rule in area.rules]  # fmt: skip
    return page


def _look(cell: Any) -> Look:
    parts = (cell.font, cell.border, cell.fill, cell.alignment, cell.protection)
    return (*(copy(part) for part in parts), cell.number_format)


def write(plan: Plan) -> bytes:
    """The workbook's bytes; this is what is timed."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    scratch = book.create_sheet("gaya")
    styles = [_style(scratch.cell(1, i + 1), look) for i, look in enumerate(plan.looks)]
    book.remove(scratch)
    for page in plan.pages:
        _write_page(book.create_sheet(page.title), page, styles)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _style(cell: Any, look: Look) -> Any:
    """A look registered with the workbook once; cells share the result."""
    cell.font, cell.border, cell.fill, cell.alignment, cell.protection = look[:5]
    cell.number_format = look[5]
    return cell._style


def _write_page(sheet: Worksheet, page: Page, styles: list[Any]) -> None:
    for row, column, value, look in page.cells:
        cell = sheet.cell(row, column, value)
        cell._style = styles[look]
    for area in page.merged:
        sheet.merge_cells(area)
    for name, width in page.widths.items():
        sheet.column_dimensions[name].width = width
    for number, height in page.heights.items():
        sheet.row_dimensions[number].height = height
    sheet.print_title_rows = page.rows
    sheet.freeze_panes, sheet.auto_filter.ref = page.frozen, page.filtered
    if page.area:
        sheet.print_area = page.area
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 14
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = page.footer
    for area, rule in page.marks:
        sheet.conditional_formatting.add(area, rule)
    count, kind = CHARTS.get(page.title, (0, BarChart))
    for number in range(count):
        _chart(sheet, kind, 10 + 30 * number)


def _chart(sheet: Worksheet, kind: Callable[[], Any], row: int) -> None:
    chart = kind()
    chart.add_data(Reference(sheet, min_col=6, min_row=row, max_row=row + 18))
    chart.set_categories(Reference(sheet, min_col=3, min_row=row, max_row=row + 18))
    sheet.add_chart(chart, f"N{row}")
