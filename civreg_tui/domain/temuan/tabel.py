"""One view for the rules: a document's figures by region, keyed or read, and their source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from civreg_tui.domain.kolom import KOLOM as MENURUT_NAMA
from civreg_tui.domain.kolom import Kolom, Seks, Ukuran
from civreg_tui.domain.temuan.model import Lokasi

if TYPE_CHECKING:
    from civreg_tui.domain.bacaan import BarisSumber, TabelSumber
    from civreg_tui.domain.dokumen import Dokumen
    from civreg_tui.domain.periode import Periode
    from civreg_tui.domain.temuan.subjek import SubjekLembar
    from civreg_tui.domain.wilayah import DaftarWilayah

UKURAN: tuple[Ukuran, ...] = ("wajib", "memiliki", "belum", "terbit", "dilaporkan")
SEKS: tuple[Seks, ...] = ("l", "p", "jml")
KOLOM: tuple[Kolom, ...] = tuple(Kolom(u, s) for u in UKURAN for s in SEKS)


@dataclass(frozen=True, slots=True)
class Baris:
    """A region's given figures (what is absent was not given) and its row in the softcopy."""

    kode: str
    nama: str
    angka: Mapping[Kolom, int]
    sumber: BarisSumber | None = None

    def nilai(self, ukuran: Ukuran, seks: Seks = "jml") -> int | None:
        """A figure; JML is L + P where only these were given. None = not given."""
        columns = MENURUT_NAMA[ukuran]
        given = self.angka.get(columns[seks])
        if given is not None or seks != "jml":
            return given
        male, female = self.angka.get(columns["l"]), self.angka.get(columns["p"])
        return None if male is None or female is None else male + female

    def alamat(self, kolom: Kolom | None = None) -> str | None:
        """The source address of a column's cell, or of the row's name."""
        if self.sumber is None:
            return None
        cell = self.sumber.sel.get(kolom) if kolom else None
        return cell.alamat if cell else self.sumber.alamat


@dataclass(frozen=True)
class Tabel:
    """A document's figures for the rules: from a sheet (``lembar`` set) or from softcopies."""

    dokumen: Dokumen
    daftar: DaftarWilayah
    baris: tuple[Baris, ...]
    acuan: str = ""
    periode: Periode | None = None
    sumber: tuple[TabelSumber, ...] = ()
    penduduk: Mapping[str, int] | None = None
    lembar: SubjekLembar | None = None
    dikerjakan: Periode | None = None
    nama_dokumen: Mapping[str, str] = field(default_factory=dict)

    @property
    def softcopy(self) -> bool:
        """Whether the figures are what a file says, not what was keyed."""
        return self.lembar is None

    @cached_property
    def kolom(self) -> frozenset[Kolom]:
        """The columns in which any figure was given."""
        return frozenset(kolom for row in self.baris for kolom in row.angka)

    @cached_property
    def seks(self) -> tuple[Seks, ...]:
        """The sexes that figures were given for, and JML, which may follow from them."""
        given = {kolom.seks for kolom in self.kolom} | {"jml"}
        return tuple(seks for seks in SEKS if seks in given)

    def lokasi(self, baris: Baris | None = None, kolom: Kolom | None = None) -> Lokasi:
        """The place of a finding in this table."""
        if baris is None:
            return Lokasi(self.dokumen.kode, kolom=kolom)
        return Lokasi(self.dokumen.kode, baris.kode, baris.alamat(kolom), kolom)

    def jumlah(self, kolom: Kolom) -> int | None:
        """The sum of a column; None unless every region of the province has a figure."""
        values = [row.nilai(kolom.ukuran, kolom.seks) for row in self.baris]
        given = [value for value in values if value is not None]
        return sum(given) if len(given) == len(values) == len(self.daftar) else None


def bukti(values: Mapping[Kolom, int | None] | Sequence[tuple[str, object]]) -> str:
    """The canonical text of the values a finding rests on."""
    if isinstance(values, Mapping):
        pairs = [(f"{k.ukuran}.{k.seks}", v) for k, v in sorted(values.items())]
        return ";".join(f"{name}={value}" for name, value in pairs)
    return ";".join(f"{name}={value}" for name, value in values)


def from_sheet(subjek: SubjekLembar) -> Tabel:
    """The view of a keyed sheet, with the month's accepted softcopy beside it."""
    sheet = subjek.lembar
    source = first_rows(subjek.sumber)
    return Tabel(
        sheet.dokumen,
        subjek.daftar,
        tuple(
            Baris(kode, subjek.daftar[kode].nama, figures, source.get(kode))
            for kode, figures in sheet.angka.items()
        ),
        acuan=sheet.acuan,
        periode=sheet.periode,
        sumber=subjek.sumber,
        penduduk=subjek.penduduk,
        lembar=subjek,
    )


def first_rows(tables: Sequence[TabelSumber]) -> dict[str, BarisSumber]:
    """The first settled row of each region over all tables of a document."""
    found: dict[str, BarisSumber] = {}
    for table in tables:
        for kode, row in table.rows.items():
            found.setdefault(kode, row)
    return found


def rows_from_source(tables: Sequence[TabelSumber], daftar: DaftarWilayah) -> tuple[Baris, ...]:
    """The regions that the tables hold, in official order, with the figures given there."""
    found = first_rows(tables)
    return tuple(
        Baris(
            kode,
            daftar[kode].nama,
            {k: cell.angka for k, cell in found[kode].sel.items() if cell.angka is not None},
            found[kode],
        )
        for kode in daftar.kode
        if kode in found
    )
