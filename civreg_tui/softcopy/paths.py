"""The texts above a column, the outermost first, through merged and unmerged heading levels."""

from __future__ import annotations

from civreg_tui.softcopy.grid import Grid, Petak, is_blank


def heading_path(grid: Grid, top: int, bottom: int, column: int) -> tuple[str, ...]:
    """A column's heading texts from the rows ``top`` to ``bottom``; repeats are dropped."""
    path: list[str] = []
    for row in range(top, bottom + 1):
        text = _text_over(grid, row, bottom, column)
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def _text_over(grid: Grid, row: int, bottom: int, column: int) -> str:
    merged = _merged(grid, row, column)
    if merged is not None:
        return _text(grid, merged[0], merged[1])
    own = _text(grid, row, column)
    if own or row == bottom:
        return own
    return _from_left(grid, row, bottom, column)


def _from_left(grid: Grid, row: int, bottom: int, column: int) -> str:
    """An unmerged group's text stands in its first column only; the levels below tell its width."""
    while column > 0 and _text_below(grid, row, bottom, column):
        column -= 1
        if _merged(grid, row, column) is not None:
            return ""
        if text := _text(grid, row, column):
            return text if _text_below(grid, row, bottom, column) else ""
    return ""


def _text_below(grid: Grid, row: int, bottom: int, column: int) -> bool:
    return any(_text(grid, r, column) for r in range(row + 1, bottom + 1))


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.at(row, column)
    return "" if is_blank(value) else str(value)


def _merged(grid: Grid, row: int, column: int) -> Petak | None:
    for box in grid.gabungan:
        if box[0] <= row <= box[2] and box[1] <= column <= box[3]:
            return box
    return None
