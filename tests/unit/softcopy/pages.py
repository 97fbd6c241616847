"""The page of an ordinary monthly recap, built part by part so that any part can be odd."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.unit.softcopy.figures import Angka, figures, province
from tests.unit.softcopy.writers import Halaman, Isi

NAMA = {
    "AK017": "AKTA KELAHIRAN ANAK (0-17 TAHUN)",
    "AKAWIN": "AKTA PERKAWINAN",
    "ACERAI": "AKTA PERCERAIAN",
    "AMATI": "AKTA KEMATIAN",
}
LEMBAR = {"AK017": "Akta Lahir 0-17", "AKAWIN": "Kawin", "ACERAI": "Cerai", "AMATI": "Mati"}

Kolom = tuple[str, Callable[[Angka], Isi]]
"""A column: its heading and its cell for a row."""


def titles(document: str, month: str = "KEADAAN s.d. 31 DESEMBER 2024") -> list[str]:
    return [
        f"REKAPITULASI CAKUPAN KEPEMILIKAN {NAMA[document]}",
        "PROVINSI SUMATERA BARAT",
        month,
        "Sumber: DKB Semester II Tahun 2024, diolah",
    ]


def stock_columns() -> list[Kolom]:
    return [
        ("WAJIB AKTA", lambda r: r.wajib),
        ("MEMILIKI", lambda r: r.memiliki),
        ("BELUM MEMILIKI", lambda r: r.belum),
        ("PERSEN (%)", lambda r: r.persen),
    ]


def death_columns() -> list[Kolom]:
    return [
        ("AKTA KEMATIAN (L)", lambda r: r.l),
        ("AKTA KEMATIAN (P)", lambda r: r.p),
        ("AKTA KEMATIAN (JML)", lambda r: r.memiliki),
    ]


def label_columns() -> list[Kolom]:
    return [("KODE", lambda r: r.kode), ("KABUPATEN/KOTA", lambda r: r.nama)]


@dataclass
class Rekap:
    """One document's page; change a part, then ``page()``. ``left`` blank columns come first."""

    document: str
    judul: Sequence[str] | None = None
    label: Sequence[Kolom] = field(default_factory=label_columns)
    kolom: Sequence[Kolom] | None = None
    baris: Sequence[Angka | str] | None = None
    bawah: Sequence[str] = ("", "Mengetahui,", "Kepala Bidang PIAK", "NIP. 19700101 199003 1 001")
    jumlah: str | None = "JUMLAH"
    left: int = 0
    kosong: int = 1
    nama: str | None = None

    def page(self) -> Halaman:
        """Titles, blank rows, one heading row, the rows (a text is a section row), the foot."""
        page = Halaman(self.nama or LEMBAR[self.document], [])
        for text in titles(self.document) if self.judul is None else self.judul:
            self._line(page, [text])
        for _ in range(self.kosong):
            page.rows.append([])
        columns = self.columns()
        self._line(page, ["NO", *(heading for heading, _ in columns)])
        number = 0
        for row in self.rows():
            number += isinstance(row, Angka) and row.kode != "13"
            self._line(page, self._cells(row, number, columns))
        for text in self.bawah:
            self._line(page, [None, None, text])
        return page

    def columns(self) -> list[Kolom]:
        own = death_columns() if self.document == "AMATI" else stock_columns()
        return [*self.label, *(own if self.kolom is None else self.kolom)]

    def rows(self) -> list[Angka | str]:
        rows = list(figures(self.document) if self.baris is None else self.baris)
        known = [r for r in rows if isinstance(r, Angka) and r.kode != "13"]
        if self.jumlah is not None:
            rows.append(province(known)._replace(kode="", nama=self.jumlah))
        return rows

    def header_row(self) -> int:
        """The heading's row, from one."""
        above = titles(self.document) if self.judul is None else self.judul
        return len(above) + self.kosong + 1

    def cell(self, row: int, column: int) -> tuple[int, int]:
        """The place of a region's cell: ``row`` from zero, ``column`` from the first label."""
        return self.header_row() + row, self.left + 1 + column

    def _cells(self, row: Angka | str, number: int, columns: Iterable[Kolom]) -> list[Isi]:
        if isinstance(row, str):
            letter, _, kind = row.partition(" ")
            return [letter, *[None] * (len(self.label) - 1), kind]
        first: Isi = number if row.kode not in {"", "13"} else None
        return [first, *(value(row) for _, value in columns)]

    def _line(self, page: Halaman, cells: Iterable[Isi]) -> None:
        page.rows.append([*[None] * self.left, *cells])
