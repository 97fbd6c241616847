"""Texts with Rich's styles as cells: which pen draws them, and what may reach the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from .glyphs import glyphs, to_ascii
from .pen import BLANK, PLAIN, Cell, Pen, blank_pen

Piece = tuple[str, Style]
"""A text and how it looks."""


def strip_cells(strip: Strip, palette: ColorSystem | None) -> list[Cell]:
    """A line of Textual's as cells; without a palette they have no colours."""
    shown = ((text, style) for text, style, control in strip if not control)
    return pieces_cells(shown, palette)


def pieces_cells(
    pieces: Iterable[tuple[str, Style | None]], palette: ColorSystem | None
) -> list[Cell]:
    """The pieces of a line as cells."""
    cells: list[Cell] = []
    for text, style in pieces:
        cells.extend(_drawn(text, PLAIN if style is None else _pen(style, palette)))
    return cells


@lru_cache(1024)
def _pen(style: Style, palette: ColorSystem | None) -> Pen:
    colours = [
        ""
        if colour is None or colour.is_default or palette is None
        else _codes(colour, palette, background)
        for colour, background in ((style.color, False), (style.bgcolor, True))
    ]
    return Pen(style._attributes & style._set_attributes, *colours)


def _codes(colour: Any, palette: ColorSystem, background: bool) -> str:
    return ";".join(colour.downgrade(palette).get_ansi_codes(foreground=not background))


@lru_cache(2048)
def _drawn(text: str, pen: Pen) -> tuple[Cell, ...]:
    """A text as cells; characters that have no width of their own cannot reach the terminal."""
    if text.isascii() and text.isprintable():
        return tuple(_cell(character, pen) for character in text)
    cells: list[Cell] = []
    spans, _ = split_graphemes(text)
    for start, end, width in spans:
        if width:
            cells.extend(_wide(_harmless(text[start:end]), pen, width))
    return tuple(cells)


def _wide(text: str, pen: Pen, width: int) -> list[Cell]:
    if glyphs().ascii:
        return [_cell(to_ascii(text), pen)] * width
    return [_cell(text, pen), *[Cell("", pen)] * (width - 1)]


@lru_cache(4096)
def _cell(text: str, pen: Pen) -> Cell:
    cell = Cell(text, blank_pen(pen) if text == " " else pen)
    return BLANK if cell == BLANK else cell


def _harmless(grapheme: str) -> str:
    """A grapheme without control and direction characters, which could move other cells."""
    return "".join(one for one in grapheme if one.isprintable() or one == "\u200d")
