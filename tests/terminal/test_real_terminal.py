"""The demo program in a real pseudo-terminal: keys as terminals send them, bytes as they cost."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.terminal.fake_model import ENTRY_COLUMNS, NAMES
from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
DEMO = [sys.executable, "-m", "tests.terminal.demo_grid"]


def start(*options: str, term: str = "xterm-256color", **environ: str) -> PtyProgram:
    program = PtyProgram([*DEMO, *options], cwd=ROOT, term=term, env=environ)
    program.wait_for("JUMLAH")
    program.wait_quiet()
    return program


@pytest.fixture(scope="module")
def program() -> Iterator[PtyProgram]:
    with start() as running:
        yield running


def press(program: PtyProgram, keys: str) -> bytes:
    program.send(keys)
    program.wait_quiet(0.45 if keys.startswith("\x1b") and len(keys) != 3 else 0.1)
    return program.bytes_since()


def place(program: PtyProgram) -> tuple[int, int]:
    """Row of the sheet and column of the screen where the real cursor stands."""
    return program.cursor[1] - 3, program.cursor[0]


#: name of the key -> what xterm, PuTTY (normal, VT100+), the Linux console, tmux and screen send.
ARROWS = {
    "down": ("\x1b[B", "\x1bOB"),
    "up": ("\x1b[A", "\x1bOA"),
    "right": ("\x1b[C", "\x1bOC"),
    "left": ("\x1b[D", "\x1bOD"),
}
TWO_OPEN_KEYS = {
    "f1": ("\x1bOP", "\x1b[11~", "\x1b[[A"),
    "help by letter": ("?",),
}
HOMES = ("\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~")
ENDS = ("\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~")
BACK_TABS = ("\x1b[Z", "\x1b\t")


def test_arrows_of_every_terminal(program: PtyProgram) -> None:
    press(program, "\x1b[H")
    start_place = place(program)
    for down, up in zip(ARROWS["down"], ARROWS["up"], strict=True):
        press(program, down)
        assert place(program) == (start_place[0] + 1, start_place[1])
        press(program, up)
        assert place(program) == start_place
    for right, left in zip(ARROWS["right"], ARROWS["left"], strict=True):
        press(program, right)
        assert place(program)[1] > start_place[1]
        press(program, left)
        assert place(program) == start_place


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("end", ENDS[:1])
def test_home_and_end_of_every_terminal(program: PtyProgram, home: str, end: str) -> None:
    press(program, home)
    left = place(program)[1]
    for other in ENDS:
        press(program, other)
        assert place(program)[1] > left + 30
        press(program, home)
        assert place(program)[1] == left


@pytest.mark.parametrize("back", BACK_TABS)
def test_tab_and_shift_tab_of_every_terminal(program: PtyProgram, back: str) -> None:
    press(program, "\x1b[H")
    before = place(program)
    press(program, "\t")
    assert place(program)[1] > before[1]
    press(program, back)
    assert place(program) == before


@pytest.mark.parametrize("key", TWO_OPEN_KEYS["f1"])
def test_help_of_every_terminal_and_esc_back(program: PtyProgram, key: str) -> None:
    press(program, key)
    assert program.screen_lines()[0] == "TOMBOL"
    press(program, "\x1b")
    program.wait_gone("TOMBOL")


@pytest.mark.parametrize("enter", ["\r", "\n", "+", "\x1bOM"])
def test_every_enter_commits_and_goes_on(program: PtyProgram, enter: str) -> None:
    press(program, "\x1b[H")
    row, column = place(program)
    press(program, "4321")
    press(program, enter)
    assert "  4.321 " in program.screen_lines()[row + 3]
    assert place(program)[1] > column


@pytest.mark.parametrize("keys", ["\x1b[999;5x", "\x1b[99~", "\x1b[12", "\x1b[57441u"])
def test_a_stray_code_rings_and_types_nothing(program: PtyProgram, keys: str) -> None:
    press(program, "\x1b[H")
    before = program.screen_lines()[3]
    assert b"\a" in press(program, keys)
    assert program.screen_lines()[3] == before


def test_a_terminals_answer_is_no_key(program: PtyProgram) -> None:
    assert press(program, "\x1b[?1;2c\x1b[?2026;2$y") == b""


@pytest.mark.parametrize("erase", ["\x7f", "\x08"])
def test_both_backspaces(program: PtyProgram, erase: str) -> None:
    press(program, "\x1b[H")
    press(program, "98765")
    press(program, erase)
    assert "  9876 " in program.screen_lines()[program.cursor[1]]
    press(program, "\x1b")


@pytest.mark.parametrize(
    "pasted",
    [
        "\x1b[200~111\t222\r\n333\t444\x1b[201~",
        "\x1b[200~111\t222\n333\t444\n\x1b[201~",
        "111\t222\r333\t444\r",
        "111\t222\n333\t444",
    ],
    ids=["bracketed, Windows", "bracketed, Unix", "unbracketed", "unbracketed, no end"],
)
def test_a_pasted_block_lands_where_it_belongs(pasted: str) -> None:
    with start("--empty") as fresh:
        press(fresh, pasted)
        lines = fresh.screen_lines()
        assert lines[3].split()[2:5] == ["111", "222", "333"]
        assert lines[4].split()[1:4] == ["333", "444", "777"]


def test_a_whole_document_by_digits_and_enter_alone() -> None:
    with start("--empty") as fresh:
        cells = len(NAMES) * len(ENTRY_COLUMNS)
        figures = [str(1000 + 7 * index) for index in range(cells)]
        for row in range(len(NAMES)):
            part = figures[row * 4 : row * 4 + 4]
            fresh.send("".join(f"{figure}\r" for figure in part))
        fresh.wait_for("SELESAI")
        lines = fresh.screen_lines()[3:22]
        shown = [int(word.replace(".", "")) for line in lines for word in line[15:67].split()]
        typed = [shown[i] for i in range(len(shown)) if i % 6 not in (2, 5)]
        assert typed == [int(figure) for figure in figures]


def test_bytes_per_key_stay_within_the_agreed_table() -> None:
    with start() as fresh:
        assert len(fresh.raw) <= 2500
        press(fresh, "\x1b[B")
        moves = [
            len(press(fresh, key)) for key in ("\x1b[B", "\x1b[B", "\x1b[C", "\x1b[A", "\x1b[D")
        ]
        assert max(moves) <= 30
        commits = []
        for figure in ("1234", "98765", "431", "7", "120000"):
            digits = [len(press(fresh, digit)) for digit in figure]
            assert max(digits) <= 20
            commits.append(len(press(fresh, "\r")))
        assert median(commits) <= 150
        assert len(press(fresh, "t")) <= 1600
        assert len(press(fresh, "\x1bOP")) <= 1600
        assert len(press(fresh, "\x1b")) <= 1600
        assert fresh.watch(3.0) == 0


def test_the_terminals_cursor_stands_on_the_caret_and_on_the_chosen_line() -> None:
    with start() as fresh:
        press(fresh, "/")
        press(fresh, "ab")
        x, y = fresh.cursor
        assert fresh.screen_lines()[y][:x].endswith("ab")
        press(fresh, "\t")
        press(fresh, "\x1b[B")
        assert "Solok 世界" in fresh.screen_lines()[fresh.cursor[1]]


def test_resized_the_screen_is_laid_out_and_painted_afresh() -> None:
    with start() as fresh:
        fresh.resize(120, 30)
        fresh.wait_until(lambda: fresh.screen_lines()[29].startswith("F1"), "the last line")
        fresh.wait_quiet()
        lines = fresh.screen_lines()
        assert lines[2].endswith("%")
        fresh.resize(60, 16)
        fresh.wait_until(lambda: fresh.screen_lines()[15].startswith("F1"), "the last line")
        fresh.wait_quiet()
        assert fresh.screen_lines()[14].startswith("JUMLAH")


def test_redraw_repairs_what_others_wrote_on_the_terminal(program: PtyProgram) -> None:
    before = program.screen_lines()
    program.screen.erase_in_display(2)
    program.screen.draw("Broadcast message from root")
    press(program, "\x0c")
    assert program.screen_lines() == before


@pytest.mark.parametrize(
    ("term", "environ"), [("linux", {}), ("vt100", {}), ("xterm", {"LC_ALL": "C"})]
)
def test_without_unicode_only_ascii_is_written(term: str, environ: dict[str, str]) -> None:
    with start(term=term, **environ) as fresh:
        press(fresh, "\x1bOP")
        press(fresh, "\x1b")
        press(fresh, "/")
        press(fresh, "\x1b")
        assert fresh.raw.isascii()
        if term == "vt100":
            assert re.search(rb"\x1b\[[0-9;]*3[0-9]m", fresh.raw) is None


def test_switched_off_textual_writes_by_itself() -> None:
    with start(CIVREG_TUI_OUTPUT="penuh") as full, start() as frugal:
        for one in (full, frugal):
            press(one, "\x1b[B")
            press(one, "12\r")
        assert full.screen_lines() == frugal.screen_lines()
        assert len(full.raw) > 3 * len(frugal.raw)
