"""The characters that bars, charts, frames and cell marks are drawn with, and their ASCII forms.

Which set is used follows from the environment once; tests may pass a set themselves.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from . import environment


@dataclass(frozen=True)
class Glyphs:
    """One set of characters; `bar` and `spark` go from nearly nothing to full."""

    bar: str
    spark: str
    gap: str
    target: str
    point: str
    line: str
    column: str
    corners: str
    differs: str
    empty: str
    ellipsis: str
    dash: str

    @property
    def ascii(self) -> bool:
        """Whether this set is the one for terminals without Unicode."""
        return self.differs.isascii()


UNICODE = Glyphs(
    bar="▏▎▍▌▋▊▉█",
    spark="▁▂▃▄▅▆▇█",
    gap="·",
    target="│",
    point="●",
    line="─",
    column="│",
    corners="┌┐└┘",
    differs="≠",
    empty="·",
    ellipsis="…",
    dash="–",
)
ASCII = Glyphs(
    bar="#",
    spark="_.-:=+*#",
    gap=" ",
    target="|",
    point="o",
    line="-",
    column="|",
    corners="++++",
    differs="#",
    empty=".",
    ellipsis="~",
    dash="-",
)

#: Characters whose ASCII form does not follow from their Unicode decomposition.
_ASCII_FORMS = str.maketrans(
    {
        **dict.fromkeys("─━═╌╍┄┅┈┉╴╶╸╺–—−‐‑", "-"),
        **dict.fromkeys("│┃║╎╏┆┇┊┋╵╷╹╻▏▎▍▌▐▕", "|"),
        **dict.fromkeys("▁▂▔▃", "_"),
        **dict.fromkeys("▄▅▆▇█▉▊▋▓▒░▀■▪●", "#"),
        **dict.fromkeys("·•∙", "."),
        **dict.fromkeys("‘’‚`´", "'"),
        **dict.fromkeys("“”„", '"'),
        "≠": "#",
        "…": "~",
        "✓": "v",
        "✔": "v",
        "✗": "x",
        "✘": "x",
        "×": "x",
        "→": ">",
        "▶": ">",
        "▸": ">",
        "←": "<",
        "↔": "-",
        "◀": "<",
        "↑": "^",
        "▲": "^",
        "↓": "v",
        "▼": "v",
        "○": "o",
        "◦": "o",
        "≥": ">",
        "≤": "<",
        "⌄": "v",
        "☐": "o",
        "☑": "x",
        "⭘": "o",
        "÷": "/",
    }
)


@lru_cache(1)
def glyphs() -> Glyphs:
    """The set that this process's terminal can show."""
    return ASCII if environment.examine().ascii else UNICODE


@lru_cache(4096)
def to_ascii(character: str) -> str:
    """One ASCII character for any one column of text; `?` where none comes near."""
    if character.isascii():
        return character
    plain = character.translate(_ASCII_FORMS)
    if plain.isascii():
        return plain[:1]
    if "\u2500" <= character[0] <= "\u257f":
        return "+"
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain[:1] or "?"
