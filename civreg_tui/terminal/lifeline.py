"""Ends the program cleanly when its terminal or its connection goes away (standard library only).

Textual minds neither SIGHUP nor SIGTERM, and where SIGHUP was inherited ignored it reads a closed
terminal for ever. A `Lifeline` hears of the loss in every way that there is and says so once.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

#: Seconds that an orderly end may take before the process is ended whatever it does.
GRACE = 10.0
_SIGNALS = ("SIGHUP", "SIGTERM")


def reset_hangup() -> None:
    """Let SIGHUP end the process again if it was inherited ignored (nohup, some job runners)."""
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None and signal.getsignal(hangup) == signal.SIG_IGN:
        signal.signal(hangup, signal.SIG_DFL)


def let_go_of_terminal() -> None:
    """Point the standard streams at nothing, so that no later word to a lost terminal fails."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


class Lifeline:
    """Calls `on_lost(reason)` once, inside the event loop, when the line to the user is cut.

    The reason is "SIGHUP", "SIGTERM" or "terminal". Whatever follows, the process is gone after
    `GRACE` seconds.
    """

    def __init__(self, on_lost: Callable[[str], None], grace: float = GRACE) -> None:
        self._on_lost = on_lost
        self._grace = grace
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lost = False

    def attach(self) -> None:
        """Start to listen; call it inside the running event loop, in the main thread."""
        self._loop = asyncio.get_running_loop()
        reset_hangup()
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return
        for name in _SIGNALS:
            self._loop.add_signal_handler(getattr(signal, name), self.cut, name)

    def terminal_gone(self) -> None:
        """Say, from any thread, that reading from or writing to the terminal failed for good."""
        if self._loop is None or self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self.cut, "terminal")

    def cut(self, reason: str) -> None:
        """Report the loss, the first time only; call it inside the event loop."""
        if reason == "terminal":
            let_go_of_terminal()
        if self._lost:
            return
        self._lost = True
        watchdog = threading.Timer(self._grace, os._exit, (1,))
        watchdog.daemon = True
        watchdog.start()
        self._on_lost(reason)
