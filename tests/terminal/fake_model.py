"""An entry sheet in memory: what the grid needs of a model, without store or rules."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.terminal.entry_text import entry_text
from civreg_tui.terminal.grid_model import CellView, Column, Entry, Kind, Row

NAMES = (
    "Pesisir Selatan",
    "Solok",
    "Sijunjung",
    "Tanah Datar",
    "Padang Pariaman",
    "Agam",
    "Lima Puluh Kota",
    "Pasaman",
    "Kep. Mentawai",
    "Dharmasraya",
    "Solok Selatan",
    "Pasaman Barat",
    "Kota Padang",
    "Kota Solok",
    "Kota Sawahlunto",
    "Kota Pd Panjang",
    "Kota Bukitting",
    "Kota Payakumbuh",
    "Kota Pariaman",
)
COLUMNS = (
    Column("wajib.l", "WAJIB AKTA", "L", 7),
    Column("wajib.p", "WAJIB AKTA", "P", 7),
    Column("wajib.jml", "WAJIB AKTA", "JML", 9, entry=False),
    Column("memiliki.l", "MEMILIKI", "L", 7),
    Column("memiliki.p", "MEMILIKI", "P", 7),
    Column("memiliki.jml", "MEMILIKI", "JML", 9, entry=False),
    Column("belum", "", "BELUM", 6, entry=False),
    Column("persen", "", "%", 6, entry=False),
)
ENTRY_COLUMNS = tuple(index for index, column in enumerate(COLUMNS) if column.entry)


class FakeModel:
    """Figures in a dictionary, `commits` as the trail; refuses 666 with a sentence."""

    columns: Sequence[Column] = COLUMNS
    foot: Sequence[Row] = (Row("jumlah", "JUMLAH", entry=False),)
    label_width = 14
    label_head = "KAB/KOTA"

    def __init__(self, names: Sequence[str] = NAMES) -> None:
        self.rows: Sequence[Row] = [Row(f"r{i}", name) for i, name in enumerate(names)]
        self.values: dict[tuple[int, int], Entry] = {}
        self.commits: list[tuple[int, int, Entry]] = []
        self.carried: set[tuple[int, int]] = set()
        self.marks: dict[tuple[int, int], CellView] = {}

    def fill(self, seed: int = 7) -> FakeModel:
        """Put figures of five to seven digits everywhere."""
        for row in range(len(self.rows)):
            for col in ENTRY_COLUMNS:
                number = (seed * 7919 + row * 104_729 + col * 1_299) % 139_000 + 1_000
                self.values[row, col] = Entry(Kind.NUMBER, number)
        return self

    def cell(self, row: int, col: int) -> CellView:
        if (row, col) in self.marks:
            return self.marks[row, col]
        if row >= len(self.rows):
            return CellView(self._sum(col), style="computed")
        if not COLUMNS[col].entry:
            return CellView(self._computed(row, col), style="computed")
        entry = self.values.get((row, col))
        if entry is None:
            return CellView(".", style="empty")
        if (row, col) in self.carried:
            return CellView(entry_text(entry), "=", "carried")
        nil = entry.kind is Kind.NIL
        return CellView(entry_text(entry), style="nil" if nil else "normal")

    def row_mark(self, row: int) -> str:
        small = row < len(self.rows) and (self._number(row, 0) or 9999) < 100
        return "?" if small else " "

    def commit(self, row: int, col: int, entry: Entry) -> str | None:
        if entry.number == 666:
            return "Angka 666 ditolak. Periksa kertasnya."
        self.commits.append((row, col, entry))
        self.carried.discard((row, col))
        if entry.kind is Kind.CLEARED:
            self.values.pop((row, col), None)
        else:
            self.values[row, col] = entry
        return None

    def commit_all(self, entries: Sequence[tuple[int, int, Entry]]) -> str | None:
        if any(entry.number == 666 for _, _, entry in entries):
            return "Angka 666 ditolak. Periksa kertasnya."
        for row, col, entry in entries:
            self.commit(row, col, entry)
        return None

    def _number(self, row: int, col: int) -> int | None:
        if not COLUMNS[col].entry and col in (2, 5):
            parts = (self._number(row, col - 2), self._number(row, col - 1))
            return None if None in parts else sum(part or 0 for part in parts)
        entry = self.values.get((row, col))
        if entry is None:
            return None
        return 0 if entry.kind is Kind.NIL else entry.number

    def _computed(self, row: int, col: int) -> str:
        must, have = self._number(row, 2), self._number(row, 5)
        if col < 6:
            return format_count(self._number(row, col))
        if must is None or have is None:
            return "–"
        if col == 6:
            return format_count(abs(must - have))
        return format_percent(have * 10_000 // must if must else None)[:6]

    def _sum(self, col: int) -> str:
        if col > 5:
            return "–"
        return format_count(sum(self._number(row, col) or 0 for row in range(len(self.rows))))
