"""Tells a pasted block from typed keys where a terminal does not bracket what is pasted.

Plain Python. Rows and columns of a spreadsheet come all at once: two rows or more of two numbers
or more, as many in each row. Fingers send them one by one.
"""

from __future__ import annotations

import re

SETTLED = 0.05
"""Seconds without more of it after which a block is whole; long ones come in pieces."""
_SHORTEST = len("1\t2\r3\t4")
_PART = re.compile(r"[-\d., \t\r\n]*")
_ROWS = re.compile(r"\r\n|\r|\n")


def is_block(text: str) -> bool:
    """Whether these characters, come at once, are rows and columns of numbers."""
    rows = [row.split("\t") for row in _ROWS.split(text.rstrip("\r\n"))]
    wide = {len(row) for row in rows}
    return len(rows) > 1 and len(wide) == 1 and wide != {1} and is_part(text)


def _begins_one(text: str) -> bool:
    """Whether they are a block, or the beginning of one whose last row is not whole yet."""
    if len(text) < _SHORTEST:
        return False
    end = max(text.rfind("\r"), text.rfind("\n"))
    return is_block(text) or (is_block(text[: end + 1]) and is_part(text))


def is_part(text: str) -> bool:
    """Whether these characters can stand in a block."""
    return _PART.fullmatch(text) is not None


class Pasting:
    """Collects a block that comes in pieces."""

    def __init__(self) -> None:
        self._text = ""
        self._last = 0.0

    def takes(self, text: str, now: float) -> bool:
        """Whether a piece of input belongs to a block, which is then held; ``now`` in seconds."""
        if not (is_part(text) if self._text else _begins_one(text)):
            return False
        self._text, self._last = self._text + text, now
        return True

    def whole(self, now: float) -> str:
        """What is held, once nothing more came for `SETTLED` seconds; empty before."""
        return "" if now - self._last < SETTLED else self.let_go()

    def let_go(self) -> str:
        """What is held, whole or not."""
        text, self._text = self._text, ""
        return text
