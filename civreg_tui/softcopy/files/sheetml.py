"""Worksheets of an Excel 2003 XML file (SpreadsheetML), often named .xls or .xml.

Source: Microsoft, "XML Spreadsheet Reference" (Office 2003). Places may be skipped by
``ss:Index``; repeated columns and rows carry no cells, so the text's size bounds everything.
"""

from __future__ import annotations

from civreg_tui.softcopy.files.archive import plain_xml
from civreg_tui.softcopy.files.collected import Collected
from civreg_tui.softcopy.files.extent import check_extent
from civreg_tui.softcopy.files.grid import Grid, Nilai
from civreg_tui.softcopy.files.xml_events import follow

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_OPTIONS = "urn:schemas-microsoft-com:office:excel"


def read_sheetml(text: str, name: str) -> list[Grid]:
    """All worksheets; SoftcopyTidakTerbaca when the XML is broken, dangerous or too large."""
    reader = _Reader(name)
    follow(plain_xml(text, name), reader, name, separator=" ")
    return reader.sheets.grids


class _Reader:
    """Follows the elements and collects one grid per worksheet."""

    def __init__(self, name: str) -> None:
        self.sheets = Collected(name)
        self.column = self.at = 0
        self.formula = ""
        self.kind = ""
        self.text: list[str] | None = None

    def start(self, tag: str, raw: dict[str, str]) -> None:
        given = {key.removeprefix(f"{_SHEET} "): value for key, value in raw.items()}
        match tag.removeprefix(f"{_SHEET} "):
            case "Worksheet":
                self.sheets.begin(given.get("Name", ""))
            case "Row":
                self._skip_rows(_number(given.get("Index"), len(self.sheets.rows) + 1))
            case "Cell":
                self._cell(given)
            case "Data":
                self.kind, self.text = given.get("Type", ""), []
            case _ if tag == f"{_OPTIONS} Visible":
                self.text = []
            case _:
                pass

    def _skip_rows(self, number: int) -> None:
        """Go to a row by its number from one; blank ones are made up to it.

        ValueError for a row that was there before.
        """
        rows = self.sheets.rows
        if number <= len(rows):
            raise ValueError(number)
        check_extent(number, 1, self.sheets.name)
        self.sheets.budget.take(max(1, number - len(rows)))
        rows += [[] for _ in range(len(rows), number)]
        self.column = 0

    def _cell(self, given: dict[str, str]) -> None:
        rows = self.sheets.rows
        if not rows:
            rows.append([])
        row = rows[-1]
        before, self.column = self.column, _number(given.get("Index"), self.column + 1)
        if self.column <= before:
            raise ValueError(self.column)
        check_extent(len(rows), self.column, self.sheets.name)
        self.sheets.budget.take(max(1, self.column - len(row)))
        row += [None] * (self.column - len(row))
        self.formula = given.get("Formula", "")
        row[self.column - 1] = self.formula or None
        self.at = self.column - 1
        across = _number(given.get("MergeAcross"), 0)
        down = _number(given.get("MergeDown"), 0)
        self.sheets.merge(len(rows) - 1, self.at, down + 1, across + 1)
        self.column += across

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def end(self, tag: str) -> None:
        text, rows = "".join(self.text or ()), self.sheets.rows
        match tag.removeprefix(f"{_SHEET} "):
            case "Data" if rows and self.at < len(rows[-1]):
                rows[-1][self.at], self.text = _value(self.kind, text), None
            case "Worksheet":
                self.sheets.finish()
            case _ if tag == f"{_OPTIONS} Visible":
                hidden = text.strip() in {"SheetHidden", "SheetVeryHidden"}
                self.sheets.hidden, self.text = hidden, None
            case _:
                pass


def _number(text: str | None, otherwise: int) -> int:
    return int(text[:9]) if text and text.isdecimal() else otherwise


def _value(kind: str, text: str) -> Nilai:
    """A cell's value as stored; a number that is none makes the file a broken one."""
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return text or None
