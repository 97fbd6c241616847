"""What was read from softcopies: every figure with its address, every doubt kept."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from civreg_tui.domain.kolom import Alamat, Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.wilayah import Jenis, Penetapan

Masalah = Literal["rumus", "desimal", "negatif", "teks", "ribuan"]
"""Why a cell is no count: broken formula, decimals, minus, words, damaged thousands (1.234)."""


@dataclass(frozen=True, slots=True)
class SelSumber:
    """One source cell: where it stands (``Akta Cerai!F8``), its text, and its count, if any.

    ``angka`` None without ``masalah`` = not given. A percent's ``angka`` is in hundredths.
    """

    alamat: str
    teks: str
    angka: int | None = None
    nihil: bool = False
    masalah: Masalah | None = None


class SelMalas(Mapping[Kolom, SelSumber]):
    """A row's cells that are worked out when they are asked for, since there are very many."""

    @abstractmethod
    def rusak(self) -> Iterator[Kolom]:
        """The columns whose cells are no count."""


@dataclass(frozen=True, slots=True)
class BarisSumber:
    """One source row of a region (or of a JUMLAH line) with its cells by column."""

    baris: int
    kode_teks: str
    nama_teks: str
    penetapan: Penetapan
    alamat: str
    sel: Mapping[Kolom, SelSumber] = field(default_factory=dict)
    persen: SelSumber | None = None
    keterangan: str = ""

    @property
    def wilayah(self) -> str | None:
        """The settled region's code, or None."""
        return self.penetapan.wilayah.kode if self.penetapan.wilayah else None

    def rusak(self) -> Iterator[Kolom]:
        """The columns whose cells are no count."""
        if isinstance(self.sel, SelMalas):
            return self.sel.rusak()
        return (kolom for kolom, cell in self.sel.items() if cell.masalah is not None)


@dataclass(frozen=True, slots=True)
class TabelSumber:
    """One table of one document on one worksheet.

    ``jumlah`` are the rows that add up the whole province, ``subjumlah`` those of only the
    kabupaten or the kota. ``diabaikan`` are (cells, reason) pairs for everything not used,
    ``tak_dikenal`` the (cell, heading) pairs of columns with figures whose heading means
    nothing yet, ``tanda`` the signature by which a taught heading is remembered, ``kembar`` the
    (column, headings' cells) pairs of figures that stand twice and differently, so not at all.
    ``lebih`` are (row, cell, text) of figures beyond the last heading of a delimited text.
    """

    berkas: str
    lembar: str
    baris_judul: int
    dokumen: str | None
    dokumen_judul: str | None
    dokumen_isi: str | None
    periode: Periode | None
    teks_periode: str
    acuan: str | None
    kelompok: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisSumber, ...]
    jumlah: tuple[BarisSumber, ...] = ()
    dinamis: bool = False
    diabaikan: tuple[tuple[str, str], ...] = ()
    subjumlah: tuple[tuple[Jenis, BarisSumber], ...] = ()
    tak_dikenal: tuple[tuple[str, str], ...] = ()
    tanda: str = ""
    kembar: tuple[tuple[Kolom, tuple[str, ...]], ...] = ()
    alamat_judul: str | None = None
    alamat_periode: str | None = None
    lebih: tuple[tuple[int, str, str], ...] = ()

    @property
    def rows(self) -> Mapping[str, BarisSumber]:
        """The first settled row of each region."""
        found: dict[str, BarisSumber] = {}
        for row in self.baris:
            if row.wilayah is not None:
                found.setdefault(row.wilayah, row)
        return found

    def sel(self, alamat: Alamat) -> SelSumber | None:
        """The source cell of a sheet's cell, or None where the table has none."""
        row = self.rows.get(alamat.wilayah)
        return row.sel.get(alamat.kolom) if row else None


@dataclass(frozen=True, slots=True)
class LembarSumber:
    """A worksheet of a file, with its recognised document or the reason it was skipped."""

    nama: str
    dokumen: str | None
    baris_judul: int | None
    dilewati: str | None


@dataclass(frozen=True, slots=True)
class BerkasSumber:
    """A file that was read, with its SHA-256 and its worksheets."""

    path: str
    sha256: str
    lembar: tuple[LembarSumber, ...]


@dataclass(frozen=True, slots=True)
class Bacaan:
    """Everything read from one delivery: files, tables, and the month and DKB they speak of."""

    berkas: tuple[BerkasSumber, ...]
    tabel: tuple[TabelSumber, ...]
    periode: Periode | None
    acuan: str | None

    def dokumen(self, kode: str) -> tuple[TabelSumber, ...]:
        """The tables of one document (several when it was delivered twice or in parts)."""
        return tuple(t for t in self.tabel if t.dokumen == kode)
