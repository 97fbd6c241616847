"""The blocks of a worksheet with their rows, their title lines and their notes."""

from __future__ import annotations

from typing import NamedTuple

from civreg_tui.softcopy.account import DIPAKAI, Pertanggungan
from civreg_tui.softcopy.files.grid import Grid
from civreg_tui.softcopy.recognition.columns import Susunan
from civreg_tui.softcopy.recognition.figures import count_cell
from civreg_tui.softcopy.recognition.header import Blok, find_blocks
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.loose import settle_loose
from civreg_tui.softcopy.recognition.rows import ALASAN, Baris, read_rows
from civreg_tui.softcopy.recognition.titles import title_lines


class BlokTerbaca(NamedTuple):
    """A block, its rows, the title lines above (the nearest last) and the notes below."""

    grid: Grid
    block: Blok
    baris: tuple[Baris, ...]
    judul: list[str]
    catatan: list[str]

    def span(self) -> range:
        """The block's columns."""
        return range(self.block.kiri, self.block.kanan + 1)

    def rows_of(self, *macam: str) -> list[int]:
        """The places of the rows of some kinds."""
        return [row.row for row in self.baris if row.macam in macam]

    def mark_all(self, account: Pertanggungan, reason: str) -> None:
        """The whole block is passed over."""
        heading = range(self.block.atas, self.block.bawah + 1)
        account.mark([*heading, *(row.row for row in self.baris)], self.span(), reason)

    def mark_used(self, account: Pertanggungan, arrangement: Susunan) -> None:
        """The columns that one document takes from this block, and those it leaves out."""
        rows = self.rows_of("wilayah", "jumlah")
        labels = [c for c in self.block.columns("label") if c != self.block.label("no")]
        used = [*arrangement.kolom, *labels, self.block.nama]
        used += [] if arrangement.persen is None else [arrangement.persen]
        account.mark(rows, used, DIPAKAI)
        number = self.block.label("no")
        account.mark(rows, range(self.block.kiri, self.block.nama), "nomor urut")
        if number is not None:
            account.mark(rows, [number], "nomor urut")
        for column, reason in arrangement.lewat.items():
            account.mark(rows, [column], reason)

    def mark_rest(self, account: Pertanggungan, reason: str) -> None:
        """Headings, rows without figures, and columns that no document took."""
        account.mark(range(self.block.atas, self.block.bawah + 1), self.span(), DIPAKAI)
        for row in self.baris:
            if row.macam in ALASAN:
                account.mark([row.row], self.span(), ALASAN[row.macam])
        rows = self.rows_of("wilayah", "jumlah")
        for column, heading in self.block.judul.items():
            why = f"judul kolom tidak dikenal: {heading.teks}" if heading.isi == "asing" else reason
            account.mark(rows, [column], why or f"kolom lain: {heading.teks}")
        account.mark(rows, self.span(), "kolom tanpa judul")

    def same_figures(self, one: int, other: int) -> bool:
        """Whether two columns hold the same in every region's row."""
        rows = self.rows_of("wilayah")
        return all(self.grid.at(r, one) == self.grid.at(r, other) for r in rows)

    def unknown_columns(self) -> list[int]:
        """Columns whose heading means nothing although figures stand below it."""
        rows = self.rows_of("wilayah")
        return [
            c
            for c in self.block.columns("asing")
            if any(
                count_cell(self.grid.at(row, c), "", frozenset()).angka is not None for row in rows
            )
        ]


def read_blocks(grid: Grid, konteks: Konteks, account: Pertanggungan) -> list[BlokTerbaca]:
    """All blocks of a worksheet, read down to the next one."""
    blocks = find_blocks(grid, konteks)
    rows = [_rows(grid, block, _last_row(grid, block, blocks), konteks) for block in blocks]
    ends = [max((r.row for r in own if r.macam != "catatan"), default=b.bawah)
            for b, own in zip(blocks, rows, strict=True)]  # fmt: skip
    found: list[BlokTerbaca] = []
    for block, own in zip(blocks, rows, strict=True):
        above = [e for e, b in zip(ends, blocks, strict=True) if b.bawah < block.atas]
        first = max(above, default=-1) + 1
        titles = _titles(grid, block, first, konteks, account)
        notes = [grid.line(row.row) for row in own if row.macam == "catatan"]
        found.append(BlokTerbaca(grid, block, own, titles, notes))
    return found


def _rows(grid: Grid, block: Blok, last: int, konteks: Konteks) -> tuple[Baris, ...]:
    return settle_loose(grid, block, tuple(read_rows(grid, block, last, konteks.labels)))


def _last_row(grid: Grid, block: Blok, blocks: list[Blok]) -> int:
    below = [b.atas for b in blocks if b.atas > block.bawah]
    return min(below) - 1 if below else len(grid.rows) - 1


def _titles(
    grid: Grid, block: Blok, first: int, konteks: Konteks, account: Pertanggungan
) -> list[str]:
    """The lines above a block; those over its own columns come last, being nearest."""
    rows = (first, block.atas)
    own = title_lines(grid, rows, (block.kiri, block.kanan + 1), konteks.kamus)
    left = title_lines(grid, rows, (0, block.kiri), konteks.kamus)
    right = title_lines(grid, rows, (block.kanan + 1, grid.lebar), konteks.kamus)
    for row in range(*rows):
        if title_lines(grid, (row, row + 1), (0, grid.lebar), konteks.kamus):
            account.mark([row], range(grid.lebar), "judul")
    return [*grid.judul, *right, *left, *own]
