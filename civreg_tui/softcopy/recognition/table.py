"""One recap table put together from the pieces of a worksheet that continue each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.kolom import Kolom, Ukuran
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.files.grid import as_text
from civreg_tui.softcopy.recognition.candidates import Calon
from civreg_tui.softcopy.recognition.documents import age_label, titling
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.periods import dated, period_of
from civreg_tui.softcopy.recognition.titles import acuan_of, place_of
from civreg_tui.softcopy.recognition.totals import place_totals

Group = Sequence[Calon]
"""Pieces of one table, the upper one first; what stands above it tells of the others too."""


def read_table(group: Group, path: str, konteks: Konteks) -> TabelSumber:
    """The table with its document, its month and base, its rows, and what is doubtful in it."""
    table = _named(group, path, konteks)
    table = _dated(table, group, konteks)
    table = _filled(table, group, konteks)
    return _doubted(table, group)


def _named(group: Group, path: str, konteks: Konteks) -> TabelSumber:
    first = group[0]
    grid, block = first.potongan.grid, first.asal.block
    titles = _titles(group)
    ages = [*titles, *(heading.teks for heading in block.judul.values()), grid.nama]
    return TabelSumber(
        berkas=path,
        lembar=grid.nama,
        baris_judul=(block.nama if grid.putar else block.atas) + 1,
        dokumen=first.kode,
        dokumen_judul=first.putusan.judul,
        dokumen_isi=first.putusan.isi,
        periode=None,
        teks_periode="",
        acuan=None,
        kelompok=age_label(ages) if first.kode in {"AK017", "AK04"} else "",
        kolom=_columns(first, konteks),
        baris=(),
        dinamis=first.dasar == "dinamis",
        tanda=block.tanda,
        alamat_judul=place_of(grid, titling(titles, konteks.kamus), block) or _head(first),
    )


def _titles(group: Group) -> list[str]:
    return [line for one in group for line in one.asal.judul]


def _head(first: Calon) -> str:
    """The table's own first cell, where a title has none."""
    return first.potongan.grid.address(first.asal.block.atas, first.asal.block.nama)


def _dated(table: TabelSumber, group: Group, konteks: Konteks) -> TabelSumber:
    first, titles = group[0], _titles(group)
    notes = [line for one in group for line in one.asal.catatan if "DKB" in line.upper()]
    period, text = _period(group, konteks)
    return replace(
        table,
        periode=period,
        teks_periode=text,
        acuan=acuan_of(titles) or first.potongan.susunan.acuan or acuan_of(notes),
        alamat_periode=place_of(first.potongan.grid, text, first.asal.block) or _head(first),
    )


def _period(group: Group, konteks: Konteks) -> tuple[Periode | None, str]:
    """The month and the text that names it: titles, the sheet's name, but first the columns."""
    titles, piece = _titles(group), group[0].potongan
    period, text = period_of(titles, konteks.kamus)
    if period is None:
        period, text = period_of([piece.grid.nama], konteks.kamus)
    told = piece.susunan.periode
    if told is None or told == period:
        return period, text
    period = dated(told, titles)
    return period, period.label if period else ""


def _filled(table: TabelSumber, group: Group, konteks: Konteks) -> TabelSumber:
    pieces = [one.potongan for one in group]
    totals = place_totals(pieces, konteks.labels)
    return replace(
        table,
        baris=tuple(row for piece in pieces for row in piece.of("wilayah")),
        jumlah=tuple(totals.provinsi),
        subjumlah=tuple(totals.bagian),
    )


def _doubted(table: TabelSumber, group: Group) -> TabelSumber:
    return replace(
        table,
        tak_dikenal=tuple(_unknown(group)),
        kembar=_twins(group),
        lebih=tuple(_surplus(group)),
    )


def _unknown(group: Group) -> Iterator[tuple[str, str]]:
    """Columns with figures that no piece took, and whose heading means nothing yet."""
    first = group[0]
    grid, block = first.potongan.grid, first.asal.block
    taken = {column for one in group for column in one.potongan.susunan.kolom}
    for column in first.asal.unknown_columns():
        if column not in taken:
            yield grid.address(block.bawah, column), block.judul[column].teks


def _twins(group: Sequence[Calon]) -> tuple[tuple[Kolom, tuple[str, ...]], ...]:
    """The figures that stand twice and differently, with the headings' cells."""
    block, columns = group[0].asal.block, group[0].potongan.susunan
    grid = group[0].potongan.grid
    return tuple(
        (kolom, tuple(grid.address(block.bawah, column) for column in places))
        for kolom, places in columns.berselisih.items()
    )


def _surplus(group: Sequence[Calon]) -> Iterator[tuple[int, str, str]]:
    """Rows with figures beyond the last heading of a delimited text: a comma split some in two."""
    grid = group[0].potongan.grid
    end = max(column for one in group for column in one.asal.block.judul) + 1
    for row in [r for one in group if grid.teks for r in one.asal.rows_of("wilayah", "jumlah")]:
        texts = [as_text(value).strip() for value in grid.rows[row][end:]]
        if any(c.isdigit() for text in texts for c in text):
            yield row + 1, grid.address(row, end), ", ".join(filter(None, texts))


def _columns(one: Calon, konteks: Konteks) -> tuple[Kolom, ...]:
    """The table's columns; a required one that is missing stands there without any cell."""
    columns = tuple(one.potongan.susunan.kolom.values())
    required: list[Ukuran] = ["memiliki"]
    if konteks.needs_wajib(one.kode):
        required.insert(0, "wajib")
    missing = tuple(Kolom(u, "jml") for u in required if not one.potongan.susunan.has(u))
    return columns + missing
