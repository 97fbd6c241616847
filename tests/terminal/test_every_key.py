"""Every key of the contract, as every terminal sends it, does its work in the real program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.keyboards import ESC, KEYBOARDS, KEYPAD_DIGITS, Keyboard
from tests.terminal.ptydrive import PtyProgram, Waited
from tests.terminal.real_program import FIRST_LINE, fill, open_entry, stored

PATIENCE = 60.0
TOP = f"{ESC}[H" + f"{ESC}[A" * 24
WAJIB, MEMILIKI = "157.582", "156.615"


class Hand:
    """Presses one key after another and looks at what it did."""

    def __init__(self, program: PtyProgram) -> None:
        self.program = program

    def press(self, keys: str) -> None:
        self.program.send(keys)

    def see(self, text: str) -> None:
        self.program.wait_for(text, PATIENCE)

    def gone(self, text: str) -> None:
        self.program.wait_gone(text, PATIENCE)

    def first_row(self, text: str) -> None:
        """The first kabupaten/kota shows a text."""
        line = lambda: self.program.screen_lines()[FIRST_LINE]  # noqa: E731
        self.program.wait_until(lambda: text in line(), f"{text!r} in the first row", PATIENCE)

    def at(self, row: int, right: bool) -> None:
        """The terminal's cursor stands in a row, in the left or the right column of entry."""
        there = lambda: (self.program.cursor[1] - FIRST_LINE, self.program.cursor[0] > 25)  # noqa: E731
        self.program.wait_until(lambda: there() == (row, right), f"row {row}, {right}", PATIENCE)

    def top(self) -> None:
        self.press(TOP)
        self.at(0, False)


def _help(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.see("BANTUAN")
    hand.press(ESC)
    hand.gone("BANTUAN")


def _edit(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.first_row("157582")
    hand.press(ESC)
    hand.first_row(WAJIB)


def _finding(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.see("Tidak ada temuan")
    hand.top()


def _find(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.see("Nama, kode, kolom")
    hand.press("agam\r")
    hand.at(5, False)
    hand.top()


def _compare(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.see("4 Banding")
    hand.press("=")
    hand.gone("4 Banding")


def _main_act(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.see("Belum dapat diserahkan")
    hand.press("D")
    hand.see("[Lahir 0-17]")
    hand.top()


def _down_up(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.at(1, False)
    hand.top()


def _up(hand: Hand, key: str) -> None:
    hand.press(f"{ESC}[B{ESC}[B")
    hand.at(2, False)
    hand.press(key)
    hand.at(1, False)
    hand.top()


def _right(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.at(0, True)
    hand.top()


def _left(hand: Hand, key: str) -> None:
    hand.press(f"{ESC}[C")
    hand.at(0, True)
    hand.press(key)
    hand.at(0, False)


def _page_down(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.program.wait_until(lambda: hand.program.cursor[1] > 18, "the last lines", PATIENCE)
    hand.top()


def _page_up(hand: Hand, key: str) -> None:
    hand.press(f"{ESC}[6~")
    hand.program.wait_until(lambda: hand.program.cursor[1] > 18, "the last lines", PATIENCE)
    hand.press(key)
    hand.program.wait_until(lambda: hand.program.cursor[1] < 5, "the first lines", PATIENCE)
    hand.top()


def _delete(hand: Hand, key: str) -> None:
    hand.press(key)
    hand.gone(WAJIB)
    hand.press("u")
    hand.first_row(WAJIB)
    hand.top()


def _backspace(hand: Hand, key: str) -> None:
    hand.press("9876")
    hand.first_row("9876")
    hand.press(key)
    hand.first_row(" 987 ")
    hand.press(ESC)
    hand.first_row(WAJIB)


def _enter(hand: Hand, key: str) -> None:
    hand.press("157583" + key)
    hand.first_row("157.583")
    hand.at(0, True)
    hand.press("u")
    hand.first_row(WAJIB)
    hand.top()


def _escape(hand: Hand, key: str) -> None:
    hand.press("55")
    hand.first_row(" 55 ")
    hand.press(key)
    hand.first_row(WAJIB)


def _undo(hand: Hand, key: str) -> None:
    hand.press(f"{ESC}[3~")
    hand.gone(WAJIB)
    hand.press(key)
    hand.first_row(WAJIB)
    hand.top()


def _redo(hand: Hand, key: str) -> None:
    _undo(hand, "u")
    hand.press(key)
    hand.gone(WAJIB)
    hand.press("u")
    hand.first_row(WAJIB)
    hand.top()


def _nil(hand: Hand, key: str) -> None:
    hand.press(f"{key}\r")
    hand.gone(WAJIB)
    hand.at(0, True)
    hand.press("u")
    hand.first_row(WAJIB)
    hand.top()


CONTRACT = {
    *("f1", "?", "f2", "f3", "]", "[", "f4", "/", "f9", "=", "f10", ".", "u", "r", "-", "escape"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *("delete", "backspace", "enter", "keypad enter"),
}
"""The keys that the contract names, beside digits and the q of the home screen."""
WORK: dict[str, Callable[[Hand, str], None]] = {
    "f1": _help,
    "f2": _edit,
    "f3": _finding,
    "f4": _find,
    "f9": _compare,
    "f10": _main_act,
    "up": _up,
    "down": _down_up,
    "right": _right,
    "left": _left,
    "home": _left,
    "end": _right,
    "pageup": _page_up,
    "pagedown": _page_down,
    "tab": _right,
    "shift+tab": _left,
    "delete": _delete,
    "backspace": _backspace,
    "enter": _enter,
    "keypad enter": _enter,
    "escape": _escape,
    "?": _help,
    "]": _finding,
    "[": _finding,
    "/": _find,
    "=": _compare,
    ".": _main_act,
    "u": _undo,
    "r": _redo,
    "-": _nil,
}


@pytest.fixture
def folder(salinan: Callable[[int], Path]) -> Path:
    made = salinan(4)
    fill(made)
    return made


@pytest.fixture
def hand(folder: Path, request: pytest.FixtureRequest) -> Iterator[Hand]:
    keyboard: Keyboard = request.param
    with open_entry(folder, term=keyboard.term) as program:
        made = Hand(program)
        made.top()
        yield made


def test_the_tables_name_every_key_of_the_contract() -> None:
    assert set(WORK) == CONTRACT
    assert all(set(keyboard.keys) == CONTRACT for keyboard in KEYBOARDS)


@pytest.mark.parametrize(
    ("hand", "keyboard"), [(k, k) for k in KEYBOARDS], ids=map(str, KEYBOARDS), indirect=["hand"]
)
def test_every_key_does_its_work(hand: Hand, keyboard: Keyboard, folder: Path) -> None:
    before = stored(folder)
    for key, work in WORK.items():
        for sequence in keyboard.keys[key]:
            try:
                work(hand, sequence)
            except Waited as error:
                pytest.fail(f"{key} as {sequence!r}: {error}", pytrace=False)
    assert stored(folder) == before


@pytest.mark.parametrize("hand", [KEYBOARDS[0]], ids=str, indirect=True)
def test_the_number_pad_in_application_mode_types_digits(hand: Hand) -> None:
    for digit, sequence in KEYPAD_DIGITS.items():
        hand.press(f"7{sequence}")
        hand.first_row(f" 7{digit} ")
        hand.press(ESC)
        hand.first_row(WAJIB)
