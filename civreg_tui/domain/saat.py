"""The office's one clock: moments as its walls show them, wherever the machine stands."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from civreg_tui.domain.periode import tanggal

WIB = timezone(timedelta(hours=7))
"""Waktu Indonesia Barat: the office's time, whatever the machine's clock is set to."""


def baca(text: str) -> datetime | None:
    """An ISO date or time in the office's time; None for anything else."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return setempat(found)


def setempat(found: datetime) -> datetime:
    """A moment in the office's time; one without a zone is taken to be so already."""
    return found.astimezone(WIB) if found.tzinfo else found


def kini() -> datetime:
    """This moment, in the office's time."""
    return datetime.now(WIB)


def pada(iso: str) -> datetime:
    """A recorded ISO time in the office's time; ValueError when it is none."""
    return setempat(datetime.fromisoformat(iso))


def tercatat(iso: str) -> str:
    """The same as lists show it: ``06-01-2025 09.30``."""
    return f"{pada(iso):%d-%m-%Y %H.%M}"


def pukul(text: str) -> str:
    """``5 Januari 2025 pukul 10.15``; what is no ISO time as it is."""
    found = baca(text)
    return text if found is None else f"{tanggal(found.date())} pukul {found:%H.%M}"


def saat(text: str) -> str:
    """The same with the zone: ``5 Januari 2025 pukul 10.15 WIB``."""
    return text if baca(text) is None else f"{pukul(text)} WIB"
