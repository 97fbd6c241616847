"""Opening the application: on the store, on a demo, straight at one screen."""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

from civreg_tui.applog import log_line
from civreg_tui.cli import OK
from civreg_tui.cli.session import configuration
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.workspace import Workspace

_CYCLES = 20_000
"""New objects after which Python looks for cycles; the usual 700 is every second figure typed."""


def open_app(
    ws: Workspace, period: str | None = None, step: int | None = None, document: str | None = None
) -> int:
    """Run the application in this terminal until the user leaves; returns its exit code."""
    from civreg_tui.terminal.environment import OUTPUT, prepare

    os.environ.setdefault(OUTPUT, ws.config.layar)
    prepare()
    gc.set_threshold(_CYCLES)
    from civreg_tui.app import CivregApp

    gc.freeze()
    app = CivregApp(ws, period=period, step=step, document=document)
    folder, akun = ws.store.folder, ws.pelaku.akun
    log_line(folder, akun, f"buka {ws.pelaku.tempat}")
    app.run(mouse=False)
    log_line(folder, akun, f"tutup {app.return_code or OK}")
    return app.return_code or OK


def require_terminal() -> None:
    """Ditolak where keys or screen are a pipe or a file, or no cursor can be moved."""
    from civreg_tui.terminal.environment import examine

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Ditolak("Aplikasi perlu terminal. Untuk pipa atau skrip pakai perintah: --help.")
    if not examine().usable:
        raise Ditolak("Terminal ini tidak dapat menampilkan aplikasi. Atur TERM=xterm-256color.")


def run_demo(options: argparse.Namespace) -> int:
    """Build a demo store and open it; a temporary one is removed when the app is left."""
    from civreg_tui.services.demo import make_demo

    if not options.no_open:
        require_terminal()
    kept = options.dir is not None or options.no_open
    folder = options.dir or Path(tempfile.mkdtemp(prefix="civreg-demo-"))
    try:
        make_demo(configuration(options), folder, options.at)
        if options.no_open:
            print(f"Demo siap: civreg-tui --store {folder}")
            return OK
        return _open_demo(options, folder)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _open_demo(options: argparse.Namespace, folder: Path) -> int:
    from civreg_tui.services.demo import BULAN_DEMO
    from civreg_tui.store.store import Store

    store = Store(folder)
    try:
        return open_app(Workspace(configuration(options), store), str(BULAN_DEMO), options.at)
    finally:
        store.close()
