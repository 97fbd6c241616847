"""Who signs a month's papers: the post's holder, or who acted for them as Plt. or Plh."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date

from civreg_tui.domain import saat
from civreg_tui.domain.langkah import Aksi, Peran
from civreg_tui.domain.laporan import Kantor
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.services.month.acts import acts
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

Putusan = Mapping[Peran, Set[str]]
LAPORAN: Putusan = {
    "kabid": {Aksi.SUSUN_LAKIP, Aksi.SAMPAIKAN_LAKIP},
    "kasi": {Aksi.VALIDASI},
    "staf": {Aksi.TERIMA_LAPORAN, Aksi.SERAHKAN_KE_KASI},
    "sekretariat": {Aksi.PERIKSA_LAKIP, Aksi.TERIMA_LAKIP},
}
"""The acts that the recap's and the LAKIP's signatures stand for."""
DISPOSISI: Putusan = {
    "kabid": {Aksi.SIMPAN_DISPOSISI, Aksi.KIRIM_DISPOSISI},
    "kasi": {Aksi.SIMPAN_PETUNJUK, Aksi.TERUSKAN_DISPOSISI},
}
"""The acts that the disposition's signatures stand for."""


def signing_office(
    ws: Workspace, periode: str, putusan: Putusan = LAPORAN, *, now: Peran | None = None
) -> Kantor:
    """The office with who signs in each role; ``now`` is the role that is just deciding."""
    office = ws.config.facts.kantor
    events = acts(ws, periode)
    signers = dict(office.pejabat)
    for role, deciding in putusan.items():
        found = _here(ws, role) if role == now else _deputy(ws, role, deciding, events)
        if found is not None and role in signers:
            signers[role] = found.penanda_tangan(signers[role])
    return office if signers == office.pejabat else replace(office, pejabat=signers)


def _here(ws: Workspace, role: Peran) -> Penugasan | None:
    return next((task for task in ws.pelaku.mewakili if task.peran == role), None)


def _deputy(
    ws: Workspace, role: Peran, deciding: Set[str], events: list[Peristiwa]
) -> Penugasan | None:
    """By the record of the deciding act; before there is one, by the day of the last act."""
    made = [e for e in events if e.peran == role and e.aksi in deciding]
    if made:
        return _assignment(ws, role, made[-1]) if made[-1].sebutan else None
    if not events:
        return None
    day = _day(events[-1])
    return next((t for t in ws.config.pelaksana if t.peran == role and t.berlaku(day)), None)


def _assignment(ws: Workspace, role: Peran, event: Peristiwa) -> Penugasan:
    """The configured assignment of a recorded act; its account's name where that is gone."""
    day = _day(event)
    for task in ws.config.pelaksana:
        if (task.akun, task.peran) == (event.akun, role) and task.berlaku(day):
            return task
    return Penugasan(event.akun, role, "Plh." if event.sebutan == "Plh." else "Plt.", day, day)


def _day(event: Peristiwa) -> date:
    return saat.pada(event.waktu).date()
