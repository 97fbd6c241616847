"""Whatever cells are wanted, the bytes written make a terminal show exactly these."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from civreg_tui.terminal.pen import BLANK, PLAIN, Cell, Pen, blank_pen, change
from civreg_tui.terminal.shadow import Shadow, _Strokes

WIDTH, HEIGHT = 24, 6
BOLD, UNDERLINE, REVERSE = Pen(1), Pen(1 << 3, "31"), Pen(1 << 6)
PENS = (PLAIN, BOLD, UNDERLINE, REVERSE, Pen(1, "33", "44"), Pen(0, "", "41"), Pen(1 << 8, "96"))


def cells(text: str, pen: Pen) -> list[Cell]:
    made: list[Cell] = []
    for character in text:
        made.append(Cell(character, blank_pen(pen) if character == " " else pen))
        if character == "世":
            made.append(Cell("", pen))
    return made


pieces = st.tuples(
    st.integers(0, WIDTH - 1),
    st.integers(0, HEIGHT - 1),
    st.text("ab1 .世", min_size=1, max_size=9),
    st.sampled_from(PENS),
)
steps = st.lists(
    st.one_of(pieces, st.just("blank"), st.just("forget"), st.integers(0, WIDTH * HEIGHT - 1)),
    max_size=25,
)


def fits(x: int, text: str) -> bool:
    """A layout never lets a wide character stick out at the right."""
    return x + len(text) + text.count("世") <= WIDTH


def clear_halves(row: list[Cell]) -> None:
    """A compositor replaces the left half of a wide character by a blank with its right half."""
    for x, cell in enumerate(row):
        wide = cell.text == "世"
        if wide and (x + 1 == len(row) or row[x + 1].text):
            row[x] = BLANK
        if not cell.text and (x == 0 or row[x - 1].text != "世"):
            row[x] = BLANK


def terminal() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    stream.feed("rubbish of the shell\x1b[?7l\x1b[31;4m")
    return screen, stream


def shown(screen: pyte.Screen) -> list[str]:
    return list(screen.display)


def look(screen: pyte.Screen, x: int, y: int) -> tuple[object, ...]:
    cell = screen.buffer[y][x]
    visible = (cell.bg, cell.reverse, cell.underscore, cell.strikethrough)
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return (" ", *visible)
    return (cell.data, *visible, cell.fg, cell.bold)


class PenByPen(Shadow):
    """Always takes the way that is else taken only for pages where it is shorter."""

    def _best(self, cursor: tuple[int, int]) -> _Strokes:
        if self._shown is None:
            return self._afresh(cursor)
        return self._pen_by_pen(sorted(self._touched), cursor)


@given(steps, st.booleans(), st.sampled_from([Shadow, PenByPen]))
@settings(max_examples=300, deadline=None)
def test_the_terminal_shows_what_is_wanted(
    sequence: list[object], newline: bool, kind: type[Shadow]
) -> None:
    shadow = kind(WIDTH, HEIGHT, newline=newline)
    screen, stream = terminal()
    for step in sequence:
        cursor = (step % WIDTH, step // WIDTH) if isinstance(step, int) else (0, 0)
        if step == "blank":
            for y in range(HEIGHT):
                shadow.put(0, y, [BLANK] * WIDTH)
        elif step == "forget":
            shadow.forget()
        elif isinstance(step, tuple) and fits(step[0], step[2]):
            shadow.put(step[0], step[1], cells(step[2], step[3]))
            clear_halves(shadow.wanted[step[1]])
        stream.feed(shadow.render(cursor))
        fresh_screen, fresh = terminal()
        whole = Shadow(WIDTH, HEIGHT)
        for y, row in enumerate(shadow.wanted):
            whole.put(0, y, row)
        fresh.feed(whole.render(cursor))
        assert shown(screen) == shown(fresh_screen) == texts(shadow)
        for y in range(HEIGHT):
            for x in range(WIDTH):
                assert look(screen, x, y) == look(fresh_screen, x, y)
        assert (screen.cursor.x, screen.cursor.y) == cursor


def texts(shadow: Shadow) -> list[str]:
    return ["".join(cell.text for cell in row) for row in shadow.wanted]


def test_nothing_is_written_when_nothing_changed() -> None:
    shadow = Shadow(WIDTH, HEIGHT)
    shadow.put(3, 2, cells("abc", BOLD))
    shadow.render((0, 0))
    shadow.put(3, 2, cells("abc", BOLD))
    assert shadow.render((0, 0)) == ""


def test_one_changed_cell_costs_the_way_there_and_one_character() -> None:
    shadow = Shadow(WIDTH, HEIGHT)
    shadow.put(3, 2, cells("abc", PLAIN))
    shadow.render((4, 2))
    shadow.put(4, 2, cells("x", PLAIN))
    assert shadow.render((5, 2)) == "x"


def marked_page(shadow: Shadow, figure: str) -> None:
    """Lines whose middle is marked, all alike."""
    for y in range(shadow.height):
        for x, pen in ((0, PLAIN), (20, UNDERLINE), (32, BOLD), (44, PLAIN)):
            shadow.put(x, y, cells(figure, pen))


def test_a_page_with_marked_columns_costs_less_pen_by_pen() -> None:
    shadow, by_lines = Shadow(80, 20, newline=True), Shadow(80, 20, newline=True)
    for one in (shadow, by_lines):
        marked_page(one, "1234567")
        one.render((0, 0))
        marked_page(one, "7654321")
    lines = by_lines._differences(range(20), (0, 0)).cost
    assert len(shadow.render((0, 0)).encode()) < lines - 20 * 8


def test_what_lies_outside_the_screen_is_cut() -> None:
    shadow = Shadow(4, 2)
    shadow.put(2, 0, cells("abcd", PLAIN))
    shadow.put(-2, 1, cells("abcd", PLAIN))
    shadow.put(0, 7, cells("abcd", PLAIN))
    assert texts(shadow) == ["  ab", "cd  "]


def test_a_pen_changes_by_what_differs_or_afresh_whichever_is_shorter() -> None:
    assert change(None, PLAIN) == "\x1b[m"
    assert change(PLAIN, REVERSE) == "\x1b[7m"
    assert change(REVERSE, PLAIN) == "\x1b[m"
    assert change(Pen(1, "31"), Pen(0, "31")) == "\x1b[22m"
    assert change(Pen(3, "31", "44"), Pen(2, "31", "44")) == "\x1b[22;2m"
