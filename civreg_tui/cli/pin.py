"""The ``pin`` command: one's own PIN set at the terminal, a forgotten one taken away."""

from __future__ import annotations

import sys
from getpass import getpass

from civreg_tui.cli import OK
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.people.pin import drop_pin, has_pin, set_pin
from civreg_tui.services.workspace import Workspace


def run_pin(ws: Workspace, hapus: str, alasan: str) -> int:
    """Set or change the own PIN, or as admin take another account's away."""
    if hapus:
        drop_pin(ws, hapus, alasan)
        print(f"PIN akun {hapus} dihapus.")
        return OK
    if not sys.stdin.isatty():
        raise Ditolak("PIN diketik di terminal, tidak lewat pipa.")
    old = getpass("PIN sekarang: ") if has_pin(ws) else ""
    new = getpass("PIN baru: ")
    if getpass("PIN baru sekali lagi: ") != new:
        raise Ditolak("Kedua PIN baru tidak sama. Ulangi perintahnya.")
    set_pin(ws, new, old)
    print("PIN disimpan.")
    return OK
