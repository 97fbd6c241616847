"""A block pasted without brackets is told from keys that fingers send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.terminal.block import SETTLED, Pasting, is_block

BLOCK = "157.582\t156.615\r124.034\t122.349\r"


@pytest.mark.parametrize("text", [BLOCK, "1\t2\n3\t-\n", "1\t2\t\r\n3\t4\t5", "1\t2\r3\t4"])
def test_rows_and_columns_that_come_at_once_are_a_block(text: str) -> None:
    assert is_block(text)


_TYPED = (
    "", "157582\r", "157582\r156615\r", "1\t2\r", "1\t2\r3\r", "1\t2\t3", "d\tu\r1\t2",
    "\x1b[A\t1\r2\t3",
)  # fmt: skip


@pytest.mark.parametrize("text", _TYPED)
def test_what_fingers_type_ahead_is_none(text: str) -> None:
    assert not is_block(text)


@given(st.text("0123456789\r", max_size=40))
def test_digits_and_enter_alone_are_always_typed(text: str) -> None:
    assert not is_block(text)


def test_a_block_in_pieces_is_whole_when_no_more_comes() -> None:
    one = Pasting()
    assert one.takes(BLOCK + "75.8", 1.0)
    assert one.takes("63\t75.205\r", 1.02)
    assert one.whole(1.02 + SETTLED / 2) == ""
    assert one.whole(1.02 + SETTLED) == BLOCK + "75.863\t75.205\r"
    assert one.whole(9.0) == ""


def test_a_key_behind_a_block_is_no_part_of_it() -> None:
    one = Pasting()
    assert one.takes(BLOCK, 1.0)
    assert not one.takes("q", 1.01)
    assert one.let_go() == BLOCK
    assert one.let_go() == ""
