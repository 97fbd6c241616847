"""The real program in pseudo-terminals, killed or cut off while figures are typed into it.

Four at a time work on one store and one document, so that they also meet in the same cells.
"""

from __future__ import annotations

import random
import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import msgspec

from civreg_tui.config import Config, load_config
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.numbers import parse_count
from civreg_tui.domain.trail_names import cell_name
from civreg_tui.services.pemeriksaan.recheck.replay import replay_again
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.terminal.ptydrive import PtyProgram, session_processes
from tests.terminal.real_program import FIRST_LINE, open_entry
from tests.torture.service import KILLS_PER_STORE, TOGETHER, fresh_store
from tests.torture.tally import Tally
from tests.torture.writer import BULAN

PATIENCE = 60.0
LONGEST_LIFE = 1.2
ESCAPE_SURELY = 0.4
"""Seconds after which Esc alone is known to be no beginning of another key."""
REGIONS = load_config().facts.wilayah
WAYS = ("SIGKILL", "SIGKILL", "SIGKILL", "SIGHUP", "SIGTERM", "closed terminal")


def torture(config: Config, folder: Path, kills: int, seed: int) -> Tally:
    """Type, cut at a random moment, and hold what the screens showed against the store."""
    tally, done = Tally(), 0
    while done < kills:
        if done % KILLS_PER_STORE == 0:
            fresh_store(config, folder)
        many = min(TOGETHER, kills - done)
        _round(config, folder, [random.Random(seed + done + i) for i in range(many)], tally)
        done += many
    return tally


def _round(config: Config, folder: Path, chances: list[random.Random], tally: Tally) -> None:
    """Open as many programs as there are chances, end each by its own, and judge them all."""
    with ExitStack() as opened, ThreadPoolExecutor(len(chances)) as hands:
        programs = list(hands.map(partial(open_entry, folder), ["AK017"] * len(chances)))
        for program in programs:
            opened.enter_context(program)
        tally.kills.update(hands.map(_type_and_end, programs, chances))
        _judge(config, folder, programs, tally)


def _type_and_end(program: PtyProgram, chance: random.Random) -> str:
    way = chance.choice(WAYS)
    _type(program, chance)
    _end(program, way)
    return way


def _type(program: PtyProgram, chance: random.Random) -> None:
    """Key figures, Enter after each, until a moment that comes when it comes.

    The draft of the one before is dropped first, so that figures stay as short as they are typed.
    """
    if "belum tersimpan" in program.picture():
        program.send("\x1b")
        program.wait_quiet(ESCAPE_SURELY)
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


def _judge(config: Config, folder: Path, programs: list[PtyProgram], tally: Tally) -> None:
    """What stood on a screen as saved was kept; the trail holds; no process is left.

    A figure keyed after it may have been kept too, without its turn on the screen.
    """
    for program in programs:
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
    for alamat, value in (one for program in programs for one in _shown(program)):
        tally.acknowledged += 1
        if f"{cell_name('AK017', alamat)}={value}" not in kept:
            tally.lost.append(f"{alamat}: a screen showed {value}, which was never kept")


def _shown(program: PtyProgram) -> Iterator[tuple[Alamat, int]]:
    """The figures on the last screen that stand there as saved: with dots, as nobody types them."""
    lines = program.screen_lines()
    ends = {"wajib": lines[1].index("Wajib") + 5, "memiliki": lines[1].index("Memiliki") + 8}
    for number, region in enumerate(REGIONS.semua, FIRST_LINE):
        line = lines[number]
        if number == program.cursor[1] or not line.startswith(region.singkat):
            continue  # a figure is typed there, or a long message lies over the line
        figures = {found.end(): found[0] for found in re.finditer(r"\d[\d.]*", line)}
        for ukuran, end in ends.items():
            if "." in (figure := figures.get(end, "")):
                place = Alamat(region.kode, ukuran, "jml")  # type: ignore[arg-type]
                yield place, parse_count(figure)
