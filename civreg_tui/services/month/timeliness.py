"""Whether the month's report came in time; silent where no deadline is configured."""

from __future__ import annotations

from datetime import date

from civreg_tui.domain import saat
from civreg_tui.domain.ketepatan import Ketepatan, ketepatan
from civreg_tui.domain.langkah import LANGKAH_DARI, Aksi
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.workspace import Workspace

_PENERIMAAN = 3


def timeliness(ws: Workspace, periode: str) -> Ketepatan | None:
    """The month's standing against its deadline; None without one, or when nobody can tell."""
    last = deadline(ws, Periode.parse(periode))
    if last is None:
        return None
    came = arrived(ws, periode)
    step = LANGKAH_DARI[ws.keadaan(periode)]
    if came is None and (step is None or step > _PENERIMAAN):
        return None
    return ketepatan(last, came, office_today(ws))


def deadline(ws: Workspace, periode: Periode) -> date | None:
    """The last day for the month's report to arrive, or None when none is configured."""
    day = ws.config.tenggat_penerimaan
    following = periode.shift(1)
    return date(following.year, following.month, day) if 1 <= day <= 28 else None


def arrived(ws: Workspace, periode: str) -> date | None:
    """The day the report was first accepted, at the office."""
    events = ws.store.trail.events(periode)
    moment = next((e.waktu for e in events if e.aksi == Aksi.TERIMA_LAPORAN), None)
    return saat.pada(moment).date() if moment else None
