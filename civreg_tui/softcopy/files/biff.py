"""Worksheets of an old .xls, record by record: figures, texts, results of formulas, errors.

Source: [MS-XLS] Excel Binary File Format (BIFF8). Read here and not by python-calamine, which
loses the errors of formulas and, on damaged files, ends the whole process.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.archive import encrypted
from civreg_tui.softcopy.files.biff_strings import read_shared_strings, short_text, text_at
from civreg_tui.softcopy.files.extent import Jatah
from civreg_tui.softcopy.files.grid import Grid, Nilai, Petak
from civreg_tui.softcopy.files.ole import broken, workbook_stream
from civreg_tui.softcopy.files.workbook import TERSEMBUNYI

Rekaman = tuple[int, int, bytes]
"""A record: where it starts, what kind it is, what it holds."""

BOF, EOF, FILEPASS, BOUNDSHEET, SST, CONTINUE = 0x809, 0x0A, 0x2F, 0x85, 0xFC, 0x3C
NUMBER, RK, MULRK, LABELSST, LABEL = 0x203, 0x27E, 0xBD, 0xFD, 0x204
FORMULA, STRING, BOOLERR, MERGED, WRITER = 0x06, 0x207, 0x205, 0xE5, 0x5C
LEMBAR_MAKSIMUM = 1000
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def read_xls(data: bytes, name: str) -> list[Grid]:
    """All worksheets of an .xls; SoftcopyTidakTerbaca when it is locked, broken or too large."""
    stream = workbook_stream(data, name)
    try:
        return list(_sheets(stream, name))
    except (struct.error, IndexError, UnicodeDecodeError):
        raise SoftcopyTidakTerbaca(broken(name)) from None


def records(stream: bytes, start: int = 0) -> Iterator[Rekaman]:
    """The records from a place on; stops where the stream ends."""
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        yield start, kind, stream[start + 4 : start + 4 + size]
        start += 4 + size


def _sheets(stream: bytes, name: str) -> Iterator[Grid]:
    found = records(stream)
    _, kind, body = next(found, (0, EOF, b""))
    if kind != BOF or body[:2] != b"\x00\x06":
        raise SoftcopyTidakTerbaca(broken(name))
    bounds: list[bytes] = []
    pieces: list[bytes] = []
    last = BOF
    by_calc = False
    for _, kind, body in found:
        by_calc = by_calc or (kind == WRITER and b"Calc" in body)
        if kind == FILEPASS:
            raise SoftcopyTidakTerbaca(encrypted(name))
        if kind == BOUNDSHEET:
            bounds.append(body)
        if kind == SST or (kind == CONTINUE and last == SST):
            pieces.append(body)
        if kind == EOF:
            break
        last = last if kind == CONTINUE else kind
    if not 0 < len(bounds) <= LEMBAR_MAKSIMUM:
        raise SoftcopyTidakTerbaca(broken(name))
    strings = read_shared_strings(pieces) if pieces else []
    budget = Jatah(name)
    for body in bounds:
        yield _sheet(stream, body, _Sheet(strings, budget, by_calc=by_calc))


def _sheet(stream: bytes, bound: bytes, sheet: _Sheet) -> Grid:
    start, visible, kind = struct.unpack_from("<IBB", bound)
    title = short_text(bound[6:])
    if kind != 0:
        return Grid(title, dilewati="bukan lembar angka (grafik atau makro)")
    if visible & 3:
        return Grid(title, dilewati=TERSEMBUNYI)
    sheet.read(stream, start)
    return Grid(title, sheet.rows, tuple(sheet.merged))


class _Sheet:
    """Collects the cells of one worksheet's records.

    ``by_calc``: LibreOffice saves 0 for a formula that gives a text.
    """

    def __init__(self, strings: list[str], budget: Jatah, *, by_calc: bool) -> None:
        self.strings, self.budget, self.by_calc = strings, budget, by_calc
        self.rows: list[list[Nilai]] = []
        self.merged: list[Petak] = []
        self.waiting: tuple[int, int] | None = None

    def read(self, stream: bytes, start: int) -> None:
        """Take every record up to the sheet's own end; charts inside it are passed over."""
        depth = 0
        for _, kind, body in records(stream, start):
            self.budget.take(1)
            depth += (kind == BOF) - (kind == EOF)
            if depth == 1:
                self._take(kind, body)
            if depth <= 0:
                break

    def _put(self, row: int, column: int, value: Nilai) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        missing = column + 1 - len(cells)
        if missing > 0:
            self.budget.take(missing)
            cells.extend([None] * missing)
        cells[column] = value

    def _take(self, kind: int, body: bytes) -> None:
        if kind == MERGED:
            self.budget.take(len(body) // 8)
            for at in range(2, len(body) - 7, 8):
                top, bottom, left, right = struct.unpack_from("<4H", body, at)
                self.merged.append((top, left, bottom, right))
        elif kind == STRING and self.waiting is not None:
            self._put(*self.waiting, text_at(body, 0))
        elif kind in {NUMBER, RK, MULRK, LABELSST, LABEL, FORMULA, BOOLERR}:
            row, column = struct.unpack_from("<HH", body)
            self._cell(kind, row, column, body)

    def _cell(self, kind: int, row: int, column: int, body: bytes) -> None:
        if kind == MULRK:
            for index in range((len(body) - 6) // 6):
                self._put(row, column + index, _rk(body[6 + index * 6 : 10 + index * 6]))
        elif kind == FORMULA:
            self._formula(row, column, body)
        else:
            self._put(row, column, self._value(kind, body))

    def _value(self, kind: int, body: bytes) -> Nilai:
        match kind:
            case 0x203:
                return _number(body[6:14])
            case 0x27E:
                return _rk(body[6:10])
            case 0xFD:
                (place,) = struct.unpack_from("<I", body, 6)
                return self.strings[int(place)]
            case 0x204:
                return text_at(body, 6)
            case _:
                return _bool_or_error(body[6], is_error=bool(body[7]))

    def _formula(self, row: int, column: int, body: bytes) -> None:
        self.waiting = None
        result = body[6:14]
        if result == bytes(8) and self.by_calc and _may_give_text(body[22:]):
            self._put(row, column, "=rumus tanpa hasil tersimpan")
        elif result[6:8] != b"\xff\xff":
            self._put(row, column, _number(result))
        elif result[0] == 0:
            self.waiting = (row, column)
        elif result[0] in {1, 2}:
            self._put(row, column, _bool_or_error(result[2], is_error=result[0] == 2))


def _may_give_text(tokens: bytes) -> bool:
    """Whether a formula holds a text constant (0x17), or is told elsewhere (0x01)."""
    return b"\x17" in tokens or tokens.startswith(b"\x01")


def _number(raw: bytes) -> Nilai:
    value: float = struct.unpack("<d", raw)[0]
    return value if math.isfinite(value) else "#NUM!"


def _rk(raw: bytes) -> float:
    """A number packed into 30 bits; bit 0 = hundredths, bit 1 = whole number."""
    packed: int = struct.unpack("<i", raw)[0]
    if packed & 2:
        value = float(packed >> 2)
    else:
        (value,) = struct.unpack("<d", bytes(4) + struct.pack("<i", packed & ~3))
    return value / 100 if packed & 1 else value


def _bool_or_error(code: int, *, is_error: bool) -> str:
    if is_error:
        return _ERRORS.get(code, "#ERR!")
    return "TRUE" if code else "FALSE"
