"""Where each month stands in the seven steps, whose turn it is, and the minutes used."""

from __future__ import annotations

from typing import Any

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI
from civreg_tui.services.clock import step_times
from civreg_tui.services.workspace import Workspace


def status(ws: Workspace, periode: str | None = None) -> dict[str, Any]:
    """The contract's JSON: all months, or just one; Ditolak for a month never opened."""
    if periode is not None:
        return {"periods": [_one(ws, periode)]}
    return {"periods": [_one(ws, month.periode) for month in ws.store.months.all()]}


def _one(ws: Workspace, periode: str) -> dict[str, Any]:
    keadaan = ws.month(periode).keadaan
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
