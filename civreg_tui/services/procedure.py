"""Doing what the procedure allows: one check, one event, one change of state."""

from __future__ import annotations

from dataclasses import dataclass

from civreg_tui.domain.langkah import (
    ALASAN_MINIMUM,
    MEMBATALKAN_REVISI,
    NAMA_PERAN,
    TABEL,
    Aksi,
    Ditolak,
    Keadaan,
    Peralihan,
    peralihan,
)
from civreg_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Catatan:
    """What an act's event says besides who and when."""

    objek: str = ""
    lama: str | None = None
    baru: str | None = None
    alasan: str = ""
    kelompok: str = ""


def permitted(ws: Workspace, periode: str, aksi: Aksi) -> Peralihan:
    """The table's row by which the account may act now; Ditolak says who must do what first."""
    keadaan = ws.month(periode).keadaan
    wanted = [row.peran for row in TABEL if row.aksi is aksi and row.dari is keadaan]
    held = sorted(ws.pelaku.dapat)
    if not held:
        raise Ditolak(f"Akun {ws.pelaku.akun} tidak memegang peran apa pun.")
    role = next((peran for peran in wanted if peran in ws.pelaku.dapat), held[0])
    return peralihan(keadaan, aksi, role)


def may(ws: Workspace, periode: str, aksi: Aksi) -> bool:
    """Whether the account may act so now."""
    try:
        permitted(ws, periode, aksi)
    except Ditolak:
        return False
    return True


def act(ws: Workspace, periode: str, aksi: Aksi, note: Catatan | None = None) -> int:
    """Perform an act: check it, write its event, move the month; returns the event's number.

    A refused act is recorded too. Raises Ditolak.
    """
    note = note or Catatan()
    try:
        with ws.store.transaction():
            row = permitted(ws, periode, aksi)
            _check_reason(row, note.alasan)
            return _perform(ws, periode, row, note)
    except Ditolak as refusal:
        _record_refusal(ws, periode, aksi, str(refusal))
        raise


def _perform(ws: Workspace, periode: str, row: Peralihan, note: Catatan) -> int:
    event = ws.record(
        row.aksi,
        note.objek,
        peran=row.peran,
        periode=periode,
        lama=note.lama,
        baru=note.baru,
        alasan=note.alasan,
        kelompok=note.kelompok,
    )
    if row.ke is not row.dari:
        _move(ws, periode, row)
    if row.aksi in MEMBATALKAN_REVISI or _changes_validated(row):
        ws.store.records.void_revisions(periode, ws.now())
    return event


def _move(ws: Workspace, periode: str, row: Peralihan) -> None:
    ws.record("pindah", row.aksi, peran=row.peran, periode=periode, lama=row.dari, baru=row.ke)
    ws.store.months.set_state(periode, row.ke)


def _changes_validated(row: Peralihan) -> bool:
    return row.aksi is Aksi.ISI_SEL and row.dari is Keadaan.TERVALIDASI


def _check_reason(row: Peralihan, alasan: str) -> None:
    if row.alasan and len(alasan.strip()) < ALASAN_MINIMUM:
        raise Ditolak(f"{row.label} perlu alasan, sedikitnya {ALASAN_MINIMUM} huruf.")


def _record_refusal(ws: Workspace, periode: str, aksi: Aksi, sentence: str) -> None:
    if ws.store.database.sql.in_transaction:
        return
    with ws.store.transaction():
        ws.record("ditolak", aksi, periode=periode, alasan=sentence)


def whose_turn(ws: Workspace, periode: str) -> str:
    """The role whose turn it is, in words; empty when the month is finished."""
    from civreg_tui.domain.langkah import GILIRAN

    role = GILIRAN[ws.month(periode).keadaan][0]
    return NAMA_PERAN[role] if role else ""
