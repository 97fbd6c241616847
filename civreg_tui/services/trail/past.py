"""The time machine: the store as it was at the end of a day, to be looked at only."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from civreg_tui.domain import saat
from civreg_tui.domain.hari import parse_hari
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.periode import tanggal
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.services.trail.replay import replay
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store


def parse_day(text: str) -> date:
    """A day typed in an office's ways; SalahIsi says how to write it."""
    try:
        return parse_hari(text)
    except SalahIsi as error:
        raise SalahIsi(f"Tanggal {error}") from None


def open_past(ws: Workspace, hari: date, folder: Path) -> Workspace:
    """A workspace on the store as it was when ``hari`` ended at the office, in an empty folder.

    The account only looks: it acts as auditor there. Ditolak when nothing was recorded by then.
    """
    midnight = datetime.combine(hari + timedelta(days=1), time(), saat.WIB)
    moment = midnight.astimezone(UTC) - timedelta(milliseconds=1)
    store = Store(folder)
    until = moment.isoformat(timespec="milliseconds")
    if replay(ws.store, store, ws.config, until) == 0:
        store.close()
        raise Ditolak(f"Belum ada catatan pada atau sebelum {tanggal(hari)}.")
    looking = replace(ws.pelaku, peran=frozenset({"auditor"}), dipilih=None, bebas=False,
                      tugas=(), mewakili=())  # fmt: skip
    past = Workspace(ws.config, store, pelaku=looking, clock=lambda: moment)
    past.per_tanggal = tanggal(hari)
    return past


@contextmanager
def as_of(ws: Workspace, hari: date) -> Iterator[Workspace]:
    """The same, for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="civreg-dulu-"))
    past = None
    try:
        past = open_past(ws, hari, folder)
        yield past
    finally:
        if past is not None:
            past.close()
        shutil.rmtree(folder, ignore_errors=True)
