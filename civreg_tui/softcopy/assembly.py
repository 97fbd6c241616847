"""The worksheets of all files put together: one month, one base, every sheet named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from civreg_tui.domain.bacaan import Bacaan, BerkasSumber, LembarSumber, TabelSumber
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.files.source import Berkas
from civreg_tui.softcopy.files.workbook import TERSEMBUNYI
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.periods import period_of
from civreg_tui.softcopy.recognition.tables import HasilLembar
from civreg_tui.softcopy.recognition.titles import acuan_of

_Nilai = TypeVar("_Nilai", str, Periode)

_Alasan = dict[int, str]
"""Why a table was left out, by its identity."""


def assemble(
    berkas: Sequence[Berkas],
    sheets: Sequence[Sequence[HasilLembar]],
    konteks: Konteks,
    periode: Periode | None,
) -> Bacaan:
    """One reading of all files; tables of another base or month than the rest's are named."""
    results = [result for file in sheets for result in file]
    tables = [pair for result in results for pair in result.tabel]
    reasons = _other_base(tables)
    kept = [table for table, _ in tables if id(table) not in reasons]
    month = periode or _most_common(t.periode for t in kept)
    reasons |= _other_month(kept, month)
    kept = [table for result in results for table in _kept(result, reasons)]
    covers = [r for r in results if not r.tabel and r.dilewati != TERSEMBUNYI]
    lines = [line for result in covers for line in result.judul]
    files = [
        BerkasSumber(file.path, file.sha256, tuple(_named(found, reasons)))
        for file, found in zip(berkas, sheets, strict=True)
    ]
    named = _most_common(t.periode for t in kept) or period_of(lines, konteks.kamus)[0]
    acuan = _most_common(t.acuan for t in kept) or acuan_of(lines)
    return Bacaan(tuple(files), tuple(kept), named, acuan)


def _kept(result: HasilLembar, reasons: _Alasan) -> list[TabelSumber]:
    """A worksheet's tables that stay; they also account for those that were left out."""
    tables = [table for table, _ in result.tabel]
    stay = [table for table in tables if id(table) not in reasons]
    if not stay or len(stay) == len(tables):
        return stay
    account = [pair for table in tables for pair in table.diabaikan]
    account += [(_area(t), reasons[id(t)]) for t in tables if id(t) in reasons]
    return [replace(stay[0], diabaikan=tuple(account)), *stay[1:]]


def _area(table: TabelSumber) -> str:
    """The cells of a table's rows, from the first name to the last figure."""
    rows = sorted((*table.baris, *table.jumlah), key=lambda row: row.baris)
    if not rows:
        return f"A{table.baris_judul}"
    cells = [cell.alamat for cell in rows[-1].sel.values()]
    cells += [rows[-1].persen.alamat] if rows[-1].persen else []
    end = max(cells, key=lambda place: (len(place), place), default=rows[-1].alamat)
    return f"{rows[0].alamat.rsplit('!', 1)[-1]}:{end.rsplit('!', 1)[-1]}"


def _other_base(tables: Iterable[tuple[TabelSumber, str]]) -> _Alasan:
    """AWAL sheets of a document that also came as DINAMIS: never mixed."""
    pairs = list(tables)
    moving = {table.dokumen for table, base in pairs if base == "dinamis"}
    return {
        id(table): "angka AWAL (yang dipakai DINAMIS)"
        for table, base in pairs
        if base == "awal" and table.dokumen in moving
    }


def _other_month(tables: Sequence[TabelSumber], month: Periode | None) -> _Alasan:
    """Older sheets of a document that also came for the month: not the month's figures."""
    present = {table.dokumen for table in tables if month and table.periode == month}
    return {
        id(table): f"keadaan {table.periode.label}, bukan bulan yang dibaca"
        for table in tables
        if table.periode and table.periode != month and table.dokumen in present
    }


def _named(results: Iterable[HasilLembar], reasons: _Alasan) -> Iterable[LembarSumber]:
    for result in results:
        if not result.tabel:
            yield LembarSumber(result.nama, None, None, result.dilewati)
        for table, _ in result.tabel:
            left_out = reasons.get(id(table))
            code = None if left_out else table.dokumen
            yield LembarSumber(result.nama, code, table.baris_judul, left_out)


def _most_common(values: Iterable[_Nilai | None]) -> _Nilai | None:
    """The value given most often, the latest among equals; None when none is given."""
    counted = Counter(value for value in values if value is not None)
    return max(counted, key=lambda value: (counted[value], value), default=None)
