"""How the sheet is laid out: what stays in sight, where the terminal's cursor stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.terminal.grid_lines import Line, Window, cursor_place, lines
from civreg_tui.terminal.grid_model import CellView, Column, legend, mark_of
from civreg_tui.terminal.grid_state import GridState
from tests.terminal.fake_model import FakeModel


def text(line: Line) -> str:
    return "".join(span.text for span in line).rstrip()


def drawn(state: GridState, window: Window) -> list[str]:
    window.follow(state)
    return [text(line) for line in lines(state, window)]


def test_nineteen_rows_heads_and_sum_take_twenty_two_lines_of_at_most_eighty_columns() -> None:
    shown = drawn(GridState(FakeModel().fill()), Window(80, 22))
    assert len(shown) == 22
    assert max(map(len, shown)) <= 80
    assert shown[0].split() == [">1", "WAJIB", "AKTA", "MEMILIKI"]
    assert shown[1].split()[:4] == ["KAB/KOTA", "L", "P", "JML"]
    assert shown[2].startswith("Pesisir Selat…")
    assert shown[21].startswith("JUMLAH")


def test_names_stay_when_columns_scroll_and_heads_stay_when_rows_scroll() -> None:
    state = GridState(FakeModel().fill())
    window = Window(40, 10)
    state.go(18, 7)
    shown = drawn(state, window)
    assert shown[1].startswith("KAB/KOTA")
    assert shown[1].endswith("%")
    assert shown[-2].startswith("Kota Pariaman")
    assert shown[-1].startswith("JUMLAH")
    assert shown[0].startswith("^12 <5")


def test_one_line_of_heads_names_them_and_says_what_is_out_of_sight() -> None:
    model = FakeModel().fill()
    model.columns = [replace(column, group="") for column in model.columns]
    assert drawn(GridState(model), Window(100, 20))[0].startswith("KAB/KOTA v1 ")
    assert drawn(GridState(model), Window(40, 10))[0].startswith("v11 >")
    assert drawn(GridState(model), Window(100, 21))[0].startswith("KAB/KOTA  ")


@given(
    st.integers(26, 130),
    st.integers(4, 30),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 7)), max_size=9),
)
def test_the_cursor_is_always_in_sight(
    width: int, height: int, places: list[tuple[int, int]]
) -> None:
    state, window = GridState(FakeModel().fill()), Window(width, height)
    for row, col in places:
        state.go(row, col)
        shown = drawn(state, window)
        x, y = cursor_place(state, window)
        figure = state.model.cell(row, col).text
        if len(figure) > state.model.columns[col].width:
            figure = "#" * state.model.columns[col].width
        assert x < width
        assert y < height
        assert shown[y].ljust(x)[:x].endswith(figure)


def test_the_cursor_stands_behind_the_typed_text_and_on_the_caret_in_place() -> None:
    state, window = GridState(FakeModel()), Window()
    end = cursor_place(state, window)[0]
    state.type("1")
    state.type("2")
    assert cursor_place(state, window)[0] == end
    state.edit()
    state.move(0, -1)
    assert cursor_place(state, window)[0] == end - 1
    state.edge(end=False)
    assert cursor_place(state, window)[0] == end - 2


def test_a_figure_too_wide_for_its_column_is_never_shown_in_part() -> None:
    model = FakeModel()
    model.marks[0, 0] = CellView("12.345.678")
    assert "#######" in drawn(GridState(model), Window())[2]


def test_no_column_at_all_still_draws() -> None:
    model = FakeModel(["Satu"])
    model.columns = [Column("x", "", "X", 60)]
    assert len(drawn(GridState(model), Window(20, 6))) == 6


def test_every_state_has_a_name_an_explanation_and_its_own_character() -> None:
    signs = legend()
    assert len({sign.style for sign in signs}) == 11
    assert all(sign.meaning and sign.name for sign in signs)
    marks = [mark_of(sign.style) for sign in signs if mark_of(sign.style) != " "]
    assert len(marks) == len(set(marks)) == 7
