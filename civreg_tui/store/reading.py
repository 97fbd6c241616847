"""Looking at a store's file without being able to change it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_WAIT_S = 10


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, not even the log back as it closes."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT_S)
