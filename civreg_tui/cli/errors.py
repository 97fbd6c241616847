"""Which errors a command expects; their one line is that of the services."""

from __future__ import annotations

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.errors import sentence
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.store.database import StoreBermasalah

__all__ = ["expected_errors", "sentence"]


def expected_errors() -> tuple[type[Exception], ...]:
    """Errors that bad input or a bad environment causes; anything else is our fault."""
    return (KonfigurasiSalah, Ditolak, StoreBermasalah, SoftcopyTidakTerbaca, OSError)
