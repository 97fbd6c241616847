"""Heads down: what each key does to cursor, typed text and figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.terminal.entry_text import PastePlan
from civreg_tui.terminal.grid_model import CLEARED, NIL, CellView, Entry, Kind, Row
from civreg_tui.terminal.grid_state import Draft, Effect, GridState, Order
from tests.terminal.fake_model import ENTRY_COLUMNS, FakeModel


def number(value: int) -> Entry:
    return Entry(Kind.NUMBER, value)


def sheet(names: int = 3, order: Order = "row") -> tuple[GridState, FakeModel]:
    model = FakeModel([f"Kab {i}" for i in range(names)])
    return GridState(model, order), model


def typed(state: GridState, text: str) -> list[Effect]:
    return [state.type(character) for character in text]


@pytest.mark.parametrize("order", ["row", "column"])
def test_a_whole_document_takes_its_digits_and_one_key_per_cell(order: Order) -> None:
    state, model = sheet(19, order)
    keys = 0
    finished = False
    while not finished:
        text = str(1000 + state.row * 10 + state.col)
        typed(state, text)
        effect = state.enter()
        keys += len(text) + 1
        finished = effect.finished
    cells = 19 * len(ENTRY_COLUMNS)
    assert keys == cells * 4 + cells
    assert len(model.commits) == cells
    assert all(entry == number(1000 + r * 10 + c) for r, c, entry in model.commits)


def test_the_path_goes_by_row_or_by_column_and_passes_computed_carried_and_locked() -> None:
    for order, wanted in (("row", [(0, 1), (0, 4), (1, 0)]), ("column", [(1, 0), (2, 0), (0, 1)])):
        state, model = sheet(3, order)  # type: ignore[arg-type]
        model.values[0, 3] = number(9)
        model.carried.add((0, 3))
        places = []
        for _ in range(3):
            state.enter()
            places.append((state.row, state.col))
        assert places == wanted


def test_the_cursor_begins_on_the_first_cell_of_the_path() -> None:
    model = FakeModel()
    model.values[0, 0] = model.values[0, 1] = number(3)
    model.carried = {(0, 0), (0, 1)}
    assert (GridState(model).row, GridState(model).col) == (0, 3)


def test_enter_without_typing_changes_nothing() -> None:
    state, model = sheet()
    state.enter()
    assert model.commits == []


@pytest.mark.parametrize("text", ["12,5", "1.23", "12a", "1-", "1/2"])
def test_a_wrong_value_is_refused_and_changes_nothing(text: str) -> None:
    state, model = sheet()
    typed(state, text)
    assert "bukan bilangan bulat" in (state.enter().refused or "")
    assert (state.row, state.col, state.text) == (0, 0, text)
    assert model.commits == []
    assert state.cancel()
    assert state.enter().refused is None


@pytest.mark.parametrize("character", ["a", ",", "=", "é", " "])
def test_no_value_begins_with_anything_but_a_digit_or_the_sign_for_nil(character: str) -> None:
    state, _ = sheet()
    assert state.type(character).refused
    assert state.text is None


def test_a_wrong_character_rings_at_once() -> None:
    state, _ = sheet()
    effects = typed(state, "12,5")
    assert [bool(effect.refused) for effect in effects] == [False, False, True, False]


@pytest.mark.parametrize("text", ["1234", "1.234", "1 234"])
def test_the_offices_ways_to_write_a_number(text: str) -> None:
    state, model = sheet()
    typed(state, text)
    assert state.enter().committed == (0, 0)
    assert model.commits == [(0, 0, number(1234))]


def test_nil_zero_and_not_given_stay_three_things() -> None:
    state, model = sheet()
    typed(state, "-")
    state.enter()
    typed(state, "0")
    state.enter()
    state.erase()
    assert [entry for _, _, entry in model.commits] == [NIL, number(0), CLEARED]


def test_a_sentence_of_the_model_keeps_cursor_and_text() -> None:
    state, _ = sheet()
    typed(state, "666")
    assert state.enter().refused == "Angka 666 ditolak. Periksa kertasnya."
    assert (state.row, state.col, state.text) == (0, 0, "666")
    assert state.move(1, 0).refused
    assert state.row == 0


@pytest.mark.parametrize("text", ["666", "12,5"])
def test_a_figure_keyed_after_a_refusal_is_another_one(text: str) -> None:
    state, model = sheet()
    typed(state, text)
    assert state.enter().refused
    typed(state, "157582")
    assert state.enter().committed == (0, 0)
    assert model.commits == [(0, 0, number(157582))]


def test_what_was_refused_can_be_mended_and_confirmed_again() -> None:
    state, model = sheet()
    typed(state, "6666,")
    assert state.enter().refused
    state.erase()
    typed(state, "7")
    assert state.enter().committed == (0, 0)
    assert model.commits == [(0, 0, number(66667))]


def test_a_refused_figure_edited_in_place_keeps_its_digits() -> None:
    state, _ = sheet()
    typed(state, "666")
    state.enter()
    state.edit()
    typed(state, "7")
    assert state.text == "6667"


def test_f2_edits_in_place_and_esc_restores() -> None:
    state, model = sheet()
    model.values[0, 0] = number(1234)
    state.edit()
    assert (state.text, state.caret) == ("1234", 4)
    state.move(0, -1)
    state.erase()
    assert (state.text, state.caret) == ("124", 2)
    state.edge(end=False)
    state.erase(ahead=True)
    state.type("9")
    assert state.text == "924"
    assert state.cancel()
    assert model.values[0, 0] == number(1234)
    assert not state.cancel()


def test_f2_emptied_means_not_given_but_a_wiped_new_value_means_nothing() -> None:
    state, model = sheet()
    model.values[0, 0] = number(5)
    state.edit()
    state.erase()
    state.enter()
    assert model.commits == [(0, 0, CLEARED)]
    typed(state, "7")
    state.erase()
    assert state.text is None
    state.enter()
    assert len(model.commits) == 1


def test_an_arrow_commits_and_moves() -> None:
    state, model = sheet()
    typed(state, "42")
    assert state.move(1, 0).committed == (0, 0)
    assert (state.row, state.col) == (1, 0)
    assert model.values[0, 0] == number(42)


def test_home_and_end_reach_the_outer_entry_columns_and_moves_stop_at_the_rim() -> None:
    state, _ = sheet()
    state.edge(end=True)
    assert state.col == ENTRY_COLUMNS[-1]
    state.edge(end=False)
    assert state.col == 0
    state.move(-5, -5)
    assert (state.row, state.col) == (0, 0)
    state.move(99, 99)
    assert (state.row, state.col) == (3, 7)


@pytest.mark.parametrize(("row", "col"), [(0, 2), (3, 0), (1, 1)])
def test_computed_summed_and_locked_cells_cannot_be_typed_into(row: int, col: int) -> None:
    state, model = sheet()
    model.marks[1, 1] = CellView("7", style="locked")
    state.go(row, col)
    for effect in (state.type("5"), state.edit(), state.erase()):
        assert effect.refused
    assert state.text is None
    assert model.commits == []


def test_a_carried_cell_is_changed_by_typing_over_it() -> None:
    state, model = sheet()
    model.values[0, 0] = number(9)
    model.carried.add((0, 0))
    state.go(0, 0)
    typed(state, "8")
    state.enter()
    assert model.values[0, 0] == number(8)


def test_after_a_run_of_tabs_enter_returns_to_the_column_where_it_began() -> None:
    state, model = sheet()
    for text in ("1", "2", "3"):
        typed(state, text)
        state.tab()
    typed(state, "4")
    state.enter()
    assert (state.row, state.col) == (1, 0)
    assert {(r, c): e.number for r, c, e in model.commits} == {
        (0, 0): 1,
        (0, 1): 2,
        (0, 3): 3,
        (0, 4): 4,
    }


def test_shift_tab_goes_back_and_tab_goes_on_to_the_next_line() -> None:
    state, _ = sheet()
    state.tab(-1)
    assert (state.row, state.col) == (0, 0)
    state.go(0, ENTRY_COLUMNS[-1])
    state.tab()
    assert (state.row, state.col) == (1, 0)
    state.tab(-1)
    assert (state.row, state.col) == (0, ENTRY_COLUMNS[-1])


def test_control_totals_at_the_foot_are_keyed_like_a_line_and_lead_to_the_first_row() -> None:
    state, model = sheet()
    model.foot = [Row("kendali", "KENDALI"), Row("jumlah", "JUMLAH", entry=False)]
    model.marks = {(3, col): CellView("", style="empty") for col in range(8)}
    state.go(3, 0)
    places = []
    for _ in ENTRY_COLUMNS:
        typed(state, "5")
        assert state.enter().refused is None
        places.append((state.row, state.col))
    assert places == [(3, 1), (3, 3), (3, 4), (0, 0)]
    assert [row for row, _, _ in model.commits] == [3, 3, 3, 3]


def test_a_single_pasted_value_is_typed_and_waits_for_enter() -> None:
    state, model = sheet()
    assert state.paste("1.234\r\n") == Effect()
    assert state.text == "1.234"
    assert model.commits == []
    state.cancel()
    effect = state.paste("12,5")
    assert isinstance(effect, Effect)
    assert effect.refused
    assert state.text == "12,5"
    state.cancel()
    assert isinstance(state.paste("abc1"), Effect)
    assert state.text is None


def test_a_block_is_planned_first_and_applied_as_planned() -> None:
    state, model = sheet()
    plan = state.paste("1\t2\r3\t4")
    assert isinstance(plan, PastePlan)
    assert model.commits == []
    assert state.apply(plan).committed == (1, 1)
    assert [(r, c, e.number) for r, c, e in model.commits] == [
        (0, 0, 1),
        (0, 1, 2),
        (1, 0, 3),
        (1, 1, 4),
    ]


def test_a_block_with_a_wrong_value_changes_nothing() -> None:
    state, model = sheet()
    plan = state.paste("1\t12,5")
    assert isinstance(plan, PastePlan)
    assert "12,5" in (state.apply(plan).refused or "")
    assert model.commits == []


def test_a_draft_comes_back_by_keys_of_its_cell() -> None:
    state, _ = sheet()
    state.go(1, 3)
    assert state.draft is None
    again, _ = sheet()
    typed(state, "12")
    assert vars(state.draft) == {"row": "r1", "column": "memiliki.l", "text": "12"}
    assert again.restore(Draft("r1", "memiliki.l", "12"))
    assert (again.row, again.col, again.text) == (1, 3, "12")
    assert not again.restore(Draft("r99", "memiliki.l", "1"))
    assert not again.restore(Draft("r1", "lain", "1"))


def test_a_stray_code_rings_and_changes_nothing() -> None:
    state, model = sheet()
    typed(state, "12")
    assert state.stray().refused
    assert state.text == "12"
    assert model.commits == []


keys = st.sampled_from("0123456789.,- a") | st.sampled_from(
    ("enter", "tab", "back", "up", "down", "left", "right", "f2", "del", "bs", "esc", "home", "end")
)


@given(st.lists(keys, max_size=40), st.sampled_from(("row", "column")))
def test_whatever_is_pressed_the_cursor_stays_inside_and_figures_are_whole(
    pressed: list[str], order: Order
) -> None:
    state, model = sheet(3, order)
    actions: dict[str, Callable[[], object]] = {
        "enter": state.enter,
        "tab": state.tab,
        "back": lambda: state.tab(-1),
        "up": lambda: state.move(-1, 0),
        "down": lambda: state.move(1, 0),
        "left": lambda: state.move(0, -1),
        "right": lambda: state.move(0, 1),
        "f2": state.edit,
        "del": lambda: state.erase(ahead=True),
        "bs": state.erase,
        "esc": state.cancel,
        "home": lambda: state.edge(end=False),
        "end": lambda: state.edge(end=True),
    }
    for key in pressed:
        actions.get(key, partial(state.type, key))()
        assert 0 <= state.row <= 3
        assert 0 <= state.col < 8
        assert 0 <= state.caret <= len(state.text or "")
    for row, col, entry in model.commits:
        assert row < 3
        assert col in ENTRY_COLUMNS
        assert entry.kind is not Kind.NUMBER or (entry.number or 0) >= 0
