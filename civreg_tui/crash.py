"""Reports of our own faults: a file for the administrator, one line for the user."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from civreg_tui import __version__


def write_crash(error: BaseException, folder: Path) -> Path | None:
    """Write where it happened, without any values, into ``folder``; None when that fails."""
    lines = traceback.TracebackException.from_exception(error, capture_locals=False).stack.format()
    moment = datetime.now(UTC)
    target = folder / f"galat-{moment:%Y%m%d-%H%M%S}.txt"
    head = f"civreg-tui {__version__} {moment.isoformat()} {type(error).__name__}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o770)
        target.write_text(head + "".join(lines), "utf-8")
    except OSError:
        return None
    return target


def crash_line(report: Path | None) -> str:
    """The one line that a user reads about a fault of ours."""
    where = f" Laporannya: {report}." if report else ""
    return f"Terjadi kesalahan di dalam program; angka yang tersimpan tidak berubah.{where}"
