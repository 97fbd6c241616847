"""Frugal output: only the cells that changed are written to the terminal.

It overrides the display hook of the App and reads the updates of the compositor and the driver:
Textual's private API (8.2), which no file outside of this folder knows. `FrugalApp` is the base
class of the program's App; with the variable CIVREG_TUI_OUTPUT=penuh, or `FRUGAL = False`, it
writes as Textual does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, ClassVar, Generic, TypeVar

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.text import Text
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key
from textual.geometry import Offset, Region
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from . import environment
from .bare import Bare
from .drawn import pieces_cells, strip_cells
from .key_order import KeyOrder, rests
from .lifeline import Lifeline
from .pen import BLANK
from .shadow import Shadow

Result = TypeVar("Result")


class FrugalApp(App[Result], Generic[Result], inherit_bindings=False):
    """An App that writes only changed cells, keeps the real cursor visible and minds its line."""

    FRUGAL: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "redraw", "Gambar ulang layar", show=False)
    ]
    DEFAULT_CSS = """
    FrugalApp Input > .input--cursor, FrugalApp Input:ansi > .input--cursor {
        background: ansi_default;
        color: ansi_default;
        text-style: none;
    }
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.frugal = self.FRUGAL and environment.examine().frugal
        self.lifeline = Lifeline(self._line_lost)
        self._order = KeyOrder(self)
        self._shadow: Shadow | None = None
        self._output_due = False
        self._bell_due = False

    # -- what an App may build upon -------------------------------------------------------------

    def keep_draft(self, reason: str) -> None:
        """Called once when the line is cut, before the exit; keep what is half-typed here."""

    def fatal_line(self, error: BaseException) -> str:
        """One line in the user's language for an error that ends the program."""
        return f"Program berhenti karena kesalahan: {type(error).__name__}: {error}"

    def action_redraw(self) -> None:
        """Clear the terminal and paint it afresh."""
        self.forget_terminal()
        if not self.frugal:
            self.refresh(layout=True)

    def forget_terminal(self) -> None:
        """Know nothing of what the terminal shows, so that the next output paints it all."""
        if self._shadow is not None:
            self._shadow.forget()
            self._plan_output()

    def bell(self) -> None:
        """Ring the terminal's bell, together with the next output."""
        if not self.frugal:
            super().bell()
            return
        self._bell_due = True
        self._plan_output()

    def paint_now(self) -> None:
        """Write what was drawn at once before anything else is done."""
        if self._output_due:
            self._write_changes()

    def draw_now(self, widget: Bare, lines: Sequence[int]) -> bool:
        """Take lines of a widget over past the compositor; False if that must draw them.

        It would ask every widget of the screen for its lines; here only this one is asked.
        """
        if not self.frugal or not self._running or self._shadow is None or self._batch_count:
            return False
        place = bare_place(self.screen, widget, lines)
        if place is None:
            return False
        for y in lines:
            cells = pieces_cells(widget.pieces(y), self._palette)[: place.width]
            cells += [BLANK] * (place.width - len(cells))
            self._shadow.put(place.x, place.y + y, cells)
        self._plan_output()
        return True

    # -- keys -----------------------------------------------------------------------------------

    def key_taken(self) -> None:
        """Called for every key that a widget took at once; `on_event` does not hear of it."""

    @property
    def takes_blocks(self) -> bool:
        """Whether rows and columns that come at once are a paste to the widget with the focus."""
        return self._running and bool(self.screen_stack) and isinstance(self.focused, KeyTaker)

    async def on_event(self, event: Event) -> None:
        """Hand a key out when those before it have done all they do."""
        if self._order.due(event):
            await super().on_event(event)

    def take_key(self, message: Message, *, more: bool) -> bool:
        """Let the focused widget have a key at once; False if the key must take its usual way.

        That way leads through the queues of App and widget, and a key may overtake nothing: all
        of them must be empty and waiting. ``more`` says that the next key is there already.
        """
        taker = self.focused if self._running and self.screen_stack else None
        if not (isinstance(message, Key) and isinstance(taker, KeyTaker)):
            return False
        if self._order.waiting or not all(rests(pump) for pump in taker.ancestors_with_self):
            return False
        with taker._context():
            try:
                taken = taker.take_key(message, more=more)
            except Exception as error:  # noqa: BLE001 - as Textual does for every handler
                self._handle_exception(error)
                return True
        if taken:
            self.key_taken()
        return taken

    # -- output ---------------------------------------------------------------------------------

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self.frugal or not isinstance(renderable, CompositorUpdate):
            super()._display(screen, renderable)
            return
        try:
            if self._running and not self._closed and not self._batch_count:
                self._absorb(renderable)
                self._plan_output()
        finally:
            self.post_display_hook()

    @property
    def _palette(self) -> ColorSystem | None:
        """The colours that may be written; None without colours."""
        return None if self.no_color else self.console._color_system or ColorSystem.STANDARD

    def _absorb(self, update: CompositorUpdate) -> None:
        """Note in the shadow what an update of the compositor wants to be shown."""
        width, height = self.size
        shadow = self._shadow
        if shadow is None or (shadow.width, shadow.height) != (width, height):
            keeps_column = getattr(self._driver, "newline_keeps_column", False)
            shadow = self._shadow = Shadow(width, height, newline=keeps_column)
        for x, y, strip in _placed(update):
            shadow.put(x, y, strip_cells(strip, self._palette))

    def _plan_output(self) -> None:
        if not self._output_due and self._loop is not None:
            self._output_due = True
            self._loop.call_soon(self.paint_now)

    def _write_changes(self) -> None:
        """Write what changed since the last time, in one piece, unless the line is still busy."""
        self._output_due = False
        driver = self._driver
        if driver is None or not self._running or self._closed:
            return
        if getattr(driver, "busy", False):
            driver.call_when_free(self._plan_output)  # type: ignore[attr-defined]
            return
        if text := self.pending_output():
            driver.write(text)
            driver.flush()

    def pending_output(self) -> str:
        """What must be written now so that the terminal shows the wanted cells and cursor."""
        bell, self._bell_due = "\a" if self._bell_due else "", False
        if self._shadow is None or not self.screen_stack:
            return bell
        return bell + self._shadow.render(self._real_cursor())

    def _real_cursor(self) -> Offset:
        """Where the focused widget has its cursor, else its corner, else the last cell."""
        last = Offset(self._shadow.width - 1, self._shadow.height - 1) if self._shadow else Offset()
        place = last if self.focused is None else _cursor_of(self.focused)
        return Offset(max(0, min(place.x, last.x)), max(0, min(place.y, last.y)))

    # -- the life of the App --------------------------------------------------------------------

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, the frugal one where there is a POSIX terminal."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from .frugal_driver import FrugalDriver

        return FrugalDriver

    def _register(self, parent: Any, *widgets: Widget, **options: Any) -> list[Widget]:
        for widget in widgets:
            if hasattr(widget, "cursor_blink"):
                widget.cursor_blink = False
        return super()._register(parent, *widgets, **options)

    def _on_load(self) -> None:
        if not self.is_headless:
            self.lifeline.attach()

    def _line_lost(self, reason: str) -> None:
        try:
            self.keep_draft(reason)
        finally:
            self.exit(return_code=0)

    def panic(self, *renderables: Any) -> None:
        """End like any unexpected error: one line, never a traceback on screen."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        self.bell()
        if not self._exit_renderables:
            self._exit_renderables.append(Text(self.fatal_line(self._exception or RuntimeError())))
        self._close_messages_no_wait()


class KeyTaker(Bare):
    """A widget that can take keys at once."""

    def take_key(self, event: Key, *, more: bool) -> bool:
        """Act on a key; False, with nothing done, if it is not for this widget."""
        raise NotImplementedError


def _cursor_of(widget: Widget) -> Offset:
    """Where a widget has its caret, or its highlighted line, else where its content begins."""
    place = getattr(widget, "cursor_screen_offset", None)
    if isinstance(place, Offset):
        # An Input reports the column behind its caret when that is at the end.
        return place - Offset(1, 0) if getattr(widget, "cursor_at_end", False) else place
    lines, chosen = getattr(widget, "_index_to_line", {}), getattr(widget, "highlighted", None)
    down = lines[chosen] - widget.scroll_offset.y if chosen in lines else 0
    return widget.content_region.offset + Offset(0, down)


def bare_place(screen: Screen[Any], widget: Widget, lines: Iterable[int]) -> Region | None:
    """Where a widget is on the screen; None when it is not whole in sight or lines are covered."""
    shown = screen._compositor.visible_widgets
    if screen._layout_required or widget not in shown:
        return None
    place, clip = shown[widget]
    if not clip.contains_region(place):
        return None
    above = [shown[other][0] for other in takewhile(lambda other: other is not widget, shown)]
    parts = [Region(place.x, place.y + y, place.width, 1) for y in lines]
    return None if any(part.overlaps(one) for part in parts for one in above) else place


def _placed(update: CompositorUpdate) -> Iterable[tuple[int, int, Strip]]:
    """The strips of an update with the column and line where each of them begins."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        yield from _chops(update)


def _chops(update: ChopsUpdate) -> Iterable[tuple[int, int, Strip]]:
    for y, x1, x2 in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > x2 or end <= x1:
                continue
            yield x, y, strip if end <= x2 else strip.crop(0, x2 - x)
