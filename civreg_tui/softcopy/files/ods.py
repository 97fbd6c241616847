"""Worksheets of an .ods: OpenDocument's content read as a stream, repeats bounded.

Source: OASIS OpenDocument 1.3, part 3, chapter 9. Read here and not by python-calamine, which
loses the errors of formulas and would spread out repeated cells without a bound.
"""

from __future__ import annotations

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.archive import encrypted, plain_xml, unpack
from civreg_tui.softcopy.files.collected import Collected
from civreg_tui.softcopy.files.extent import check_extent
from civreg_tui.softcopy.files.grid import Grid, Nilai
from civreg_tui.softcopy.files.workbook import damaged
from civreg_tui.softcopy.files.xml_events import follow

_NUMBERS = {"float", "percentage", "currency"}
_ERRORS = ("#", "Err:")


def read_ods(data: bytes, name: str) -> list[Grid]:
    """All worksheets of an .ods; SoftcopyTidakTerbaca when it is locked, broken or too large."""
    wanted = {"content.xml", "META-INF/manifest.xml"}
    parts = unpack(data, name, wanted.__contains__)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise SoftcopyTidakTerbaca(encrypted(name))
    if "content.xml" not in parts:
        raise SoftcopyTidakTerbaca(damaged(name))
    return _read_content(parts["content.xml"], name)


def read_fods(text: str, name: str) -> list[Grid]:
    """All worksheets of an OpenDocument spreadsheet in one XML text."""
    return _read_content(plain_xml(text, name), name)


def _read_content(content: bytes, name: str) -> list[Grid]:
    reader = _Content(name)
    follow(content, reader, name)
    return reader.sheets.grids


class _Content:
    """Follows the elements of content.xml and collects one grid per table."""

    def __init__(self, name: str) -> None:
        self.sheets = Collected(name)
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.blank_rows = 0
        self.row: list[Nilai] = []
        self.row_repeat = 1
        self.cell: dict[str, str] | None = None
        self.text: list[str] = []
        self.paragraphs = 0
        self.aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "style:style":
                self.style = attributes.get("style:name", "")
            case "style:table-properties":
                if attributes.get("table:display") == "false":
                    self.hidden_styles.add(self.style)
            case "table:table":
                hidden = attributes.get("table:style-name") in self.hidden_styles
                self.sheets.begin(attributes.get("table:name", ""), hidden=hidden)
                self.blank_rows = 0
            case "table:table-row":
                self.row, self.row_repeat = [], _repeat(attributes, "table:number-rows-repeated")
            case "table:table-cell" | "table:covered-table-cell":
                self.cell, self.text, self.paragraphs = attributes, [], 0
            case "office:annotation" | "draw:frame" | "draw:custom-shape":
                self.aside += 1
            case _:
                self._inline(tag, attributes)

    def _inline(self, tag: str, attributes: dict[str, str]) -> None:
        if self.cell is None or self.aside:
            return
        if tag == "text:p":
            if self.paragraphs:
                self.text.append("\n")
            self.paragraphs += 1
        elif tag == "text:s":
            self.text.append(" " * min(_repeat(attributes, "text:c"), 100))
        elif tag in {"text:line-break", "text:tab"}:
            self.text.append("\n" if tag == "text:line-break" else "\t")

    def characters(self, data: str) -> None:
        if self.cell is not None and self.paragraphs and not self.aside:
            self.text.append(data)

    def end(self, tag: str) -> None:
        match tag:
            case "table:table-cell" | "table:covered-table-cell":
                self._end_cell()
            case "table:table-row":
                self._end_row()
            case "table:table":
                self.sheets.finish()
            case "office:annotation" | "draw:frame" | "draw:custom-shape":
                self.aside -= 1
            case _:
                pass

    def _end_cell(self) -> None:
        cell, self.cell = self.cell or {}, None
        repeat = _repeat(cell, "table:number-columns-repeated")
        value = _value(cell, "".join(self.text))
        wide, high = (_repeat(cell, f"table:number-{side}-spanned") for side in ("columns", "rows"))
        self.sheets.merge(len(self.sheets.rows) + self.blank_rows, len(self.row), high, wide)
        if value is not None:
            self.sheets.budget.take(repeat * self.row_repeat)
        # Blank cells at a row's end may be repeated to the last column: they are cut off there.
        self.row += [value] * min(repeat, 16_384)

    def _end_row(self) -> None:
        while self.row and self.row[-1] is None:
            self.row.pop()
        self.sheets.budget.take(len(self.row) * self.row_repeat)
        if not self.row:
            self.blank_rows += self.row_repeat
            return
        rows = self.sheets.rows
        check_extent(len(rows) + self.blank_rows + self.row_repeat, len(self.row), self.sheets.name)
        rows += [[] for _ in range(self.blank_rows)]
        rows += [list(self.row) for _ in range(self.row_repeat)]
        self.blank_rows = 0


def _repeat(attributes: dict[str, str], key: str) -> int:
    text = attributes.get(key, "1")
    return max(1, int(text[:9])) if text.isdecimal() else 1


def _value(cell: dict[str, str], text: str) -> Nilai:
    """A cell's value as stored; the shown text only where that is the value."""
    kind = cell.get("office:value-type", "")
    if kind in _NUMBERS:
        return float(cell.get("office:value", "nan"))
    if cell.get("calcext:value-type") == "error":
        return text if text.startswith(_ERRORS) else "#ERR!"
    if kind in {"date", "time", "boolean"}:
        return cell.get(f"office:{kind}-value", text)
    if kind == "string":
        return text or cell.get("office:string-value") or None
    if "table:formula" in cell and not text:
        return "=" + cell["table:formula"].split("=", 1)[-1]
    return text or None
