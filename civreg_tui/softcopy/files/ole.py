"""The compound file around an old .xls: its one stream of records, read with bounds.

Source: [MS-CFB] Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.archive import encrypted

_LAST_SECTOR = 0xFFFFFFFA
_ROOT = 5
_STREAM = 2


class _Entry(NamedTuple):
    nama: str
    jenis: int
    start: int
    size: int


def workbook_stream(data: bytes, name: str) -> bytes:
    """The workbook's records out of a compound file.

    SoftcopyTidakTerbaca for a locked file, another kind of document, or a broken one.
    """
    try:
        return _Compound(data).workbook(name)
    except (struct.error, IndexError, UnicodeDecodeError):
        raise SoftcopyTidakTerbaca(broken(name)) from None


def broken(name: str) -> str:
    """The sentence for an .xls whose inner order is damaged."""
    return f"{name} rusak atau terpotong. Minta kirim ulang, atau simpan ulang sebagai .xlsx."


class _Compound:
    """Sectors chained through an allocation table; every chain is followed at most once round."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 20)
        self.mini_limit = 4096
        self.fat = self._allocation()
        self.entries = self._directory()

    def workbook(self, name: str) -> bytes:
        names = {entry.nama for entry in self.entries}
        if "EncryptedPackage" in names:
            raise SoftcopyTidakTerbaca(encrypted(name))
        for entry in self.entries:
            if entry.jenis == _STREAM and entry.nama == "Workbook":
                return self._stream(entry)
        if "Book" in names:
            raise SoftcopyTidakTerbaca(
                f"{name} memakai format Excel lama (sebelum 1997). Simpan ulang sebagai .xlsx."
            )
        raise SoftcopyTidakTerbaca(f"{name} bukan lembar kerja Excel. Minta berkas .xlsx.")

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        return self.data[start : start + self.sector]

    def _allocation(self) -> list[int]:
        numbers = list(struct.unpack_from("<109I", self.data, 76))
        following = struct.unpack_from("<I", self.data, 68)[0]
        seen: set[int] = set()
        while following < _LAST_SECTOR and following not in seen:
            seen.add(following)
            block = self._numbers(self._at(following))
            numbers += block[:-1]
            following = block[-1]
        used = [n for n in dict.fromkeys(numbers) if n < len(self.data) // self.sector]
        return [number for n in used for number in self._numbers(self._at(n))]

    @staticmethod
    def _numbers(block: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))

    def _chain(self, start: int, table: list[int]) -> list[int]:
        chain: list[int] = []
        seen: set[int] = set()
        while start < _LAST_SECTOR and start not in seen:
            seen.add(start)
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self) -> list[_Entry]:
        start = struct.unpack_from("<I", self.data, 48)[0]
        raw = b"".join(self._at(n) for n in self._chain(start, self.fat))
        found: list[_Entry] = []
        for at in range(0, len(raw) - 127, 128):
            length = struct.unpack_from("<H", raw, at + 64)[0]
            label = raw[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", raw, at + 116)
            found.append(_Entry(label, raw[at + 66], first, size))
        return found

    def _stream(self, entry: _Entry) -> bytes:
        if entry.size >= self.mini_limit:
            return b"".join(self._at(n) for n in self._chain(entry.start, self.fat))[: entry.size]
        root = next(e for e in self.entries if e.jenis == _ROOT)
        pool = b"".join(self._at(n) for n in self._chain(root.start, self.fat))
        first = struct.unpack_from("<I", self.data, 60)[0]
        table = self._numbers(b"".join(self._at(n) for n in self._chain(first, self.fat)))
        chain = self._chain(entry.start, table)
        return b"".join(pool[n * 64 : n * 64 + 64] for n in chain)[: entry.size]
