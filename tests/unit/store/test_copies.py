"""Backups while others work, restores into empty places, and what is refused."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from civreg_tui.store.copies import restore_backup, write_backup
from civreg_tui.store.database import FILE_NAME, StoreBermasalah
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa


def content(folder: Path) -> dict[str, list[tuple]]:
    """Every row of every table."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as sql:
        tables = [r[0] for r in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {t: sorted(sql.execute(f"SELECT * FROM {t}").fetchall(), key=repr) for t in tables}


def refused(act: Callable[[], None]) -> str:
    with pytest.raises(StoreBermasalah) as problem:
        act()
    assert "\n" not in str(problem.value)
    return str(problem.value)


def test_there_and_back(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    folder, backup = salinan(4), tmp_path / "cadangan.db"
    before = content(folder)
    write_backup(folder, backup)
    restore_backup(backup, tmp_path / "baru" / "dalam")
    assert content(tmp_path / "baru" / "dalam") == before == content(folder)
    store = Store(tmp_path / "baru" / "dalam", create=False)
    assert store.trail.verify().ok
    store.close()


def test_a_backup_is_one_file(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    place = tmp_path / "cadangan"
    place.mkdir()
    write_backup(salinan(4), place / "a.db")
    assert [p.name for p in place.iterdir()] == ["a.db"]


def test_a_restored_store_lets_readers_and_a_writer_work_together(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    write_backup(salinan(4), tmp_path / "a.db")
    restore_backup(tmp_path / "a.db", tmp_path / "baru")
    store = Store(tmp_path / "baru", create=False)
    assert store.database.sql.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    store.close()


def test_a_backup_taken_while_somebody_writes_is_consistent(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    folder, done = salinan(4), threading.Event()

    def write() -> None:
        store = Store(folder)
        while not done.is_set():
            with store.transaction():  # an event and its mark belong together
                number = store.trail.append(
                    Peristiwa(0, "w", "a", "p", "t", None, "x", "o", None, None, "", "")
                )
                store.preferences.put_mark("uji", str(number))
        store.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(8):
            write_backup(folder, tmp_path / f"{n}.db")
    finally:
        done.set()
        writer.join()
    for n in range(8):
        restore_backup(tmp_path / f"{n}.db", tmp_path / f"baru{n}")
        copy = Store(tmp_path / f"baru{n}", create=False)
        result = copy.trail.verify()
        assert result.ok
        assert copy.preferences.mark("uji") in {None, str(result.events)}
        copy.close()


def test_a_backup_never_replaces_a_file(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("penting")
    assert "sudah ada" in refused(lambda: write_backup(salinan(4), tmp_path / "a.db"))
    assert (tmp_path / "a.db").read_text() == "penting"


def test_no_store_no_backup(tmp_path: Path) -> None:
    assert "Belum ada simpanan" in refused(lambda: write_backup(tmp_path, tmp_path / "a.db"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["tak-ada/a.db", "berkas/a.db"])
def test_a_backup_into_nowhere(salinan: Callable[[int], Path], tmp_path: Path, place: str) -> None:
    (tmp_path / "berkas").write_text("x")
    line = refused(lambda: write_backup(salinan(4), tmp_path / place))
    assert line.endswith(".")


def test_restore_refuses_a_folder_that_holds_a_store(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = salinan(4)
    write_backup(folder, tmp_path / "a.db")
    before = content(folder)
    line = refused(lambda: restore_backup(tmp_path / "a.db", folder))
    assert "sudah berisi simpanan. Pulihkan ke folder kosong" in line
    assert content(folder) == before


def _other_file(path: Path) -> None:
    path.write_bytes(b"bukan basis data" * 1000)


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("CREATE TABLE a (b)")


def _empty(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize("make", [_other_file, _other_database, _empty])
def test_restore_refuses_what_is_no_backup(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.db")
    refused(lambda: restore_backup(tmp_path / "a.db", tmp_path / "baru"))
    assert not (tmp_path / "baru").exists()


def test_restore_refuses_a_missing_backup(tmp_path: Path) -> None:
    assert "tidak ada" in refused(lambda: restore_backup(tmp_path / "a.db", tmp_path / "baru"))


def test_restore_refuses_a_damaged_backup(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    backup = tmp_path / "a.db"
    write_backup(salinan(4), backup)
    data = bytearray(backup.read_bytes())
    for page in range(4, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 200] = b"\x07" * 200
    backup.write_bytes(data)
    assert "rusak" in refused(lambda: restore_backup(backup, tmp_path / "baru"))
    assert not (tmp_path / "baru").exists()


def test_restore_refuses_a_backup_whose_trail_was_changed(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    backup = tmp_path / "a.db"
    write_backup(salinan(4), backup)
    with closing(sqlite3.connect(backup, isolation_level=None)) as sql:
        sql.execute("DROP TRIGGER peristiwa_tetap")
        sql.execute("UPDATE peristiwa SET akun = 'lain' WHERE no = 7")
    line = refused(lambda: restore_backup(backup, tmp_path / "baru"))
    assert "terputus pada peristiwa 7" in line
    assert not (tmp_path / "baru").exists()


def test_restore_into_a_file(salinan: Callable[[int], Path], tmp_path: Path) -> None:
    write_backup(salinan(4), tmp_path / "a.db")
    (tmp_path / "berkas").write_text("x")
    assert "bukan folder" in refused(
        lambda: restore_backup(tmp_path / "a.db", tmp_path / "berkas" / "x")
    )


def test_a_failed_backup_leaves_nothing_half_done(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = salinan(4)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as sql:
        sql.execute("DROP TRIGGER peristiwa_utuh")
        sql.execute("PRAGMA foreign_keys = OFF")
        sql.execute("DELETE FROM peristiwa WHERE no = 3")
    place = tmp_path / "cadangan"
    place.mkdir()
    assert "terputus" in refused(lambda: write_backup(folder, place / "a.db"))
    assert list(place.iterdir()) == []
