"""A worksheet's tables: headings, rows and titles put together, every cell accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.kolom import Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.account import Pertanggungan
from civreg_tui.softcopy.files.grid import Grid, is_blank
from civreg_tui.softcopy.recognition.blocks import BlokTerbaca, read_blocks
from civreg_tui.softcopy.recognition.candidates import Calon, Pencarian
from civreg_tui.softcopy.recognition.documents import documents_in, not_recapped, other
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.names_first import names_first
from civreg_tui.softcopy.recognition.periods import period_of
from civreg_tui.softcopy.recognition.table import read_table
from civreg_tui.softcopy.recognition.titles import title_lines
from civreg_tui.softcopy.recognition.turned import turned

TANPA_TABEL = "tidak ada tabel kabupaten/kota"

SATU_KOLOM = "semua isi ada di satu kolom (teks CSV); simpan sebagai .csv, lalu coba lagi"

_COVER = 200
"""Rows of a sheet without a table that are looked through for a month."""


class HasilLembar(NamedTuple):
    """What a worksheet gave: tables with their base (awal, dinamis), title lines, or why none."""

    nama: str
    tabel: tuple[tuple[TabelSumber, str], ...] = ()
    judul: tuple[str, ...] = ()
    dilewati: str | None = None


def read_sheet(grid: Grid, path: str, stem: str, konteks: Konteks) -> HasilLembar:
    """All recap tables of a worksheet; ``stem`` is the file's name, the last hint there is."""
    if grid.dilewati:
        return HasilLembar(grid.nama, dilewati=grid.dilewati)
    grid, account, blocks = _blocks(grid, konteks)
    area = (0, min(len(grid.rows), _COVER)), (0, grid.lebar)
    lines = tuple(title_lines(grid, *area, konteks.kamus))
    if not blocks:
        return HasilLembar(grid.nama, (), lines, _no_table(grid, konteks))
    search = Pencarian(grid, stem, konteks, account)
    for read in blocks:
        search.look_at(read)
    groups = _groups(search.without_lesser(), konteks.kamus)
    tables = [(read_table(group, path, konteks), group[0].dasar) for group in groups]
    if not tables:
        return HasilLembar(grid.nama, (), lines, next(iter(search.reasons), None))
    tables[0] = (replace(tables[0][0], diabaikan=account.ignored()), tables[0][1])
    return HasilLembar(grid.nama, tuple(tables), lines)


def _blocks(grid: Grid, konteks: Konteks) -> tuple[Grid, Pertanggungan, list[BlokTerbaca]]:
    """The sheet's blocks; where it has none, those of another way of reading its columns."""
    account = Pertanggungan(grid)
    blocks = read_blocks(grid, konteks, account)
    for other_way in (names_first, turned):
        if not blocks and (seen := other_way(grid, konteks)):
            account = Pertanggungan(seen)
            blocks = read_blocks(seen, konteks, account)
            grid = seen if blocks else grid
    return grid, account, blocks


def _no_table(grid: Grid, konteks: Konteks) -> str:
    if all(is_blank(value) for row in grid.rows for value in row):
        return "lembar kosong"
    if grid.lebar == 1 and sum(str(row[0]).count(";") > 1 for row in grid.rows if row) > 2:
        return SATU_KOLOM
    foreign = other(documents_in(grid.nama, konteks.kamus))
    return not_recapped(foreign) if foreign else TANPA_TABEL


def _groups(found: Iterable[Calon], kamus: Kamus) -> list[list[Calon]]:
    """Pieces that continue each other: the same document and columns, and no other month."""
    groups: list[list[Calon]] = []
    last: dict[tuple[str, frozenset[Kolom]], tuple[Periode | None, list[Calon]]] = {}
    for one in found:
        key = one.kode, frozenset(one.potongan.susunan.kolom.values())
        month = period_of(one.asal.judul, kamus)[0]
        before = last.get(key)
        if before is None or (month and before[0] and month != before[0]):
            groups.append([one])
            last[key] = month, groups[-1]
        else:
            before[1].append(one)
            last[key] = before[0] or month, before[1]
    return groups
