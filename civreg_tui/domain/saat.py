"""Moments of the record (ISO times) as the office's clocks show them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from civreg_tui.domain.periode import tanggal

WIB = timezone(timedelta(hours=7))
"""Waktu Indonesia Barat: the office's time, whatever the machine's clock is set to."""


def moment(text: str) -> datetime | None:
    """An ISO date or time in the office's time; None for anything else."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.astimezone(WIB) if found.tzinfo else found


def saat(text: str) -> str:
    """``5 Januari 2025 pukul 10.15 WIB``; what is no ISO time as it is."""
    found = moment(text)
    return text if found is None else f"{tanggal(found.date())} pukul {found:%H.%M} WIB"
