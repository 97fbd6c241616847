"""The error for something typed that cannot be read."""

from __future__ import annotations


class SalahIsi(ValueError):
    """What was typed cannot be used; the text is one Indonesian line that says what to do."""


class SalahRuas(SalahIsi):
    """The same for one field of a form; ``ruas`` is its key, so that the form can go there."""

    def __init__(self, ruas: str, kalimat: str) -> None:
        super().__init__(kalimat)
        self.ruas = ruas
