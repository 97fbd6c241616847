"""Undo and redo of keying, read from the trail, so that they survive a lost connection.

An event that takes a group of events back (or does it again) names it in its reason as
``urung:GROUP`` (``ulang:GROUP``).
"""

from __future__ import annotations

import uuid

import msgspec

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.enter import cell_object, writable
from civreg_tui.services.forms import dump
from civreg_tui.services.procedure import Catatan, act
from civreg_tui.services.workspace import Workspace


def undo(ws: Workspace, periode: str) -> tuple[str, Alamat] | None:
    """Take back the account's last act of keying; returns a touched cell, or None."""
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
    group, own = stack[-1], uuid.uuid4().hex
    events = [e for e in ws.store.trail.events(periode) if e.kelompok == group]
    touched: tuple[str, Alamat] | None = None
    with ws.store.transaction():
        for event in events:
            dokumen, wilayah, ukuran, seks = event.objek.split("/")
            alamat = Alamat(wilayah, ukuran, seks)  # type: ignore[arg-type]
            value = msgspec.json.decode(
                (event.lama if kind == "urung" else event.baru) or "{}", type=Isian
            )
            touched = touched or (dokumen, alamat)
            _restore(ws, periode, (dokumen, alamat), value, (own, f"{kind}:{group}"))
    assert touched is not None, "a group of the trail has at least one event"
    return touched


def _restore(
    ws: Workspace,
    periode: str,
    cell: tuple[str, Alamat],
    value: Isian,
    mark: tuple[str, str],
) -> None:
    dokumen, alamat = cell
    sheet = writable(ws, periode, dokumen, {alamat: value})
    note = Catatan(
        cell_object(dokumen, alamat), dump(sheet.isian(alamat)), dump(value), mark[1], mark[0]
    )
    event = act(ws, periode, Aksi.ISI_SEL, note)
    ws.store.cells.put(periode, dokumen, alamat, value, event)
