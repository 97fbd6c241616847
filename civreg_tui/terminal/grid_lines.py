"""Draws the entry grid as lines of text with looks (plain Python).

A line is the name, its mark, and for every column the figure set right and one character behind
it for the mark. Names, headings and the foot stay in sight; rows and columns scroll.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from .glyphs import glyphs
from .grid_model import CellView, Column, GridModel, line_at
from .grid_state import GridState

_SHORTEST_HIGHLIGHT = 3


class Span(NamedTuple):
    """A piece of a line; the look is a state of a cell, or plain, head, foot, cursor, typing."""

    text: str
    look: str


Line = tuple[Span, ...]


@dataclass
class Window:
    """The part of a grid that is in sight: its size, its first row and its first column."""

    width: int = 80
    height: int = 22
    top: int = 0
    left: int = 0

    def body(self, state: GridState) -> int:
        """How many rows are in sight between the headings and the foot."""
        return max(1, self.height - head_lines(state.model) - len(state.model.foot))

    def follow(self, state: GridState) -> None:
        """Scroll as little as needed to have the cursor in sight."""
        rows, body = len(state.model.rows), self.body(state)
        self.top = min(self.top, max(0, rows - body))
        if state.row < rows:
            self.top = max(min(self.top, state.row), state.row - body + 1)
        self.left = min(self.left, state.col)
        while self.left < state.col and state.col >= self.left + len(self.columns(state)):
            self.left += 1
        while self.left and self._fits(state, self.left - 1):
            self.left -= 1

    def line(self, state: GridState, row: int) -> int:
        """The line of the window, counted from its top, where a row or a line of the foot is."""
        rows = len(state.model.rows)
        if row < rows:
            return head_lines(state.model) + row - self.top
        return head_lines(state.model) + self.body(state) + row - rows

    def columns(self, state: GridState) -> range:
        """The columns that are in sight, whole."""
        columns = state.model.columns
        room = self.width - state.model.label_width - 1
        end = self.left
        while end < len(columns) and room > columns[end].width:
            room -= columns[end].width + 1
            end += 1
        return range(self.left, max(end, min(self.left + 1, len(columns))))

    def _fits(self, state: GridState, left: int) -> bool:
        wider = Window(self.width, self.height, self.top, left)
        return wider.columns(state).stop == len(state.model.columns)


def head_lines(model: GridModel) -> int:
    """Lines above the rows: the columns' names, and above them their groups where there are any."""
    return 2 if any(column.group for column in model.columns) else 1


def lines(state: GridState, window: Window) -> list[Line]:
    """All lines of the window from top to bottom."""
    below = head_lines(state.model) + window.body(state)
    every = range(min(window.height, below + len(state.model.foot)))
    return [line_at_height(state, window, y) for y in every]


def line_at_height(state: GridState, window: Window, y: int) -> Line:
    """One line of the window, counted from its top: a heading, a row, nothing, or the foot."""
    heads, body, rows = head_lines(state.model), window.body(state), len(state.model.rows)
    if y < heads:
        return _heads(state, window) if y == heads - 1 else _groups(state, window)
    row = y - heads
    if row >= body:
        return row_line(state, window, rows + row - body)
    return row_line(state, window, window.top + row) if window.top + row < rows else ()


def cursor_place(state: GridState, window: Window) -> tuple[int, int]:
    """Column and line for the terminal's own cursor: the caret, or right behind the figure."""
    columns = state.model.columns
    x = state.model.label_width + 1
    x += sum(columns[col].width + 1 for col in range(window.left, state.col))
    x += columns[state.col].width
    if state.text is not None:
        shown = min(len(state.text), columns[state.col].width)
        x -= min(shown, len(state.text) - state.caret)
    return x, window.line(state, state.row)


def _groups(state: GridState, window: Window) -> Line:
    hidden = _hidden(state, window).ljust(state.model.label_width + 1)
    spans = [Span(hidden, "plain")]
    shown = [state.model.columns[col] for col in window.columns(state)]
    for group, members in groupby(shown, key=lambda column: column.group):
        width = sum(column.width + 1 for column in members) - 1
        spans += [Span(group[:width].center(width), "head"), Span(" ", "plain")]
    return tuple(spans)


def _hidden(state: GridState, window: Window) -> str:
    """How many rows and columns are out of sight, in few characters."""
    columns = window.columns(state)
    below = len(state.model.rows) - window.top - window.body(state)
    right = len(state.model.columns) - columns.stop
    counts = (("^", window.top), ("v", below), ("<", columns.start), (">", right))
    return " ".join(f"{sign}{count}" for sign, count in counts if count > 0)


def _heads(state: GridState, window: Window) -> Line:
    width, name = state.model.label_width, state.model.label_head
    if head_lines(state.model) == 1 and (hidden := _hidden(state, window)):
        both = f"{name} {hidden}"
        name = both if len(both) <= width else hidden
    spans = [Span(name[:width].ljust(width + 1), "head")]
    for col in window.columns(state):
        column = state.model.columns[col]
        look = "head" if column.entry else "plain"
        spans.append(Span(column.head[: column.width].rjust(column.width) + " ", look))
    return tuple(spans)


def row_line(state: GridState, window: Window, row: int) -> Line:
    """One row of the sheet, or one line of its foot."""
    model = state.model
    look = "plain" if row < len(model.rows) else "foot"
    spans = [Span(_label(line_at(model, row).label, model.label_width), look)]
    spans.append(Span(model.row_mark(row), look))
    for col in window.columns(state):
        spans.extend(_cell(state, row, col, look))
    return tuple(spans)


def _label(label: str, width: int) -> str:
    if len(label) > width:
        return label[: width - 1] + glyphs().ellipsis
    return label.ljust(width)


def _cell(state: GridState, row: int, col: int, look: str) -> list[Span]:
    column, view = state.model.columns[col], state.model.cell(row, col)
    shown = view.style if view.style not in ("normal", "computed") else look
    if (row, col) != (state.row, state.col):
        return _calm(_figure(view, column), column.width, view.mark, (look, shown))
    if state.text is not None:
        typed = state.text[-column.width :].rjust(column.width)
        return [Span(typed, "typing"), Span(view.mark, shown)]
    figure = _figure(view, column).rjust(min(_SHORTEST_HIGHLIGHT, column.width))
    before = " " * (column.width - len(figure))
    return [Span(before, look), Span(figure, f"cursor {shown}"), Span(view.mark, shown)]


def _calm(figure: str, width: int, mark: str, looks: tuple[str, str]) -> list[Span]:
    """A figure without the cursor; the blanks before it carry no underline of its state."""
    look, shown = looks
    if look == shown:
        return [Span(figure.rjust(width) + mark, look)]
    return [Span(" " * (width - len(figure)), look), Span(figure + mark, shown)]


def _figure(view: CellView, column: Column) -> str:
    """The text of a cell; a figure too wide for its column is not shown in part."""
    return view.text if len(view.text) <= column.width else "#" * column.width
