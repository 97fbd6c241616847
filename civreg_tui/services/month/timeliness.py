"""Whether the month's report came in time; silent where no deadline is configured."""

from __future__ import annotations

from datetime import date

from civreg_tui.domain import saat
from civreg_tui.domain.ketepatan import Ketepatan, ketepatan
from civreg_tui.domain.langkah import LANGKAH_DARI, Aksi
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.pemeriksaan.check import deadline
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.workspace import Workspace

_PENERIMAAN = 3


def timeliness(ws: Workspace, periode: str) -> Ketepatan | None:
    """The month's standing against its deadline; None without one, or when nobody can tell."""
    last = deadline(ws, Periode.parse(periode))
    if last is None:
        return None
    came = arrived(ws, periode)
    step = LANGKAH_DARI[ws.month(periode).keadaan]
    if came is None and (step is None or step > _PENERIMAAN):
        return None
    return ketepatan(last, came, office_today(ws))


def arrived(ws: Workspace, periode: str) -> date | None:
    """The day the report was first accepted: by the form, else by the trail."""
    form = load_receipt(ws, periode)
    if form.diterima_pada:
        return date.fromisoformat(form.diterima_pada[:10])
    events = ws.store.trail.events(periode)
    moment = next((e.waktu for e in events if e.aksi == Aksi.TERIMA_LAPORAN), None)
    return saat.pada(moment).date() if moment else None
