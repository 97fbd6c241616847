"""Writers on one store, killed at random moments; then everything they were told is looked for."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from civreg_tui.config import Config
from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.periode import Periode
from civreg_tui.services.identity import SEMUA_PERAN, Pelaku
from civreg_tui.services.months import open_month
from civreg_tui.services.recheck.replay import replay_again
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.torture.writer import BULAN, DONE, INTENT, start

ACUAN = "DKB Semester II Tahun 2024"
KILLS_PER_STORE = 40
LONGEST_LIFE = 0.12
"""Seconds that a writer may work before it is killed, at most."""


@dataclass
class Tally:
    """What was done and what was found out."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    in_flight: int = 0
    in_flight_kept: int = 0
    lost: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The tally in words, a line each."""
        kinds = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        yield f"kills: {sum(self.kills.values())} ({kinds})"
        yield f"acknowledged cells: {self.acknowledged}, lost: {len(self.lost)}"
        yield f"acts cut short: {self.in_flight}, of these kept whole: {self.in_flight_kept}"
        yield from self.lost[:20]


def fresh_store(config: Config, folder: Path) -> Path:
    """A store with one month that is open for entry."""
    shutil.rmtree(folder, ignore_errors=True)
    everyone = Pelaku("budi", frozenset({*SEMUA_PERAN, "admin"}), "siksa")
    ws = Workspace(config, Store(folder), pelaku=everyone)
    open_month(ws, Periode.parse(BULAN), ACUAN)
    with ws.store.transaction():
        ws.record("pindah", "uji", periode=BULAN, baru=Keadaan.ENTRI)
        ws.store.months.set_state(BULAN, Keadaan.ENTRI)
    ws.close()
    return folder


def torture(config: Config, folder: Path, kills: int, seed: int) -> Tally:
    """Kill writers ``kills`` times, and judge the store after every time."""
    chance, tally, done = random.Random(seed), Tally(), 0
    while done < kills:
        if done % KILLS_PER_STORE == 0:
            fresh_store(config, folder)
        many = min(chance.choice((1, 1, 2)), kills - done, KILLS_PER_STORE - done % KILLS_PER_STORE)
        _round(config, folder, chance, tally, [f"staf{done + i}" for i in range(many)])
        done += many
    return tally


def _round(
    config: Config, folder: Path, chance: random.Random, tally: Tally, names: list[str]
) -> None:
    """Start writers side by side, kill each at its moment, then judge."""
    running = {name: start(config, folder, name, chance.randrange(10**9)) for name in names}
    said: dict[str, list[str]] = {}
    for name, (pid, pipe) in running.items():
        said[name] = _kill(pid, pipe, chance, tally)
    judge(config, folder, said, tally)


def _kill(pid: int, pipe: int, chance: random.Random, tally: Tally) -> list[str]:
    """Let a writer work a moment after its first word, kill it, and hear it out."""
    text = os.read(pipe, 65536)
    end = time.perf_counter() + chance.random() * LONGEST_LIFE
    while (left := end - time.perf_counter()) > 0:
        if select.select([pipe], [], [], left)[0]:
            text += os.read(pipe, 65536)
    number = signal.SIGKILL if chance.random() < 0.8 else signal.SIGHUP
    os.kill(pid, number)
    os.waitpid(pid, 0)
    while more := os.read(pipe, 65536):
        text += more
    os.close(pipe)
    tally.kills[number.name] += 1
    return text.decode().splitlines()


def judge(config: Config, folder: Path, said: dict[str, list[str]], tally: Tally) -> None:
    """Everything acknowledged is in the trail in its order, and the store is what it tells."""
    ws = Workspace(config, Store(folder), pelaku=Pelaku("rina", frozenset({"auditor"}), "siksa"))
    tally.lost += [f"{b.hal}: {b.kalimat}" for b in replay_again(ws, {})]
    damage = ws.store.database.sql.execute("PRAGMA integrity_check").fetchone()[0]
    tally.lost += [] if damage == "ok" else [damage]
    for name, lines in said.items():
        events = (e for e in ws.store.trail.events(BULAN) if e.akun == name)
        written = [
            f"{e.objek}={msgspec.json.decode(e.baru or '{}', type=Isian).angka}"
            for e in events
            if e.aksi == Aksi.ISI_SEL
        ]
        _compare(name, lines, written, tally)
    ws.close()


def _compare(name: str, lines: list[str], written: list[str], tally: Tally) -> None:
    acknowledged = [cell for line in lines if line[:1] == DONE for cell in line.split()[1:]]
    tally.acknowledged += len(acknowledged)
    if missing := _not_in_order(acknowledged, written):
        tally.lost.append(f"{name}: {missing} was acknowledged and is not in the trail")
    if lines and lines[-1][:1] == INTENT:
        cells = lines[-1].split()[1:]
        kept = sum(cell in written for cell in cells)
        tally.in_flight += 1
        tally.in_flight_kept += kept == len(cells)
        if kept not in {0, len(cells)}:
            tally.lost.append(f"{name}: a block was kept in part: {lines[-1]}")


def _not_in_order(wanted: Iterable[str], written: Iterable[str]) -> str | None:
    """The first wanted thing that does not follow the ones before it."""
    rest = iter(written)
    return next((cell for cell in wanted if cell not in rest), None)
