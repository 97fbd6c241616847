"""A worksheet's tables: headings, rows and titles put together, every cell accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.kolom import Kolom, Ukuran
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.account import Pertanggungan
from civreg_tui.softcopy.files.grid import Grid, as_text, is_blank
from civreg_tui.softcopy.recognition.blocks import BlokTerbaca, read_blocks
from civreg_tui.softcopy.recognition.body import Potongan, read_body
from civreg_tui.softcopy.recognition.columns import (
    arrange,
    as_issued,
    settle_twins,
    take_bare_sexes,
)
from civreg_tui.softcopy.recognition.documents import (
    age_label,
    documents_in,
    other,
    titled,
    titling,
)
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.names_first import names_first
from civreg_tui.softcopy.recognition.periods import dated, period_of
from civreg_tui.softcopy.recognition.titles import acuan_of, place_of, tells_issued, title_lines
from civreg_tui.softcopy.recognition.totals import place_totals
from civreg_tui.softcopy.recognition.turned import turned
from civreg_tui.softcopy.recognition.verdict import TAK_DIKENAL, Putusan, decide
from civreg_tui.softcopy.recognition.words import words

TANPA_TABEL = "tidak ada tabel kabupaten/kota"

PER_KELAMIN = "satu kabupaten/kota beberapa baris (jenis kelamin); minta satu baris per daerah"

SATU_KOLOM = "semua isi ada di satu kolom (teks CSV); simpan sebagai .csv, lalu coba lagi"

_COVER = 200
"""Rows of a sheet without a table that are looked through for a month."""


class HasilLembar(NamedTuple):
    """What a worksheet gave: tables with their base (awal, dinamis), title lines, or why none."""

    nama: str
    tabel: tuple[tuple[TabelSumber, str], ...] = ()
    judul: tuple[str, ...] = ()
    dilewati: str | None = None


class _Calon(NamedTuple):
    """One document in one block."""

    asal: BlokTerbaca
    potongan: Potongan
    putusan: Putusan
    kode: str
    dasar: str


def read_sheet(grid: Grid, path: str, stem: str, konteks: Konteks) -> HasilLembar:
    """All recap tables of a worksheet; ``stem`` is the file's name, the last hint there is."""
    if grid.dilewati:
        return HasilLembar(grid.nama, dilewati=grid.dilewati)
    account = Pertanggungan(grid)
    blocks = read_blocks(grid, konteks, account)
    for other_way in (names_first, turned):
        if not blocks and (seen := other_way(grid, konteks)):
            account = Pertanggungan(seen)
            blocks = read_blocks(seen, konteks, account)
            grid = seen if blocks else grid
    lines = tuple(
        title_lines(grid, (0, min(len(grid.rows), _COVER)), (0, grid.lebar), konteks.kamus)
    )
    if not blocks:
        return HasilLembar(grid.nama, (), lines, _no_table(grid, konteks))
    found, reason = _candidates(grid, stem, blocks, konteks, account)
    kept = _without_lesser(found, konteks, account)
    tables = [_table(group, path, konteks) for group in _groups(kept, konteks.kamus)]
    if tables:
        tables[0] = (replace(tables[0][0], diabaikan=account.ignored()), tables[0][1])
    return HasilLembar(grid.nama, tuple(tables), lines, None if tables else reason)


def _no_table(grid: Grid, konteks: Konteks) -> str:
    if all(is_blank(value) for row in grid.rows for value in row):
        return "lembar kosong"
    if grid.lebar == 1 and sum(str(row[0]).count(";") > 1 for row in grid.rows if row) > 2:
        return SATU_KOLOM
    foreign = other(documents_in(grid.nama, konteks.kamus))
    return f"{foreign}: tidak direkap di sini" if foreign else TANPA_TABEL


def _candidates(
    grid: Grid, stem: str, blocks: list[BlokTerbaca], konteks: Konteks, account: Pertanggungan
) -> tuple[list[_Calon], str | None]:
    found: list[_Calon] = []
    reasons: list[str] = []
    for read in blocks:
        if read.block.pivot:
            reasons.append("tabel pivot")
            read.mark_all(account, "tabel pivot")
            continue
        if read.block.label("jenis") is not None:
            reasons.append(PER_KELAMIN)
            read.mark_all(account, PER_KELAMIN)
            continue
        title = titled(read.judul, konteks.kamus)
        arrangements = arrange(read.block, _wanted(read, konteks), title)
        if not arrangements:
            foreign = other(c for j in read.block.judul.values() for c in j.dokumen)
            reasons.append(f"{foreign}: tidak direkap di sini" if foreign else TAK_DIKENAL)
        for arrangement in arrangements:
            settle_twins(arrangement, read.same_figures)
            verdict = decide(arrangement, read.judul, grid.nama, stem, konteks.kamus)
            others = {one.dokumen for one in arrangements if one is not arrangement}
            if verdict.isi is not None and title in others:
                verdict = Putusan(verdict.isi, verdict.isi, verdict.isi)
            if verdict.kode is None or verdict.kode not in konteks.dokumen:
                reasons.append(verdict.alasan or f"{verdict.kode} tidak direkap di sini")
                continue
            if not konteks.needs_wajib(verdict.kode):
                take_bare_sexes(arrangement, read.block, konteks.kamus)
            if tells_issued(read.judul, konteks.kamus):
                as_issued(arrangement, read.block, konteks.kamus)
            body = read_body(grid, read.block, arrangement, read.baris, konteks.labels)
            base = arrangement.dasar or _base(read.judul, grid.nama, konteks)
            found.append(_Calon(read, body, verdict, verdict.kode, base))
            read.mark_used(account, arrangement)
        read.mark_rest(account, reasons[-1] if reasons else "")
    return found, next(iter(reasons), None)


def _wanted(read: BlokTerbaca, konteks: Konteks) -> Periode | None:
    """The month whose columns count where several stand side by side."""
    return konteks.periode or period_of(read.judul, konteks.kamus)[0]


def _base(titles: list[str], sheet: str, konteks: Konteks) -> str:
    """AWAL or DINAMIS, where a title or the sheet's name says it for a whole table."""
    for line in (*reversed(titles), sheet):
        if found := set(konteks.kamus.dasar.find(words(line))):
            return found.pop() if len(found) == 1 else ""
    return ""


def _without_lesser(found: list[_Calon], konteks: Konteks, account: Pertanggungan) -> list[_Calon]:
    """Without AWAL beside DINAMIS, and without a scrap (a pivot) beside a whole table."""
    kept: list[_Calon] = []
    for one in found:
        peers = [p for p in found if p.kode == one.kode and p is not one]
        if one.dasar == "awal" and any(p.dasar == "dinamis" for p in peers):
            one.asal.mark_all(account, "tabel AWAL (yang dipakai DINAMIS)")
        elif not _whole(one, konteks) and any(_whole(p, konteks) for p in peers):
            one.asal.mark_all(account, "tabel lain tentang dokumen yang sama, tidak lengkap")
        else:
            kept.append(one)
    return kept


def _whole(one: _Calon, konteks: Konteks) -> bool:
    columns = one.potongan.susunan
    return columns.has("memiliki") and (columns.has("wajib") or not konteks.needs_wajib(one.kode))


def _groups(found: Iterable[_Calon], kamus: Kamus) -> list[list[_Calon]]:
    """Pieces that continue each other: the same document and columns, and no other month."""
    groups: list[list[_Calon]] = []
    last: dict[tuple[str, frozenset[Kolom]], tuple[Periode | None, list[_Calon]]] = {}
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


def _table(group: list[_Calon], path: str, konteks: Konteks) -> tuple[TabelSumber, str]:
    first = group[0]
    pieces = [one.potongan for one in group]
    grid, block, columns = pieces[0].grid, first.asal.block, pieces[0].susunan
    titles = [line for one in group for line in one.asal.judul]
    period, period_text = period_of(titles, konteks.kamus)
    if period is None:
        period, period_text = period_of([grid.nama], konteks.kamus)
    if columns.periode is not None and columns.periode != period:
        period = dated(columns.periode, titles)
        period_text = period.label if period else ""
    notes = [line for one in group for line in one.asal.catatan if "DKB" in line.upper()]
    ages = [*titles, *(j.teks for j in block.judul.values()), grid.nama]
    totals = place_totals(pieces, konteks.labels)
    head = grid.address(block.atas, block.nama)
    table = TabelSumber(
        berkas=path,
        lembar=grid.nama,
        baris_judul=(block.nama if grid.putar else block.atas) + 1,
        dokumen=first.kode,
        dokumen_judul=first.putusan.judul,
        dokumen_isi=first.putusan.isi,
        periode=period,
        teks_periode=period_text,
        acuan=acuan_of(titles) or columns.acuan or acuan_of(notes),
        kelompok=age_label(ages) if first.kode in {"AK017", "AK04"} else "",
        kolom=_columns(first, konteks),
        baris=tuple(row for piece in pieces for row in piece.of("wilayah")),
        jumlah=tuple(totals.provinsi),
        dinamis=first.dasar == "dinamis",
        subjumlah=tuple(totals.bagian),
        tak_dikenal=tuple(
            (grid.address(block.bawah, c), block.judul[c].teks)
            for c in first.asal.unknown_columns()
            if not any(c in piece.susunan.kolom for piece in pieces)
        ),
        tanda=block.tanda,
        kembar=_twins(group),
        alamat_judul=place_of(grid, titling(titles, konteks.kamus), block) or head,
        alamat_periode=place_of(grid, period_text, block) or head,
        lebih=tuple(_surplus(group)),
    )
    return table, first.dasar


def _twins(group: Sequence[_Calon]) -> tuple[tuple[Kolom, tuple[str, ...]], ...]:
    """The figures that stand twice and differently, with the headings' cells."""
    block, columns = group[0].asal.block, group[0].potongan.susunan
    grid = group[0].potongan.grid
    return tuple(
        (kolom, tuple(grid.address(block.bawah, column) for column in places))
        for kolom, places in columns.berselisih.items()
    )


def _surplus(group: Sequence[_Calon]) -> Iterator[tuple[int, str, str]]:
    """Rows with figures beyond the last heading of a delimited text: a comma split some in two."""
    grid = group[0].potongan.grid
    end = max(column for one in group for column in one.asal.block.judul) + 1
    for row in [r for one in group if grid.teks for r in one.asal.rows_of("wilayah", "jumlah")]:
        texts = [as_text(value).strip() for value in grid.rows[row][end:]]
        if any(c.isdigit() for text in texts for c in text):
            yield row + 1, grid.address(row, end), ", ".join(filter(None, texts))


def _columns(one: _Calon, konteks: Konteks) -> tuple[Kolom, ...]:
    """The table's columns; a required one that is missing stands there without any cell."""
    columns = tuple(one.potongan.susunan.kolom.values())
    required: list[Ukuran] = ["memiliki"]
    if konteks.needs_wajib(one.kode):
        required.insert(0, "wajib")
    missing = tuple(Kolom(u, "jml") for u in required if not one.potongan.susunan.has(u))
    return columns + missing
