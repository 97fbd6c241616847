"""A worksheet's tables: headings, rows and titles put together, every cell accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from civreg_tui.domain.bacaan import BarisSumber, SelSumber, TabelSumber
from civreg_tui.domain.wilayah import Jenis, Penetapan
from civreg_tui.softcopy.columns import Susunan, arrange
from civreg_tui.softcopy.documents import age_label, agreed, documents_in, other
from civreg_tui.softcopy.figures import count_cell, percent_cell, percent_value
from civreg_tui.softcopy.grid import Grid, address, as_text, is_blank
from civreg_tui.softcopy.header import Blok, find_blocks
from civreg_tui.softcopy.labels import Labels
from civreg_tui.softcopy.rows import Baris, read_rows
from civreg_tui.softcopy.titles import acuan_of, period_of
from civreg_tui.softcopy.words import words

_ALASAN = {
    "bagian": "judul bagian",
    "nomor": "nomor kolom",
    "catatan": "catatan atau tanda tangan",
    "banding": "baris pembanding, bukan kabupaten/kota",
    "lepas": "angka tanpa nama wilayah",
}


@dataclass(frozen=True)
class HasilLembar:
    """What a worksheet gave: its tables, its title lines, and why nothing was read, if so."""

    tabel: tuple[TabelSumber, ...]
    judul: tuple[str, ...]
    dilewati: str | None


def read_sheet(grid: Grid, path: str, stem: str, labels: Labels) -> HasilLembar:
    """All recap tables of a worksheet, with the documents that only its name tells."""
    if grid.dilewati:
        return HasilLembar((), (), grid.dilewati)
    blocks = find_blocks(grid, labels.kamus, labels.is_region)
    lines = _lines(grid, 0, len(grid.rows) - 1, (0, grid.lebar - 1), labels)
    if not blocks:
        return HasilLembar((), tuple(lines), _no_table(grid, lines, labels))
    found: list[TabelSumber] = []
    reason: str | None = None
    for index, block in enumerate(blocks):
        reader = _TableReader(grid, path, stem, labels, blocks, index)
        tables, why = reader.read()
        found += tables
        reason = reason or why
    return HasilLembar(tuple(_merged(found)), tuple(lines), None if found else reason)


def _no_table(grid: Grid, lines: list[str], labels: Labels) -> str:
    if not any(not is_blank(v) for row in grid.rows for v in row):
        return "lembar kosong"
    foreign = other(c for t in (grid.nama, *lines) for c in documents_in(t, labels.kamus))
    if foreign:
        return f"{foreign}: tidak direkap di sini"
    return "tidak ada tabel kabupaten/kota"


def _lines(grid: Grid, first: int, last: int, span: tuple[int, int], labels: Labels) -> list[str]:
    """The text lines of some rows: no figures, no pivot."""
    lines: list[str] = []
    for row in range(max(0, first), last + 1):
        values = [grid.at(row, c) for c in range(span[0], span[1] + 1)]
        texts = [v.strip() for v in values if isinstance(v, str) and v.strip()]
        numeric = any(isinstance(v, (int, float)) for v in values)
        line = " ".join(texts)
        if texts and not numeric and not labels.kamus.pivot.find(words(line)):
            lines.append(line)
    return lines


class _TableReader:
    """Reads one block of a worksheet into a table per document."""

    def __init__(
        self,
        grid: Grid,
        path: str,
        stem: str,
        labels: Labels,
        blocks: list[Blok],
        index: int,
    ) -> None:
        self.grid, self.path, self.stem, self.labels = grid, path, stem, labels
        self.block = blocks[index]
        self.first = max((b.bawah + 1 for b in blocks if b.bawah < self.block.atas), default=0)
        below = [b.atas for b in blocks if b.atas > self.block.bawah]
        self.last = min(below) - 1 if below else len(grid.rows) - 1

    def read(self) -> tuple[list[TabelSumber], str | None]:
        """The block's tables, or the reason why it holds none."""
        if self.block.pivot:
            return [], "tabel pivot"
        rows = list(read_rows(self.grid, self.block, self.last, self.labels))
        tables: list[TabelSumber] = []
        reason: str | None = None
        arrangements = arrange(self.block)
        for arrangement in arrangements:
            table, why = self._table(arrangement, rows, single=len(arrangements) == 1)
            if table is not None:
                tables.append(table)
            reason = reason or why
        return tables, reason

    def _titles(self) -> list[str]:
        span = (self.block.kiri, self.block.kanan)
        own = _lines(self.grid, self.first, self.block.atas - 1, span, self.labels)
        if self.block.kiri == 0:
            return own
        shared = _lines(
            self.grid, self.first, self.block.atas - 1, (0, self.block.kiri - 1), self.labels
        )
        return own + shared

    def _table(
        self, arrangement: Susunan, rows: list[Baris], *, single: bool
    ) -> tuple[TabelSumber | None, str | None]:
        titles = self._titles()
        notes = [
            " ".join(as_text(v) for v in self.grid.rows[r.row] if isinstance(v, str))
            for r in rows
            if r.macam == "catatan"
        ]
        verdict = self._document(arrangement, titles, single=single)
        if verdict.kode is None:
            return None, verdict.alasan
        period, period_text = period_of(titles, self.labels.kamus)
        texts = [*titles, *(j.teks for j in self.block.judul.values()), self.grid.nama]
        body = _Body(self.grid, self.block, arrangement, self.labels, rows)
        return TabelSumber(
            berkas=self.path,
            lembar=self.grid.nama,
            baris_judul=self.block.atas + 1,
            dokumen=verdict.kode,
            dokumen_judul=verdict.judul,
            dokumen_isi=verdict.isi,
            periode=period,
            teks_periode=period_text,
            acuan=acuan_of(titles) or arrangement.acuan or acuan_of(notes),
            kelompok=age_label(texts) if verdict.kode.startswith("AK0") else "",
            kolom=tuple(arrangement.kolom.values()),
            baris=body.regions(),
            jumlah=body.totals(None),
            dinamis=arrangement.dinamis,
            diabaikan=(),
            subjumlah=(),
        ), None

    def _document(self, arrangement: Susunan, titles: list[str], *, single: bool) -> _Putusan:
        kamus = self.labels.kamus
        title_codes = [c for line in titles for c in documents_in(line, kamus)]
        name_codes = list(documents_in(self.grid.nama, kamus))
        title, name = agreed(title_codes), agreed(name_codes)
        inside = arrangement.dokumen_isi
        foreign = other(title_codes) or other(name_codes)
        code = inside or title or name
        if code is None and foreign is None:
            code = agreed(documents_in(self.stem, kamus))
        if code is None:
            why = f"{foreign}: tidak direkap di sini" if foreign else "dokumennya tidak dikenali"
            return _Putusan(None, title, inside, why)
        return _Putusan(code, title or name, inside or name, None)


@dataclass(frozen=True)
class _Putusan:
    kode: str | None
    judul: str | None
    isi: str | None
    alasan: str | None


class _Body:
    """The rows of one document in a block, as source rows with addressed cells."""

    def __init__(
        self, grid: Grid, block: Blok, arrangement: Susunan, labels: Labels, rows: list[Baris]
    ) -> None:
        self.grid, self.block, self.arrangement = grid, block, arrangement
        self.labels, self.rows = labels, rows
        self.fraction = self._percents_are_fractions()

    def _percents_are_fractions(self) -> bool:
        column = self.arrangement.persen
        if column is None:
            return False
        found = [
            percent_value(self.grid.at(r.row, column))
            for r in self.rows
            if r.macam in {"wilayah", "jumlah"}
        ]
        numbers = [n for n, signed in found if n is not None and not signed and n != 0]
        return bool(numbers) and max(numbers) <= Decimal("1.5")

    def regions(self) -> tuple[BarisSumber, ...]:
        """The rows of regions, settled or not, in the order of the sheet."""
        return tuple(
            self._row(r, self.labels.settle(r.label, r.bagian))
            for r in self.rows
            if r.macam == "wilayah"
        )

    def totals(self, kind: Jenis | None) -> tuple[BarisSumber, ...]:
        """The total rows."""
        return tuple(self._row(r, Penetapan(None)) for r in self.rows if r.macam == "jumlah")

    def _row(self, row: Baris, settled: Penetapan) -> BarisSumber:
        note = self.block.label("keterangan")
        return BarisSumber(
            baris=row.row + 1,
            kode_teks=row.label.kode,
            nama_teks=row.label.nama,
            penetapan=settled,
            alamat=address(self.grid.nama, row.row, self.block.nama),
            sel={k: self._count(row.row, c) for c, k in self.arrangement.kolom.items()},
            persen=self._percent(row.row),
            keterangan="" if note is None else as_text(self.grid.at(row.row, note)).strip(),
        )

    def _count(self, row: int, column: int) -> SelSumber:
        place = address(self.grid.nama, row, column)
        return count_cell(self.grid.at(row, column), place, self.labels.kamus.nihil)

    def _percent(self, row: int) -> SelSumber | None:
        column = self.arrangement.persen
        if column is None:
            return None
        place = address(self.grid.nama, row, column)
        return percent_cell(self.grid.at(row, column), place, pecahan=self.fraction)


def _merged(tables: Iterable[TabelSumber]) -> list[TabelSumber]:
    """Tables of one document on one sheet that continue each other become one."""
    merged: dict[tuple[str | None, int | tuple[object, ...]], TabelSumber] = {}
    for table in tables:
        key = (table.dokumen, table.kolom)
        if key in merged:
            first = merged[key]
            merged[key] = replace(
                first,
                baris=first.baris + table.baris,
                jumlah=first.jumlah + table.jumlah,
                periode=first.periode or table.periode,
                teks_periode=first.teks_periode or table.teks_periode,
                acuan=first.acuan or table.acuan,
            )
        else:
            merged[key] = table
    return list(merged.values())
