"""The real program in a real terminal: keys only, kill -9, a cut line, and what it costs."""

from __future__ import annotations

import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import KOSONG, Alamat
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.pilot.conftest import BULAN
from tests.pilot.entri.alat import sumber
from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[3]
DOWN, UP, LEFT, RIGHT, HOME = "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[C", "\x1b[H"


@pytest.fixture
def folder(cetakan: Callable[[int], Path], tmp_path: Path) -> Path:
    copy = tmp_path / "demo"
    shutil.copytree(cetakan(4), copy)
    return copy


@pytest.fixture
def program(folder: Path) -> Iterator[Callable[..., PtyProgram]]:
    """Start the program on the entry screen of a document."""
    opened: list[PtyProgram] = []

    def start(document: str = "AK017", **options: object) -> PtyProgram:
        words = ("--store", str(folder), "open", BULAN, "--step", "4", "--document", document)
        argv = [sys.executable, "-m", "civreg_tui", *words]
        opened.append(PtyProgram(argv, cwd=ROOT, **options))  # type: ignore[arg-type]
        opened[-1].wait_for("Payakumbuh")
        opened[-1].wait_quiet()
        return opened[-1]

    yield start
    for running in opened:
        running.close()


def buka_lagi(folder: Path) -> Workspace:
    return Workspace(load_config(), Store(folder))


def angka_dokumen(folder: Path, dokumen: str) -> dict[Alamat, int]:
    """The softcopy's figures in the order of keying."""
    ws = buka_lagi(folder)
    columns = ("wajib", "memiliki")
    real = sumber(ws, dokumen)
    figures = {
        alamat: real[alamat]
        for kode in ws.facts(BULAN).wilayah.kode
        for ukuran in columns
        if (alamat := Alamat(kode, ukuran, "jml")) in real  # type: ignore[arg-type]
    }
    ws.close()
    return figures


def tersimpan(folder: Path, dokumen: str) -> dict[Alamat, int | None]:
    ws = buka_lagi(folder)
    cells = {a: i.angka for a, i in ws.store.cells.of(BULAN, dokumen).items()}
    ws.close()
    return cells


def test_a_whole_document_takes_its_digits_and_one_key_per_cell(program, folder):
    figures = angka_dokumen(folder, "ACERAI")
    running = program("ACERAI")
    keys = "".join(f"{value}\r" for value in figures.values())
    assert len(keys) == sum(len(str(value)) for value in figures.values()) + len(figures)
    for key in keys:
        running.send(key)
    running.wait_for("106.968")
    running.wait_for("57,16")
    running.wait_quiet()
    assert tersimpan(folder, "ACERAI") == figures


def test_the_keypads_enter_inside_tmux_and_the_plus_key_go_on_too(program, folder):
    running = program("ACERAI")
    running.send("9623\n2728+")
    running.wait_for("28,35")
    running.wait_quiet()
    assert set(tersimpan(folder, "ACERAI").values()) == {9623, 2728}


def test_a_block_pasted_without_brackets_is_looked_at_first(program, folder):
    running = program("AK017")
    running.send("157.582\t156.615\r124.034\t122.349\r")
    running.wait_for("Menempel 4 angka. Benar begini?")
    assert set(tersimpan(folder, "AK017").values()) <= {None}
    running.send("7")
    running.wait_quiet()
    assert b"\a" in running.bytes_since()
    running.send("y")
    running.wait_for("4 angka ditempel.")
    running.wait_quiet()
    assert {157_582, 156_615, 124_034, 122_349} <= set(tersimpan(folder, "AK017").values())


def test_kill_9_loses_at_most_the_cell_being_typed(program, folder):
    running = program("ACERAI")
    running.send("9623\r2728\r64")
    running.wait_until(lambda: running.screen_lines()[3].split()[-2:-1] == ["64"] or
                       "64" in running.screen_lines()[3], "the typed digits")  # fmt: skip
    running.kill(signal.SIGKILL)
    running.wait_exit()
    assert set(tersimpan(folder, "ACERAI").values()) == {9623, 2728}
    again = program("ACERAI")
    assert "9.623" in again.screen_lines()[2]
    again.send("6421\r")
    again.wait_for("6.421")
    again.wait_quiet()
    assert tersimpan(folder, "ACERAI")[Alamat("13.02", "wajib", "jml")] == 6421


@pytest.mark.parametrize("cut", ["hangup", "SIGHUP", "SIGTERM"])
def test_a_cut_line_keeps_the_half_typed_cell_and_the_cursor(program, folder, cut):
    running = program("ACERAI")
    running.send("9623\r2728\r" + DOWN + "37")
    running.wait_until(lambda: "37" in running.screen_lines()[4], "the typed digits")
    if cut == "hangup":
        running.hangup()
    else:
        running.kill(getattr(signal, cut))
    assert running.wait_exit() == 0
    again = program("ACERAI")
    again.wait_for("belum tersimpan")
    assert again.cursor[1] == 4
    again.send("61\r")
    again.wait_for("3.761")
    again.wait_quiet()
    assert tersimpan(folder, "ACERAI")[Alamat("13.03", "wajib", "jml")] == 3761


@pytest.mark.parametrize("term", ["xterm", "linux", "screen", "vt220"])
def test_every_terminal_shows_the_sheet_without_colour_too(program, term):
    running = program("AK017", term=term, env={"NO_COLOR": "1", "LANG": "C", "LC_ALL": "C"})
    running.send("157582\r999999\r")
    running.wait_for("melebihi wajib akta")
    running.wait_quiet()
    running.send(UP + LEFT + DOWN)  # over the marked cells and away, drawn key by key
    running.wait_quiet()
    assert "999.999!" in running.screen_lines()[2]
    assert running.raw.isascii()
    assert not re.search(rb"\x1b\[(?:\d+;)*[349][0-7](?:;\d+)*m", running.raw)


def separuh(folder: Path) -> None:
    """Everything filled but the first six rows of AK017."""
    ws = buka_lagi(folder)
    ws.pelaku = ws.pelaku.sebagai("staf")
    take_over_all(ws, BULAN)
    first = ws.facts(BULAN).wilayah.kode[:6]
    cells = {Alamat(kode, u, "jml"): KOSONG for kode in first for u in ("wajib", "memiliki")}
    commit_cells(ws, BULAN, "AK017", cells)  # type: ignore[arg-type]
    ws.close()


def test_the_entry_screen_stays_inside_its_byte_table(program, folder):
    figures = [str(value) for value in angka_dokumen(folder, "AK017").values()][:12]
    separuh(folder)
    running = program()
    assert len(running.raw) <= 2500

    def cost(key: str, quiet: float = 0.1) -> int:
        running.send(key)
        running.wait_quiet(quiet)
        return len(running.bytes_since())

    cost(HOME + UP * 8)
    assert max(cost(key) for key in (DOWN, DOWN, RIGHT, DOWN, LEFT, UP, UP, UP)) <= 30
    digits, enters = [], []
    for text in figures:
        digits += [cost(digit) for digit in text]
        enters.append(cost("\r"))
    assert max(digits) <= 20
    assert median(enters) <= 150
    pages = [cost("d"), cost("d"), cost("d"), cost("d"), cost("?"), cost("\x1b", 0.5)]
    assert max(pages) <= 1600
    assert running.watch(2) == 0
