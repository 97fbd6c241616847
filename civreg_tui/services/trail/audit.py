"""The whole record examined: the chain of the trail, and the store against what the trail tells."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from civreg_tui.services.trail.replay import replay
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import explained
from civreg_tui.store.snapshot import changed_rows, moments, snapshot, structure
from civreg_tui.store.store import Store
from civreg_tui.store.trail import any_text

TERBANYAK = 20
"""Differences that are named; the rest is counted."""
_SELISIH = timedelta(minutes=2)
"""How far the moment inside a row may be from its event's own: an act takes a while."""
_ISI = {"sel": ("angka", 5), "kendali": ("jumlah kendali", 4), "berkas": ("keadaan", 2)}
"""What a row of these tables holds for a reader, and in which column."""


@dataclass(frozen=True, slots=True)
class HasilAudit:
    """``broken_at`` is the first event that does not fit, or whose effect was changed, if known."""

    ok: bool
    events: int
    head: str
    broken_at: int | None
    differences: tuple[str, ...] = ()


def audit(ws: Workspace) -> HasilAudit:
    """Recompute the chain, then replay it and compare every table; StoreBermasalah when unreadable.

    Moments inside rows are compared to two minutes; habits and marks are not.
    """
    path = ws.store.database.path
    with explained(path), any_text(ws.store.database.sql):
        chain = ws.store.trail.verify()
        if not chain.ok:
            return HasilAudit(False, chain.events, chain.head, chain.broken_at)
        with tempfile.TemporaryDirectory(prefix="civreg-audit-") as place:
            again = Store(Path(place))
            try:
                replay(ws.store, again, ws.config)
                found = list(_differences(ws.store, again))
            finally:
                again.close()
    at = min((no for no, _ in found if no is not None), default=None)
    named = tuple(sentence for _, sentence in found[:TERBANYAK])
    if len(found) > TERBANYAK:
        named += (f"dan {len(found) - TERBANYAK} lagi",)
    return HasilAudit(not found, chain.events, chain.head, at, named)


def _differences(store: Store, again: Store) -> Iterator[tuple[int | None, str]]:
    """(the event concerned, a sentence) for all that is not as the trail tells."""
    ours, theirs = structure(store.database.sql), structure(again.database.sql)
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            yield None, _harmless(f"susunan simpanan berubah: {name}")
    contents = snapshot(store.database.sql), snapshot(again.database.sql)
    for table, key, mine, told in changed_rows(*contents):
        number = told[-1] if told and table in {"sel", "verifikasi"} else None
        yield number, _harmless(_sentence(table, key, mine, told))
    yield from ((None, _harmless(sentence)) for sentence in _moved(store, again))


def _moved(store: Store, again: Store) -> Iterator[str]:
    """Moments of rows that are not those of the events that wrote them."""
    ours, theirs = moments(store.database.sql), moments(again.database.sql)
    for place in sorted(ours.keys() & theirs.keys()):
        if not _near(ours[place], theirs[place]):
            table, key, column = place
            yield f"{table} {key}: {column} menurut jejak {theirs[place]}, tersimpan {ours[place]}"


def _near(one: str, other: str) -> bool:
    try:
        return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other)) <= _SELISIH
    except (TypeError, ValueError):
        return False


def _harmless(text: str) -> str:
    """The sentence without bytes that are no text, which a spoilt row may bring along."""
    return text.encode("utf-8", "replace").decode()


def _sentence(
    table: str, key: tuple[Any, ...], mine: tuple[Any, ...] | None, told: tuple[Any, ...] | None
) -> str:
    where = f"{table} {'/'.join(str(part)[:40] for part in key)}"
    if mine is None:
        return f"{where}: hilang dari simpanan"
    if told is None:
        return f"{where}: tidak ada dalam jejak"
    what, column = _ISI.get(table, ("isi", -1))
    if column < 0 or mine[column] == told[column]:
        return f"{where}: isi tidak menurut jejak"
    return f"{where}: {what} menurut jejak {told[column]}, tersimpan {mine[column]}"
