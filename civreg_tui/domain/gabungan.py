"""Several deliveries of one month as one reading: what came later stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from civreg_tui.domain.bacaan import Bacaan, BarisSumber, TabelSumber
from civreg_tui.domain.kolom import Kolom

_Tabel = list[TabelSumber]


@dataclass(frozen=True, slots=True)
class Penggantian:
    """Regions of a document whose figures in file ``lama`` were replaced by those in ``baru``."""

    dokumen: str
    lama: str
    baru: str
    wilayah: tuple[str, ...]


def gabung(bacaan: Bacaan) -> tuple[Bacaan, tuple[Penggantian, ...]]:
    """One reading in which a region's row of a later file replaces that of an earlier one.

    A row counts when anything is written in it; a blank one takes nothing back. Measures that
    the later file has no column for stay as they were. Tables of one file are never merged
    with each other: a region that stands twice there is a finding.
    """
    kept: _Tabel = []
    replaced: list[Penggantian] = []
    for _, tables in groupby(bacaan.tabel, key=lambda table: table.berkas):
        arriving = list(tables)
        for document in {t.dokumen: None for t in arriving if t.dokumen}:
            earlier = [t for t in kept if t.dokumen == document]
            newer = [t for t in arriving if t.dokumen == document]
            outcome = _take_over(earlier, newer)
            kept = _exchanged(kept, earlier, outcome.lama)
            arriving = _exchanged(arriving, newer, outcome.baru)
            replaced += outcome.diganti
        kept += arriving
    return replace(bacaan, tabel=tuple(kept)), tuple(replaced)


def memuat(row: BarisSumber) -> bool:
    """Whether anything is written in a row's figures (a broken cell is something)."""
    return any(cell.angka is not None or cell.masalah for cell in row.sel.values())


@dataclass(frozen=True)
class _Hasil:
    """What is left of the earlier tables (None = nothing), the completed new ones."""

    lama: list[TabelSumber | None]
    baru: list[TabelSumber | None]
    diganti: list[Penggantian]


def _take_over(earlier: _Tabel, newer: _Tabel) -> _Hasil:
    """One document of one arriving file against all that came before it."""
    given = {kode for table in newer for kode, row in table.rows.items() if memuat(row)}
    left: list[TabelSumber | None] = []
    replaced: list[Penggantian] = []
    known = {kode for old in earlier for kode in old.rows}
    completed = [_without_blank(table, known - given) for table in newer]
    for old in earlier:
        shared = tuple(kode for kode in old.rows if kode in given)
        if shared:
            name = old.dokumen or ""
            replaced.append(Penggantian(name, old.berkas, newer[0].berkas, shared))
            completed = _with_rest(completed, old, set(shared))
        left.append(_without(old, given) if given else old)
    return _Hasil(left, list(completed), replaced)


def _without_blank(table: TabelSumber, known: set[str]) -> TabelSumber:
    """Without the blank rows of regions that came before: a partial delivery takes none back."""
    if not known & set(table.rows):
        return table
    return replace(table, baris=tuple(row for row in table.baris if row.wilayah not in known))


def _exchanged(
    tables: _Tabel, before: Sequence[TabelSumber], after: Sequence[TabelSumber | None]
) -> _Tabel:
    """The list with some tables exchanged in their places, or taken out."""
    new = {id(old): one for old, one in zip(before, after, strict=True)}
    found = (new.get(id(table), table) for table in tables)
    return [table for table in found if table is not None]


def _without(table: TabelSumber, given: set[str]) -> TabelSumber | None:
    """The rest of a table, None when no region is left in it.

    Its total rows added up what no longer stands, and a row that could not be settled is
    settled by the later file where that names every region it might have meant.
    """
    rows = tuple(row for row in table.baris if not _superseded(row, given))
    if not any(row.wilayah for row in rows):
        return None
    if len(rows) == len(table.baris):
        return table
    return replace(table, baris=rows, jumlah=(), subjumlah=())


def _superseded(row: BarisSumber, given: set[str]) -> bool:
    if row.wilayah is not None:
        return row.wilayah in given
    meant = {region.kode for region in row.penetapan.kandidat}
    return bool(meant) and meant <= given


def _with_rest(newer: _Tabel, old: TabelSumber, shared: set[str]) -> _Tabel:
    """The later tables; the first row of each region keeps the measures they have no column for."""
    gone = {kolom.ukuran for table in newer for kolom in _written(table)}
    if gone & {"wajib", "memiliki"}:
        gone.add("belum")
    left = [kolom for kolom in _written(old) if kolom.ukuran not in gone]
    if not left:
        return newer
    waiting, completed = set(shared), []
    for table in newer:
        here = waiting & set(table.rows)
        completed.append(_completed(table, old, here, left) if here else table)
        waiting -= here
    return completed


def _written(table: TabelSumber) -> list[Kolom]:
    """The columns that have cells (a required one may be listed without any)."""
    present = {kolom for row in table.baris for kolom in row.sel}
    return [kolom for kolom in table.kolom if kolom in present]


def _completed(
    table: TabelSumber, old: TabelSumber, regions: set[str], left: Iterable[Kolom]
) -> TabelSumber:
    before, first = old.rows, table.rows
    rows: list[BarisSumber] = []
    for row in table.baris:
        kode = row.wilayah
        if kode is None or kode not in regions or first[kode] is not row:
            rows.append(row)
            continue
        cells = {kolom: before[kode].sel[kolom] for kolom in left if kolom in before[kode].sel}
        rows.append(replace(row, sel={**row.sel, **cells}))
    added = tuple(kolom for kolom in left if kolom not in table.kolom)
    return replace(table, baris=tuple(rows), kolom=(*table.kolom, *added))
