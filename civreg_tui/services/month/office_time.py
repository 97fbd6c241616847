"""The office's clock: dates on the receipt are Padang's, wherever the machine stands."""

from __future__ import annotations

from datetime import date

from civreg_tui.domain.saat import setempat
from civreg_tui.services.workspace import Workspace


def office_now(ws: Workspace) -> str:
    """This moment in the office's time, ISO to the minute."""
    return setempat(ws.clock()).isoformat(timespec="minutes")


def office_today(ws: Workspace) -> date:
    """Today's date in the office."""
    return setempat(ws.clock()).date()
