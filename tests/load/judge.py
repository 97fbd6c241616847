"""What the screens acknowledged held against the store: the same figures, no more and no fewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from civreg_tui.config import Config
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.pemeriksaan.recheck.replay import replay_again
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.load.person import BULAN, Person


def written(folder: Path, after: int) -> dict[str, list[int | None]]:
    """The figures that were kept after an event, by the terminal they were keyed at, in order."""
    store, found = Store(folder), dict[str, list[int | None]]()
    for event in store.trail.events(BULAN, after):
        if event.aksi == "isi_sel":
            figure = msgspec.json.decode(event.baru or "{}", type=Isian).angka
            found.setdefault(event.tempat, []).append(figure)
    store.close()
    return found


def faults(
    config: Config, folder: Path, persons: Sequence[Person], after: int = 0
) -> Iterator[str]:
    """Every lost or unasked-for figure by name, and every break of the record."""
    kept = written(folder, after)
    for person in persons:
        yield from person.wrong
        yield from _compare(person, kept.pop(person.tty, []))
    for tty, figures in kept.items():
        yield f"{tty}: {figures} was keyed by nobody"
    ws = Workspace(config, Store(folder), pelaku=Pelaku("rina", frozenset({"auditor"}), "beban"))
    yield from (f"{b.hal}: {b.kalimat}" for b in replay_again(ws, {}))
    ws.close()


def _compare(person: Person, kept: list[int | None]) -> Iterator[str]:
    name = f"person {person.number}"
    yield from (f"{name}: {n} was acknowledged and is LOST" for n in _without(person, kept))
    for figure in kept:
        if figure in person.refused:
            yield f"{name}: {figure} was refused and is stored all the same"
        elif figure not in person.acknowledged:
            yield f"{name}: {figure} is stored and was not acknowledged"
    if not set(person.acknowledged) ^ set(kept) and person.acknowledged != kept:
        yield f"{name}: stored in another order than keyed"


def _without(person: Person, kept: list[int | None]) -> list[int]:
    return [figure for figure in person.acknowledged if figure not in kept]
