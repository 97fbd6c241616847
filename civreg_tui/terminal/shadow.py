"""What the terminal shows and what it should show: writes the difference, cell by cell.

Plain Python. Automatic line wrap must be off in the terminal, and a line feed must keep its
column when `newline` is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not

from .moves import move
from .pen import BLANK, PLAIN, Cell, Pen, change, draws_blank

Row = list[Cell]

#: From this many bytes on it is worth looking whether clearing the screen first is cheaper.
_WORTH_CLEARING = 300
#: Erases the rest of a line.
_ERASE = "\x1b[K"
#: Between so many bytes (a cursor move) it is worth trying other orders of writing.
_WORTH_TURNING = range(12, 48)


@dataclass
class _Strokes:
    """Sequences collected so far, and where they leave the terminal's cursor and pen."""

    x: int | None
    y: int | None
    pen: Pen | None
    width: int
    newline: bool
    parts: list[str] = field(default_factory=list)

    def copy(self) -> _Strokes:
        return _Strokes(self.x, self.y, self.pen, self.width, self.newline)

    def go(self, x: int, y: int) -> None:
        if (x, y) != (self.x, self.y):
            self.parts.append(move(self.x, self.y, x, y, self.newline))
            self.x, self.y = x, y

    def draw(self, cell: Cell) -> None:
        if cell.pen != self.pen and not draws_blank(self.pen, cell):
            self.parts.append(change(self.pen, cell.pen))
            self.pen = cell.pen

    def write(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            self.draw(cell)
            self.parts.append(cell.text)
        self._advance(cells)

    def _advance(self, cells: Sequence[Cell]) -> None:
        """A terminal may disagree about wide characters and about the last column."""
        sure = self.x is not None and all(len(cell.text) == 1 for cell in cells)
        reached = (self.x or 0) + len(cells)
        self.x = reached if sure and reached < self.width else None

    def clear_to_end(self) -> None:
        self.draw(BLANK)
        self.parts.append(_ERASE)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def cost(self) -> int:
        return len(self.text.encode())

    def take(self, other: _Strokes) -> None:
        self.parts.extend(other.parts)
        self.x, self.y, self.pen = other.x, other.y, other.pen


class Shadow:
    """A screen of cells: `put` what it should show, `render` the bytes that make it so."""

    def __init__(self, width: int, height: int, *, newline: bool = False) -> None:
        self.width, self.height, self.newline = width, height, newline
        self.wanted: list[Row] = [[BLANK] * width for _ in range(height)]
        self._shown: list[Row] | None = None
        self._touched: set[int] = set()
        self._x: int | None = None
        self._y: int | None = None
        self._pen: Pen | None = None

    def put(self, x: int, y: int, cells: Sequence[Cell]) -> None:
        """Say what the cells from column x of line y on should show; what lies outside is cut."""
        if not 0 <= y < self.height or x >= self.width:
            return
        if x < 0:
            cells, x = cells[-x:], 0
        end = min(self.width, x + len(cells))
        self.wanted[y][x:end] = cells[: end - x]
        self._touched.add(y)

    def forget(self) -> None:
        """Know nothing of what the terminal shows: the next `render` clears and paints it all."""
        self._shown = None

    def render(self, cursor: tuple[int, int]) -> str:
        """What to write so that the terminal shows the wanted cells, its cursor at (x, y)."""
        strokes = self._best(cursor)
        self._x, self._y, self._pen = strokes.x, strokes.y, strokes.pen
        rows = range(self.height) if self._shown is None else self._touched
        shown = self._shown or [[] for _ in range(self.height)]
        for y in rows:
            shown[y] = self.wanted[y].copy()
        self._shown = shown
        self._touched.clear()
        return strokes.text

    def _best(self, cursor: tuple[int, int]) -> _Strokes:
        if self._shown is None:
            return self._afresh(cursor)
        changed = [y for y in sorted(self._touched) if self._shown[y] != self.wanted[y]]
        strokes = self._differences(changed, cursor)
        if strokes.cost > _WORTH_CLEARING:
            by_pens = self._pen_by_pen(changed, cursor)
            return min(strokes, by_pens, self._afresh(cursor), key=_cost)
        if strokes.cost in _WORTH_TURNING:
            last = sorted(changed, key=lambda y: y == cursor[1])
            others = [(changed, True), (last, False), (last, True)]
            ways = [self._differences(lines, cursor, leftward=left) for lines, left in others]
            return min(strokes, *ways, key=_cost)
        return strokes

    def _differences(
        self, lines: Sequence[int], cursor: tuple[int, int], *, leftward: bool = False
    ) -> _Strokes:
        """Write lines in the given order, the runs of each from the left or from the right."""
        strokes = _Strokes(self._x, self._y, self._pen, self.width, self.newline)
        shown = self._shown or []
        for y in lines:
            strokes.take(_best_row(strokes, y, shown[y], self.wanted[y], leftward))
        strokes.go(*cursor)
        return strokes

    def _pen_by_pen(self, lines: Sequence[int], cursor: tuple[int, int]) -> _Strokes:
        """Write what is plain on all lines, then what other pens draw, one pen after the other.

        Where many lines have the same marked columns, moves are shorter than changes of the pen.
        """
        strokes = _Strokes(self._x, self._y, self._pen, self.width, self.newline)
        shown = self._shown or []
        rows = {y: _plain_part(strokes, y, shown[y], self.wanted[y]) for y in lines}
        return _add_pens(strokes, rows, self.wanted, cursor)

    def _afresh(self, cursor: tuple[int, int]) -> _Strokes:
        """Clear everything and write it line by line, or pen by pen if that is shorter."""
        blank = [BLANK] * self.width
        by_lines, by_pens = self._cleared_screen(), self._cleared_screen()
        for y, row in enumerate(self.wanted):
            _changes(by_lines, y, blank, row)
        by_lines.go(*cursor)
        rows = {y: _plain_part(by_pens, y, blank, row) for y, row in enumerate(self.wanted)}
        return min(by_lines, _add_pens(by_pens, rows, self.wanted, cursor), key=_cost)

    def _cleared_screen(self) -> _Strokes:
        return _Strokes(0, 0, PLAIN, self.width, self.newline, ["\x1b[m\x1b[H\x1b[2J"])


def _cost(strokes: _Strokes) -> int:
    return strokes.cost


def _best_row(start: _Strokes, y: int, shown: Row, wanted: Row, leftward: bool = False) -> _Strokes:
    changed = start.copy()
    _changes(changed, y, shown, wanted, leftward)
    if changed.cost <= _least_after_erasing(shown, wanted):
        return changed
    cleared = start.copy()
    _cleared(cleared, y, shown, wanted)
    return min(changed, cleared, key=_cost)


def _least_after_erasing(shown: Row, wanted: Row) -> int:
    """The fewest bytes that a line can take which is erased first: all that is not blank on it.

    A character that takes two columns takes at least as many bytes.
    """
    rest = wanted[_first_change(shown, wanted) :]
    return len(_ERASE) + len(rest) - rest.count(BLANK)


def _plain_part(strokes: _Strokes, y: int, shown: Row, wanted: Row) -> Row:
    """Write the plain cells of a line, after erasing it if that is shorter; returns what is left.

    Cells of other pens stay as they are, or blank where the line was erased.
    """
    kept = _with(shown, wanted, PLAIN)
    if kept == shown:
        return kept
    first = _first_change(shown, wanted)
    blanked = _with(wanted[:first] + [BLANK] * (len(wanted) - first), wanted, PLAIN)
    by_changes, by_erasing = strokes.copy(), strokes.copy()
    _changes(by_changes, y, shown, kept)
    _cleared(by_erasing, y, shown, blanked)
    best, left = min(
        ((by_changes, kept), (by_erasing, blanked)), key=lambda way: way[0].cost
    )  # fmt: skip
    strokes.take(best)
    return left


def _with(shown: Row, wanted: Row, pen: Pen) -> Row:
    """A line with the wanted cells of one pen; the others as they are."""
    return [new if new.pen == pen else old for old, new in zip(shown, wanted, strict=True)]


def _add_pens(
    strokes: _Strokes, rows: dict[int, Row], wanted: Sequence[Row], cursor: tuple[int, int]
) -> _Strokes:
    """Write what is still missing on lines, pen by pen, down and up in turn."""
    missing = (
        new.pen
        for y, row in rows.items()
        for old, new in zip(row, wanted[y], strict=True)
        if old != new
    )
    for turn, pen in enumerate(dict.fromkeys(missing)):
        for y in sorted(rows, reverse=turn % 2 == 0):
            done = _with(rows[y], wanted[y], pen)
            _changes(strokes, y, rows[y], done)
            rows[y] = done
    strokes.go(*cursor)
    return strokes


def _cleared(strokes: _Strokes, y: int, shown: Row, wanted: Row) -> None:
    """Erase the line from its first difference on, then write what is not blank."""
    first = _first_change(shown, wanted)
    while not wanted[first].text:
        first -= 1
    strokes.go(first, y)
    strokes.clear_to_end()
    _changes(strokes, y, wanted[:first] + [BLANK] * (len(wanted) - first), wanted)


def _changes(strokes: _Strokes, y: int, shown: Row, wanted: Row, leftward: bool = False) -> None:
    """Write the runs of cells that differ, and clear the rest of the line if that is shorter."""
    tail = _blank_tail(shown, wanted)
    for start, end in _runs(shown, wanted, tail)[:: -1 if leftward else 1]:
        _approach(strokes, start, y, wanted)
        strokes.write(wanted[start:end])
    if tail < len(wanted):
        strokes.go(tail, y)
        strokes.clear_to_end()


def _blank_tail(shown: Row, wanted: Row) -> int:
    """From which column on the line is better erased than overwritten with blanks."""
    tail = len(wanted)
    while tail and wanted[tail - 1] == BLANK:
        tail -= 1
    differing = sum(cell != BLANK for cell in shown[tail:])
    if differing <= len(_ERASE):
        return len(wanted)
    while shown[tail] == BLANK:
        tail += 1
    return tail


def _runs(shown: Row, wanted: Row, end: int) -> list[tuple[int, int]]:
    """Where the cells before column ``end`` differ: first column and the one behind the last."""
    runs: list[tuple[int, int]] = []
    for x in _differing(shown, wanted):
        if x >= end:
            break
        if runs and x < runs[-1][1]:
            continue
        start, after = x, x + 1
        while after < end and not wanted[after].text:
            after += 1
        while start and not wanted[start].text:
            start -= 1
        if runs and start <= runs[-1][1]:
            start, _ = runs.pop()
        runs.append((start, after))
    return runs


def _differing(shown: Row, wanted: Row) -> list[int]:
    """The columns whose cells differ; most are the same object, which is soon seen."""
    others = compress(count(), map(is_not, shown, wanted))
    return [x for x in others if shown[x] != wanted[x]]


def _first_change(shown: Row, wanted: Row) -> int:
    return _differing(shown, wanted)[0]


def _approach(strokes: _Strokes, x: int, y: int, wanted: Row) -> None:
    """Go to a run; a short gap in the pen before or after it is written again instead."""
    here = strokes.x
    if strokes.y == y and here is not None and here < x:
        gap = wanted[here:x]
        way = move(here, y, x, y, strokes.newline)
        if len("".join(cell.text for cell in gap).encode()) <= len(way):
            for pen in (strokes.pen, wanted[x].pen):
                if all(cell.pen == pen or draws_blank(pen, cell) for cell in gap):
                    strokes.draw(gap[0] if pen == strokes.pen else wanted[x])
                    strokes.write(gap)
                    return
    strokes.go(x, y)
