"""The shell in a real pseudo-terminal: keypad Enter, PuTTY's F-keys, plain ASCII, a cut line."""

import shutil
import sys
from pathlib import Path

import pytest

from civreg_tui.config import load_config
from civreg_tui.services.disposisi import load_disposisi
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.pilot.conftest import BULAN
from tests.terminal.ptydrive import PtyProgram


@pytest.fixture
def jalankan(cetakan, tmp_path: Path):
    """Start the real program on a copy of the demo at a step."""
    opened: list[PtyProgram] = []

    def start(step: int, *arguments: str, **options) -> PtyProgram:
        folder = tmp_path / "demo"
        shutil.copytree(cetakan(step), folder)
        argv = [sys.executable, "-m", "civreg_tui", "--store", str(folder), *arguments]
        opened.append(PtyProgram(argv, **options))
        return opened[-1]

    yield start
    for program in opened:
        program.close()


def test_the_keypads_enter_inside_tmux_is_enter(jalankan):
    program = jalankan(1)
    program.wait_for("TUGAS SAYA")
    program.send("\n")
    program.wait_for("KABID KEPADA KASI")


def test_putty_vt100_function_keys_type_no_letters(jalankan):
    program = jalankan(1, "open", BULAN)
    program.wait_for("KABID KEPADA KASI")
    program.send("\x1bOT\x1bOU\x1bOV")
    program.send("Ya. ")
    program.wait_for("Arahan         Ya. Buat Laporan")
    program.send("\x1bOY")
    program.wait_for("Disposisi dikirim kepada Kasi.")


def test_without_unicode_only_ascii_is_written(jalankan):
    env = {"LC_ALL": "C", "LANG": "C", "NO_COLOR": "1"}
    program = jalankan(4, term="xterm", env=env)
    program.wait_for("v v v > . . .")
    program.wait_quiet()
    assert program.raw.isascii()


def test_a_cut_line_keeps_the_half_written_sheet(jalankan, tmp_path):
    program = jalankan(1, "open", BULAN)
    program.wait_for("KABID KEPADA KASI")
    program.send("Putus. ")
    program.wait_for("Putus. Buat Laporan")
    program.hangup()
    program.wait_exit()
    ws = Workspace(load_config(), Store(tmp_path / "demo"))
    assert load_disposisi(ws, BULAN).arahan.startswith("Putus. ")
    ws.close()
