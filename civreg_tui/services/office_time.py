"""The office's clock: dates on the receipt are Padang's, wherever the machine stands."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from civreg_tui.services.workspace import Workspace


def _wib() -> tzinfo:
    from civreg_tui.papers.marks import WIB

    return WIB


def office_now(ws: Workspace) -> str:
    """This moment in the office's time, ISO to the minute."""
    return ws.clock().astimezone(_wib()).isoformat(timespec="minutes")


def office_today(ws: Workspace) -> date:
    """Today's date in the office."""
    return ws.clock().astimezone(_wib()).date()


def office_moment(iso: str) -> datetime:
    """A recorded moment in the office's time; ValueError when it is none."""
    moment = datetime.fromisoformat(iso)
    return moment.astimezone(_wib()) if moment.tzinfo else moment
