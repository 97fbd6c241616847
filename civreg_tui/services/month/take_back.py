"""The Staf takes a handed-over month back, as long as no Kasi has its review open."""

from __future__ import annotations

from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.services.month.hold import held_by, holder
from civreg_tui.services.month.procedure import Catatan, act, may, permitted, refuse
from civreg_tui.services.month.returns import last_return
from civreg_tui.services.workspace import Workspace

DIBUKA_LAGI = "pengembalian"
"""Names, in the trail, that the Kasi's return is open again with the month."""


def can_take_back(ws: Workspace, periode: str) -> bool:
    """Whether the account may take the month back now."""
    return may(ws, periode, Aksi.TARIK_KEMBALI) and holder(ws, periode) is None


def require_free(ws: Workspace, periode: str) -> None:
    """Ditolak, on record, unless the account may take the month back and no Kasi has it open."""
    permitted(ws, periode, Aksi.TARIK_KEMBALI)
    held = held_by(ws, periode)
    if held:
        sentence = f"Tidak dapat ditarik kembali. {held}"
        refuse(ws, periode, Aksi.TARIK_KEMBALI, sentence)


def take_back(ws: Workspace, periode: str, alasan: str) -> None:
    """Step 5 → 4 by the Staf, with a reason; a return that was being answered is open again.

    Ditolak names the Kasi who has the review open.
    """
    with ws.store.transaction():
        require_free(ws, periode)
        returned = last_return(ws, periode) if _answered_just_now(ws, periode) else None
        name = DIBUKA_LAGI if returned else ""
        act(ws, periode, Aksi.TARIK_KEMBALI, Catatan(name, alasan=alasan.strip()))
        if returned is not None:
            ws.store.records.reopen_return(returned.id)


def taken_back(ws: Workspace, periode: str) -> str:
    """Who took the month back and why, in words, until it is handed over again; else empty."""
    if ws.keadaan(periode) is not Keadaan.ENTRI:
        return ""
    told = ""
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.TARIK_KEMBALI:
            told = f"Ditarik kembali oleh {event.akun}: {event.alasan}"
        elif event.aksi == Aksi.SERAHKAN_KE_KASI:
            told = ""
    return told


def _answered_just_now(ws: Workspace, periode: str) -> bool:
    """Whether the Kasi's latest return was answered by the very hand-over that is taken back."""
    pending = answered = False
    for event in ws.store.trail.events(periode):
        if event.aksi == Aksi.KEMBALIKAN_KE_STAF:
            pending, answered = True, False
        elif event.aksi == Aksi.SERAHKAN_KE_KASI:
            pending, answered = False, pending
        elif event.aksi == Aksi.TARIK_KEMBALI:
            pending, answered = event.objek == DIBUKA_LAGI, False
        elif event.aksi == "pindah" and event.baru == Keadaan.TERVALIDASI:
            answered = False
    return answered
