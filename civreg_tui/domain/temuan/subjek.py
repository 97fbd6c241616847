"""What the rules are asked about: a sheet, or a whole month, with everything known around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.lembar import Kolom, Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.wilayah import DaftarWilayah


@dataclass(frozen=True)
class SubjekLembar:
    """One sheet and its evidence; whatever is None or empty makes the rules on it silent.

    ``lalu`` is last month's sheet, ``riwayat`` the older ones (newest first); ``dijelaskan``
    names (month, region) pairs that were explained and do not count as history. ``sumber`` are
    the accepted softcopy's tables, ``kendali`` the hardcopy's column totals, ``target`` is in
    hundredths of a percent, ``acuan_memiliki`` the DKB of the numerators where it is known.
    """

    lembar: Lembar
    daftar: DaftarWilayah
    lalu: Lembar | None = None
    riwayat: tuple[Lembar, ...] = ()
    dijelaskan: frozenset[tuple[str, str]] = frozenset()
    sumber: tuple[TabelSumber, ...] = ()
    kendali: Mapping[Kolom, int] = field(default_factory=dict)
    penduduk: Mapping[str, int] | None = None
    target: int | None = None
    acuan_memiliki: str | None = None


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """What arrived: paper, files, and the documents in each (None = not looked at yet)."""

    hardcopy: bool | None = None
    softcopy: bool | None = None
    dokumen_hardcopy: frozenset[str] | None = None
    dokumen_softcopy: frozenset[str] | None = None
    diterima: date | None = None


@dataclass(frozen=True)
class SubjekBulan:
    """A month: its sheets, its receipt, its neighbours in time, and who did what.

    ``dokumen`` are the documents the month must have, ``acuan`` each one's DKB reference,
    ``batas`` the deadline of receipt, ``bulan_ada`` the months that were ever recapped,
    ``pengentri`` the accounts that keyed figures and ``pemvalidasi`` the one that validates;
    ``pengentri_diizinkan`` is the office's permission for these to be the same person.
    """

    periode: Periode
    daftar: DaftarWilayah
    lembar: tuple[SubjekLembar, ...] = ()
    dokumen: tuple[Dokumen, ...] = ()
    acuan: Mapping[str, str] = field(default_factory=dict)
    penerimaan: Penerimaan | None = None
    batas: date | None = None
    bulan_ada: frozenset[Periode] | None = None
    pengentri: frozenset[str] = frozenset()
    pemvalidasi: str | None = None
    pengentri_diizinkan: bool = False
    berubah_setelah_validasi: bool = False
