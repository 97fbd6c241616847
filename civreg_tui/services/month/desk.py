"""The months as the home screen lists them: standing, whose turn, minutes, open returns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI, NAMA_PERAN, Keadaan, Peran
from civreg_tui.domain.laporan import WaktuLangkah
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.services.month.clock import step_times
from civreg_tui.services.month.hold import held_by
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.month.take_back import can_take_back, taken_back
from civreg_tui.services.month.timeliness import timeliness
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.months import BerkasBulan
from civreg_tui.store.records import Pengembalian


@dataclass(frozen=True, slots=True)
class BarisMeja:
    """A month on the home screen; ``langkah`` and ``giliran`` are None when it is finished."""

    periode: str
    label: str
    acuan: str
    contoh: bool
    keadaan: Keadaan
    langkah: int | None
    giliran: Peran | None
    tindakan: str
    waktu: tuple[WaktuLangkah, ...]
    pengembalian: tuple[Pengembalian, ...]
    tenggat: str = ""
    """How the report stands against the deadline, in words; empty without one."""
    pemeriksa: str = ""
    """Which Kasi has the review open and since when, in words; empty when none."""
    dapat_ditarik: bool = False
    """Whether this account may take the handed-over month back."""
    ditarik: str = ""
    """Who took it back and why, until it is handed over again."""

    @property
    def menit(self) -> int:
        """Minutes used so far, all steps together."""
        return sum(step.menit or 0 for step in self.waktu)

    @property
    def menit_baku(self) -> int:
        """The standard minutes of all steps together."""
        return sum(step.langkah.menit for step in self.waktu)

    @property
    def nama_giliran(self) -> str:
        """Whose turn it is, in words; an en dash when nobody's."""
        return NAMA_PERAN[self.giliran] if self.giliran else "–"


def desk(ws: Workspace) -> tuple[BarisMeja, ...]:
    """All months, newest first."""
    return tuple(_row(ws, month) for month in reversed(ws.store.months.all()))


def _row(ws: Workspace, month: BerkasBulan) -> BarisMeja:
    role, action = GILIRAN[month.keadaan]
    returns = ws.store.records.returns(month.periode)
    return BarisMeja(
        periode=month.periode,
        label=Periode.parse(month.periode).label,
        acuan=month.acuan,
        contoh=month.contoh,
        keadaan=month.keadaan,
        langkah=LANGKAH_DARI[month.keadaan],
        giliran=role,
        tindakan=action,
        waktu=step_times(ws, month.periode),
        pengembalian=tuple(r for r in returns if not r.dijawab),
        tenggat=_standing(ws, month.periode),
        pemeriksa=held_by(ws, month.periode),
        dapat_ditarik=can_take_back(ws, month.periode),
        ditarik=taken_back(ws, month.periode),
    )


def review_again(ws: Workspace, row: BarisMeja) -> BarisMeja:
    """The same row with who has the review open now."""
    held, free = held_by(ws, row.periode), can_take_back(ws, row.periode)
    return replace(row, pemeriksa=held, dapat_ditarik=free)


def _standing(ws: Workspace, periode: str) -> str:
    found = timeliness(ws, periode)
    return found.kalimat if found else ""


def next_month(ws: Workspace) -> tuple[str, str]:
    """The month to be opened next (after the newest, else last calendar month) and its DKB."""
    months = ws.store.months.all()
    today = office_today(ws)
    last = Periode.parse(months[-1].periode) if months else Periode(today.year, today.month)
    following = last.shift(1 if months else -1)
    return str(following), acuan_for(following)
