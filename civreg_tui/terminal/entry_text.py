"""Reads what was typed or pasted into cells (plain Python)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from civreg_tui.domain.numbers import format_count, parse_count

from .grid_model import (
    CLEARED,
    NIL,
    Entry,
    GridModel,
    Kind,
    line_at,
    line_count,
    takes_entry,
)

_LINES = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[\u00a0\u2007\u202f]")
_NILS = frozenset(("-", "–", "—", "NIHIL"))


@dataclass(frozen=True)
class Change:
    """One cell that a paste would change, with its text before and after."""

    row: int
    col: int
    entry: Entry
    before: str
    after: str


@dataclass(frozen=True)
class PastePlan:
    """What a pasted block would do, before it is done."""

    changes: tuple[Change, ...]
    refused: tuple[str, ...]
    """Sentences, one for each value that cannot be entered; with any of them nothing is pasted."""
    outside: int
    """Values that fall beside the sheet or on cells that cannot be typed into."""
    lines: int
    """Lines of the pasted block."""


def read_entry(text: str) -> Entry:
    """A typed value; ValueError with a sentence for users where it is none."""
    clean = _BLANKS.sub(" ", text).strip()
    if not clean:
        return CLEARED
    if clean.upper() in _NILS:
        return NIL
    return Entry(Kind.NUMBER, parse_count(clean))


def entry_text(entry: Entry) -> str:
    """A value as the grid shows it: `1.234`, `-`, or nothing."""
    if entry.kind is Kind.NUMBER:
        return format_count(entry.number)
    return "-" if entry.kind is Kind.NIL else ""


def typed_text(shown: str) -> str:
    """The text that editing in place begins with, for a figure as the grid shows it."""
    try:
        entry = read_entry(shown)
    except ValueError:
        return ""
    return str(entry.number) if entry.kind is Kind.NUMBER else entry_text(entry)


def parse_block(text: str) -> list[list[str]]:
    """Lines and cells of a block copied from a spreadsheet; line ends of all three kinds."""
    lines = _LINES.split(text.rstrip("\r\n"))
    return [[cell.strip() for cell in line.split("\t")] for line in lines]


def plan_paste(model: GridModel, row: int, col: int, block: Sequence[Sequence[str]]) -> PastePlan:
    """What pasting a block at a cell would change; empty cells of the block change nothing."""
    changes: list[Change] = []
    refused: list[str] = []
    outside = 0
    for r, line in enumerate(block, row):
        for c, text in enumerate(line, col):
            if not text:
                continue
            if not _takes(model, r, c):
                outside += 1
                continue
            try:
                entry = read_entry(text)
            except ValueError as error:
                refused.append(f"{_place(model, r, c)}: {error}")
                continue
            view, after = model.cell(r, c), entry_text(entry)
            before = "" if view.style == "empty" else view.text.strip()
            if before != after:
                changes.append(Change(r, c, entry, before, after))
    return PastePlan(tuple(changes), tuple(refused), outside, len(block))


def _takes(model: GridModel, row: int, col: int) -> bool:
    inside = row < line_count(model) and col < len(model.columns)
    return inside and takes_entry(model, row, col)


def _place(model: GridModel, row: int, col: int) -> str:
    column = model.columns[col]
    return f"{line_at(model, row).label}, {column.group} {column.head}".strip()
