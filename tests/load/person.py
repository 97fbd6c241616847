"""One person keying in a real terminal, who remembers what the screen said to every figure."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal.ptydrive import PtyProgram, Waited

ROOT = Path(__file__).parents[2]
BULAN, DOKUMEN = "2024-12", ("AK017", "AKAWIN", "ACERAI", "AMATI")
TIAP = 2.0
"""Seconds from one keyed cell to the next."""
DIRI = 100_000
"""Every figure is one person's and is keyed once, so that it names its keyer in the trail."""
_LOCAL = {"SSH_CONNECTION": ""}
"""Else the trail would add a claimed address to the terminal's name."""
_TO_THE_TOP = "\x1b[H" + "\x1b[A" * 20


@dataclass
class Person:
    """One keyer: where, what the screen acknowledged or refused, and how long each took."""

    number: int
    store: Path
    tty: str = ""
    times: list[float] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)
    """What was not taken, with the line that the screen said to it."""
    wrong: list[str] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def keyed(self) -> int:
        """How many figures were keyed and confirmed with Enter."""
        return len(self.times)

    def work(self, seconds: float) -> None:
        """Key down the sheet until the time is over."""
        document = DOKUMEN[self.number % len(DOKUMEN)]
        argv = [sys.executable, "-m", "civreg_tui", "open", BULAN, "--document", document]
        chance = random.Random(self.number)
        with PtyProgram([*argv, "--store", str(self.store)], cwd=ROOT, env=_LOCAL) as app:
            self.tty = app.tty_name
            app.wait_for("4 Entri")
            app.wait_quiet()
            time.sleep(chance.uniform(0, TIAP))
            try:
                self._key_on(app, time.monotonic() + seconds)
            except Waited as silence:
                self.wrong.append(str(silence))
            self.cpu = app.cpu_seconds()

    def _key_on(self, app: PtyProgram, end: float) -> None:
        while time.monotonic() < end and not self.wrong:
            started = time.monotonic()
            self.key(app, DIRI * (self.number + 1) + self.keyed)
            if app.process.poll() is not None:
                self.wrong.append(f"the program ended:\n{app.picture()}")
                return
            if any("Ujung lembar" in line for line in app.screen_lines()):
                app.send(_TO_THE_TOP)
                app.wait_quiet()
            time.sleep(max(0.0, TIAP - (time.monotonic() - started)))

    def key(self, app: PtyProgram, figure: int) -> None:
        """Key a figure with Enter, and read from the screen what became of it."""
        before = app.cursor
        app.send(f"{figure}\r")
        took = app.wait_quiet(output=True)
        if not _answered(app, figure, before):  # the store was busy: nothing is written meanwhile
            app.wait_until(lambda: _answered(app, figure, before), f"an answer to {figure}")
            took = app.wait_quiet()
        self.times.append(took)
        if said := _refusal(app):
            self.refused[figure] = said
            app.send("\x1b")
            app.wait_quiet()
        else:
            self.acknowledged.append(figure)


def _answered(app: PtyProgram, figure: int, before: tuple[int, int]) -> bool:
    """Whether the figure was refused, or stands with its dots and the cursor went on."""
    shown = f"{figure:,}".replace(",", ".") in app.picture()
    return bool(_refusal(app)) or shown or app.cursor[1] != before[1]


def _refusal(app: PtyProgram) -> str:
    return next((line.strip() for line in app.screen_lines() if "baru diisi" in line), "")
