"""Keys as the terminals of the office really send them, whole or in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.terminal.typed import ESCAPE, UNKNOWN, Typed

KNOWN = {"\x1b[A", "\x1bOP", "\x1b[11~", "\x1b[15~", "\x1b[20~", "\x1b[21~", "\x1b[[A", "\x1b\t"}
DELAY = 0.25


def typed() -> Typed:
    return Typed(KNOWN.__contains__, DELAY)


def keys(data: str) -> list[str]:
    """Everything that comes of data followed by silence."""
    one = typed()
    return [*one.feed(data, 0.0), *one.tick(DELAY)]


@pytest.mark.parametrize(
    ("terminal", "data", "wanted"),
    [
        ("digits and Enter", "123\r", ["123\r"]),
        ("xterm F1", "\x1bOP", ["\x1bOP"]),
        ("PuTTY F1", "\x1b[11~", ["\x1b[11~"]),
        ("Linux console F1", "\x1b[[A", ["\x1b[[A"]),
        ("PuTTY VT100+ F5", "\x1bOT", ["\x1b[15~"]),
        ("PuTTY VT100+ F9", "\x1bOX", ["\x1b[20~"]),
        ("PuTTY VT100+ F10", "\x1bOY", ["\x1b[21~"]),
        ("Linux console Shift+Tab", "\x1b\t", ["\x1b\t"]),
        ("Esc alone", "\x1b", [ESCAPE]),
        ("Esc twice", "\x1b\x1b", [ESCAPE, ESCAPE]),
        ("Esc, then digits, over a slow line", "\x1b12", [ESCAPE, "12"]),
        ("Esc, then the key [", "\x1b[", [ESCAPE, "["]),
        ("a stray code with digits", "\x1b[999x5", [UNKNOWN, "5"]),
        ("a stray code without end", "\x1b[12", [UNKNOWN]),
        ("the terminal's answers", "\x1b[?1;2c\x1b[>0;276;0c7", ["7"]),
        ("a colour report", "\x1b]11;rgb:0000/0000/0000\x07" + "7", ["7"]),
        ("a status string", "\x1bP1$r0m\x1b\\7", ["7"]),
    ],
)
def test_keys_of_the_terminals(terminal: str, data: str, wanted: list[str]) -> None:
    assert keys(data) == wanted, terminal


def test_esc_waits_for_the_rest_of_a_sequence_but_not_longer_than_the_delay() -> None:
    one = typed()
    assert one.feed("\x1b", 1.0) == []
    assert one.tick(1.1) == []
    assert one.feed("[A", 1.2) == ["\x1b[A"]
    assert one.tick(9.0) == []


def test_a_paste_passes_whole_without_the_codes_hidden_in_it() -> None:
    assert keys("\x1b[200~1\t2\r\n\x1b[31m3\x1b[A\x1b[201~4") == [
        "\x1b[200~",
        "1\t2\r\n",
        "3",
        "\x1b[201~",
        "4",
    ]


def test_line_ends_of_two_characters_are_one_enter() -> None:
    assert keys("1\r\n2\r\n") == ["1\r2\r"]


@given(st.text("\x1b[OA1;~?P\x07\\t", max_size=12), st.data())
def test_pieces_mean_what_the_whole_means(data: str, pieces: st.DataObject) -> None:
    cut = pieces.draw(st.integers(0, len(data)))
    one = typed()
    parts = [*one.feed(data[:cut], 0.0), *one.feed(data[cut:], 0.1), *one.tick(1.0)]
    assert "".join(parts) == "".join(keys(data))


@given(st.text("\x1b[]O0123456789;x", max_size=20))
def test_no_digit_of_an_unfinished_or_unknown_code_is_typed(data: str) -> None:
    for key in keys("\x1b[" + data.replace("\x1b", "") + "x"):
        assert key in (UNKNOWN, ESCAPE) or key in KNOWN or not key.startswith("\x1b")
