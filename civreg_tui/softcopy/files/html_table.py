"""The tables of an HTML page (often named .xls) as one worksheet, merged cells spread out."""

from __future__ import annotations

import re
from html import unescape

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.extent import Jatah, check_extent
from civreg_tui.softcopy.files.grid import Grid, Nilai, Petak

_WIDEST = 256
_DEEPEST = 30
_BREAKS = {"br", "p", "div", "h1", "h2", "h3", "h4"}
_SILENT = {"style", "script", "title"}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[!?][^<>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def read_html(text: str, name: str, stem: str) -> list[Grid]:
    """All tables of a page, below each other; SoftcopyTidakTerbaca when it has none."""
    page = _Page(Jatah(name))
    page.feed(text)
    if not page.has_table:
        raise SoftcopyTidakTerbaca(
            f"{name} adalah halaman web tanpa tabel. Minta softcopy .xlsx, .xls, .ods atau .csv."
        )
    rows, merged = _placed(page.rows)
    check_extent(len(rows), max((len(row) for row in rows), default=0), name)
    return [Grid(stem, rows, tuple(merged))]


class _Cell:
    """A cell with its spans; ``angka`` is the number the page carries beside the text."""

    __slots__ = ("angka", "lebar", "teks", "tinggi")

    def __init__(self, lebar: int, tinggi: int, teks: str = "") -> None:
        self.lebar, self.tinggi = lebar, tinggi
        self.angka: float | None = None
        self.teks = [teks]

    def value(self) -> Nilai:
        """The number that the page carries beside the shown text, else the text."""
        if self.angka is not None:
            return self.angka
        lines = [" ".join(line.split()) for line in "".join(self.teks).split("\n")]
        return "\n".join(line for line in lines if line) or None


class _Page:
    """Collects rows of cells; a table inside a cell gives rows of its own.

    Tags are told apart here and not by html.parser, whose time grows with the square of a
    page that is broken on purpose.
    """

    def __init__(self, budget: Jatah) -> None:
        self.budget = budget
        self.rows: list[list[_Cell]] = []
        self.open_rows: list[list[_Cell]] = []
        self.open_cells: list[_Cell | None] = []
        self.loose: list[str] = []
        self.silent = ""
        self.has_table = False

    def feed(self, text: str) -> None:
        """Read a whole page."""
        at = 0
        text = _without_comments(text)
        for tag in _TAG.finditer(text):
            self._data(text[at : tag.start()])
            at = tag.end()
            name = (tag[2] or "").lower()
            if self.silent:
                self.silent = "" if tag[1] and name == self.silent else self.silent
            elif tag[1]:
                self._end(name)
            elif name:
                self._start(name, tag[3])
        self._data(text[at:])
        while self.open_cells:
            self._end("table")
        self._end_row()
        self._flush()

    def _start(self, tag: str, attributes: str) -> None:
        """Open a table, a row or a cell; anything else only breaks lines."""
        if tag in _SILENT:
            self.silent = tag
        elif tag == "table":
            self.has_table = True
            self._flush()
            if len(self.open_cells) < _DEEPEST:
                self.open_cells.append(None)
        elif tag == "tr":
            self._end_row()
            self.open_rows.append([])
        elif tag in {"td", "th"} and self.open_cells:
            self._cell(attributes)
        elif tag in _BREAKS:
            self._text("\n")

    def _end(self, tag: str) -> None:
        """Close what the tag opened."""
        if tag in {"td", "th"} and self.open_cells:
            self.open_cells[-1] = None
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and self.open_cells:
            self._end_row()
            self.open_cells.pop()
        elif tag in _BREAKS:
            self._text("\n")

    def _data(self, data: str) -> None:
        if data and not self.silent:
            self._text(unescape(data))

    def _text(self, data: str) -> None:
        if self.open_cells and self.open_cells[-1] is not None:
            self.open_cells[-1].teks.append(data)
        elif not self.open_cells:
            self.loose.append(data)

    def _cell(self, attributes: str) -> None:
        if not self.open_rows:
            self.open_rows.append([])
        known = {a[1].lower(): a[2] or a[3] or a[4] or "" for a in _ATTRIBUTE.finditer(attributes)}
        cell = _Cell(_span(known.get("colspan")), _span(known.get("rowspan")))
        cell.angka = _number(known.get("x:num"))
        # An object per cell weighs more than the cells it covers.
        self.budget.take(cell.lebar + 3)
        self.open_cells[-1] = cell
        self.open_rows[-1].append(cell)

    def _end_row(self) -> None:
        """Close the innermost table's open row, if it has one."""
        if len(self.open_rows) >= max(1, len(self.open_cells)):
            self.rows.append(self.open_rows.pop())
            if self.open_cells:
                self.open_cells[-1] = None

    def _flush(self) -> None:
        for line in "".join(self.loose).split("\n"):
            if line.strip():
                self.rows.append([_Cell(1, 1, line)])
        self.loose.clear()


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join(kept) + text[at:]


def _span(text: str | None) -> int:
    return max(1, min(int(text), _WIDEST)) if text and text.strip().isdecimal() else 1


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _placed(cells: list[list[_Cell]]) -> tuple[list[list[Nilai]], list[Petak]]:
    """Cells in their columns: a cell that reaches over several rows pushes those below aside."""
    rows: list[list[Nilai]] = []
    merged: list[Petak] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(cells):
        values: list[Nilai] = []
        for cell in row:
            while taken.get(len(values), 0) > number:
                values.append(None)
            left = len(values)
            values += [cell.value()] + [None] * (cell.lebar - 1)
            bottom = min(number + cell.tinggi, len(cells))
            taken |= dict.fromkeys(range(left, left + cell.lebar), bottom)
            if cell.lebar > 1 or bottom > number + 1:
                merged.append((number, left, bottom - 1, left + cell.lebar - 1))
        rows.append(values)
    return rows, merged
