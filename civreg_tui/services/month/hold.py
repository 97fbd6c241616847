"""Who has the month's review open: shown to the Staf, who cannot take the month back meanwhile."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from civreg_tui.domain import saat
from civreg_tui.domain.langkah import ALASAN_MINIMUM, Aksi, Ditolak, Keadaan
from civreg_tui.domain.periode import tanggal
from civreg_tui.services.month.forms import dump
from civreg_tui.services.month.procedure import may, require
from civreg_tui.services.people.presence import lives, started
from civreg_tui.services.workspace import Workspace

LUPA = timedelta(hours=1)
"""A hold that was not renewed for so long belongs to a session that is gone."""
PERPANJANG = LUPA / 4
"""So long after it was renewed, whoever still works on the review renews it again."""


@dataclass(frozen=True, slots=True)
class Pemegang:
    """The account that reviews, since when, when it was last active (UTC, ISO), and its process."""

    akun: str
    sejak: str
    terakhir: str
    pid: int = 0
    mulai: str = ""


def hold(ws: Workspace, periode: str) -> Pemegang | None:
    """Take or renew the review for this account, if it may validate now; returns who else has it.

    A second Kasi is not locked out, only told. Whoever may not validate lets go.
    """
    if not may(ws, periode, Aksi.VALIDASI):
        release(ws, periode)
        return holder(ws, periode)
    with ws.store.transaction():
        other = holder(ws, periode)
        if other is not None and other.akun != ws.pelaku.akun:
            return other
        since = other.sejak if other else ws.now()
        me = os.getpid()
        mine = Pemegang(ws.pelaku.akun, since, ws.now(), me, started(me))
        ws.store.preferences.put_mark(_key(periode), dump(mine))
    return None


def release(ws: Workspace, periode: str) -> None:
    """Leave the review; somebody else's hold stays."""
    if (found := holder(ws, periode)) is not None and found.akun == ws.pelaku.akun:
        with ws.store.transaction():
            ws.store.preferences.put_mark(_key(periode), "")


def release_for(ws: Workspace, periode: str, alasan: str) -> str:
    """The admin takes a review from whoever has it, with a reason on record; returns whom."""
    words = "Pemeriksaan orang lain hanya dilepas oleh admin."
    role = require(ws, {"admin"}, "lepas_pemeriksaan", words, periode)
    found = holder(ws, periode)
    if found is None:
        raise Ditolak("Tidak ada yang sedang memeriksa bulan ini.")
    if len(alasan.strip()) < ALASAN_MINIMUM:
        raise Ditolak(f"Tulis alasannya, sedikitnya {ALASAN_MINIMUM} huruf.")
    with ws.store.transaction():
        ws.record("lepas_pemeriksaan", found.akun, peran=role, periode=periode,
                  alasan=alasan.strip())  # fmt: skip
        ws.store.preferences.put_mark(_key(periode), "")
    return found.akun


def holder(ws: Workspace, periode: str) -> Pemegang | None:
    """Who has the review open, or None; a killed program holds nothing."""
    text = ws.store.preferences.mark(_key(periode))
    if not text or ws.month(periode).keadaan is not Keadaan.PEMERIKSAAN:
        return None
    found = msgspec.json.decode(text, type=Pemegang)
    gone = ws.clock() - datetime.fromisoformat(found.terakhir) > LUPA
    dead = found.pid and not lives(found.pid, found.mulai)
    return None if gone or dead else found


def held_by(ws: Workspace, periode: str) -> str:
    """That a Kasi has the review open, who and since when, in a sentence; else empty."""
    found = holder(ws, periode)
    if found is None:
        return ""
    return f"Sedang diperiksa Kasi ({found.akun}) sejak {_moment(ws, found.sejak)}."


def _moment(ws: Workspace, iso: str) -> str:
    """The time of day, with the date unless it is today's."""
    moment, now = saat.pada(iso), saat.setempat(ws.clock())
    clock = f"{moment:%H.%M}"
    return clock if moment.date() == now.date() else f"{tanggal(moment.date())} {clock}"


def _key(periode: str) -> str:
    return f"periksa.{periode}"
