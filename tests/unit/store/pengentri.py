"""A process that keys figures and says so only after each was committed: run with a store folder.

It prints ``account event-number`` per commit, until it is killed or has done ``count`` of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store


def main(folder: str, akun: str, wilayah: str, count: str) -> None:
    """Key 1, 2, 3 … into one cell of December's recap."""
    who = Pelaku(akun, frozenset({"staf"}), "uji")
    ws = Workspace(load_config(), Store(Path(folder)), pelaku=who)
    cell = Alamat(wilayah, "wajib", "jml")
    first = ws.store.cells.of("2024-12", "AK017").get(cell, Isian()).angka or 0
    print("siap", flush=True)
    for n in range(first + 1, first + 1 + int(count)):
        commit_cell(ws, "2024-12", "AK017", cell, Isian(n))
        print(n, flush=True)
    ws.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
