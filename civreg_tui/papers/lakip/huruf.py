"""How wide Arial's letters are, to know how many lines a text takes (metrics of the AFM files)."""

from __future__ import annotations

_LEBAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
"""Widths of the characters 32 to 126 in thousandths of the type size."""
_LAIN, _TEBAL = 600, 1.07
MM_PER_POINT = 25.4 / 72


def lebar(text: str, size: float, *, tebal: bool = False) -> float:
    """A text's width in millimetres at a type size in points."""
    units = sum(_LEBAR[ord(c) - 32] if 32 <= ord(c) < 127 else _LAIN for c in text)
    return units / 1000 * size * MM_PER_POINT * (_TEBAL if tebal else 1.0)


def jumlah_baris(text: str, size: float, kolom: float, *, tebal: bool = False) -> int:
    """How many lines a text takes in a column of ``kolom`` millimetres."""
    lines, used = 1, 0.0
    space = lebar(" ", size, tebal=tebal)
    for word in text.split():
        width = lebar(word, size, tebal=tebal)
        if used and used + space + width > kolom:
            lines, used = lines + 1, width
        else:
            used += width + (space if used else 0.0)
    return lines
