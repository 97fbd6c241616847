"""The real program on the entry screen of a demo store, in a pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.entri.takeover import take_over
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.terminal.ptydrive import PtyProgram

ROOT = Path(__file__).parents[2]
BULAN = "2024-12"
FIRST_LINE = 2
"""The line of the screen where the first kabupaten/kota stands."""


def entry_command(folder: Path, document: str = "AK017") -> list[str]:
    """The words that open the entry screen on a document."""
    words = ("--store", str(folder), "open", BULAN, "--step", "4", "--document", document)
    return [sys.executable, "-m", "civreg_tui", *words]


def open_entry(
    folder: Path,
    document: str = "AK017",
    *,
    term: str = "xterm-256color",
    env: Mapping[str, str] | None = None,
    ignore_sighup: bool = False,
) -> PtyProgram:
    """Start the program and wait until its entry screen stands."""
    program = PtyProgram(
        entry_command(folder, document), cwd=ROOT, term=term, env=env, ignore_sighup=ignore_sighup
    )
    with ExitStack() as unready:
        unready.callback(program.close)
        program.wait_for("Payakumbuh", 60)
        program.wait_quiet(timeout=60)
        unready.pop_all()
    return program


def fill(folder: Path, document: str = "AK017") -> None:
    """Fill a document from the softcopy, by a colleague."""
    ws = Workspace(load_config(), Store(folder), pelaku=Pelaku("rina", frozenset({"staf"}), "uji"))
    take_over(ws, BULAN, document)
    ws.close()


def stored(folder: Path, document: str = "AK017") -> dict[Alamat, int | None]:
    """The figures that the store holds."""
    store = Store(folder)
    cells = {a: i.angka for a, i in store.cells.of(BULAN, document).items()}
    store.close()
    return cells
