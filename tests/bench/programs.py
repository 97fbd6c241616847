"""The programs that are measured, and the keys that make each do the same things."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import KOSONG, Alamat, Kolom
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.terminal.fake_model import COLUMNS, FakeModel

ROOT = Path(__file__).parents[2]
DATATABLE, VISIDATA = "DataTable", "VisiData"
DOWN, F1, ESCAPE = "\x1b[B", "\x1bOP", "\x1b"
TYPED = (Kolom("wajib", "jml"), Kolom("memiliki", "jml"))
"""The columns of AK017 that are keyed."""


@dataclass(frozen=True)
class Program:
    """How a program is started, what shows that it is ready, and its keys (None: cannot)."""

    name: str
    argv: tuple[str, ...]
    ready: str
    move: str = DOWN
    before_digits: str = ""
    enter: str = "\r"
    document: str | None = None
    help: str | None = None
    back: str = ESCAPE
    quit: str = "q"
    environ: dict[str, str] = field(default_factory=dict)


def programs(folder: Path) -> list[Program]:
    """The program itself first, then its grid alone, then the peers that are installed."""
    every = (entry_screen(folder), grid_demo(), data_table(), visidata(folder))
    return [program for program in every if program is not None]


def entry_screen(folder: Path) -> Program | None:
    """The real program on its entry screen, on a demo store in `folder`, its first rows empty."""
    store = folder / "demo"
    command = (sys.executable, "-m", "civreg_tui")
    made = subprocess.run(
        [*command, "demo", "--at", "4", "--no-open", "--dir", str(store)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if made.returncode:
        print(f"civreg-tui: not measured: {made.stderr.strip()}")
        return None
    fill_but_first_rows(store)
    opened = ("--store", str(store), "open", "2024-12", "--step", "4", "--document", "AK017")
    return Program("civreg-tui", (*command, *opened), "Payakumbuh", document="d", help=F1)


def fill_but_first_rows(store: Path, rows: int = 6) -> None:
    """Take all sheets over from the softcopy, then clear the first rows of AK017 for typing."""
    colleague = Pelaku("contoh", frozenset({"staf"}), "bench")
    ws = Workspace(load_config(), Store(store), pelaku=colleague)
    take_over_all(ws, "2024-12")
    first = ws.facts("2024-12").wilayah.kode[:rows]
    cells = {Alamat(kode, *kolom): KOSONG for kode in first for kolom in TYPED}
    commit_cells(ws, "2024-12", "AK017", cells)
    ws.close()


def grid_demo() -> Program:
    """The entry grid alone, over a model in memory."""
    argv = (sys.executable, "-m", "tests.terminal.demo_grid")
    return Program("grid alone", argv, "JUMLAH", document="t", help=F1)


def data_table() -> Program:
    """A bare Textual DataTable with an Input."""
    argv = (sys.executable, "-m", "tests.bench.peer_table")
    return Program(DATATABLE, argv, "Kota Pariaman", document="t", help=F1)


def visidata(folder: Path) -> Program | None:
    """VisiData on the same table, if it is installed here (or named by BENCH_VISIDATA)."""
    command = os.environ.get("BENCH_VISIDATA") or shutil.which("vd")
    if command is None:
        return None
    sheet = folder / "sheet.csv"
    model = FakeModel().fill()
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["KAB/KOTA", *(column.key for column in COLUMNS)])
        for row, region in enumerate(model.rows):
            writer.writerow([region.label, *(model.cell(row, c).text for c in range(len(COLUMNS)))])
    quiet = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    argv = (command, "--nothing", str(sheet))
    return Program(VISIDATA, argv, "Payakumbuh", before_digits="e", quit="gq", environ=quiet)
