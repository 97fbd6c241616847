"""In a service set-up only the inbox and the outbox are open to users: nothing else is touched.

There the program runs as the service account, which may read more than the person who called.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civreg_tui.services.workspace import Workspace

PERINTAH: frozenset[str | None] = frozenset(
    {None, "open", "status", "check", "coverage", "export", "audit", "verify", "pin", "doctor"}
)
"""Commands that name no file of the machine; papers go to the outbox only."""


def through_sudo() -> bool:
    """Whether sudo runs this process for somebody else, who may not choose store or settings."""
    invoking = os.environ.get("SUDO_UID", "")
    if not hasattr(os, "getuid") or not invoking.isdecimal():
        return False
    return os.getuid() not in {0, int(invoking)}


def refuse_choices(command: str | None, *, store: bool, config: bool) -> None:
    """Ditolak for what a caller through sudo may not decide."""
    if not through_sudo():
        return
    from civreg_tui.domain.langkah import Ditolak

    if store or config:
        raise Ditolak("Lewat akun layanan, --store dan --config tidak dapat dipilih.")
    if command not in PERINTAH:
        raise Ditolak(f"Lewat akun layanan, perintah {command} hanya untuk admin mesin.")


def confined(ws: Workspace) -> bool:
    """Whether this program serves somebody else as the configured service account."""
    if not ws.config.layanan or not through_sudo():
        return False
    from civreg_tui.services.people.identity import name_of

    return name_of(os.getuid()) == ws.config.layanan


def readable(ws: Workspace, path: Path) -> Path:
    """The file that may be read, with all links followed; Ditolak outside inbox and outbox."""
    return _inside(ws, path, (ws.masuk, ws.keluar))


def readable_folders(ws: Workspace) -> tuple[Path, ...]:
    """Where a file must lie when it is opened; empty where everybody reads as themselves."""
    return (ws.masuk, ws.keluar) if confined(ws) else ()


def writable_folder(ws: Workspace, folder: Path) -> Path:
    """The folder that may be written to; Ditolak outside the outbox."""
    return _inside(ws, folder, (ws.keluar,))


def _inside(ws: Workspace, path: Path, allowed: tuple[Path, ...]) -> Path:
    if not confined(ws):
        return path
    real = path.resolve()
    if not any(real.is_relative_to(folder.resolve()) for folder in allowed):
        from civreg_tui.domain.langkah import Ditolak

        names = " atau ".join(str(folder) for folder in allowed)
        raise Ditolak(f"{path.name}: hanya berkas di {names} yang dapat dipakai di sini.")
    return real
