"""Who has the month's review open: shown to the Staf, who cannot take the month back meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from civreg_tui.domain import saat
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan, alasan_cukup
from civreg_tui.domain.periode import tanggal
from civreg_tui.services.month.procedure import may, require
from civreg_tui.services.people.presence import lives, started
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

LUPA = timedelta(hours=1)
"""A hold that was not renewed for so long belongs to a session that is gone."""
PERPANJANG = LUPA / 4
"""So long after it was renewed, whoever still works on the review renews it again."""


@dataclass(frozen=True, slots=True)
class Pemegang:
    """A session that reviews: account, since when, last active (UTC, ISO), and its process."""

    akun: str
    sejak: str
    terakhir: str
    pid: int
    mulai: str


def hold(ws: Workspace, periode: str) -> Pemegang | None:
    """Take or renew the review for this session, if it may validate now; returns who else has it.

    A second Kasi is not locked out, only told. Whoever may not validate lets go.
    """
    if not may(ws, periode, Aksi.VALIDASI):
        release(ws, periode)
        return holder(ws, periode)
    with ws.store.transaction():
        first = holder(ws, periode)
        if first is not None and first.akun != ws.pelaku.akun:
            return first
        now, me = ws.now(), os.getpid()
        since = first.sejak if first else now
        _put(ws, periode, Pemegang(ws.pelaku.akun, since, now, me, started(me)))
    return None


def release(ws: Workspace, periode: str) -> None:
    """This session leaves the review; what others have open stays, also under its own account."""
    me = os.getpid()
    mine = [row for row in _all(ws, periode) if (row.akun, row.pid) == (ws.pelaku.akun, me)]
    if mine:
        with ws.store.transaction():
            _drop(ws, periode, mine)


def release_for(ws: Workspace, periode: str, alasan: str) -> str:
    """The admin takes a review from whoever has it, with a reason on record; returns whom."""
    words = "Pemeriksaan orang lain hanya dilepas oleh admin."
    role = require(ws, {"admin"}, "lepas_pemeriksaan", words, periode)
    with ws.store.transaction():
        found = holder(ws, periode)
        if found is None:
            raise Ditolak("Tidak ada yang sedang memeriksa bulan ini.")
        reason = alasan_cukup("Melepas pemeriksaan", alasan)
        ws.record("lepas_pemeriksaan", found.akun, peran=role, periode=periode, alasan=reason)
        _drop(ws, periode, _all(ws, periode))
    return found.akun


def holder(ws: Workspace, periode: str) -> Pemegang | None:
    """Who has had the review open longest, or None; a killed program holds nothing."""
    if ws.keadaan(periode) is not Keadaan.PEMERIKSAAN:
        return None
    holding = [row for row in _all(ws, periode) if _holds(ws, row)]
    return min(holding, key=lambda row: row.sejak, default=None)


def _holds(ws: Workspace, row: Pemegang) -> bool:
    forgotten = ws.clock() - datetime.fromisoformat(row.terakhir) > LUPA
    return not forgotten and lives(row.pid, row.mulai)


def _all(ws: Workspace, periode: str) -> list[Pemegang]:
    rows = ws.store.preferences.habits(_key(periode))
    return [msgspec.json.decode(text, type=Pemegang) for text in rows]


def _put(ws: Workspace, periode: str, mine: Pemegang) -> None:
    """Keep the session's hold; those that ended without farewell go."""
    _drop(ws, periode, [row for row in _all(ws, periode) if not _holds(ws, row)])
    ws.store.preferences.put_habit(mine.akun, _key(periode, mine.pid), dump(mine))


def _drop(ws: Workspace, periode: str, rows: Iterable[Pemegang]) -> None:
    for row in rows:
        ws.store.preferences.put_habit(row.akun, _key(periode, row.pid), None)


def held_by(ws: Workspace, periode: str) -> str:
    """That a Kasi has the review open, who and since when, in a sentence; else empty."""
    found = holder(ws, periode)
    if found is None:
        return ""
    return f"Sedang diperiksa Kasi ({found.akun}) sejak {_sejak(ws, found.sejak)}."


def _sejak(ws: Workspace, iso: str) -> str:
    """The time of day, with the date unless it is today's."""
    since, now = saat.pada(iso), saat.setempat(ws.clock())
    clock = f"{since:%H.%M}"
    return clock if since.date() == now.date() else f"{tanggal(since.date())} {clock}"


def _key(periode: str, pid: int | str = "") -> str:
    """The key of a session's hold; without its process, the beginning of all of the month's."""
    return f"periksa.{periode}.{pid}"
