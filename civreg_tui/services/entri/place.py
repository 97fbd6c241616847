"""Where an account was while keying, kept so that a new session goes on at the same cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.trail_names import cell_of
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by document, row and column; ``text`` is what was half-typed there.

    ``event`` is the account's last act of keying by then; ``passed`` says that the cell itself
    was finished, so that the next one is meant.
    """

    document: str
    row: str
    column: str
    text: str = ""
    event: int = 0
    passed: bool = False


def save_place(ws: Workspace, periode: str, place: Place) -> None:
    """Keep the account's place in a month; an auditor leaves nothing behind."""
    if ws.hanya_baca:
        return
    last = _last_keyed(ws, periode)
    kept = replace(place, event=last.event if last else 0)
    with ws.store.transaction():
        ws.store.preferences.put_habit(ws.pelaku.akun, _key(periode), dump(kept))


def last_place(ws: Workspace, periode: str) -> Place | None:
    """The kept place, or the cell keyed after it when the session ended without farewell."""
    text = ws.store.preferences.habit(ws.pelaku.akun, _key(periode))
    kept = msgspec.json.decode(text, type=Place) if text else None
    keyed = _last_keyed(ws, periode)
    if kept is not None and (keyed is None or keyed.event <= kept.event):
        return kept
    return keyed


def _key(periode: str) -> str:
    return f"entri.tempat.{periode}"


def _last_keyed(ws: Workspace, periode: str) -> Place | None:
    """The cell that the account keyed last, from the trail."""
    last = None
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.ISI_SEL and event.akun == ws.pelaku.akun:
            last = event
    if last is None:
        return None
    document, cell = cell_of(last.objek)
    return Place(document, cell.wilayah, ".".join(cell.kolom), event=last.no, passed=True)


def habit(ws: Workspace, key: str) -> str | None:
    """A habit of the account on the entry screen (its path), or None."""
    return ws.store.preferences.habit(ws.pelaku.akun, f"entri.{key}")


def keep_habit(ws: Workspace, key: str, value: str) -> None:
    """Remember a habit of the account; an auditor's are not kept."""
    if ws.hanya_baca:
        return
    with ws.store.transaction():
        ws.store.preferences.put_habit(ws.pelaku.akun, f"entri.{key}", value)
