"""Which errors bad input or a bad environment causes, and their one line."""

from __future__ import annotations

import errno

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.store.database import StoreBermasalah

EXPECTED: tuple[type[Exception], ...] = (
    KonfigurasiSalah,
    Ditolak,
    StoreBermasalah,
    SoftcopyTidakTerbaca,
    SalahIsi,
    OSError,
)
"""Errors with a sentence for the user; anything else is the program's fault."""


def sentence(error: BaseException) -> str:
    """The error's own Indonesian line; the system's errors are put into words, then their notes."""
    if isinstance(error, OSError):
        told = f"{error.filename or 'Berkas'}: {_reason(error)}"
        return " ".join((told, *getattr(error, "__notes__", ())))
    return " ".join(str(error).split())


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "tidak ditemukan. Periksa nama dan foldernya.",
    PermissionError: "tidak ada izin. Minta izin atau pilih tempat lain.",
    FileExistsError: "sudah ada. Pilih nama atau tempat lain.",
    NotADirectoryError: "bukan folder yang dapat dipakai. Pilih tempat lain.",
    IsADirectoryError: "adalah folder, bukan berkas. Pilih berkas.",
}


def _reason(error: OSError) -> str:
    if error.errno in _FULL:
        return "penyimpanan penuh. Kosongkan ruang lalu ulangi."
    known = _REASONS.get(type(error))
    cause = error.strerror or error
    return known or f"tidak dapat dipakai ({cause}). Periksa cakram dan izinnya."
