"""Reading what was typed or pasted: exactly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.numbers import format_count
from civreg_tui.terminal.entry_text import parse_block, plan_paste, read_entry, typed_text
from civreg_tui.terminal.grid_model import CLEARED, NIL, CellView, Entry, Kind
from tests.terminal.fake_model import FakeModel


@pytest.mark.parametrize("text", ["1234", "1.234", "1 234", " 1234 ", "1\u00a0234"])
def test_one_number_in_the_ways_of_the_office(text: str) -> None:
    assert read_entry(text) == Entry(Kind.NUMBER, 1234)


@pytest.mark.parametrize(
    "text", ["12,5", "1.23", "12a5", "1.2345", "--", "1-", "1e3", "٣", "1..234"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bukan bilangan bulat"):
        read_entry(text)


def test_nothing_nil_and_zero_are_three_things() -> None:
    assert read_entry("") == CLEARED
    assert read_entry("-") == read_entry("NIHIL") == read_entry("–") == NIL
    assert read_entry("0") == Entry(Kind.NUMBER, 0)


@given(st.integers(0, 10**11))
def test_what_is_shown_can_be_typed_again(number: int) -> None:
    assert typed_text(format_count(number)) == str(number)
    assert read_entry(format_count(number)) == Entry(Kind.NUMBER, number)


@given(st.text(max_size=12))
def test_any_text_is_an_entry_or_one_sentence(text: str) -> None:
    try:
        entry = read_entry(text)
    except ValueError as error:
        assert "bilangan bulat" in str(error)
    else:
        assert (entry.number is not None) == (entry.kind is Kind.NUMBER)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_block_with_any_line_end(end: str) -> None:
    assert parse_block(f"1\t2{end}3\t4{end}") == [["1", "2"], ["3", "4"]]


def test_a_plan_names_what_changes_and_leaves_the_rest() -> None:
    model = FakeModel()
    model.commit(0, 0, Entry(Kind.NUMBER, 5))
    plan = plan_paste(model, 0, 0, [["5", "1.000", "9"], ["", "-", "9", "2"]])
    assert [(one.row, one.col, one.before, one.after) for one in plan.changes] == [
        (0, 1, "", "1.000"),
        (1, 1, "", "-"),
        (1, 3, "", "2"),
    ]
    assert (plan.outside, plan.refused, plan.lines) == (2, (), 2)


def test_a_plan_refuses_wrong_values_by_place_and_counts_what_falls_outside() -> None:
    model = FakeModel()
    model.marks[17, 1] = CellView("7", style="locked")
    plan = plan_paste(model, 17, 0, [["12,5", "1"], ["1", "2"], ["3", "4"]])
    assert len(plan.refused) == 1
    assert plan.refused[0].startswith("Kota Payakumbuh, WAJIB AKTA L:")
    assert plan.outside == 3
