"""Texts in the records of an .xls, also where one is broken over several records.

Source: [MS-XLS] 2.5.293 XLUnicodeRichExtendedString and 2.4.265 SST.
"""

from __future__ import annotations

import struct


def short_text(raw: bytes) -> str:
    """A text with a one-byte length: a worksheet's name."""
    size, wide = raw[0], raw[1] & 1
    return _decode(raw[2 : 2 + size * (1 + wide)], wide)


def text_at(raw: bytes, at: int) -> str:
    """A text with a two-byte length inside a record."""
    size, flags = struct.unpack_from("<HB", raw, at)
    wide = flags & 1
    return _decode(raw[at + 3 : at + 3 + size * (1 + wide)], wide)


def _decode(raw: bytes, wide: int) -> str:
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")


def read_shared_strings(pieces: list[bytes]) -> list[str]:
    """All texts of the shared table; ``pieces`` are its record and those that continue it."""
    unique = struct.unpack_from("<I", pieces[0], 4)[0]
    reader = _Pieces(pieces, 8)
    strings: list[str] = []
    while len(strings) < unique and not reader.at_end():
        strings.append(reader.text())
    return strings


class _Pieces:
    """Reads across record borders; a text that crosses one repeats its width flag there."""

    def __init__(self, pieces: list[bytes], at: int) -> None:
        self.pieces, self.number, self.at = pieces, 0, at

    def at_end(self) -> bool:
        """Whether nothing is left to read."""
        self._next_if_done()
        return self.number >= len(self.pieces)

    def _next_if_done(self) -> None:
        while self.number < len(self.pieces) and self.at >= len(self.pieces[self.number]):
            self.number, self.at = self.number + 1, 0

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size and not self.at_end():
            part = self.pieces[self.number][self.at : self.at + size - len(taken)]
            self.at += len(part)
            taken += part
        return taken

    def text(self) -> str:
        """The next text, without its formatting."""
        size, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
        text = self._characters(size, flags & 1)
        self._skip(runs * 4 + extra)
        return text

    def _characters(self, size: int, wide: int) -> str:
        text = ""
        while len(text) < size:
            piece = self.pieces[self.number]
            room = (len(piece) - self.at) // (1 + wide)
            count = min(size - len(text), room)
            text += _decode(piece[self.at : self.at + count * (1 + wide)], wide)
            self.at += count * (1 + wide)
            if len(text) < size:
                self.number, self.at = self.number + 1, 1
                wide = self.pieces[self.number][0] & 1
        return text

    def _skip(self, size: int) -> None:
        while size > 0 and not self.at_end():
            step = min(size, len(self.pieces[self.number]) - self.at)
            self.at += step
            size -= step
