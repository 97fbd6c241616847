"""What the entry grid shows and where it puts what was typed (plain Python)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol

from .glyphs import glyphs

Style = Literal[
    "normal",
    "computed",
    "carried",
    "warning",
    "error",
    "differs",
    "explained",
    "noted",
    "locked",
    "nil",
    "empty",
]
#: Cells in these states are skipped by Enter on its path.
SKIPPED: frozenset[Style] = frozenset(("computed", "carried", "locked"))
#: Cells in these states cannot be typed into at all.
CLOSED: frozenset[Style] = frozenset(("computed", "locked"))


@dataclass(frozen=True)
class Column:
    """A column: two levels of heading, the width of its figures, whether it takes entries."""

    key: str
    group: str
    head: str
    width: int
    entry: bool = True


@dataclass(frozen=True)
class Row:
    """A line of the grid: a kabupaten/kota, or one of the lines at the foot.

    `entry` matters at the foot: the paper's control totals can be typed, sums cannot.
    """

    key: str
    label: str
    entry: bool = True


@dataclass(frozen=True)
class CellView:
    """What a cell shows: its figure as text, one character as a mark, and its state."""

    text: str
    mark: str = " "
    style: Style = "normal"


class Kind(Enum):
    """What was typed into a cell: a number, a declared nil, or nothing any more."""

    NUMBER = "number"
    NIL = "nil"
    CLEARED = "cleared"


@dataclass(frozen=True)
class Entry:
    """A typed value, already read: `number` is set for numbers only."""

    kind: Kind
    number: int | None = None


NIL = Entry(Kind.NIL)
CLEARED = Entry(Kind.CLEARED)


class GridModel(Protocol):
    """The sheet behind a grid. Lines are counted from 0: first `rows`, then `foot`."""

    @property
    def columns(self) -> Sequence[Column]:
        """The columns from left to right."""

    @property
    def rows(self) -> Sequence[Row]:
        """The kabupaten/kota from top to bottom."""

    @property
    def foot(self) -> Sequence[Row]:
        """Lines that stay in sight below: the sum, control totals, what still differs."""

    @property
    def label_width(self) -> int:
        """Columns of the terminal for the names at the left."""

    @property
    def label_head(self) -> str:
        """The heading above the names."""

    def cell(self, row: int, col: int) -> CellView:
        """What a cell shows; `row` may point into the foot."""

    def row_mark(self, row: int) -> str:
        """One character behind the name: the worst finding of the line, or a blank."""

    def commit(self, row: int, col: int, entry: Entry) -> str | None:
        """Keep a value durably before returning; a sentence says why nothing was changed.

        The grid draws the row and the foot anew; what else has changed needs `EntryGrid.show`.
        """

    def commit_all(self, entries: Sequence[tuple[int, int, Entry]]) -> str | None:
        """The same for a whole block as one act: all of it is kept, or nothing."""


def line_count(model: GridModel) -> int:
    """How many lines the cursor can stand on: the rows and the foot."""
    return len(model.rows) + len(model.foot)


def line_at(model: GridModel, row: int) -> Row:
    """The row, or the line of the foot, at a position."""
    body = len(model.rows)
    return model.rows[row] if row < body else model.foot[row - body]


def takes_entry(model: GridModel, row: int, col: int) -> bool:
    """Whether something can be typed into a cell."""
    return heads_entry(model, row, col) and model.cell(row, col).style not in CLOSED


def heads_entry(model: GridModel, row: int, col: int) -> bool:
    """Whether a cell's column and line are for entries at all."""
    return model.columns[col].entry and line_at(model, row).entry


@dataclass(frozen=True)
class Sign:
    """One state of a cell as the help explains it."""

    style: Style
    mark: str
    name: str
    meaning: str


def legend() -> tuple[Sign, ...]:
    """Every state of a cell with its character and an explanation for users."""
    return (
        Sign("empty", glyphs().empty, "kosong", "belum diisi (bukan nol)"),
        Sign("normal", " ", "tersimpan", "angka sudah tersimpan"),
        Sign("nil", "-", "nihil", "dinyatakan nihil (nol)"),
        Sign("carried", "=", "terbawa", "dibawa dari bulan lalu, ketik angka untuk mengganti"),
        Sign("warning", "?", "peringatan", "perlu diperiksa atau dijelaskan"),
        Sign("error", "!", "kesalahan", "harus diperbaiki sebelum disahkan"),
        Sign("differs", glyphs().differs, "berbeda", "tidak sama dengan softcopy"),
        Sign("explained", "+", "dijelaskan", "peringatan yang sudah diberi alasan"),
        Sign("noted", "*", "catatan", "ada catatan pada sel ini"),
        Sign("locked", "x", "terkunci", "tidak dapat diubah"),
        Sign("computed", ":", "dihitung", "dihitung program, tidak diketik"),
    )


def mark_of(style: Style) -> str:
    """The usual mark behind a figure in this state; blank where the figure itself says it."""
    return _MARKS[style].replace("\0", glyphs().differs)


_MARKS: dict[Style, str] = {
    "empty": " ",
    "normal": " ",
    "nil": " ",
    "carried": "=",
    "warning": "?",
    "error": "!",
    "differs": "\0",
    "explained": "+",
    "noted": "*",
    "locked": "x",
    "computed": " ",
}
