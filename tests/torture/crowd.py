"""Writers side by side, each ended at its own moment; some meet a full disk before."""

from __future__ import annotations

import os
import random
import resource
import select
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from civreg_tui.config import Config
from tests.torture.tally import Tally
from tests.torture.writer import start

LONGEST_LIFE = 0.25
"""Seconds that a writer may work before its end, at most."""
_WAYS = ("SIGKILL", "SIGKILL", "SIGKILL", "SIGHUP", "disk full, then SIGKILL")
_NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@dataclass
class Life:
    """A writer, when it meets a full disk and gets room again (if ever), and when it ends."""

    pid: int
    pipe: int
    way: str
    full: float
    room: float
    end: float
    said: bytes = b""

    def see_to(self, now: float) -> None:
        """Fill the disk, or empty it, when that is due."""
        if now >= self.full:
            self.full = float("inf")
            # no file may grow over what a store has at once: its log cannot be written on
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        if now >= self.room:
            self.room = float("inf")
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, _NO_LIMIT)


def crowd(
    config: Config, folder: Path, chance: random.Random, tally: Tally, names: list[str]
) -> dict[str, list[str]]:
    """Let writers work together, end each at its moment; returns what each of them said."""
    lives = {name: _life(config, folder, name, chance) for name in names}
    for life in lives.values():  # all are at work before the first of them ends
        life.said = os.read(life.pipe, 65536)
    began, left = time.perf_counter(), list(lives.values())
    while left:
        now = time.perf_counter() - began
        for life in left:
            life.see_to(now)
        for life in [life for life in left if now >= life.end]:
            _end(life, tally)
            left.remove(life)
        _listen(left)
    return {name: life.said.decode().splitlines() for name, life in lives.items()}


def _life(config: Config, folder: Path, name: str, chance: random.Random) -> Life:
    pid, pipe = start(config, folder, name, chance.randrange(10**9))
    way, end, never = chance.choice(_WAYS), chance.random() * LONGEST_LIFE, float("inf")
    if "full" not in way:
        return Life(pid, pipe, way, never, never, end)
    moments = sorted(chance.random() * end for _ in range(2))
    return Life(pid, pipe, way, moments[0], moments[1], end)


def _listen(lives: list[Life]) -> None:
    ready = select.select([life.pipe for life in lives], [], [], 0.002)[0] if lives else []
    for life in lives:
        if life.pipe in ready:
            life.said += os.read(life.pipe, 65536)


def _end(life: Life, tally: Tally) -> None:
    """End a writer its way, and hear out what it still had said."""
    os.kill(life.pid, signal.SIGHUP if life.way == "SIGHUP" else signal.SIGKILL)
    os.waitpid(life.pid, 0)
    while more := os.read(life.pipe, 65536):
        life.said += more
    os.close(life.pipe)
    tally.kills[life.way] += 1
