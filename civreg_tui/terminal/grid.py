"""The entry grid: heads down, keypad only, one key per cell beyond the digits.

The widget only draws and passes keys on: cursor and typed text are in `grid_state`, the figures
in the screen's model. It redraws just the lines that differ from what it drew before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message

from .drawn import Piece
from .entry_text import PastePlan
from .frugal import FrugalApp, KeyTaker
from .grid_lines import Line, Span, Window, cursor_place, line_at_height, lines, row_line
from .grid_model import GridModel
from .grid_state import STARTS, Draft, Effect, GridState, Order

#: Colours that can be read on black and on white; yellow on white cannot.
_LOOKS: dict[str, Style] = {
    "plain": Style.null(),
    "head": Style(bold=True),
    "foot": Style(bold=True),
    "typing": Style(reverse=True),
    "carried": Style(color="cyan"),
    "warning": Style(bold=True, color="magenta"),
    "error": Style(underline=True, color="red"),
    "differs": Style(underline=True, color="magenta"),
    "noted": Style(color="cyan"),
    "locked": Style(dim=True),
    "bold": Style(bold=True),
    "reverse": Style(reverse=True),
}
#: Never bold: PuTTY paints bold in reverse dark grey on grey.
_CURSOR = Style(reverse=True, bold=False)


class EntryGrid(KeyTaker, can_focus=True):
    """A sheet to type into; `GridModel` says what it shows and keeps what is typed."""

    DEFAULT_CSS = "EntryGrid { height: 1fr; width: 1fr; }"

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        row: int
        col: int

    @dataclass
    class Committed(Message):
        """A cell was kept; with a pasted block, the last one of it."""

        row: int
        col: int

    @dataclass
    class Refused(Message):
        """Something was refused (the bell has rung already); the sentence is for users."""

        sentence: str

    @dataclass
    class PasteAsked(Message):
        """A block of more than one line was pasted: show it, then call `apply_paste`."""

        plan: PastePlan

    @dataclass
    class Finished(Message):
        """Enter was pressed on the last cell of the path."""

    def __init__(
        self,
        model: GridModel,
        *,
        order: Order = "row",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.state = GridState(model, order)
        self.window = Window()
        self._drawn: list[Line] = []
        self._laid: tuple[Line, ...] = ()
        self._more_waits = False

    # -- for the screen -------------------------------------------------------------------------

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor, counted from 0."""
        return self.state.row, self.state.col

    @property
    def typing(self) -> bool:
        """Whether a value is half-typed: printable keys then belong to it alone."""
        return self.state.text is not None

    @property
    def draft(self) -> Draft | None:
        """The half-typed value with its cell, to be kept when the line is cut."""
        return self.state.draft

    def restore_draft(self, draft: Draft) -> bool:
        """Go back to a half-typed value; False if its cell is not in this sheet."""
        found = self.state.restore(draft)
        self.show()
        return found

    def set_model(self, model: GridModel, *, cursor: tuple[int, int] | None = None) -> None:
        """Show another sheet; the cursor starts on its path unless a cell is given."""
        self.state = GridState(model, self.state.order)
        if cursor is not None:
            self.state.go(*cursor)
        self.show()

    def set_order(self, order: Order) -> None:
        """Go on by row or by column after Enter."""
        self.state.order = order

    def go(self, row: int, col: int) -> bool:
        """Jump to a cell; False when a half-typed value was refused and kept the cursor there."""
        before = self.cursor
        effect = self.state.go(row, col)
        self._after(effect, before)
        return effect.refused is None

    def apply_paste(self, plan: PastePlan) -> bool:
        """Do what a paste would do, after it was looked at; False when a value was refused."""
        effect = self.state.apply(plan)
        self._after(effect, self.cursor)
        self.show()
        return effect.refused is None

    def lay_over(self, texts: Sequence[str], look: str) -> None:
        """Lay lines of text over the lowest lines, without a new layout; none uncovers them."""
        if not texts and not self._laid:
            return
        laid = tuple((Span(text.ljust(self.size.width), look),) for text in texts)
        touched = range(len(self._drawn) - max(len(laid), len(self._laid)), len(self._drawn))
        same, self._laid = laid == self._laid, laid
        if same or touched.start < 0:
            return
        drawn = [line_at_height(self.state, self.window, y) for y in touched]
        drawn[len(drawn) - len(laid) :] = laid
        changed = [y for y, line in zip(touched, drawn, strict=True) if line != self._drawn[y]]
        self._drawn[touched.start :] = drawn
        self.redraw(changed)

    def show(self) -> None:
        """Draw what has changed; call it when the figures change other than by typing."""
        self.window.width, self.window.height = self.size
        self.window.follow(self.state)
        drawn, before = lines(self.state, self.window), self._drawn
        drawn[len(drawn) - len(self._laid) :] = self._laid
        self._drawn = drawn
        if len(drawn) != len(before):
            self.refresh()
            return
        self.redraw([y for y, line in enumerate(drawn) if line != before[y]])

    def _show_rows(self, rows: set[int]) -> None:
        """Draw only these lines, since a key changes no others."""
        scrolled = self.window.top, self.window.left
        self.window.follow(self.state)
        if scrolled != (self.window.top, self.window.left):
            self.show()
            return
        changed = []
        for row in rows:
            y, line = self.window.line(self.state, row), row_line(self.state, self.window, row)
            if 0 <= y < len(self._drawn) - len(self._laid) and self._drawn[y] != line:
                self._drawn[y] = line
                changed.append(y)
        self.redraw(changed)

    # -- drawing --------------------------------------------------------------------------------

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs, on the screen."""
        return self.content_region.offset + Offset(*cursor_place(self.state, self.window))

    def pieces(self, y: int) -> Sequence[Piece]:
        """What a line shows; nothing below the last one."""
        if y >= len(self._drawn):
            return ()
        return [(span.text, _style(span.look)) for span in self._drawn[y]]

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._drawn = []
        self.show()

    # -- keys -----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Keys of the grid stop here; what is not its own goes on to the screen's bindings."""
        if self.take_key(event, more=not self._message_queue.empty()):
            event.stop()
            event.prevent_default()

    def take_key(self, event: events.Key, *, more: bool) -> bool:
        """Act on a key; False if it is not one of the grid's own."""
        action = _KEYS.get(event.key) or self._printable(event)
        if action is None:
            return False
        self._more_waits, before = more, self.cursor
        effect = action(self)
        if effect is None:
            return False
        self._after(effect, before)
        return True

    def _printable(self, event: events.Key) -> Callable[[EntryGrid], Effect] | None:
        character = event.character or ""
        if len(character) != 1 or not character.isprintable():
            return None
        if character == "+":
            return lambda grid: grid.state.enter()
        begins = self.typing or character in STARTS
        bound = not begins and event.key in self.screen.active_bindings
        return None if bound else lambda grid: grid.state.type(character)

    def on_paste(self, event: events.Paste) -> None:
        """A bracketed paste: one value is typed, one line applied, more is asked about."""
        event.stop()
        event.prevent_default()
        before = self.cursor
        result = self.state.paste(event.text)
        if isinstance(result, Effect):
            self._after(result, before)
        elif result.lines > 1:
            self.show()
            self.post_message(self.PasteAsked(result))
        else:
            self._after(self.state.apply(result), before)
            self.show()

    def _after(self, effect: Effect, before: tuple[int, int]) -> None:
        """Show what a key did, then tell the screen."""
        rows = {before[0], self.state.row}
        if effect.committed is not None:
            rows |= {effect.committed[0], *self._foot()}
        self._show_rows(rows)
        if effect.refused is not None:
            self.app.bell()
        self._paint()
        if effect.refused is not None:
            self.post_message(self.Refused(effect.refused))
        if effect.committed is not None:
            self.post_message(self.Committed(*effect.committed))
        if self.cursor != before:
            self.post_message(self.Moved(*self.cursor))
        if effect.finished:
            self.post_message(self.Finished())

    def _paint(self) -> None:
        """Have it on the line before the screen hears of it, unless the next key waits already."""
        if isinstance(self.app, FrugalApp) and not self._more_waits:
            self.app.paint_now()

    def _foot(self) -> range:
        body = len(self.state.model.rows)
        return range(body, body + len(self.state.model.foot))

    def _page(self, direction: int) -> Effect:
        return self.state.move(direction * self.window.body(self.state), 0)


def _escape(grid: EntryGrid) -> Effect | None:
    return Effect() if grid.state.cancel() else None


_KEYS: dict[str, Callable[[EntryGrid], Effect | None]] = {
    "enter": lambda grid: grid.state.enter(),
    "ctrl+j": lambda grid: grid.state.enter(),
    "tab": lambda grid: grid.state.tab(),
    "shift+tab": lambda grid: grid.state.tab(-1),
    "up": lambda grid: grid.state.move(-1, 0),
    "down": lambda grid: grid.state.move(1, 0),
    "left": lambda grid: grid.state.move(0, -1),
    "right": lambda grid: grid.state.move(0, 1),
    "home": lambda grid: grid.state.edge(end=False),
    "end": lambda grid: grid.state.edge(end=True),
    "pageup": lambda grid: grid._page(-1),
    "pagedown": lambda grid: grid._page(1),
    "f2": lambda grid: grid.state.edit(),
    "escape": _escape,
    "backspace": lambda grid: grid.state.erase(),
    "ctrl+h": lambda grid: grid.state.erase(),
    "delete": lambda grid: grid.state.erase(ahead=True),
    "unknown": lambda grid: grid.state.stray(),
}


@lru_cache(64)
def _style(look: str) -> Style:
    if look.startswith("cursor "):
        return _LOOKS.get(look.removeprefix("cursor "), _LOOKS["plain"]) + _CURSOR
    return _LOOKS.get(look, _LOOKS["plain"])
