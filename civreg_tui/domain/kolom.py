"""The columns of a sheet and the addresses of its cells."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Ukuran = Literal["wajib", "memiliki", "belum", "terbit", "dilaporkan"]
Seks = Literal["l", "p", "jml"]

NAMA_UKURAN: dict[str, str] = {
    "wajib": "Wajib Akta",
    "memiliki": "Memiliki",
    "belum": "Belum Memiliki",
    "terbit": "Terbit Bulan Ini",
    "dilaporkan": "Kematian Dilaporkan",
}


class Kolom(NamedTuple):
    """A column of a sheet: what is counted, and for whom."""

    ukuran: Ukuran
    seks: Seks

    @property
    def label(self) -> str:
        """The column's name as messages show it: ``Wajib Akta JML``."""
        return f"{NAMA_UKURAN[self.ukuran]} {self.seks.upper()}"


KOLOM: dict[str, dict[str, Kolom]] = {
    ukuran: {seks: Kolom(ukuran, seks) for seks in get_args(Seks)} for ukuran in get_args(Ukuran)
}
"""Every possible column by measure and sex, each made once."""


class Alamat(NamedTuple):
    """A cell of a sheet: the region's code and the column."""

    wilayah: str
    ukuran: Ukuran
    seks: Seks

    @property
    def kolom(self) -> Kolom:
        """The cell's column."""
        return KOLOM[self.ukuran][self.seks]
