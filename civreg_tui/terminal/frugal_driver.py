"""The driver below the frugal output: fewer start sequences, whole keys, no endless waiting.

It belongs to `frugal` and reads the keys with Textual's private parser (8.2).
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import termios
import threading
import time
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable
from typing import Any, TextIO

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import SPECIAL_SEQUENCES, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from .block import SETTLED, Pasting, is_block
from .typed import ESCAPE, UNKNOWN, Typed

#: Start and stop sequences that this program does without: hidden cursor, focus reports, the
#: questions for synchronised output and resize reports, the keyboard protocol, the mouse pointer.
_NEEDLESS = tuple(
    f"\x1b{sequence}" for sequence in ("[?25", "[?1004", "[?2026", "[?2048", "[<u", "]22;")
)
_OFLAG = 1
#: What the keypad's Enter sends inside tmux (Ctrl+J); it means Enter in every field and list.
KEYPAD_ENTER = "\n"
#: The keys that figures are entered with, as Textual names them.
_NAMED = {digit: digit for digit in "0123456789"} | {"\r": "enter"}
#: Seconds added to a wait, so that its end is surely past the time waited for.
_LATE = 0.002
#: So much room a terminal surely has when the kernel calls it writable.
_SURE_ROOM = 256


class TerminalFile:
    """The terminal's output: written in one piece per flush, deaf once the terminal is gone."""

    def __init__(self, stream: TextIO, on_gone: Callable[[], None]) -> None:
        self._fd = stream.fileno()
        self._on_gone = on_gone
        self._parts: list[str] = []
        self._lock = threading.Lock()
        self._waiting = 0
        self._when_free: Callable[[], None] | None = None

    def fileno(self) -> int:
        """The file descriptor written to."""
        return self._fd

    def announce(self) -> None:
        """Count a piece of output that the writer thread has not taken over yet."""
        with self._lock:
            self._waiting += 1

    def write_at_once(self, text: str) -> bool:
        """Write a small piece if that cannot block; False if it is left to the writer thread.

        A key's few bytes are on the line sooner so, without waiting for another thread's turn.
        """
        data = text.encode("utf-8", "replace")
        if self._waiting or len(data) > _SURE_ROOM:
            return False
        try:
            if not select.select([], [self._fd], [], 0)[1]:
                return False
            self._write(data)
        except OSError:
            self._on_gone()
        return True

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._fd, data) :]

    def write(self, text: str) -> None:
        """Collect a piece of output (in the writer thread)."""
        self._parts.append(text)

    def flush(self) -> None:
        """Write what was collected; a line that fails is reported, not raised."""
        data, count = "".join(self._parts).encode("utf-8", "replace"), len(self._parts)
        self._parts.clear()
        try:
            self._write(data)
        except OSError:
            self._on_gone()
        self._freed(count)

    def _freed(self, count: int) -> None:
        with self._lock:
            self._waiting -= count
            if self._waiting or self._when_free is None:
                return
            then, self._when_free = self._when_free, None
        then()

    @property
    def busy(self) -> bool:
        """Whether the line has not yet taken everything written before."""
        return self._waiting > 0

    def call_when_free(self, callback: Callable[[], None]) -> None:
        """Call back, from the writer thread, as soon as everything has been written."""
        with self._lock:
            if self._waiting:
                self._when_free = callback
                return
        callback()


class FrugalDriver(LinuxDriver):
    """Textual's Linux driver without mouse, queries and hidden cursor, and with a lifeline."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **{**options, "mouse": False})
        self._owner: Any = app
        self._frugal: bool = app.frugal
        self._terminal = TerminalFile(_terminal_stream(), app.lifeline.terminal_gone)
        self._file = self._terminal  # type: ignore[assignment]
        self.newline_keeps_column = False
        self._came: deque[Message] = deque()
        self._takes_input = False
        self._parser = XTermParser(self._debug)
        self._pasting = Pasting()
        self._typed = Typed(_known, constants.ESCAPE_DELAY)
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    @property
    def busy(self) -> bool:
        """Whether earlier output is still on its way to the terminal."""
        return self._terminal.busy

    def call_when_free(self, callback: Callable[[], None]) -> None:
        """Call back inside the event loop when the line has taken all output."""
        self._terminal.call_when_free(lambda: self._soon(callback))

    def _soon(self, callback: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(callback)

    def send_message(self, message: Message) -> None:
        """Collect what a piece of input means, without making a task of each key."""
        self._came.append(message)

    def _hand_on(self) -> None:
        """The widget with the focus may take a key at once; others go the usual way."""
        while self._came:
            message = self._came.popleft()
            if not self._owner.take_key(message, more=bool(self._came)):
                self._app.post_message(message)

    def write(self, data: str) -> None:
        """Hand output to the writer thread, except sequences that nobody needs."""
        if self._frugal and data.startswith(_NEEDLESS):
            return
        if self._frugal and self._terminal.write_at_once(data):
            return
        self._terminal.announce()
        super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal over; everything on it is painted afresh afterwards."""
        self._takes_input = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._frugal:
            self.newline_keeps_column = self._keep_column()
            self._owner.forget_terminal()

    def stop_application_mode(self) -> None:
        """Give the terminal back with a plain pen and the cursor below everything."""
        if self._frugal:
            self.write(f"\x1b[m\x1b[{self._app.size.height}H")
        super().stop_application_mode()

    def _keep_column(self) -> bool:
        """Switch off the tty's newline translation; `stop_application_mode` restores it."""
        try:
            attributes = termios.tcgetattr(self.fileno)
            attributes[_OFLAG] &= ~termios.ONLCR
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        except termios.error:
            return False
        return True

    def run_input_thread(self) -> None:
        """Leave reading to the event loop, where a key needs no second thread's turn."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._listen)

    def _listen(self) -> None:
        if self._takes_input:
            self._loop.add_reader(self.fileno, self._input_came)

    def disable_input(self) -> None:
        """Read no more keys."""
        self._takes_input = False
        self._loop.remove_reader(self.fileno)
        super().disable_input()

    def _input_came(self) -> None:
        data = self._read()
        if not data:
            self._loop.remove_reader(self.fileno)
            self._owner.lifeline.terminal_gone()
            return
        text, now = self._decode(data), time.monotonic()
        if self._owner.takes_blocks and not self._typed.within and self._pasting.takes(text, now):
            self._loop.call_later(SETTLED + _LATE, self._block_settled)
            return
        self._block_came(self._pasting.let_go())
        self._deliver(self._typed.feed(text, now))
        if self._typed.unfinished:
            self._loop.call_later(constants.ESCAPE_DELAY + _LATE, self._time_passed)

    def _time_passed(self) -> None:
        self._deliver(self._typed.tick(time.monotonic()))

    def _block_settled(self) -> None:
        self._block_came(self._pasting.whole(time.monotonic()))

    def _block_came(self, block: str) -> None:
        """Hand a block on as the paste that it is; what turned out to be none was typed."""
        if is_block(block):
            self.process_message(events.Paste(block))
            self._deliver([])
        elif block:
            self._deliver(self._typed.feed(block, time.monotonic()))

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _deliver(self, keys: list[str]) -> None:
        try:
            if len(keys) == 1 and keys[0] in _NAMED and not self._typed.within:
                self._came.append(self._named_key(keys[0]))
            else:
                for key in keys:
                    self._understand(key)
            self._hand_on()
        except Exception as error:  # noqa: BLE001 - the loop would only log it and go on
            self._owner._handle_exception(error)

    def _named_key(self, character: str) -> events.Key:
        """A key of entering figures, past Textual's parser, which asks much more of each."""
        key = events.Key(_NAMED[character], character)
        key.set_sender(self._app)
        return key

    def _understand(self, key: str) -> None:
        if key == ESCAPE:
            self.process_message(events.Key("escape", "\x1b"))
        elif key == UNKNOWN:
            self.process_message(events.Key("unknown", None))
        elif key == KEYPAD_ENTER:
            self.process_message(events.Key("enter", "\r"))
        else:
            for event in self._parser.feed(key):
                self.process_message(event)


def _known(sequence: str) -> bool:
    return sequence in ANSI_SEQUENCES_KEYS or sequence in SPECIAL_SEQUENCES


def _terminal_stream() -> TextIO:
    """The standard stream that is a terminal, so that a redirected one does not get the screen."""
    streams = [stream for stream in (sys.__stderr__, sys.__stdout__) if stream is not None]
    return next((stream for stream in streams if stream.isatty()), streams[0])
