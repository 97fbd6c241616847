"""The program's own log for the administrator: when, which account, which version, what failed.

Never figures, names of residents, PINs or contents. It turns over by itself.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from civreg_tui import __version__

BATAS = 256 * 1024
"""Bytes after which a new file is begun."""
SIMPAN = 5
"""How many files are kept altogether."""


def log_line(folder: Path, akun: str, words: str) -> None:
    """Append a line to ``folder/log/civreg.log``; a log that cannot be written stops nobody."""
    path = folder / "log" / "civreg.log"
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    clean = "".join(c if c.isprintable() else " " for c in words)
    line = f"{moment} {__version__} {os.getpid()} {akun} {clean}\n"
    with suppress(OSError):
        path.parent.mkdir(mode=0o770, exist_ok=True)
        _turn_over(path)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o660)
        try:
            os.write(handle, line.encode("utf-8", "replace"))
        finally:
            os.close(handle)


def _turn_over(path: Path) -> None:
    """Begin a new file when this one is full.

    By hand: logging's rotating handler goes on writing to the file that another process renamed.
    """
    if not path.exists() or path.stat().st_size < BATAS:
        return
    for number in range(SIMPAN - 1, 0, -1):
        older = path.with_suffix(f".log.{number}")
        newer = path if number == 1 else path.with_suffix(f".log.{number - 1}")
        if newer.exists():
            newer.replace(older)
