"""Pages as an old .xls, record by record."""

from __future__ import annotations

import struct

from tests.unit.softcopy.writers import Galat, Halaman, Isi, Rumus


def to_xls(*pages: Halaman) -> bytes:
    """A BIFF8 workbook: shared strings that go on over several records, formulas, errors."""
    return compound(biff_stream(*pages))


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


_BOF_BOOK = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
_BOF_SHEET = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
_EOF = record(0x0A, b"")
_ERROR_CODES = {"#REF!": 0x17, "#DIV/0!": 0x07, "#N/A": 0x2A, "#VALUE!": 0x0F}


def biff_stream(*pages: Halaman) -> bytes:
    strings: list[str] = []
    sheets = [_biff_sheet(page, strings) for page in pages]
    shared = _shared_strings(strings)
    bounds_size = sum(len(_bound(page, 0)) for page in pages)
    at = len(_BOF_BOOK) + bounds_size + len(shared) + len(_EOF)
    bounds = b""
    for page, sheet in zip(pages, sheets, strict=True):
        bounds += _bound(page, at)
        at += len(sheet)
    return _BOF_BOOK + bounds + shared + _EOF + b"".join(sheets)


def _bound(page: Halaman, at: int) -> bytes:
    name = page.nama.encode("utf-16-le")
    head = struct.pack("<IBBBB", at, int(page.tersembunyi), 0, len(page.nama), 1)
    return record(0x85, head + name)


def _shared_strings(strings: list[str]) -> bytes:
    """The table cut into records of at most 100 bytes, texts broken in the middle."""
    limit = 100
    pieces = [struct.pack("<II", len(strings), len(strings))]
    for text in strings:
        wide = any(ord(c) > 255 for c in text)
        head = struct.pack("<HB", len(text), int(wide))
        if len(pieces[-1]) + len(head) > limit:
            pieces.append(b"")
        pieces[-1] += head
        for character in text:
            raw = character.encode("utf-16-le" if wide else "latin-1")
            if len(pieces[-1]) + len(raw) > limit:
                pieces.append(bytes([int(wide)]))
            pieces[-1] += raw
    return b"".join(record(0x3C if i else 0xFC, piece) for i, piece in enumerate(pieces))


def _biff_sheet(page: Halaman, strings: list[str]) -> bytes:
    out = _BOF_SHEET
    for r, row in enumerate(page.rows):
        for c, value in enumerate(row):
            out += _biff_cell(r, c, value, strings)
    boxes = b"".join(struct.pack("<4H", t, b, left, right) for t, left, b, right in page.gabungan)
    return out + record(0xE5, struct.pack("<H", len(page.gabungan)) + boxes) + _EOF


def _biff_cell(r: int, c: int, value: Isi, strings: list[str]) -> bytes:
    place = struct.pack("<HHH", r, c, 0)
    match value:
        case None:
            return b""
        case Galat(text):
            result = bytes([2, 0, _ERROR_CODES[text], 0, 0, 0, 0xFF, 0xFF])
            return record(0x06, place + result + bytes(8))
        case Rumus(_, known):
            return record(0x06, place + struct.pack("<d", known or 0) + bytes(8))
        case str():
            strings.append(value)
            return record(0xFD, place + struct.pack("<I", len(strings) - 1))
        case int() if abs(value) < 2**29:
            return record(0x27E, place + struct.pack("<i", value << 2 | 2))
        case _:
            return record(0x203, place + struct.pack("<d", value))


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream, in sectors of 512 bytes."""
    stream = stream.ljust(4096, b"\0")
    size = len(stream)
    data_sectors = -(-size // 512)
    fat_sectors = 1
    while fat_sectors * 128 < data_sectors + 1 + fat_sectors:
        fat_sectors += 1
    chain = [*range(1, data_sectors), 0xFFFFFFFE]
    fat = [*chain, 0xFFFFFFFE, *[0xFFFFFFFD] * fat_sectors]
    fat += [0xFFFFFFFF] * (fat_sectors * 128 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6sIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, fat_sectors,
                          data_sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    difat = [data_sectors + 1 + i for i in range(fat_sectors)]
    header += struct.pack("<109I", *difat, *[0xFFFFFFFF] * (109 - len(difat)))
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry(name, 2, 0, size)
    body = stream.ljust(data_sectors * 512, b"\0") + directory.ljust(512, b"\0")
    return header + body + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le")
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1) + links
    return head + bytes(36) + struct.pack("<IQ", start, size)
