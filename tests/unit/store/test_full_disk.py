"""A disk that is really full, in a small file system of the test's own."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from civreg_tui.services.errors import sentence
from civreg_tui.store.database import StoreBermasalah, explained
from civreg_tui.store.store import Store

ROOT = Path(__file__).parents[3]
FILL_AND_EMPTY = """
import sys, pathlib
from civreg_tui.config import load_config
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah
from civreg_tui.store.store import Store
folder = pathlib.Path(sys.argv[1])
ws = Workspace(load_config(), Store(folder), pelaku=Pelaku("ani", frozenset({"staf"}), "uji"))
cell, kept, told = Alamat("13.01", "wajib", "jml"), 0, ""
ballast = folder.parent / "penuh"
def key(n):
    commit_cell(ws, "2024-12", "AK017", cell, Isian(n))
with ballast.open("wb", buffering=0) as file:
    try:
        while True: file.write(b"x" * 4096)
    except OSError: pass
for n in range(1, 2000):
    try: key(n)
    except StoreBermasalah as refusal:
        told = str(refusal)
        break
    kept = n
print(told)
now = ws.store.cells.of("2024-12", "AK017").get(cell, Isian()).angka or 0
print("kept" if now == kept else f"{now} is not {kept}")
ballast.unlink()
key(123456)
print("again" if ws.store.cells.of("2024-12", "AK017")[cell].angka == 123456 else "not again")
print("whole" if ws.store.trail.verify().ok else "broken")
ws.close()
"""


def _own_disk() -> list[str]:
    """The words that run a command in a small disk of its own; empty where that is not possible."""
    unshare = shutil.which("unshare")
    for words in (["unshare", "-rm"], ["unshare", "-m"]):
        trial = [*words, "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"]
        done = subprocess.run(trial, capture_output=True, check=False) if unshare else None
        if done is not None and done.returncode == 0:
            return words
    return []


def test_entry_on_a_full_disk_and_after_it_was_emptied(
    salinan: Callable[[int], Path], tmp_path: Path
) -> None:
    words = _own_disk()
    if not words:
        pytest.skip("no small file system can be mounted here")
    place = tmp_path / "cakram"
    place.mkdir()
    shell = (
        f"mount -t tmpfs -o size=4m none {place} && cp -r {salinan(4)} {place}/simpanan && "
        f'exec "$0" -c "$1" {place}/simpanan'
    )
    done = subprocess.run(
        [*words, "sh", "-c", shell, sys.executable, FILL_AND_EMPTY],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    told, *rest = done.stdout.splitlines()
    assert "penuh. Kosongkan ruang lalu ulangi. Tidak ada yang berubah." in told
    assert rest == ["kept", "again", "whole"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_and_a_used_up_quota_are_told_alike(code: int, tmp_path: Path) -> None:
    error = OSError(code, os.strerror(code), "x.db")
    assert "penyimpanan penuh" in sentence(error)
    with pytest.raises(StoreBermasalah, match="penyimpanan penuh"), explained(tmp_path):
        raise error


def test_reading_goes_on_while_the_disk_is_full(salinan: Callable[[int], Path]) -> None:
    store = Store(salinan(4))
    store.database.sql.execute("PRAGMA max_page_count = 1")
    assert store.trail.verify().ok
    store.close()
