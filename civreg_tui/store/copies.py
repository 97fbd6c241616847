"""Consistent copies of the store: backup while others work, restore after a check."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from civreg_tui.store.database import APPLICATION_ID, FILE_NAME, StoreBermasalah, explained
from civreg_tui.store.trail import Trail


def write_backup(source: Path, target: Path) -> None:
    """Copy the store in folder ``source`` to the file ``target``, whole or not at all."""
    if target.exists():
        raise StoreBermasalah(f"{target} sudah ada. Pilih nama berkas cadangan yang lain.")
    part = target.with_name(target.name + ".sebagian")
    with explained(target):
        try:
            _copy(source / FILE_NAME, part)
            check_copy(part)
            part.rename(target)
        finally:
            part.unlink(missing_ok=True)


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
            _copy(backup, part)
            part.rename(folder / FILE_NAME)
        finally:
            part.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(_read_only(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def check_copy(path: Path) -> None:
    """Raise StoreBermasalah unless the file is an intact store with an unbroken trail."""
    with explained(path), closing(_read_only(path)) as sql:
        sql.row_factory = sqlite3.Row
        if sql.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreBermasalah(f"{path} bukan cadangan civreg-tui.")
        if sql.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreBermasalah(f"{path} rusak dan tidak dipakai. Ambil cadangan yang lain.")
        result = Trail(sql).verify()
        if not result.ok:
            raise StoreBermasalah(f"Jejak dalam {path} terputus pada peristiwa {result.broken_at}.")


def _read_only(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreBermasalah(f"Belum ada simpanan di {path.parent}.")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
