"""Tables as lines of text: columns as wide as their figures need, heads and long texts wrapped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from civreg_tui.domain.lakip import KolomTabel, TabelLakip
from civreg_tui.domain.lakip.model import Sel
from civreg_tui.domain.numbers import BLANK, format_count, format_percent

TERLEBAR = 30
"""No column becomes wider; longer texts are wrapped."""
_ANGKA = re.compile(r"[-–−]?[\d.,]*%?")


def sel_teks(nilai: Sel, kolom: KolomTabel) -> str:
    """A cell as it is printed."""
    if nilai is None:
        return BLANK
    if isinstance(nilai, str):
        return nilai
    return format_percent(nilai) if kolom.jenis == "persen" else format_count(nilai)


def tabel_lakip(tabel: TabelLakip) -> str:
    """A table of the LAKIP."""
    head = tuple(kolom.judul for kolom in tabel.kolom)
    rows = [
        tuple(sel_teks(value, kolom) for value, kolom in zip(row, tabel.kolom, strict=True))
        for row in tabel.baris
    ]
    return tabel_teks([head, *rows])


def tabel_teks(baris: Sequence[Sequence[str]], kepala: int = 1) -> str:
    """Rows as aligned lines with a rule below the ``kepala`` first ones."""
    count = max((len(row) for row in baris), default=0)
    rows = [(*row, *[""] * (count - len(row))) for row in baris]
    widths = [_width([row[c] for row in rows], kepala) for c in range(count)]
    right = [all(_ANGKA.fullmatch(row[c]) for row in rows[kepala:]) for c in range(count)]
    lines: list[str] = []
    for number, row in enumerate(rows):
        lines += _row(row, widths, right)
        if number == kepala - 1:
            lines.append("  ".join("─" * width for width in widths))
    return "\n".join(lines)


def _width(texts: Sequence[str], kepala: int) -> int:
    """Wide enough for the longest word of the heads and the longest line below them."""
    words = (len(word) for text in texts[:kepala] for word in text.split())
    lines = (len(line) for text in texts[kepala:] for line in text.split("\n"))
    return min(TERLEBAR, max([*words, *lines, 1]))


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    cells = [_wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    height = max((len(cell) for cell in cells), default=0)
    padded = [cell + [""] * (height - len(cell)) for cell in cells]
    return [
        "  ".join(
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in zip(*padded, strict=True)
    ]


def _wrapped(text: str, width: int) -> list[str]:
    return [part for line in text.split("\n") for part in textwrap.wrap(line, width) or [""]]
