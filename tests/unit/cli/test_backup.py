"""Dated backups into a folder, from the command line."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing


def test_a_folder_gets_a_dated_backup_that_restores(di, jalankan, tmp_path) -> None:
    place = tmp_path / "cadangan"
    place.mkdir()
    (place / "civreg-20200101-000000.db").write_text("lama")
    made = di(4)("backup", place, "--simpan", "1")
    assert made.code == 0
    (path,) = place.iterdir()
    assert re.fullmatch(r"civreg-\d{8}-\d{6}\.db", path.name)
    assert f"Cadangan lama dihapus: {place / 'civreg-20200101-000000.db'}" in made.out
    assert jalankan("restore", path, "--store", tmp_path / "baru").code == 0
    assert jalankan("--store", tmp_path / "baru", "audit", "verify").code == 0


def test_keeping_some_needs_a_folder(di, tmp_path) -> None:
    line = di(4)("backup", tmp_path / "a.db", "--simpan", "3").baris
    assert "folder yang sudah ada" in line
    assert not (tmp_path / "a.db").exists()


def test_a_place_that_cannot_be_written_is_no_store(di, tmp_path) -> None:
    line = di(4)("backup", tmp_path / "tak-ada" / "a.db").baris
    assert line.startswith(f"Cadangan {tmp_path / 'tak-ada' / 'a.db'}")


def test_a_broken_trail_is_named_by_its_store(di, salinan, tmp_path) -> None:
    go, store = di(4), salinan(4) / "civreg.db"
    with closing(sqlite3.connect(store, isolation_level=None)) as sql:
        sql.execute("DROP TRIGGER peristiwa_tetap")
        sql.execute("UPDATE peristiwa SET akun = 'lain' WHERE no = 9")
    line = go("backup", tmp_path / "a.db").baris
    assert ".sebagian" not in line
    assert f"Jejak dalam {store} terputus pada peristiwa 9." in line
    assert "ambil cadangan yang lebih lama" in line
