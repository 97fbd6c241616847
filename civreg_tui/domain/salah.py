"""The error for something typed that cannot be read."""

from __future__ import annotations


class SalahIsi(ValueError):
    """What was typed cannot be used; the text is one Indonesian line that says what to do."""
