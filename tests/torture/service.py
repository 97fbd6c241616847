"""Writers on one store, killed at random moments; then everything they were told is looked for."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import msgspec

from civreg_tui.config import Config
from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.domain.lembar import Isian
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.months import open_month
from civreg_tui.services.pemeriksaan.recheck.replay import replay_again
from civreg_tui.services.people.identity import SEMUA_PERAN, Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.torture.crowd import crowd
from tests.torture.tally import Tally
from tests.torture.writer import BULAN, DONE, FULL, INTENT

ACUAN = "DKB Semester II Tahun 2024"
KILLS_PER_STORE = 40
TOGETHER = 4
"""How many write at once."""


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
    """Kill writers ``kills`` times, four at a time, and judge the store after every round."""
    chance, tally, done = random.Random(seed), Tally(), 0
    while done < kills:
        if done % KILLS_PER_STORE == 0:
            fresh_store(config, folder)
        many = min(TOGETHER, kills - done)
        said = crowd(config, folder, chance, tally, [f"staf{done + i}" for i in range(many)])
        judge(config, folder, said, tally)
        done += many
    return tally


def judge(config: Config, folder: Path, said: dict[str, list[str]], tally: Tally) -> None:
    """Everything acknowledged is in the trail in its order, and the store is what it tells."""
    ws = Workspace(config, Store(folder), pelaku=Pelaku("rina", frozenset({"auditor"}), "siksa"))
    with ws.store.transaction():  # raises where a dead writer left its lock
        ws.store.preferences.put_mark("siksa", "ditulis")
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
    _refused_by_the_disk(name, lines, written, tally)
    if lines and lines[-1][:1] == INTENT:
        cells = lines[-1].split()[1:]
        kept = sum(cell in written for cell in cells)
        tally.in_flight += 1
        tally.in_flight_kept += kept == len(cells)
        if kept not in {0, len(cells)}:
            tally.lost.append(f"{name}: a block was kept in part: {lines[-1]}")


def _refused_by_the_disk(name: str, lines: list[str], written: list[str], tally: Tally) -> None:
    """What was said to have changed nothing is not there."""
    for intent, answer in pairwise(lines):
        if answer != FULL:
            continue
        tally.refused += 1
        if intent[:1] == INTENT and any(cell in written for cell in intent.split()[1:]):
            tally.lost.append(f"{name}: refused by the full disk and kept all the same: {intent}")


def _not_in_order(wanted: Iterable[str], written: Iterable[str]) -> str | None:
    """The first wanted thing that does not follow the ones before it."""
    rest = iter(written)
    return next((cell for cell in wanted if cell not in rest), None)
