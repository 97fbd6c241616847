"""Pages written as files of every kind an office hands over."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

import xlsxwriter


class Galat(NamedTuple):
    """A formula that shows an error."""

    teks: str = "#REF!"


class Rumus(NamedTuple):
    """A formula with the value it was last calculated to (None: never calculated)."""

    teks: str
    nilai: float | None


Isi = str | int | float | Galat | Rumus | None


@dataclass
class Halaman:
    """One worksheet: rows of cells from A1 on, merged boxes, hidden or not."""

    nama: str
    rows: list[list[Isi]]
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    tersembunyi: bool = False

    def put(self, row: int, column: int, value: Isi) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        self.rows[row] += [None] * (column + 1 - len(self.rows[row]))
        self.rows[row][column] = value


def to_xlsx(*pages: Halaman) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    for page in pages:
        sheet = book.add_worksheet(page.nama)
        if page.tersembunyi:
            sheet.hide()
        for top, left, bottom, right in page.gabungan:
            sheet.merge_range(top, left, bottom, right, "")
        for r, row in enumerate(page.rows):
            for c, value in enumerate(row):
                _write(sheet, r, c, value)
    if pages[0].tersembunyi:
        book.worksheets()[1].activate()
    book.close()
    return _without_marked_values(target.getvalue())


_UNCALCULATED = "belum-dihitung"


def _write(sheet: xlsxwriter.worksheet.Worksheet, r: int, c: int, value: Isi) -> None:
    match value:
        case None:
            pass
        case Galat(text):
            sheet.write_formula(r, c, "=A1/0", None, text)
        case Rumus(text, known):
            sheet.write_formula(r, c, text, None, _UNCALCULATED if known is None else known)
        case str():
            sheet.write_string(r, c, value)
        case _:
            sheet.write_number(r, c, value)


def _without_marked_values(data: bytes) -> bytes:
    """Formulas that were never calculated carry no value, as other programs write them."""
    if _UNCALCULATED.encode() not in b"".join(parts(data).values()):
        return data
    changed = {
        name: part.replace(f"<v>{_UNCALCULATED}</v>".encode(), b"").replace(b' t="str"', b"")
        for name, part in parts(data).items()
    }
    return pack(changed)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def pack(content: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return target.getvalue()


def shown(value: Isi) -> str:
    """A cell's text as a person sees it."""
    match value:
        case None:
            return ""
        case Galat(text):
            return text
        case Rumus(_, known):
            return shown(known)
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def to_csv(page: Halaman, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows([shown(v) for v in row] for row in page.rows)
    return target.getvalue().encode(encoding)


def to_html(page: Halaman) -> bytes:
    boxes = {(t, l): (b - t + 1, r - l + 1) for t, l, b, r in page.gabungan}  # noqa: E741
    covered = {
        (r, c)
        for t, left, b, right in page.gabungan
        for r in range(t, b + 1)
        for c in range(left, right + 1)
    } - set(boxes)
    lines = ["<html><head><style>td {color: red}</style></head><body><table border=1>"]
    for r, row in enumerate(page.rows):
        cells = []
        for c, value in enumerate(row):
            if (r, c) in covered:
                continue
            high, wide = boxes.get((r, c), (1, 1))
            text = escape(shown(value)).replace("\n", "<br>") or "&nbsp;"
            cells.append(f"<td rowspan={high} colspan={wide}>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return ("\n".join([*lines, "</table></body></html>"])).encode()
