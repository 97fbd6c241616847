"""The frugal output and Textual's own leave the same screen, whatever keys are pressed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pyte
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual._compositor import CompositorUpdate
from textual.events import Key
from textual.geometry import Region

from civreg_tui.terminal.bare import Bare
from tests.terminal.demo_grid import DemoGrid

SIZE = (80, 24)
KEYS = (
    *"1234567890.,-t",
    *("enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pagedown"),
    *("f1", "f2", "slash", "escape", "backspace", "delete", "z", "ctrl+p", "a", "ctrl+l"),
)


def emulator() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(*SIZE)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    return screen, stream


class BothOutputs(DemoGrid):
    """Feeds what Textual would write to one emulator and what is written to another."""

    def __init__(self) -> None:
        super().__init__()
        self.stock, self._stock = emulator()
        self.frugal_screen, self._frugal_stream = emulator()
        self.bytes_stock = self.bytes_frugal = 0

    def _display(self, screen: Any, renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate) and self._running and not self._batch_count:
            self._feed_stock(renderable)
        super()._display(screen, renderable)

    def draw_now(self, widget: Bare, lines: Sequence[int]) -> bool:
        if not super().draw_now(widget, lines):
            return False
        widget._set_dirty(*(Region(0, y, widget.size.width, 1) for y in lines))
        self.screen._compositor.update_widgets({widget})
        renderable = self.screen._compositor.render_update(screen_stack=self._background_screens)
        if renderable is not None:
            self._feed_stock(renderable)
        return True

    def _feed_stock(self, renderable: CompositorUpdate) -> None:
        text = renderable.render_segments(self.console)
        self.bytes_stock += len(text.encode())
        self._stock.feed(text.replace("\n", "\r\n"))

    def _write_changes(self) -> None:
        self._output_due = False
        if self._shadow is not None and self.screen_stack:
            text = self.pending_output()
            self.bytes_frugal += len(text.encode())
            self._frugal_stream.feed(text)


def look(screen: pyte.Screen, x: int, y: int) -> tuple[object, ...]:
    """A cell as it is seen: colours and weight of a blank are not."""
    cell = screen.buffer[y][x]
    shows = cell.reverse or cell.underscore or cell.strikethrough
    seen = (cell.data, cell.bg, cell.reverse, cell.underscore, cell.strikethrough)
    return seen if cell.data == " " and not shows else (*seen, cell.fg, cell.bold, cell.italics)


def differences(app: BothOutputs) -> list[tuple[int, int]]:
    width, height = SIZE
    places = ((x, y) for y in range(height) for x in range(width))
    return [p for p in places if look(app.stock, *p) != look(app.frugal_screen, *p)]


async def press_all(keys: list[str], app: BothOutputs) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for key in keys:
            typed = Key(key, key if len(key) == 1 else None)
            if not app.take_key(typed, more=False):
                await pilot.press(key)
            await pilot.pause()
            await asyncio.sleep(0)
            assert not differences(app), f"after {key}: {differences(app)}"


@given(st.lists(st.sampled_from(KEYS), min_size=5, max_size=25))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_keys_leave_the_same_screen(keys: list[str]) -> None:
    asyncio.run(press_all(keys, BothOutputs()))


def test_every_key_once_costs_a_fraction_of_the_bytes() -> None:
    app = BothOutputs()
    asyncio.run(press_all([*"123", "enter", "f1", "escape", "slash", "a", "escape", "t"], app))
    assert app.bytes_frugal * 5 < app.bytes_stock


def test_without_colour_no_colour_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = BothOutputs()
    asyncio.run(press_all(["slash", "a", "escape", "z", "down", "5"], app))
    cells = [app.frugal_screen.buffer[y][x] for y in range(24) for x in range(80)]
    assert {cell.fg for cell in cells} == {cell.bg for cell in cells} == {"default"}
    assert any(cell.reverse for cell in cells)
