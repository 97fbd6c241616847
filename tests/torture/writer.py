"""A process that keys figures without end and says before and after what it does."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from civreg_tui.config import Config
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.lembar import Alamat, Isian, Ukuran
from civreg_tui.services.entri.enter import commit_cell, commit_cells, set_control
from civreg_tui.services.entri.undo import redo, undo
from civreg_tui.services.entri.verify_entry import rekey
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah
from civreg_tui.store.store import Store

BULAN = "2024-12"
DOCUMENTS = ("AK017", "ACERAI")
MEASURES: tuple[Ukuran, ...] = ("wajib", "memiliki")
INTENT, DONE, FULL = "?", "!", "full"
_PAUSE = 0.005
"""Seconds until the next try, while the disk takes no more."""


def start(config: Config, folder: Path, name: str, seed: int) -> tuple[int, int]:
    """Fork a writer; returns its process id and the pipe it speaks on."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        os.close(reading)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _write(config, folder, name, seed, writing)
    finally:
        os._exit(1)


def _write(config: Config, folder: Path, name: str, seed: int, pipe: int) -> None:
    ws = Workspace(config, Store(folder), pelaku=Pelaku(name, frozenset({"staf"}), "siksa"))
    chance = random.Random(seed)
    regions = ws.facts(BULAN).wilayah.kode
    while True:
        _once(ws, chance, regions, lambda line: os.write(pipe, f"{line}\n".encode()))


def _once(
    ws: Workspace, chance: random.Random, regions: tuple[str, ...], say: Callable[[str], object]
) -> None:
    """One act: mostly a cell, sometimes a block, a control total, an undo, a second keying."""
    document = chance.choice(DOCUMENTS)
    alamat = Alamat(chance.choice(regions), chance.choice(MEASURES), "jml")
    value = Isian(chance.randrange(1, 10**6))
    act = chance.random()
    try:
        if act < 0.7:
            say(cell_line(INTENT, document, {alamat: value}))
            commit_cell(ws, BULAN, document, alamat, value)
            say(cell_line(DONE, document, {alamat: value}))
        elif act < 0.85:
            block = {Alamat(k, alamat.ukuran, "jml"): value for k in regions[:5]}
            say(cell_line(INTENT, document, block))
            commit_cells(ws, BULAN, document, block)
            say(cell_line(DONE, document, block))
        elif act < 0.9:
            set_control(ws, BULAN, document, alamat.kolom, value.angka)
        else:
            say("undo")
            chance.choice((undo, redo, lambda w, m: rekey(w, m, document, alamat, value)))(
                ws, BULAN
            )
    except Ditolak:
        say("refused")
    except StoreBermasalah:
        say(FULL)
        time.sleep(_PAUSE)


def cell_line(sign: str, document: str, cells: dict[Alamat, Isian]) -> str:
    """One line of the pipe: the sign and every cell with its figure."""
    parts = (f"{document}/{'/'.join(alamat)}={isian.angka}" for alamat, isian in cells.items())
    return " ".join((sign, *parts))
