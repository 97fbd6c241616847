"""Small charts as plain lines of text: bars against a target, spark lines, twelve months.

Values are whole numbers (percents in hundredths, counts as they are); None is a gap, never zero.
All arithmetic is on integers, so a chart never shows another figure than the table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .glyphs import Glyphs, glyphs

Values = Sequence[int | None]


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart: a name, its value, and the value as the user reads it."""

    label: str
    value: int | None
    shown: str


def bar(value: int | None, full: int, width: int, signs: Glyphs | None = None) -> str:
    """A horizontal bar of exactly `width` columns; `full` fills it, None leaves it blank."""
    signs = signs or glyphs()
    if value is None or full <= 0 or width <= 0:
        return " " * max(0, width)
    steps = len(signs.bar)
    eighths = max(0, min(width * steps, _share(value, full, width * steps)))
    whole, rest = divmod(eighths, steps)
    return (signs.bar[-1] * whole + (signs.bar[rest - 1] if rest else "")).ljust(width)


def bars(
    items: Sequence[Bar], width: int, *, target: int | None = None, signs: Glyphs | None = None
) -> list[str]:
    """Bars below one another with their values, a mark where the target is.

    The scale begins at zero and ends at the largest value or the target, so lengths compare.
    """
    signs = signs or glyphs()
    full = max([item.value or 0 for item in items] + [target or 0, 1])

    def drawn(value: int | None, room: int) -> str:
        line = bar(value, full, room, signs)
        mark = None if target is None else min(room - 1, _share(target, full, room))
        return _marked(line, mark, signs)

    return _beside(items, width, drawn)


def against(
    items: Sequence[Bar], width: int, target: int, signs: Glyphs | None = None
) -> list[str]:
    """Bars that begin at the target: to the left what falls short, to the right what exceeds it."""
    signs = signs or glyphs()
    gaps = [item.value - target for item in items if item.value is not None]
    short, over = -min([*gaps, 0]), max([*gaps, 0])

    def drawn(value: int | None, room: int) -> str:
        left = _share(short, short + over, room - 1) if short + over else 0
        left = min(max(left, int(short > 0)), room - 1 - int(over > 0))
        gap = 0 if value is None else value - target
        length = max(1, _share(abs(gap), short + over, room - 1)) if gap else 0
        before = signs.bar[-1] * min(left, length) if gap < 0 else ""
        after = signs.bar[-1] * min(room - 1 - left, length) if gap > 0 else ""
        return f"{before:>{left}}{signs.target}{after:<{room - 1 - left}}"

    return _beside(items, width, drawn)


def _beside(items: Sequence[Bar], width: int, drawn: Callable[[int | None, int], str]) -> list[str]:
    """Names at the left, values at the right, what ``drawn`` gives for the room between."""
    names = max((len(item.label) for item in items), default=0)
    figures = max((len(item.shown) for item in items), default=0)
    room = max(1, width - names - figures - 2)
    return [
        f"{item.label:{names}} {drawn(item.value, room)} {item.shown:>{figures}}"[:width]
        for item in items
    ]


def spark(values: Values, signs: Glyphs | None = None) -> str:
    """One character per value on eight levels from the lowest to the highest."""
    signs = signs or glyphs()
    known = [value for value in values if value is not None]
    if not known:
        return signs.gap * len(values)
    low, top = min(known), len(signs.spark) - 1
    span = max(known) - low
    return "".join(
        signs.gap
        if value is None
        else signs.spark[_share(value - low, span, top) if span else top // 2]
        for value in values
    )


def months(
    values: Values,
    labels: Sequence[str],
    shown: Sequence[str],
    *,
    width: int,
    height: int = 6,
    signs: Glyphs | None = None,
) -> list[str]:
    """A line chart: a point per month, the lowest and highest value named at the left.

    `labels` are the names below, `shown` the values as users read them, one each per value; the
    result has `height` lines of points and two below (axis, names).
    """
    signs = signs or glyphs()
    known = [(value, text) for value, text in zip(values, shown, strict=True) if value is not None]
    low, high = (min(known), max(known)) if known else ((0, ""), (0, ""))
    margin = max(len(low[1]), len(high[1]))
    step = max(2, (width - margin - 1) // max(1, len(values)))
    levels = [_level(value, low[0], high[0], height) for value in values]
    lines = [_points(levels, level, step, signs) for level in range(height - 1, -1, -1)]
    names = [high[1], *[""] * (height - 2), low[1]][-height:]
    body = [
        f"{name:>{margin}}{signs.column}{line}" for name, line in zip(names, lines, strict=True)
    ]
    axis = " " * margin + signs.corners[2] + signs.line * (step * len(values))
    below = " " * (margin + 1) + "".join(label[: step - 1].rjust(step) for label in labels)
    return [line[:width].rstrip() for line in (*body, axis, below)]


def _share(part: int, whole: int, size: int) -> int:
    """`part` of `whole` as steps of `size`, rounded half up."""
    return (2 * part * size + whole) // (2 * whole)


def _marked(line: str, mark: int | None, signs: Glyphs) -> str:
    """The target shows on the blank part of a bar; a bar that reaches it has covered it."""
    if mark is None or line[mark] != " ":
        return line
    return line[:mark] + signs.target + line[mark + 1 :]


def _level(value: int | None, low: int, high: int, height: int) -> int | None:
    if value is None:
        return None
    return _share(value - low, high - low, height - 1) if high > low else height // 2


def _points(levels: Sequence[int | None], level: int, step: int, signs: Glyphs) -> str:
    return "".join((signs.point if one == level else "").rjust(step) for one in levels)
