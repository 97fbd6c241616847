"""A damaged store: recognised without writing a byte to it, with the way back in one line."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

from civreg_tui.store.reading import read_only

_LIHAT = 3
"""How many backups are read back, newest first, in search of a whole one."""
_TANDA = b"CREATE TRIGGER peristiwa_tetap"
"""What every store of ours declares, found also when its header is spoilt."""


def damaged(path: Path) -> bool:
    """Whether the file is a store of ours that is not whole; other errors of the engine pass on.

    It is opened for reading only: closing a writable connection would write its log back.
    """
    if path.stat().st_size == 0:
        return used_before(path.parent)
    try:
        with closing(read_only(path)) as sql:
            sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return str(sql.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok"
    except UnicodeDecodeError:
        return True  # the engine's own complaint holds a spoilt name
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_NOTADB and _ours(path):
            return True
        if code != sqlite3.SQLITE_CORRUPT:
            raise
        return True


def used_before(folder: Path) -> bool:
    """Whether a store was kept in this folder: it has left its log, or backups are near."""
    return (folder / "log").is_dir() or bool(_backups(folder))


def _ours(path: Path) -> bool:
    with path.open("rb") as file:
        return _TANDA in file.read(8 * 1024 * 1024)


def way_back(path: Path) -> str:
    """The line about a damaged store: that it stays shut, and the command that brings it back."""
    head = f"Simpanan {path} rusak dan tidak dibuka{_where(path)}. Biarkan berkasnya apa adanya. "
    backup = newest_whole_backup(path.parent)
    if backup is None:
        return head + (
            "Tidak ada cadangan utuh di dekatnya; ambil dari mesin lain, lalu: civreg-tui restore "
            f"CADANGAN --store {_beside(path.parent)}."
        )
    return head + (
        f"Cadangan utuh terbaru: {backup.name}. Pulihkan: civreg-tui restore "
        f"{shlex.quote(str(backup))} --store {_beside(path.parent)}."
    )


def _where(path: Path) -> str:
    """From which event on the trail is spoilt, as far as the file can still be read."""
    from civreg_tui.store.trail import Trail

    try:
        with closing(read_only(path)) as sql:
            sql.row_factory = sqlite3.Row
            found = Trail(sql).verify()
    except (sqlite3.Error, UnicodeDecodeError):
        return ""
    return "; jejaknya utuh" if found.ok else f"; jejak rusak mulai peristiwa {found.broken_at}"


def _beside(folder: Path) -> str:
    """A folder for the restored store that does not exist yet."""
    names = (folder.with_name(f"{folder.name}-pulih{n or ''}") for n in range(100))
    return shlex.quote(str(next((name for name in names if not name.exists()), folder)))


def newest_whole_backup(folder: Path) -> Path | None:
    """The newest dated backup near a store's folder that was read back whole."""
    from civreg_tui.store.copies import check_copy
    from civreg_tui.store.database import StoreBermasalah

    newest = sorted(_backups(folder), key=lambda path: path.name, reverse=True)
    for backup in newest[:_LIHAT]:
        try:
            check_copy(backup)
        except (StoreBermasalah, OSError):
            continue
        return backup
    return None


def _backups(folder: Path) -> list[Path]:
    """The dated backups in a store's folder, or in a folder of their own in or beside it."""
    from civreg_tui.store.copies import dated

    places = (folder, folder / "cadangan", folder.parent / "cadangan")
    return [backup for place in places for backup in dated(place)]
