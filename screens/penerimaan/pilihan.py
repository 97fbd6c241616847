"""A softcopy's path as typed: text that names a file, never a command."""

from __future__ import annotations

import os
from pathlib import Path

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.teks import terbaca

_KUTIP = "'\""
TERPANJANG = 60
"""Characters of a path in a message."""


def berkas_diketik(teks: str, masuk: Path) -> Path:
    """The file that a typed path names; a bare name is looked for in the inbox folder.

    Ditolak when there is no such file. Nothing in the text is carried out or expanded but a
    leading ``~``.
    """
    clean = teks.strip()
    if len(clean) > 1 and clean[0] == clean[-1] and clean[0] in _KUTIP:
        clean = clean[1:-1]
    if not clean:
        raise Ditolak("Tulis folder dan nama berkasnya.")
    path = Path(os.path.expanduser(clean))  # noqa: PTH111 - Path.expanduser fails without a home
    path = path if path.is_absolute() else masuk / path
    if not _there(path):
        raise Ditolak(f"Berkas {_shown(path)} tidak ada. Periksa folder dan namanya.")
    return path


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _shown(path: Path) -> str:
    """The end of the path, which says more than its beginning."""
    text = terbaca(str(path))
    return text if len(text) <= TERPANJANG else "…" + text[1 - TERPANJANG :]
