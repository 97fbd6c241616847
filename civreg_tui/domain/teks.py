"""Text from people and files, made harmless to look at."""

from __future__ import annotations

GANTI = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that a terminal could obey, or that no text can hold."""


def terbaca(text: str) -> str:
    """The text on one line, with every control, direction or broken character replaced."""
    return "".join(c if c.isprintable() else GANTI for c in text)
