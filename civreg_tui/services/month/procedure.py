"""Doing what the procedure allows: one check, one event, one change of state."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from civreg_tui.domain.langkah import (
    MEMBATALKAN_REVISI,
    NAMA_PERAN,
    TABEL,
    Aksi,
    Ditolak,
    Keadaan,
    Peralihan,
    Peran,
    alasan_cukup,
    peralihan,
)
from civreg_tui.services.workspace import Workspace

_BEFORE_VALIDATION = frozenset({Keadaan.PENERIMAAN, Keadaan.ENTRI, Keadaan.PEMERIKSAAN})


@dataclass(frozen=True, slots=True)
class Catatan:
    """What an act's event says besides who and when."""

    objek: str = ""
    lama: str | None = None
    baru: str | None = None
    alasan: str = ""
    kelompok: str = ""


def permitted(ws: Workspace, periode: str, aksi: Aksi) -> Peralihan:
    """The table's row by which the account may act now; Ditolak says who must do what first.

    A refusal is recorded, also when the transaction it happened in leaves nothing behind.
    """
    keadaan = ws.keadaan(periode)
    with _refusals_recorded(ws, periode, aksi):
        return _row(ws, keadaan, aksi)


def _row(ws: Workspace, keadaan: Keadaan, aksi: Aksi) -> Peralihan:
    wanted = [row.peran for row in TABEL if row.aksi is aksi and row.dari is keadaan]
    held = sorted(ws.pelaku.dapat)
    if not held:
        raise Ditolak(f"Akun {ws.pelaku.akun} tidak memegang peran apa pun.")
    role = next((peran for peran in wanted if peran in ws.pelaku.dapat), held[0])
    return peralihan(keadaan, aksi, role)


def may(ws: Workspace, periode: str, aksi: Aksi) -> bool:
    """Whether the account may act so now."""
    try:
        _row(ws, ws.keadaan(periode), aksi)
    except Ditolak:
        return False
    return True


def act(ws: Workspace, periode: str, aksi: Aksi, note: Catatan | None = None) -> int:
    """Perform an act: check it, write its event, move the month; returns the event's number.

    A refused act is recorded too. Raises Ditolak.
    """
    note = note or Catatan()
    with ws.store.transaction():
        row = permitted(ws, periode, aksi)
        with _refusals_recorded(ws, periode, aksi):
            if row.alasan:
                alasan_cukup(row.label, note.alasan)
        return carry_out(ws, periode, row, note)


def carry_out(ws: Workspace, periode: str, row: Peralihan, note: Catatan) -> int:
    """Perform an act that was found `permitted` in the same transaction; its event's number."""
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


@contextmanager
def _refusals_recorded(ws: Workspace, periode: str | None, aksi: str) -> Iterator[None]:
    try:
        yield
    except Ditolak as refusal:
        sentence = str(refusal)
        ws.store.afterwards(lambda: _record_refusal(ws, periode, aksi, sentence))
        raise


def _record_refusal(ws: Workspace, periode: str | None, aksi: str, sentence: str) -> None:
    with ws.store.transaction():
        ws.record("ditolak", aksi, periode=periode, alasan=sentence)


def require(
    ws: Workspace, peran: Set[Peran], aksi: str, sentence: str, periode: str | None = None
) -> Peran:
    """The role the account does it in, its own before one it stands in for; else Ditolak.

    For acts that the table of the procedure does not hold, since they move no month.
    """
    who = ws.pelaku
    fitting = [role for role in NAMA_PERAN if role in peran and role in who.dapat]
    with _refusals_recorded(ws, periode, aksi):
        if not fitting:
            raise Ditolak(sentence)
    return min(fitting, key=lambda role: role not in who.peran)


def refuse(ws: Workspace, periode: str, aksi: str, sentence: str) -> NoReturn:
    """Refuse an act that the table allows, for a reason of its own; recorded like any refusal."""
    with _refusals_recorded(ws, periode, aksi):
        raise Ditolak(sentence)


def require_open(ws: Workspace, periode: str, aksi: str, what: str) -> Peran:
    """The role of the Staf or Kasi who may still change ``what`` the figures rest on.

    Ditolak for others, and outside of the steps 3 to 5.
    """
    words = f"{what} hanya diisi oleh Staf atau Kasi."
    role = require(ws, {"staf", "kasi"}, aksi, words, periode)
    if ws.keadaan(periode) not in _BEFORE_VALIDATION:
        raise Ditolak(f"{what} hanya dapat diisi sejak penerimaan sampai Kasi memvalidasi rekap.")
    return role
