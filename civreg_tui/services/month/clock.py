"""Standing and minutes of each SOP step of a month, from the trail."""

from __future__ import annotations

from civreg_tui.domain.langkah import LANGKAH_DARI, Keadaan
from civreg_tui.domain.laporan import WaktuLangkah
from civreg_tui.domain.waktu import JEDA, Pemakaian, Tindakan, pemakaian
from civreg_tui.services.month.acts import MENYERTAI
from civreg_tui.services.workspace import Workspace

_NOT_WORK = MENYERTAI | {"ditolak"}
"""Events that tell nothing of the time somebody worked."""


def step_times(
    ws: Workspace, periode: str, *, ke: Keadaan | None = None
) -> tuple[WaktuLangkah, ...]:
    """The seven steps with who did them and minutes taken against the standard time.

    ``ke`` is the state that the account is just moving the month to.
    """
    acts = _acts(ws, periode)
    if ke is not None:
        acts.append(Tindakan(ws.now(), ws.pelaku.akun, ke))
    used = pemakaian(acts)
    current = LANGKAH_DARI[ke or ws.keadaan(periode)]
    return tuple(
        WaktuLangkah(
            langkah=step,
            state=_standing(step.no, current),
            oleh=used[step.no].oleh if step.no in used else None,
            menit=used[step.no].menit if step.no in used else None,
            mulai=used[step.no].mulai if step.no in used else None,
            selesai=_finished(used.get(step.no)),
        )
        for step in ws.config.facts.langkah
    )


def _finished(usage: Pemakaian | None) -> str | None:
    return usage.akhir if usage and usage.tuntas else None


def _standing(number: int, current: int | None) -> str:
    if current is None or number < current:
        return "selesai"
    return "berjalan" if number == current else "menunggu"


def _acts(ws: Workspace, periode: str) -> list[Tindakan]:
    return [
        Tindakan(waktu, akun, Keadaan(baru) if baru else None, aksi)
        for waktu, akun, baru, aksi in ws.store.trail.moments(periode, _NOT_WORK)
    ]


def note_work(ws: Workspace, periode: str) -> None:
    """Record that somebody sat down to a month's current step, so that its time is counted.

    Says nothing while the last event of this account is younger than a pause, nor for an auditor.
    """
    from datetime import datetime

    if ws.hanya_baca:
        return
    moments = ws.store.trail.moments(periode, ())
    last = max((waktu for waktu, akun, *_ in moments if akun == ws.pelaku.akun), default="")
    if last and ws.clock() - datetime.fromisoformat(last) < JEDA / 5:
        return
    with ws.store.transaction():
        ws.record("buka_layar", str(LANGKAH_DARI[ws.keadaan(periode)]), periode=periode)
