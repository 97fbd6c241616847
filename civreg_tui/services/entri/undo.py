"""Undo and redo of what was done at the sheets, read from the trail: they outlive a connection.

An event that takes a group of events back (or does it again) names it as ``urung:GROUP``
(``ulang:GROUP``): a figure's in its reason, any other act's in its group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from civreg_tui.domain.langkah import TABEL, Aksi, Keadaan
from civreg_tui.domain.lembar import KOLOM, Kolom
from civreg_tui.domain.trail_names import place_of
from civreg_tui.services.entri.answers import MENJAWAB
from civreg_tui.services.entri.undo_kinds import DIKENAL, change_of, put_back
from civreg_tui.services.month.procedure import permitted
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

_KEYABLE = frozenset(row.dari for row in TABEL if row.aksi is Aksi.ISI_SEL)


class Tersentuh(NamedTuple):
    """What was undone or redone first, as far as it has a place: a cell, a column or a sheet."""

    aksi: str
    dokumen: str
    wilayah: str | None = None
    kolom: Kolom | None = None


def undo(ws: Workspace, periode: str) -> Tersentuh | None:
    """Take back the account's last act at the month's sheets; None when there is nothing left.

    Ditolak when a colleague has changed the same since, or keying is not allowed now.
    """
    done, _ = _stacks(ws, periode)
    return _replay(ws, periode, done[-1], "urung") if done else None


def redo(ws: Workspace, periode: str) -> Tersentuh | None:
    """Do again what was last undone; None when nothing was."""
    _, undone = _stacks(ws, periode)
    return _replay(ws, periode, undone[-1], "ulang") if undone else None


def _stacks(ws: Workspace, periode: str) -> tuple[list[str], list[str]]:
    """The groups that can be undone and redone, in the order of the trail."""
    done: list[str] = []
    undone: list[str] = []
    for event in _at_the_sheets(ws, periode):
        kind, _, group = _mark(event).partition(":")
        if kind == "urung" and group in done:
            done.remove(group)
            undone.append(group)
        elif kind == "ulang" and group in undone:
            undone.remove(group)
            done.append(group)
        elif not kind and _group(event) not in done:
            done.append(_group(event))
            undone.clear()
    return done, undone


def _at_the_sheets(ws: Workspace, periode: str) -> list[Peristiwa]:
    """The account's acts that undo knows, without those of other steps.

    What answered an earlier return is the Kasi's, who has sent the month back once more.
    """
    found: list[Peristiwa] = []
    state: Keadaan | None = None
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.KEMBALIKAN_KE_STAF:
            found = [one for one in found if one.aksi != MENJAWAB]
        elif event.aksi == "pindah" and event.baru:
            state = Keadaan(event.baru)
        elif event.akun == ws.pelaku.akun and event.aksi in DIKENAL:
            found += [event] if event.aksi == Aksi.ISI_SEL or _may_key(state) else []
    return found


def _may_key(state: Keadaan | None) -> bool:
    return state is None or state in _KEYABLE


def _mark(event: Peristiwa) -> str:
    """What an event takes back or does again, empty for an act of its own."""
    text = event.alasan if event.aksi == Aksi.ISI_SEL else event.kelompok
    return text if ":" in text else ""


def _group(event: Peristiwa) -> str:
    own = event.kelompok if ":" not in event.kelompok else ""
    return own or str(event.no)


def _replay(ws: Workspace, periode: str, group: str, kind: str) -> Tersentuh:
    with ws.store.transaction():
        permitted(ws, periode, Aksi.ISI_SEL)
        events = list(ws.store.trail.events(periode))
        steps = _of(events, group)
        mark = (str(ws.store.trail.next_number()), f"{kind}:{group}")
        for event in steps:
            before, after = change_of(event, events)
            change = (after, before) if kind == "urung" else (before, after)
            put_back(ws, periode, event, change, mark)
    return _touched(steps[0])


def _of(events: Sequence[Peristiwa], group: str) -> list[Peristiwa]:
    return [e for e in events if e.aksi in DIKENAL and _group(e) == group and not _mark(e)]


def _touched(event: Peristiwa) -> Tersentuh:
    if event.aksi == Aksi.JELASKAN_TEMUAN:
        _, document, region, column, *_ = event.objek.split("|")
        ukuran, _, seks = column.partition(".")
        return Tersentuh(event.aksi, document, region or None, KOLOM.get(ukuran, {}).get(seks))
    return Tersentuh(event.aksi, *place_of(event.objek))
