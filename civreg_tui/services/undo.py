"""Undo and redo of keying, read from the trail, so that they survive a lost connection.

An event that takes a group of events back (or does it again) names it in its reason as
``urung:GROUP`` (``ulang:GROUP``).
"""

from __future__ import annotations

import msgspec

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.enter import cell_object, refuse_overtaken, writable
from civreg_tui.services.forms import dump
from civreg_tui.services.procedure import Catatan, act
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa


def undo(ws: Workspace, periode: str) -> tuple[str, Alamat] | None:
    """Take back the account's last act of keying; returns a touched cell, or None.

    Ditolak when a colleague has written one of its cells since.
    """
    done, _ = _stacks(ws, periode)
    return _replay(ws, periode, done, "urung") if done else None


def redo(ws: Workspace, periode: str) -> tuple[str, Alamat] | None:
    """Do again what was last undone; returns a touched cell, None when nothing was."""
    _, undone = _stacks(ws, periode)
    return _replay(ws, periode, undone, "ulang") if undone else None


def _stacks(ws: Workspace, periode: str) -> tuple[list[str], list[str]]:
    """The groups that can be undone and redone, read from the trail."""
    done: list[str] = []
    undone: list[str] = []
    for event in ws.store.trail.events(periode):
        if event.akun != ws.pelaku.akun or event.aksi != Aksi.ISI_SEL:
            continue
        kind, _, group = event.alasan.partition(":")
        if kind == "urung" and group in done:
            done.remove(group)
            undone.append(group)
        elif kind == "ulang" and group in undone:
            undone.remove(group)
            done.append(group)
        elif not kind and event.kelompok not in done:
            done.append(event.kelompok)
            undone.clear()
    return done, undone


def _replay(ws: Workspace, periode: str, stack: list[str], kind: str) -> tuple[str, Alamat]:
    group = stack[-1]
    events = [e for e in ws.store.trail.events(periode) if e.kelompok == group]
    with ws.store.transaction():
        mark = (str(ws.store.trail.next_number()), f"{kind}:{group}")
        touched = [_step(ws, periode, event, mark, back=kind == "urung") for event in events]
    return touched[0]


def _step(
    ws: Workspace, periode: str, event: Peristiwa, mark: tuple[str, str], *, back: bool
) -> tuple[str, Alamat]:
    dokumen, wilayah, ukuran, seks = event.objek.split("/")
    cell = dokumen, Alamat(wilayah, ukuran, seks)  # type: ignore[arg-type]
    before, after = _value(event.lama), _value(event.baru)
    _restore(ws, periode, cell, (after, before) if back else (before, after), mark)
    return cell


def _value(text: str | None) -> Isian:
    return msgspec.json.decode(text or "{}", type=Isian)


def _restore(
    ws: Workspace,
    periode: str,
    cell: tuple[str, Alamat],
    change: tuple[Isian, Isian],
    mark: tuple[str, str],
) -> None:
    (dokumen, alamat), (seen, value) = cell, change
    sheet = writable(ws, periode, dokumen, {alamat: value})
    refuse_overtaken(ws, sheet, {alamat: seen})
    note = Catatan(
        cell_object(dokumen, alamat), dump(sheet.isian(alamat)), dump(value), mark[1], mark[0]
    )
    event = act(ws, periode, Aksi.ISI_SEL, note)
    ws.store.cells.put(periode, dokumen, alamat, value, event)
