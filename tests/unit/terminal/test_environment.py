"""What the program takes the terminal to be, from the variables that there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.terminal import environment, glyphs


@pytest.mark.parametrize(
    ("env", "ascii_only", "colour", "usable"),
    [
        ({"TERM": "xterm-256color", "LANG": "id_ID.UTF-8"}, False, True, True),
        ({"TERM": "xterm", "LANG": "en_US.utf8"}, False, True, True),
        ({"TERM": "xterm", "LC_ALL": "C", "LANG": "id_ID.UTF-8"}, True, True, True),
        ({"TERM": "xterm"}, True, True, True),
        ({"TERM": "xterm", "LANG": "id_ID.ISO-8859-1"}, True, True, True),
        ({"TERM": "xterm", "LANG": "id_ID"}, True, True, True),
        ({"TERM": "screen.putty", "LC_CTYPE": "C.UTF-8"}, False, True, True),
        ({"TERM": "linux", "LANG": "C.UTF-8"}, True, True, True),
        ({"TERM": "vt100", "LANG": "C.UTF-8"}, True, False, True),
        ({"TERM": "dumb", "LANG": "C.UTF-8"}, True, False, False),
        ({"LANG": "C.UTF-8"}, False, True, False),
        ({"TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1"}, False, False, True),
        ({"TERM": "linux", "LANG": "C", "CIVREG_TUI_KARAKTER": "unicode"}, False, True, True),
        ({"TERM": "xterm", "LANG": "C.UTF-8", "CIVREG_TUI_KARAKTER": "ascii"}, True, True, True),
    ],
)
def test_what_a_terminal_can_show(
    env: dict[str, str], ascii_only: bool, colour: bool, usable: bool
) -> None:
    terminal = environment.examine(env)
    assert (terminal.ascii, terminal.colour, terminal.usable) == (ascii_only, colour, usable)


@pytest.mark.parametrize(
    ("started_with", "ascii_only"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({}, True),
        ({"LANG": "C", "LC_CTYPE": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
    ],
)
def test_pythons_own_locale_is_not_taken_for_the_users(
    started_with: dict[str, str], ascii_only: bool
) -> None:
    asked = "from civreg_tui.terminal import environment as e; print(e.prepare().ascii)"
    answer = subprocess.run(
        [sys.executable, "-c", asked],
        env={"TERM": "xterm", **started_with},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == str(ascii_only)


def test_textual_is_told_to_keep_still_and_use_the_terminals_own_colours() -> None:
    env = {"TERM": "vt220", "LANG": "C", "ESCDELAY": "500", "TEXTUAL_ANIMATIONS": "full"}
    environment.prepare(env)
    assert env["TEXTUAL_ANIMATIONS"] == "none"
    assert env["TEXTUAL_THEME"] == "ansi-dark"
    assert env["ESCDELAY"] == "500"
    assert env["NO_COLOR"] == "1"


def test_one_variable_switches_the_frugal_output_off() -> None:
    assert environment.examine({}).frugal
    assert not environment.examine({"CIVREG_TUI_OUTPUT": "penuh"}).frugal


@pytest.mark.parametrize(
    ("character", "wanted"),
    [("─", "-"), ("┼", "+"), ("≠", "#"), ("é", "e"), ("世", "?"), ("a", "a")],
)
def test_every_character_has_one_ascii_form(character: str, wanted: str) -> None:
    assert glyphs.to_ascii(character) == wanted


def test_the_ascii_set_is_ascii_and_as_long_as_the_other() -> None:
    for name in ("gap", "target", "point", "line", "column", "corners", "differs", "empty"):
        plain, full = getattr(glyphs.ASCII, name), getattr(glyphs.UNICODE, name)
        assert plain.isascii()
        assert len(plain) == len(full)
    assert glyphs.ASCII.spark.isascii()
    assert len(glyphs.ASCII.spark) == len(glyphs.UNICODE.spark) == 8
