"""What would bite on this machine, each with its remedy."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from civreg_tui.config import load_config
from civreg_tui.services import doctor
from civreg_tui.services.doctor import Periksaan, examine_machine
from civreg_tui.store.copies import write_backup


def examined(folder: Path, name: str) -> Periksaan:
    (found,) = [p for p in examine_machine(load_config(), folder) if p.nama == name]
    return found


@pytest.mark.parametrize(("term", "good"), [("xterm-256color", True), ("dumb", False), ("", False)])
def test_the_terminal(monkeypatch, tmp_path, term: str, good: bool) -> None:
    monkeypatch.setenv("TERM", term)
    assert examined(tmp_path, "Terminal").baik is good


@pytest.mark.parametrize(("size", "good"), [((80, 22), True), ((79, 24), False), ((80, 21), False)])
def test_the_size(monkeypatch, tmp_path, size: tuple[int, int], good: bool) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size(size))
    found = examined(tmp_path, "Ukuran layar")
    assert found.baik is good
    assert found.keterangan == f"{size[0]}×{size[1]}"
    assert "80×24" in found.saran


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ({"LC_ALL": "C.UTF-8"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "id_ID.utf8"}, True),
        ({"LC_ALL": "C", "LANG": "id_ID.UTF-8"}, False),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, False),
    ],
)
def test_the_locale(monkeypatch, tmp_path, values: dict[str, str], good: bool) -> None:
    for key, value in values.items():
        monkeypatch.setenv(key, value)
    assert examined(tmp_path, "Bahasa huruf").baik is good


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "fuse.s3fs", "ceph"])
def test_a_store_on_a_network_disk(monkeypatch, tmp_path, kind: str) -> None:
    monkeypatch.setattr(doctor, "_mount_kind", lambda place: kind)
    found = examined(tmp_path, "Jenis cakram")
    assert not found.baik
    assert "cakram lokal" in found.saran


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/mnt/Data Kantor/civreg", "cifs"), ("/mnt/lain", "ext4"), ("/mnt/atas/x", "tmpfs")],
)
def test_the_mount_a_folder_lies_on(monkeypatch, tmp_path, folder: str, kind: str) -> None:
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "mounts").write_text(
        "/dev/sda1 / ext4 rw 0 0\n//mesin/data /mnt/Data\\040Kantor cifs rw 0 0\n"
        "/dev/sdb1 /mnt/atas xfs rw 0 0\ntmpfs /mnt/atas tmpfs rw 0 0\n"
    )
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(tmp_path))
    assert doctor._mount_kind(Path(folder)) == kind


def test_a_drive_of_the_network_on_windows(monkeypatch, tmp_path) -> None:
    drive = SimpleNamespace(mountpoint=str(tmp_path), fstype="NTFS", opts="rw,remote")
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: [drive])
    assert not examined(tmp_path, "Jenis cakram").baik


def test_an_unknown_disk_is_no_fault(monkeypatch, tmp_path) -> None:
    def unreadable(all: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", unreadable)
    assert examined(tmp_path, "Jenis cakram").keterangan == "tidak diketahui"


def test_too_little_room(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda place: _Room())
    assert not examined(tmp_path, "Ruang kosong").baik


class _Room:
    free = 5 * 1_048_576


def test_no_right_to_write(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("os.access", lambda place, mode: False)
    found = examined(tmp_path / "belum" / "ada", "Izin folder")
    assert not found.baik
    assert "--store" in found.saran


def test_a_folder_that_this_account_may_not_look_into(monkeypatch, salinan) -> None:
    """Root may look everywhere, so the system's answer is put in its place."""
    folder, may = salinan(4), os.access

    def access(path: Path, mode: int) -> bool:
        return not Path(path).is_relative_to(folder) and may(path, mode)

    monkeypatch.setattr("os.access", lambda path, mode: mode == os.F_OK or access(path, mode))
    found = examined(folder, "Simpanan")
    assert (found.baik, found.keterangan) == (False, "tidak dapat dilihat")
    assert "Minta izin baca" in found.saran
    assert not examined(folder, "Izin folder").baik
    assert examined(folder, "Python").baik


def test_a_damaged_store_and_the_way_back(salinan) -> None:
    folder = salinan(4)
    (folder / "cadangan").mkdir()
    write_backup(folder, folder / "cadangan" / "civreg-20250106-210000.db")
    path = folder / "civreg.db"
    path.write_bytes(path.read_bytes()[: 40 * 4096])
    found = examined(folder, "Simpanan")
    assert (found.baik, found.keterangan) == (False, "rusak")
    assert "civreg-tui restore" in found.saran
    assert "civreg-20250106-210000.db" in found.saran


def test_nothing_is_made_by_looking(tmp_path) -> None:
    examine_machine(load_config(), tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_every_complaint_has_a_remedy(monkeypatch, tmp_path, salinan) -> None:
    folder = salinan(4)
    (folder / "civreg.db").write_bytes(b"x" * 9000)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("LC_ALL", "C")
    complaints = [p for p in examine_machine(load_config(), folder) if not p.baik]
    assert {p.nama for p in complaints} >= {"Terminal", "Bahasa huruf", "Simpanan"}
    assert all(p.saran for p in complaints)
