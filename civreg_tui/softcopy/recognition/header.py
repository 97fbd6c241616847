"""Finding tables on a worksheet: by the words of their headings, else by the names below them."""

from __future__ import annotations

from typing import NamedTuple

from civreg_tui.softcopy.files.grid import Grid, is_blank
from civreg_tui.softcopy.recognition.heading_rows import Rentang, heading_rows
from civreg_tui.softcopy.recognition.headings import Judul, read_heading
from civreg_tui.softcopy.recognition.konteks import Konteks, signature
from civreg_tui.softcopy.recognition.names_first import names_column
from civreg_tui.softcopy.recognition.paths import Jenjang
from civreg_tui.softcopy.recognition.words import words

_MOST_HEADINGS = 300
"""Rows of one worksheet that may name a regions' column; more is no recap."""

_WIDEST = 300
"""Columns of one block."""

_FIRST_ROWS, _FIRST_COLUMNS = 5_000, 60
"""Where names are looked for when no heading is known."""

_NEAR_BELOW = 40
"""Rows below a heading of codes in which the names are looked for that it does not head."""

_NEAR = 6
"""Rows above the first region's name in which a heading without known words may stand."""


class Blok(NamedTuple):
    """One table's heading: its rows, its columns from ``kiri`` to ``kanan``, their meanings."""

    atas: int
    bawah: int
    kiri: int
    kanan: int
    nama: int
    judul: dict[int, Judul]
    pivot: bool
    tanda: str

    def columns(self, isi: str) -> list[int]:
        """The columns of one kind of meaning, from left to right."""
        return [c for c, j in self.judul.items() if j.isi == isi]

    def label(self, peran: str) -> int | None:
        """The label column of a role, if the table has it."""
        found = [c for c, j in self.judul.items() if j.peran == peran]
        # A column of Kemendagri's codes goes before one that says BPS.
        found.sort(key=lambda c: "BPS" in words(self.judul[c].teks))
        return found[0] if found else None

    def names(self) -> list[int]:
        """The columns that may hold a row's name, the likeliest first."""
        others = [c for c, j in self.judul.items() if j.peran == "nama" and c != self.nama]
        return [self.nama, *others]


def find_blocks(grid: Grid, konteks: Konteks) -> list[Blok]:
    """All tables of a worksheet, from top to bottom and left to right."""
    blocks: list[Blok] = []
    tried = 0
    for row in range(len(grid.rows)):
        if blocks and row <= blocks[-1].bawah:
            continue
        if anchors := _anchors(grid, row, konteks):
            blocks += _blocks_of_row(grid, row, anchors, konteks)
            tried += 1
        if tried > _MOST_HEADINGS:
            break
    return blocks or _by_names(grid, konteks)


def _anchors(grid: Grid, row: int, konteks: Konteks) -> list[int]:
    """Columns of a row whose text heads a column of regions (or of codes only)."""
    hint, role_of = konteks.kamus.petunjuk.match, konteks.kamus.role
    texts = [(c, v) for c, v in enumerate(grid.rows[row]) if type(v) is str and hint(v)]
    roles = {column: role_of(words(value)) for column, value in texts}
    if named := [c for c, role in roles.items() if role == "nama"]:
        return named
    codes = [c for c, role in roles.items() if role == "kode"]
    below = names_column(grid, row + 1, row + _NEAR_BELOW, konteks) if codes else None
    return codes if below is None else [below]


def _blocks_of_row(grid: Grid, row: int, anchors: list[int], konteks: Konteks) -> list[Blok]:
    """A block per anchor; anchors without figures between them share a block."""
    found: list[Blok] = []
    starts = [_start(grid, row, c, konteks) for c in anchors]
    ends = [start - 1 for start in starts[1:]] + [grid.lebar - 1]
    first = _first(grid, row, starts[0])
    for start, end, name in zip(starts, ends, anchors, strict=True):
        block = _block(grid, row, (min(first, start), end), name, konteks)
        if block is not None:
            found.append(block)
            first = end + 1
    return found


def _first(grid: Grid, row: int, column: int) -> int:
    """The first of the headings that stand without a gap before the first table's labels."""
    while column > 0 and not is_blank(grid.at(row, column - 1)):
        column -= 1
    return column


def _start(grid: Grid, row: int, name: int, konteks: Konteks) -> int:
    """The first of the label columns (NO, KODE) that stand right before a name column."""
    start = name
    while start > 0 and isinstance(text := grid.at(row, start - 1), str):
        if konteks.kamus.role(words(text)) not in {"no", "kode"}:
            break
        start -= 1
    return start


def _block(
    grid: Grid, row: int, span: Rentang, name: int, konteks: Konteks, *, trusted: bool = False
) -> Blok | None:
    """The block around an anchor; None when nothing in its heading counts anything.

    ``trusted`` accepts headings of unknown words: region names were found below.
    """
    span = span[0], min(span[1], span[0] + _WIDEST)
    top, bottom = heading_rows(grid, row, span, name, konteks.kamus)
    levels = Jenjang(grid, top, bottom, name + 1, konteks.kamus)
    paths = {c: levels.path(c) for c in range(span[0], span[1] + 1)}
    headings = {c: read_heading(path, konteks.kamus) for c, path in paths.items() if path}
    mark = signature(heading.teks for heading in headings.values())
    headings = _taught(headings, konteks.ajaran.get(mark, {}))
    counts = any(j.isi in {"hitung", "persen"} for c, j in headings.items() if c > name)
    if not counts and not trusted:
        return None
    pivot = any(konteks.kamus.pivot.find(words(j.teks)) for j in headings.values())
    return Blok(top, bottom, span[0], span[1], name, headings, pivot, mark)


def _taught(headings: dict[int, Judul], lessons: object) -> dict[int, Judul]:
    if not isinstance(lessons, dict) or not lessons:
        return headings
    known = {words(heading): kolom for heading, kolom in lessons.items()}
    learned = dict(headings)
    for column, heading in headings.items():
        if words(heading.teks) not in known:
            continue
        kolom = known[words(heading.teks)]
        if kolom is None:
            learned[column] = heading._replace(isi="lewat", alasan=f"diabaikan: {heading.teks}")
        else:
            learned[column] = heading._replace(isi="hitung", kolom=kolom, peran=None)
    return learned


def _by_names(grid: Grid, konteks: Konteks) -> list[Blok]:
    """A table whose heading has no known words: three region names below each other."""
    hits: dict[int, list[int]] = {}
    for row, values in enumerate(grid.rows[:_FIRST_ROWS]):
        for column, value in enumerate(values[:_FIRST_COLUMNS]):
            if isinstance(value, str) and len(value) < 60 and konteks.labels.is_region(value):
                hits.setdefault(column, []).append(row)
    name, rows = max(hits.items(), key=lambda hit: len(hit[1]), default=(0, []))
    if len(rows) < 3:
        return []
    above = range(rows[0] - 1, max(-1, rows[0] - _NEAR), -1)
    candidates = [r for r in above if _wide(grid, r, name)]
    span = (0, grid.lebar - 1)
    known = (_block(grid, r, span, name, konteks) for r in candidates)
    found = next((block for block in known if block), None)
    if found is None and candidates:
        found = _block(grid, candidates[0], span, name, konteks, trusted=True)
    return [found] if found else []


def _wide(grid: Grid, row: int, name: int) -> bool:
    """Whether a row has texts over at least two columns of figures, so may be a heading."""
    texts = [v for v in grid.rows[row][name + 1 :] if isinstance(v, str) and v.strip()]
    return len(texts) >= 2 and not any(isinstance(v, (int, float)) for v in grid.rows[row])
