"""The entry grid without a screen: cursor, typed text, path, paste (plain Python).

Every key is one method; each returns an `Effect` that says what the widget has to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .entry_text import PastePlan, parse_block, plan_paste, read_entry, typed_text
from .grid_model import (
    CLEARED,
    SKIPPED,
    Entry,
    GridModel,
    heads_entry,
    line_at,
    line_count,
    takes_entry,
)

Order = Literal["row", "column"]
STARTS = frozenset("0123456789-")
"""What a typed value begins with; these characters are always the grid's."""
#: Longer than any figure, so that a stuck key cannot fill the line.
_LONGEST = 20


@dataclass(frozen=True)
class Effect:
    """What a key did: a sentence to refuse with, a committed cell, the end of the path."""

    refused: str | None = None
    committed: tuple[int, int] | None = None
    finished: bool = False


@dataclass(frozen=True)
class Draft:
    """Text that was typed but not committed, and its cell by keys that outlive the session."""

    row: str
    column: str
    text: str


NOTHING = Effect()


class GridState:
    """Cursor and half-typed text over a model; what is committed lives in the model alone."""

    def __init__(self, model: GridModel, order: Order = "row") -> None:
        self.model = model
        self.order: Order = order
        self.row = self.col = 0
        self.text: str | None = None
        """What is being typed; None: nothing."""
        self.caret = 0
        self.in_place = False
        """Editing in place (F2): arrows move the caret."""
        self._turned_down = False
        """What is typed was refused just now: a figure typed next is another one."""
        self._run: int | None = None
        """Column in which a run of Tabs began."""
        self.row, self.col = self._first() or (0, 0)

    # -- typing ---------------------------------------------------------------------------------

    def type(self, character: str) -> Effect:
        """A printable key: starts a value (digits, `-`) or goes on with it."""
        if self._turned_down and character in STARTS and not self.in_place:
            self.cancel()
        self._turned_down = False
        if self.text is None:
            if character not in STARTS:
                return Effect("Sel ini hanya menerima angka. Ketik angka atau - untuk nihil.")
            if refusal := self._closed():
                return Effect(refusal)
            self.text, self.caret, self.in_place = "", 0, False
        if len(self.text) >= _LONGEST:
            return Effect("Angka terlalu panjang. Tekan Esc untuk mengulang.")
        self.text = self.text[: self.caret] + character + self.text[self.caret :]
        self.caret += 1
        if character.isdigit() or character in "-. ":
            return NOTHING
        return Effect(f'"{self.text}" bukan bilangan bulat. Hapus "{character}" atau tekan Esc.')

    def stray(self) -> Effect:
        """A key that means nothing, such as a stray escape code."""
        return Effect("Tombol ini tidak dikenal, tidak ada yang diubah.")

    def edit(self) -> Effect:
        """F2: edit the value that is there, or the one being typed, with a caret."""
        if refusal := self._closed():
            return Effect(refusal)
        if self.text is None:
            self.text = typed_text(self.model.cell(self.row, self.col).text)
            self.caret = len(self.text)
        self.in_place, self._turned_down = True, False
        return NOTHING

    def erase(self, *, ahead: bool = False) -> Effect:
        """Backspace, or Del with `ahead`: a character while typing, else the whole cell."""
        if self.text is None:
            refusal = self._closed()
            return Effect(refusal) if refusal else self._keep(CLEARED)
        self._turned_down = False
        at = self.caret if ahead else self.caret - 1
        if 0 <= at < len(self.text):
            self.text = self.text[:at] + self.text[at + 1 :]
            self.caret = at
        if not self.text and not self.in_place:
            self.cancel()
        return NOTHING

    def cancel(self) -> bool:
        """Esc: forget what is being typed; False when there was nothing."""
        had = self.text is not None
        self.text, self.caret, self.in_place, self._turned_down = None, 0, False, False
        return had

    def commit(self) -> Effect:
        """Keep what is being typed without moving."""
        if self.text is None:
            return NOTHING
        try:
            entry = read_entry(self.text)
        except ValueError as error:
            return self._turn_down(str(error))
        return self._keep(entry)

    # -- moving ---------------------------------------------------------------------------------

    def enter(self) -> Effect:
        """Enter: commit and go on along the path, or to the first column of a run of Tabs."""
        effect = self.commit()
        if effect.refused:
            return effect
        run, self._run = self._run, None
        if run is not None and self.row + 1 < len(self.model.rows):
            self.row, self.col = self.row + 1, run
            return effect
        place = self._next()
        if place is None:
            return Effect(committed=effect.committed, finished=True)
        self.row, self.col = place
        return effect

    def tab(self, step: int = 1) -> Effect:
        """Tab and Shift+Tab: commit and go to the next or previous cell of the line."""
        effect = self.commit()
        if effect.refused:
            return effect
        if self._run is None:
            self._run = self.col
        columns = self._open_columns()
        beside = [col for col in columns if (col - self.col) * step > 0]
        if beside:
            self.col = min(beside) if step > 0 else max(beside)
        elif columns and 0 <= self.row + step < line_count(self.model):
            self.row += step
            self.col = columns[0] if step > 0 else columns[-1]
        return effect

    def move(self, rows: int, cols: int) -> Effect:
        """An arrow, or a page: commit and move; in place the caret moves sideways instead."""
        if self.in_place and cols:
            self.caret = max(0, min(len(self.text or ""), self.caret + cols))
            return NOTHING
        return self._leave(self.row + rows, self.col + cols)

    def edge(self, *, end: bool) -> Effect:
        """Home or End: the first or last entry column, or the ends of the text in place."""
        if self.in_place:
            self.caret = len(self.text or "") if end else 0
            return NOTHING
        columns = self._open_columns() or [self.col]
        return self._leave(self.row, columns[-1] if end else columns[0])

    def go(self, row: int, col: int) -> Effect:
        """Jump to a cell (a finding, a kabupaten/kota); what was being typed is committed."""
        return self._leave(row, col)

    # -- whole blocks ---------------------------------------------------------------------------

    def paste(self, text: str) -> PastePlan | Effect:
        """A pasted text: one value is typed, a block becomes a plan to be looked at or applied."""
        block = parse_block(text)
        if len(block) == 1 and len(block[0]) == 1:
            return self._type_in(block[0][0])
        self.cancel()
        return plan_paste(self.model, self.row, self.col, block)

    def apply(self, plan: PastePlan) -> Effect:
        """Commit all changes of a plan as one act, unless a value of it is refused."""
        if plan.refused:
            return Effect(plan.refused[0])
        if not plan.changes:
            return NOTHING
        entries = [(change.row, change.col, change.entry) for change in plan.changes]
        if refusal := self.model.commit_all(entries):
            return Effect(refusal)
        return Effect(committed=entries[-1][:2])

    # -- drafts ---------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft | None:
        """What is half-typed, to be kept when the line is cut."""
        if not self.text:
            return None
        return Draft(line_at(self.model, self.row).key, self.model.columns[self.col].key, self.text)

    def restore(self, draft: Draft) -> bool:
        """Put the cursor back on the draft's cell with its text; False if the cell is not there."""
        rows = [line.key for line in (*self.model.rows, *self.model.foot)]
        columns = [column.key for column in self.model.columns]
        if draft.row not in rows or draft.column not in columns:
            return False
        self.row, self.col = rows.index(draft.row), columns.index(draft.column)
        self.text, self.caret, self.in_place = draft.text, len(draft.text), False
        return True

    # -- inside ---------------------------------------------------------------------------------

    def _keep(self, entry: Entry) -> Effect:
        if refusal := self.model.commit(self.row, self.col, entry):
            return self._turn_down(refusal)
        self.cancel()
        return Effect(committed=(self.row, self.col))

    def _turn_down(self, sentence: str) -> Effect:
        self._turned_down = True
        return Effect(sentence)

    def _leave(self, row: int, col: int) -> Effect:
        effect = self.commit()
        if effect.refused:
            return effect
        self._run = None
        self.row = max(0, min(row, line_count(self.model) - 1))
        self.col = max(0, min(col, len(self.model.columns) - 1))
        return effect

    def _type_in(self, text: str) -> Effect:
        """Type a pasted value; a wrong one stands there whole, so that Enter refuses it."""
        first = NOTHING
        for character in text:
            effect = self.type(character)
            first = first if first.refused else effect
            if self.text is None:
                break
        return first

    def _closed(self) -> str | None:
        if takes_entry(self.model, self.row, self.col):
            return None
        if not self.model.columns[self.col].entry:
            return "Kolom ini dihitung program, tidak diketik."
        return "Sel ini terkunci. F3 ke sel berikut yang dapat diubah."

    def _open_columns(self) -> list[int]:
        """The columns of this line that can be typed into; all of them if there is none."""
        every = range(len(self.model.columns))
        columns = [col for col in every if takes_entry(self.model, self.row, col)]
        return columns or list(every)

    def _stops(self, row: int, col: int) -> bool:
        by_heading = heads_entry(self.model, row, col)
        return by_heading and self.model.cell(row, col).style not in SKIPPED

    def _first(self) -> tuple[int, int] | None:
        return next((place for place in self._path() if self._stops(*place)), None)

    def _next(self) -> tuple[int, int] | None:
        """The next stop after the cursor; a line at the foot leads on to the first row."""
        if self.row >= len(self.model.rows):
            rest = [(self.row, col) for col in range(self.col + 1, len(self.model.columns))]
            return next((place for place in rest if self._stops(*place)), None) or self._first()
        after = self._path((self.row, self.col))
        return next((place for place in after if self._stops(*place)), None)

    def _path(self, after: tuple[int, int] | None = None) -> Iterator[tuple[int, int]]:
        """The cells in the order of keying, all or those behind one."""
        rows, columns = len(self.model.rows), len(self.model.columns)
        by_row = self.order == "row"
        start = 0
        if after is not None:
            start = 1 + (after[0] * columns + after[1] if by_row else after[1] * rows + after[0])
        for number in range(start, rows * columns):
            yield divmod(number, columns) if by_row else divmod(number, rows)[::-1]
