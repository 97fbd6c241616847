"""Which errors are expected, and their one line."""

from __future__ import annotations

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.store.database import StoreBermasalah


def expected_errors() -> tuple[type[Exception], ...]:
    """Errors that bad input or a bad environment causes; anything else is our fault."""
    return (KonfigurasiSalah, Ditolak, StoreBermasalah, SoftcopyTidakTerbaca, OSError)


def sentence(error: BaseException) -> str:
    """The error's own Indonesian line; the system's errors are put into words."""
    if isinstance(error, OSError):
        return f"{error.filename or 'Berkas'}: {_reason(error)}"
    return " ".join(str(error).split())


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "tidak ditemukan. Periksa nama dan foldernya."
        case PermissionError():
            return "tidak ada izin. Minta izin atau pilih tempat lain."
        case FileExistsError():
            return "sudah ada. Pilih nama atau tempat lain."
        case NotADirectoryError() | IsADirectoryError():
            return "bukan folder yang dapat dipakai. Pilih tempat lain."
        case _:
            return f"tidak dapat dipakai ({error.strerror or error}). Periksa cakram dan izinnya."
