"""The one way in which a softcopy cannot be read, and the one way in which reading stops early."""

from __future__ import annotations


class SoftcopyTidakTerbaca(Exception):
    """A file that cannot be read; the text is one Indonesian line that says what to do."""


class PembacaanDibatalkan(Exception):
    """The user cancelled; nothing was read and nothing is kept."""
