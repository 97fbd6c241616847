"""A softcopy's path as typed: text that names a file, never a command."""

from __future__ import annotations

import os
from pathlib import Path

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.teks import terbaca

_KUTIP = "'\""


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
    if not path.exists():
        raise Ditolak(f"Berkas {terbaca(str(path))} tidak ada. Periksa folder dan namanya.")
    return path
