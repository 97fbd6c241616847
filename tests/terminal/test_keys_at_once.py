"""A key that nothing waits before is taken at once; it overtakes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.events import Key
from textual.pilot import Pilot

from civreg_tui.terminal.grid import EntryGrid
from tests.terminal.demo_grid import DemoGrid

Steps = Callable[[DemoGrid, Pilot[None]], Awaitable[object]]


def run(steps: Steps, *, empty: bool = True) -> object:
    """Do something in a running demo program."""

    async def inside() -> object:
        app = DemoGrid(empty=empty)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            return await steps(app, pilot)

    return asyncio.run(inside())


@pytest.mark.parametrize(
    ("key", "character", "taken"),
    [
        ("1", "1", True),
        ("enter", "\r", True),
        ("down", None, True),
        ("t", "t", False),
        ("escape", None, False),
        ("f1", None, False),
    ],
)
def test_only_keys_of_the_grid_are_taken(key: str, character: str | None, taken: bool) -> None:
    async def press(app: DemoGrid, _: Pilot[None]) -> bool:
        return app.take_key(Key(key, character), more=False)

    assert run(press) is taken


def test_a_key_overtakes_no_key_before_it() -> None:
    async def press(app: DemoGrid, pilot: Pilot[None]) -> tuple[bool, bool, str | None]:
        app.post_message(Key("1", "1"))
        at_once = app.take_key(Key("2", "2"), more=False)
        app.post_message(Key("2", "2"))
        await pilot.pause()
        later = app.take_key(Key("3", "3"), more=False)
        return at_once, later, app.grid.state.text

    assert run(press) == (False, True, "123")


def test_a_dialog_over_the_sheet_gets_the_keys() -> None:
    async def press(app: DemoGrid, pilot: Pilot[None]) -> tuple[bool, str | None]:
        await pilot.press("slash")
        await pilot.pause()
        return app.take_key(Key("1", "1"), more=False), app.grid.state.text

    assert run(press) == (False, None)


def test_taken_keys_fill_a_cell() -> None:
    async def press(app: DemoGrid, pilot: Pilot[None]) -> int:
        for key in ("1", "5", "enter"):
            app.take_key(Key(key, key if len(key) == 1 else "\r"), more=False)
            await pilot.pause()
        return len([entry for entry in app.model.values.values() if entry])

    assert run(press) == 1


def test_a_fault_in_a_taken_key_ends_the_program_like_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> bool:
        raise ZeroDivisionError("sengaja")

    async def press(app: DemoGrid, _: Pilot[None]) -> bool:
        return app.take_key(Key("1", "1"), more=False)

    monkeypatch.setattr(EntryGrid, "take_key", fail)
    with pytest.raises(ZeroDivisionError):
        run(press)
