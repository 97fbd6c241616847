"""The office's clock: dates on the receipt are Padang's, wherever the machine stands."""

from __future__ import annotations

from datetime import date, datetime

from civreg_tui.papers.marks import WIB
from civreg_tui.services.workspace import Workspace


def office_now(ws: Workspace) -> str:
    """This moment in the office's time, ISO to the minute."""
    return ws.clock().astimezone(WIB).isoformat(timespec="minutes")


def office_today(ws: Workspace) -> date:
    """Today's date in the office."""
    return ws.clock().astimezone(WIB).date()


def office_moment(iso: str) -> datetime:
    """A recorded moment in the office's time; ValueError when it is none."""
    moment = datetime.fromisoformat(iso)
    return moment.astimezone(WIB) if moment.tzinfo else moment
