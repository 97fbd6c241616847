"""The shortest way of the terminal's cursor from one place to another (plain Python)."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(8192)
def move(x: int | None, y: int | None, to_x: int, to_y: int, newline: bool) -> str:
    """The shortest sequence that moves the cursor; None: that coordinate is not known.

    `newline` says that a line feed keeps the column, because the tty does not translate it.
    """
    ways = [_absolute(to_x, to_y)]
    if y is not None:
        down = _vertical(to_y - y, newline)
        ways.append("\r" + down + _horizontal(to_x))
        if x is not None:
            ways.append(down + _horizontal(to_x - x))
    return min(ways, key=len)


def _absolute(x: int, y: int) -> str:
    if x == 0:
        return f"\x1b[{y + 1}H" if y else "\x1b[H"
    return f"\x1b[{y + 1};{x + 1}H" if y else f"\x1b[;{x + 1}H"


def _vertical(lines: int, newline: bool) -> str:
    if lines <= 0:
        return "\x1bM" if lines == -1 else _repeated(-lines, "A")
    feeds, steps = "\n" * lines, _repeated(lines, "B")
    return feeds if newline and len(feeds) <= len(steps) else steps


def _horizontal(columns: int) -> str:
    if columns >= 0:
        return _repeated(columns, "C")
    back, steps = "\b" * -columns, _repeated(-columns, "D")
    return back if len(back) <= len(steps) else steps


def _repeated(times: int, final: str) -> str:
    if times == 0:
        return ""
    return f"\x1b[{final}" if times == 1 else f"\x1b[{times}{final}"
