"""Who is where: every open program says which screen it shows; a dead one is not counted."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah

KUNCI = "hadir."
"""Beginning of the habit's key; the process number follows."""
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Hadir:
    """An open program: its account, terminal, process, and the screen it shows since (UTC)."""

    akun: str
    layar: str
    periode: str
    tempat: str
    pid: int
    mulai: str
    sejak: str


def arrive(ws: Workspace, layar: str, periode: str = "") -> None:
    """Say which screen this program shows now; an auditor and a past day are not announced.

    Where the store cannot be written, nobody is kept from looking or working unannounced.
    """
    if ws.hanya_baca or ws.per_tanggal or ws.tampil_di == (layar, periode):
        return
    me = os.getpid()
    here = Hadir(ws.pelaku.akun, layar, periode, ws.pelaku.tempat, me, started(me), ws.now())
    with suppress(StoreBermasalah):
        with ws.store.transaction():
            ws.store.preferences.put_habit(ws.pelaku.akun, f"{KUNCI}{me}", dump(here))
        ws.tampil_di = (layar, periode)


def leave(ws: Workspace) -> None:
    """Take this program, and those that died without farewell, off the list where that can be."""
    with suppress(StoreBermasalah):
        gone = [row for row in _all(ws) if row.pid == os.getpid() or not _alive(row)]
        if not gone or ws.hanya_baca:
            return
        with ws.store.transaction():
            for row in gone:
                ws.store.preferences.put_habit(row.akun, f"{KUNCI}{row.pid}", None)


def others(ws: Workspace) -> tuple[Hadir, ...]:
    """The other programs that are open on this store, by account."""
    return tuple(row for row in _all(ws) if row.pid != os.getpid() and _alive(row))


def in_words(row: Hadir) -> str:
    """Where somebody is: ``siti di 4 Entri 2024-12``."""
    return f"{row.akun} di {row.layar}{f' {row.periode}' if row.periode else ''}"


def _all(ws: Workspace) -> list[Hadir]:
    rows = ws.store.preferences.habits(KUNCI)
    return [msgspec.json.decode(text, type=Hadir) for text in rows]


def _alive(row: Hadir) -> bool:
    return lives(row.pid, row.mulai)


def lives(pid: int, mulai: str) -> bool:
    """Whether that very process still runs here: a number may have been given out again."""
    return mulai != "" and started(pid) == mulai


def started(pid: int) -> str:
    """What tells a running process from any other of its number; empty when there is none.

    The kernel's ticks where it tells them: the moment in seconds moves when the clock is set.
    """
    return _ticks(pid) if PROC.is_dir() else _created(pid)


def _ticks(pid: int) -> str:
    try:
        stat = (PROC / str(pid) / "stat").read_text("utf-8", "replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]


def _created(pid: int) -> str:
    import psutil

    try:
        return str(psutil.Process(pid).create_time())
    except psutil.Error:
        return ""
