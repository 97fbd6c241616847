"""The one way in which a configuration is wrong."""

from __future__ import annotations


class KonfigurasiSalah(Exception):
    """A wrong configuration entry; the text names file, key and remedy in one line."""
