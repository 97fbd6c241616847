"""A clean month is validated with at most five keys, counted from starting the program."""

from __future__ import annotations

import os
import pwd
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from civreg_tui.config import load_config
from civreg_tui.domain.periode import Periode
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.month.months import open_month
from civreg_tui.services.pemeriksaan.validate import hand_over
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.conftest import BULAN
from tests.terminal.ptydrive import PtyProgram

ENTER, F10, DOT = "\r", "\x1b[21~", "."
SEEN = ("Tidak ada halangan", "Memvalidasi rekap", "Divalidasi: revisi 1")
"""What stands on the screen after each key."""


@pytest.fixture
def kantor(salinan: Callable[[int], Path]) -> Path:
    """An office's store: rina keyed and handed over; the next month was opened meanwhile."""
    folder = salinan(4)
    store = Store(folder)
    with store.transaction():
        store.preferences.put_mark("demo", "tidak")
    ws = Workspace(load_config(), store, pelaku=Pelaku("rina", frozenset({"staf"}), "uji"))
    take_over_all(ws, BULAN)
    hand_over(ws, BULAN)
    ws.pelaku = Pelaku("hadi", frozenset({"kabid"}), "uji")
    open_month(ws, Periode(2025, 1), "DKB Semester II Tahun 2024")
    ws.close()
    return folder


@pytest.mark.parametrize("keys", [(ENTER, F10, "y"), (ENTER, DOT, "y")], ids=["F10", "titik"])
def test_the_kasi_validates_a_clean_month(kantor: Path, tmp_path: Path, keys) -> None:
    account = pwd.getpwuid(os.getuid()).pw_name
    office = tmp_path / "civreg.toml"
    office.write_text(f'[akun]\n"{account}" = ["kasi"]\n', "utf-8")
    words = ("--store", str(kantor), "--config", str(office))
    with PtyProgram([sys.executable, "-m", "civreg_tui", *words]) as program:
        program.wait_for("TUGAS SAYA")
        program.wait_quiet()
        for key, seen in zip(keys, SEEN, strict=True):
            program.send(key)
            program.wait_for(seen)
    assert len(keys) <= 5
    store = Store(kantor)
    (made,) = store.records.revisions(BULAN)
    month = store.months.get(BULAN)
    store.close()
    assert (made.no, made.oleh, made.gugur) == (1, account, None)
    assert month is not None
    assert month.keadaan == "tervalidasi"
