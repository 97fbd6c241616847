"""How a cell is drawn (attributes and colours) and the shortest way from one drawing to another.

Plain Python: sequences are those of ECMA-48 (SGR), understood by xterm, PuTTY, tmux, screen and
the Linux console.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

#: SGR codes that switch attribute number n (a bit of `Pen.attributes`) on.
SGR_ON = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53")
#: SGR codes that switch the same attributes off; some switch off two at once.
_SGR_OFF = ("22", "22", "23", "24", "25", "25", "27", "28", "29", "24", "54", "54", "55")
#: Attributes that show on a blank: underline, reverse, strike, double underline, overline.
_SHOWS_ON_BLANK = 1 << 3 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 12


class Pen(NamedTuple):
    """Attributes as bits (see `SGR_ON`), colours as their SGR codes; empty means the default."""

    attributes: int = 0
    foreground: str = ""
    background: str = ""


PLAIN = Pen()


class Cell(NamedTuple):
    """One column of one line: a character, or nothing where a wide character's second half is."""

    text: str
    pen: Pen


BLANK = Cell(" ", PLAIN)


@lru_cache(512)
def blank_pen(pen: Pen) -> Pen:
    """The simplest pen with which a blank looks the same as with `pen`."""
    if pen.attributes & _SHOWS_ON_BLANK:
        return pen
    return Pen(0, "", pen.background)


def draws_blank(pen: Pen | None, cell: Cell) -> bool:
    """Whether a blank written with `pen` looks like `cell`, so that the pen can stay as it is."""
    return cell.text == " " and pen is not None and blank_pen(pen) == cell.pen


@lru_cache(2048)
def change(old: Pen | None, new: Pen) -> str:
    """The shortest sequence that turns the terminal's pen from `old` (None: unknown) to `new`."""
    if old == new:
        return ""
    afresh = _sgr(["", *_codes(new)])
    if old is None:
        return afresh
    return min(_sgr(_difference(old, new)), afresh, key=len)


def _sgr(codes: list[str]) -> str:
    return f"\x1b[{';'.join(codes)}m"


def _codes(pen: Pen) -> list[str]:
    on = [code for bit, code in enumerate(SGR_ON) if pen.attributes >> bit & 1]
    return on + [colour for colour in pen[1:] if colour]


def _difference(old: Pen, new: Pen) -> list[str]:
    gone = _bits(old.attributes & ~new.attributes)
    off = dict.fromkeys(_SGR_OFF[bit] for bit in gone)
    kept = [bit for bit in _bits(new.attributes & old.attributes) if _SGR_OFF[bit] in off]
    on = [SGR_ON[bit] for bit in [*kept, *_bits(new.attributes & ~old.attributes)]]
    codes = [*off, *on]
    if old.foreground != new.foreground:
        codes.append(new.foreground or "39")
    if old.background != new.background:
        codes.append(new.background or "49")
    return codes


def _bits(attributes: int) -> list[int]:
    return [bit for bit in range(len(SGR_ON)) if attributes >> bit & 1]
