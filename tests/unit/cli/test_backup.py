"""Dated backups into a folder, from the command line."""

from __future__ import annotations

import re


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
