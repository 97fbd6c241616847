"""Consistent copies of the store: backup while others work, restore after a check."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from civreg_tui.store.database import (
    APPLICATION_ID,
    FILE_NAME,
    StoreBermasalah,
    explained,
    make_empty,
)
from civreg_tui.store.reading import read_only
from civreg_tui.store.trail import Trail

_BERTANGGAL = re.compile(r"civreg-\d{8}-\d{6}\.db")


def write_backup(source: Path, target: Path) -> None:
    """Copy the store in folder ``source`` to the file ``target``, whole or not at all."""
    if target.exists():
        raise StoreBermasalah(f"{target} sudah ada. Pilih nama berkas cadangan yang lain.")
    part = target.with_name(target.name + ".sebagian")
    _require_readable(source / FILE_NAME)
    with explained(target, "Cadangan"):
        try:
            _copy(source / FILE_NAME, part)
            check_copy(part, source / FILE_NAME)
            part.rename(target)
        finally:
            part.unlink(missing_ok=True)


def write_dated(source: Path, folder: Path, keep: int, now: datetime) -> tuple[Path, list[Path]]:
    """A dated backup in a folder; then all but the newest ``keep`` go. Returns it and those gone.

    Only files with such a name are ever removed, and only after the new one was read back.
    """
    target = folder / f"civreg-{now:%Y%m%d-%H%M%S}.db"
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_backup(source, target)
    gone = dated(folder)[max(keep, 1) :] if keep else []
    with explained(folder):
        for old in gone:
            old.unlink()
    return target, gone


def dated(folder: Path) -> list[Path]:
    """The dated backups of a folder, newest first."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if _BERTANGGAL.fullmatch(path.name))
    return sorted(found, reverse=True)


def restore_backup(backup: Path, folder: Path) -> None:
    """Put a checked backup into a folder that holds no store yet."""
    if (folder / FILE_NAME).exists():
        raise StoreBermasalah(
            f"{folder} sudah berisi simpanan. Pulihkan ke folder kosong dengan --store."
        )
    if not backup.is_file():
        raise StoreBermasalah(f"Berkas cadangan {backup} tidak ada. Periksa namanya.")
    check_copy(backup)
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = folder / (FILE_NAME + ".sebagian")
        try:
            make_empty(part)
            _copy(backup, part)
            part.rename(folder / FILE_NAME)
        finally:
            part.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(_existing(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _require_readable(path: Path) -> None:
    with explained(path), closing(_existing(path)) as sql:
        sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def check_copy(path: Path, of: Path | None = None) -> None:
    """Raise StoreBermasalah unless the file is an intact store with an unbroken trail.

    A copy that was just made is named by the store it is a copy ``of``.
    """
    named = of or path
    with explained(path), closing(_existing(path)) as sql:
        sql.row_factory = sqlite3.Row
        if sql.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreBermasalah(f"{path} bukan cadangan civreg-tui.")
        if sql.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreBermasalah(f"{named} rusak dan tidak dipakai. Ambil cadangan yang lain.")
        result = Trail(sql).verify()
        if not result.ok:
            raise StoreBermasalah(
                f"Jejak dalam {named} terputus pada peristiwa {result.broken_at}. "
                "Jangan dipakai; ambil cadangan yang lebih lama."
            )


def last_event(folder: Path) -> str:
    """When the store's last event happened (UTC, ISO); empty where none can be read."""
    path = folder / FILE_NAME
    if not path.is_file():
        return ""
    try:
        with closing(read_only(path)) as sql:
            row = sql.execute("SELECT waktu FROM peristiwa ORDER BY no DESC LIMIT 1").fetchone()
    except sqlite3.Error:
        return ""  # what is wrong with the file is said by the check of the store
    return str(row[0]) if row else ""


def is_demo(folder: Path) -> bool:
    """Whether the store is a demo; False where none can be read."""
    path = folder / FILE_NAME
    if not path.is_file():
        return False
    try:
        with closing(read_only(path)) as sql:
            row = sql.execute("SELECT nilai FROM meta WHERE kunci = 'demo'").fetchone()
    except sqlite3.Error:
        return False
    return row is not None and row[0] == "ya"


def _existing(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreBermasalah(f"Belum ada simpanan di {path.parent}.")
    return read_only(path)
