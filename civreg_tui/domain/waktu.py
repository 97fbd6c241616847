"""Working time per SOP step, derived from the trail alone, so that it can be proved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI, TABEL, Keadaan

DIAMBIL_KEMBALI = frozenset(
    (row.aksi.value, LANGKAH_DARI[row.dari])
    for row in TABEL
    if row.peran != GILIRAN[row.dari][0] and LANGKAH_DARI[row.dari] != LANGKAH_DARI[row.ke]
)
"""Acts by which others fetch a month out of a step: no work of whoever's turn it was there."""
JEDA = timedelta(minutes=5)
"""A gap between two acts longer than this is a pause and does not count."""


@dataclass(slots=True)
class Pemakaian:
    """Time used in one step: seconds at work, first and last act (ISO), who finished it."""

    detik: float = 0.0
    mulai: str = ""
    akhir: str = ""
    oleh: str = ""
    tuntas: bool = False

    @property
    def menit(self) -> int:
        """Whole minutes, begun ones counted."""
        return -(-int(self.detik) // 60)


@dataclass(frozen=True, slots=True)
class Tindakan:
    """An act of the trail as far as time is concerned; ``ke`` is the state it led to.

    ``aksi`` is its name; of a move, that of the act that moved.
    """

    waktu: str
    akun: str
    ke: Keadaan | None
    aksi: str = ""


def pemakaian(acts: Iterable[Tindakan]) -> dict[int, Pemakaian]:
    """Minutes per step: gaps between one step's neighbouring acts, pauses left out.

    A step that is opened again goes on with its first act; the time that another step
    held in between is not its own.
    """
    used: dict[int, Pemakaian] = {}
    step: int | None = 1
    last = ""
    for act in acts:
        if step is not None and (act.aksi, step) not in DIAMBIL_KEMBALI:
            _count(used.setdefault(step, Pemakaian()), act, last)
            last = act.waktu
        if act.ke is not None and LANGKAH_DARI[act.ke] != step:
            _finish(used, step, LANGKAH_DARI[act.ke], act)
            step, last = LANGKAH_DARI[act.ke], ""
    return used


def _count(usage: Pemakaian, act: Tindakan, last: str) -> None:
    usage.mulai = usage.mulai or act.waktu
    if last:
        gap = datetime.fromisoformat(act.waktu) - datetime.fromisoformat(last)
        usage.detik += gap.total_seconds() if timedelta() < gap <= JEDA else 0.0
    usage.akhir, usage.oleh = act.waktu, act.akun


def _finish(used: dict[int, Pemakaian], old: int | None, new: int | None, act: Tindakan) -> None:
    for number, usage in used.items():
        usage.tuntas = usage.tuntas and (new is None or number < new)
    if old is not None and (new is None or new > old):
        used[old].tuntas, used[old].oleh = True, act.akun
