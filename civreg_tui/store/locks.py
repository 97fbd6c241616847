"""Which process holds the store's write lock (Linux; elsewhere nobody can say)."""

from __future__ import annotations

from pathlib import Path

_BYTE = 120
"""The byte of the ``-shm`` file that SQLite's WAL mode locks for writing."""
_TABLE = Path("/proc/locks")


def lock_holder(path: Path) -> int | None:
    """The number of the process that is writing to the database, or None when unknown."""
    try:
        inode = path.with_name(path.name + "-shm").stat().st_ino
        lines = _TABLE.read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    return next((pid for line in lines if (pid := _holder(line.split(), inode))), None)


def _holder(words: list[str], inode: int) -> int | None:
    """The process of a line ``1: POSIX ADVISORY WRITE 4711 08:01:1234 120 120``."""
    if len(words) != 8 or words[3] != "WRITE" or words[5].rpartition(":")[2] != str(inode):
        return None
    if not words[6].isdecimal() or not words[4].isdecimal():
        return None
    last = int(words[7]) if words[7].isdecimal() else _BYTE
    return int(words[4]) if int(words[6]) <= _BYTE <= last else None
