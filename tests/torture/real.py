"""The real program in a pseudo-terminal, killed or cut off while figures are typed into it."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from civreg_tui.config import Config, load_config
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.numbers import parse_count
from civreg_tui.services.entri.enter import cell_object
from civreg_tui.services.pemeriksaan.recheck.replay import replay_again
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.terminal.ptydrive import PtyProgram, session_processes
from tests.terminal.real_program import FIRST_LINE, open_entry
from tests.torture.service import KILLS_PER_STORE, fresh_store
from tests.torture.tally import Tally
from tests.torture.writer import BULAN

PATIENCE = 60.0
LONGEST_LIFE = 1.2
FIGURE = 9
REGIONS = load_config().facts.wilayah.kode
WAYS = ("SIGKILL", "SIGKILL", "SIGKILL", "SIGHUP", "SIGTERM", "closed terminal")


def torture(config: Config, folder: Path, kills: int, seed: int) -> Tally:
    """Type, cut at a random moment, and hold what the screen showed against the store."""
    chance, tally = random.Random(seed), Tally()
    for number in range(kills):
        if number % KILLS_PER_STORE == 0:
            fresh_store(config, folder)
        with open_entry(folder) as program:
            way = chance.choice(WAYS)
            _type(program, chance)
            _end(program, way)
            tally.kills[way] += 1
            _judge(config, folder, program, tally)
    return tally


def _type(program: PtyProgram, chance: random.Random) -> None:
    """Key figures, Enter after each, until a moment that comes when it comes."""
    program.send("\x1b[H" + "\x1b[A" * chance.randrange(20))
    end = time.perf_counter() + chance.random() * LONGEST_LIFE
    while time.perf_counter() < end:
        program.send(f"{chance.randrange(1000, 10**6)}\r")
        program.watch(chance.random() * 0.08)
    program.send(str(chance.randrange(1, 10**4)))


def _end(program: PtyProgram, way: str) -> None:
    if way == "closed terminal":
        program.hangup()
    else:
        program.kill(getattr(signal, way))
    program.wait_exit(PATIENCE)


def _judge(config: Config, folder: Path, program: PtyProgram, tally: Tally) -> None:
    """What stood on the screen as saved was kept; the trail holds; no process is left.

    A figure keyed after it may have been kept too, without its turn on the screen.
    """
    if left := session_processes(program.process.pid):
        tally.lost.append(f"processes left: {left}")
    ws = Workspace(config, Store(folder), pelaku=Pelaku("rina", frozenset({"auditor"}), "siksa"))
    tally.lost += [f"{b.hal}: {b.kalimat}" for b in replay_again(ws, {})]
    kept = {
        f"{e.objek}={msgspec.json.decode(e.baru or '{}', type=Isian).angka}"
        for e in ws.store.trail.events(BULAN)
        if e.aksi == Aksi.ISI_SEL
    }
    ws.close()
    for alamat, value in _shown(program):
        tally.acknowledged += 1
        if f"{cell_object('AK017', alamat)}={value}" not in kept:
            tally.lost.append(f"{alamat}: the screen showed {value}, which was never kept")


def _shown(program: PtyProgram) -> Iterator[tuple[Alamat, int]]:
    """The figures on the last screen that stand there as saved: with dots, as nobody types them."""
    lines = program.screen_lines()
    ends = {"wajib": lines[1].index("Wajib") + 5, "memiliki": lines[1].index("Memiliki") + 8}
    for number, kode in enumerate(REGIONS):
        line = FIRST_LINE + number
        for ukuran, end in ends.items():
            figure = lines[line][end - FIGURE : end].strip()
            if line != program.cursor[1] and "." in figure:
                yield Alamat(kode, ukuran, "jml"), parse_count(figure)  # type: ignore[arg-type]
