"""Where each month stands in the seven steps, whose turn it is, and the minutes used."""

from __future__ import annotations

from typing import Any

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.clock import step_times
from civreg_tui.services.month.timeliness import timeliness
from civreg_tui.services.workspace import Workspace


def status(ws: Workspace, periode: str | None = None) -> dict[str, Any]:
    """The contract's JSON: all months, or just one; Ditolak for a month never opened."""
    if periode is not None:
        return {"periods": [_one(ws, periode)]}
    return {"periods": [_one(ws, month.periode) for month in ws.store.months.all()]}


def timeliness_lines(ws: Workspace, periode: str | None = None) -> list[str]:
    """How each month's report stands against the configured deadline, a line each."""
    months = [periode] if periode else [month.periode for month in ws.store.months.all()]
    found = ((month, timeliness(ws, month)) for month in months)
    return [f"{Periode.parse(m).label}: laporan PIAK {one.kalimat}" for m, one in found if one]


def _one(ws: Workspace, periode: str) -> dict[str, Any]:
    keadaan = ws.keadaan(periode)
    return {
        "period": periode,
        "step": LANGKAH_DARI[keadaan],
        "state": keadaan.value,
        "actor": GILIRAN[keadaan][0],
        "steps": [
            {
                "no": used.langkah.no,
                "state": used.state,
                "by": used.oleh,
                "standard_minutes": used.langkah.menit,
                "minutes": used.menit,
            }
            for used in step_times(ws, periode)
        ],
    }
