"""Papers on disk: whole or not at all, never over a different paper, never outside the folder."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.papers import files
from civreg_tui.services.errors import sentence
from tests.unit.papers import sample


def test_names_sort_and_drafts_are_named(laporan):
    assert files.file_name(laporan, "rekap", ".xlsx") == "2024-12_rekap_r1.xlsx"
    draft = sample.laporan(draf=True)
    assert files.file_name(draft, "rekap", ".xlsx") == "2024-12_rekap_DRAF.xlsx"


def test_papers_without_figures_belong_to_no_revision(laporan):
    draft = sample.laporan(draf=True)
    assert files.file_name(draft, "disposisi", ".docx") == "2024-12_disposisi.docx"
    assert files.file_name(draft, "nota-kekurangan", ".docx") == "2024-12_nota-kekurangan.docx"
    unsent = replace(laporan, waktu=(replace(laporan.waktu[0], state="berjalan"),))
    assert files.file_name(unsent, "disposisi", ".docx") == "2024-12_disposisi_DRAF.docx"


def test_an_identical_file_is_left_alone(tmp_path):
    first = files.write_paper(tmp_path, "a.xlsx", b"isi")
    os.utime(first, (1, 1))
    assert files.write_paper(tmp_path, "a.xlsx", b"isi") == first
    assert first.stat().st_mtime == 1


def test_a_different_file_is_never_replaced(tmp_path):
    first = files.write_paper(tmp_path, "a.xlsx", b"satu")
    second = files.write_paper(tmp_path, "a.xlsx", b"dua")
    third = files.write_paper(tmp_path, "a.xlsx", b"dua")
    assert (first.name, second.name, third) == ("a.xlsx", "a-2.xlsx", second)
    assert first.read_bytes() == b"satu"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a-2.xlsx", "a.xlsx"]


def test_a_link_under_the_name_is_not_followed(tmp_path):
    outside = tmp_path / "luar"
    outside.write_bytes(b"lama")
    folder = tmp_path / "keluar"
    folder.mkdir()
    (folder / "a.xlsx").symlink_to(outside)
    assert files.write_paper(folder, "a.xlsx", b"baru").name == "a-2.xlsx"
    assert outside.read_bytes() == b"lama"


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_failure_leaves_nothing_behind(step, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, step, full)
    if step == "link":
        monkeypatch.setattr(files.Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        files.write_paper(tmp_path, "a.xlsx", b"isi")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_hard_links_is_served(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", refuse)
    assert files.write_paper(tmp_path, "a.xlsx", b"satu").read_bytes() == b"satu"
    assert files.write_paper(tmp_path, "a.xlsx", b"dua").name == "a-2.xlsx"


def test_a_named_path_is_written_once_and_never_over_another_file(tmp_path):
    path = tmp_path / "softcopy.xlsx"
    files.write_new(path, b"satu")
    for content in (b"satu", b"dua"):
        with pytest.raises(FileExistsError):
            files.write_new(path, content)
    assert path.read_bytes() == b"satu"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_asked_for(tmp_path):
    missing = tmp_path / "tidak-ada" / "softcopy.xlsx"
    with pytest.raises(FileNotFoundError) as caught:
        files.write_new(missing, b"satu")
    assert sentence(caught.value).startswith(f"{missing}: tidak ditemukan.")


def test_a_full_disk_tells_what_was_written_and_what_was_not(tmp_path, monkeypatch):
    room = iter([None, None])  # for the first paper and its folder

    def fsync(_: int) -> None:
        if next(room, "penuh") == "penuh":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", fsync)
    wanted = [(tmp_path / f"{name}.xlsx", name.encode()) for name in ("satu", "dua", "tiga")]
    with pytest.raises(OSError, match="dua") as caught:
        files.write_papers(wanted, [tmp_path / "nol.csv"])
    assert sentence(caught.value) == (
        f"{tmp_path / 'dua.xlsx'}: penyimpanan penuh. Kosongkan ruang lalu ulangi. "
        "Sudah ditulis: nol.csv, satu.xlsx. Belum ditulis: dua.xlsx, tiga.xlsx."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["satu.xlsx"]


@given(st.text())
def test_no_name_leaves_the_folder(name):
    safe = files.safe_name(name)
    assert safe not in {"", ".", ".."}
    assert not set(safe) & set('/\\:*?"<>|\0')
    assert len(safe) <= files.PANJANG_NAMA + 1
    assert safe == safe.strip(". ")


def test_windows_device_names_are_avoided():
    assert files.safe_name("CON.xlsx") == "_CON.xlsx"
    assert files.safe_name("../../etc/passwd") == "etc-passwd"
