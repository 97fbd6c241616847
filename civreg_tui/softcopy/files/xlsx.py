"""Worksheets of an .xlsx: measured before the library sees them, broken formulas kept."""

from __future__ import annotations

import re

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.archive import repack, unpack
from civreg_tui.softcopy.files.extent import check_extent, check_merges, exceeds
from civreg_tui.softcopy.files.grid import Grid, column_index
from civreg_tui.softcopy.files.workbook import Koreksi, read_workbook

_PARTS = re.compile(
    r"(?:\[Content_Types\]\.xml|.*\.rels"
    r"|xl/(?:workbook|styles|sharedStrings)\d*\.xml|xl/(?:worksheets|chartsheets)/[^/]+\.xml)",
    re.IGNORECASE,
)
_ANY_PLACE = (
    re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{1,4})\d{0,9}\s*["']"""),
    re.compile(rb"""\br\s*=\s*["']\s*[A-Za-z]{0,4}(\d{1,9})\s*["']"""),
)
_PLAIN_PLACE = (re.compile(rb' r="([A-Za-z]{1,4})\d'), re.compile(rb' r="[A-Za-z]{0,4}(\d{1,9})"'))
_ODD_FORMS = (b"\tr", b"\nr", b"\rr", b"r =", b"r=\n", b"r= ", b"r=\t", b"r='", b'r=" ')
"""Ways to write a cell's place that are valid and that no office program writes."""

_SLICE, _OVERLAP = 4_000_000, 64
_EMPTY_CELL = re.compile(rb"<c\s[^<>]*(?:/>|(?<!/)>\s*</c>)")
_CELL = re.compile(rb"<c\s([^<>]*?)(?<!/)>(.*?)</c>", re.DOTALL)
_REF = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})""")
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>(.*?)</v>", re.DOTALL)
_FORMULA = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>(.*?)</f>)", re.DOTALL)
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def read_xlsx(data: bytes, name: str) -> list[Grid]:
    """All worksheets of an .xlsx; SoftcopyTidakTerbaca when it is none or too large."""
    parts = unpack(data, name, lambda part: _PARTS.fullmatch(part) is not None)
    sheets = [part for part in parts if part.lower().startswith("xl/worksheets/")]
    if b"xl/workbook.bin" in data:
        raise SoftcopyTidakTerbaca(
            f"{name} berformat .xlsb. Buka di Excel, simpan sebagai .xlsx, lalu coba lagi."
        )
    if not sheets or "xl/workbook.xml" not in parts:
        raise SoftcopyTidakTerbaca(
            f"{name} bukan lembar kerja (arsip tanpa lembar). Minta berkas .xlsx yang benar."
        )
    for part in sheets:
        parts[part] = _measured(parts[part], name)
    stale = b'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]
    broken = {part: cells for part in sheets if (cells := _broken_cells(parts[part], stale))}
    corrections = _by_sheet_name(parts, broken) if broken else {}
    return read_workbook(repack(parts), name, corrections)


def _measured(xml: bytes, name: str) -> bytes:
    """The sheet's XML with an area that is safe to read; far styled empty cells are dropped."""
    rows, columns = _extent(xml)
    if exceeds(rows, columns):
        xml = _EMPTY_CELL.sub(b"", xml)
        xml = re.sub(rb"<row\s[^<>]*(?:/>|(?<!/)>\s*</row>)", b"", xml)
        rows, columns = _extent(xml)
    check_merges(xml.count(b"<mergeCell "), name)
    check_extent(max(rows, xml.count(b"<row")), columns, name)
    return xml


def _extent(xml: bytes) -> tuple[int, int]:
    """The lowest row and the rightmost column that any cell claims, in slices of the XML."""
    plain = not any(odd in xml for odd in _ODD_FORMS)
    column_of, row_of = _PLAIN_PLACE if plain else _ANY_PLACE
    letters: set[bytes] = set()
    numbers: set[bytes] = set()
    for start in range(0, len(xml), _SLICE):
        part = xml[start : start + _SLICE + _OVERLAP]
        letters.update(column_of.findall(part))
        numbers.update(row_of.findall(part))
    rows = max((int(n) for n in numbers), default=0)
    columns = max((column_index(c.decode()) + 1 for c in letters), default=0)
    unnamed = xml.count(b"<c>") if rows == 0 else 0
    return rows, max(columns, unnamed)


def _broken_cells(xml: bytes, stale: bool) -> Koreksi:
    """Cells that hold an error or a formula that was never calculated, with the text to show.

    ``stale``: the file asks to be calculated when opened, so a saved 0 is no result.
    """
    if b"<f" not in xml and b't="e"' not in xml:
        return {}
    found: Koreksi = {}
    for match in _CELL.finditer(xml):
        text = _broken_text(match[1], match[2], stale)
        place = _REF.search(match[1])
        if text and place:
            found[int(place[2]) - 1, column_index(place[1].decode())] = text
    return found


def _broken_text(attributes: bytes, content: bytes, stale: bool) -> str:
    from html import unescape

    value = _VALUE.search(content)
    if b't="e"' in attributes:
        return unescape(value[1].decode("utf-8", "replace")) if value else "#REF!"
    formula = _FORMULA.search(content)
    if formula is None or b"<is" in content or b't="str"' in attributes:
        return ""
    if value is None or (stale and value[1] in {b"0", b"0.0"}):
        return "=" + unescape((formula[1] or b"").decode("utf-8", "replace"))
    return ""


def _by_sheet_name(parts: dict[str, bytes], broken: dict[str, Koreksi]) -> dict[str, Koreksi]:
    relations = {
        a.get("Id", ""): a.get("Target", "")
        for a in _tags(parts.get("xl/_rels/workbook.xml.rels", b""), _RELATION)
    }
    named: dict[str, Koreksi] = {}
    for sheet in _tags(parts["xl/workbook.xml"], _SHEET):
        target = relations.get(next((v for k, v in sheet.items() if k.endswith(":id")), ""), "")
        part = "xl/" + target.removeprefix("/xl/").removeprefix("./")
        if part in broken:
            named[sheet.get("name", "")] = broken[part]
    return named


def _tags(xml: bytes, pattern: re.Pattern[str]) -> list[dict[str, str]]:
    from html import unescape

    text = xml.decode("utf-8", "replace")
    return [
        {a[1]: unescape(a[2] or a[3] or "") for a in _ATTRIBUTE.finditer(tag[1])}
        for tag in pattern.finditer(text)
    ]
