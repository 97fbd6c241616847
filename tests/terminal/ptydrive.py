"""Drives a program in a real pseudo-terminal and reads its screen through a terminal emulator.

Linux only (`setsid`, `/proc`). Nothing here sleeps a fixed time: waits end when the wanted thing is
seen, or when the program has neither written nor worked for a while.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

#: Queries and keyboard modes that the emulator would print instead of swallowing.
_UNSUPPORTED = re.compile(rb"\x1b\[\?[\d;]*\$p|\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\]11;\?\x07")
#: The beginning of an escape sequence whose end has not arrived yet.
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?\Z")
_CHUNK = 65536
#: Seconds after which a wait has failed; a busy machine may need many of them.
PATIENCE = 60.0
#: Makes the pseudo-terminal the program's controlling one, without a fork, so that the pid stays.
_LAUNCH = ("setsid", "--ctty", "env")
#: Variables of the calling shell that would change what the program draws.
_FOREIGN = ("NO_COLOR", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "COLUMNS", "LINES", "TEXTUAL")


class Waited(AssertionError):
    """The program did not do what was waited for; carries the screen as it stood."""


class PtyProgram:
    """One program running in its own pseudo-terminal, with its screen kept by pyte.

    Use it as a context manager: leaving the block ends the program, whatever state it is in.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        term: str = "xterm-256color",
        env: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
        ignore_sighup: bool = False,
    ) -> None:
        self.columns, self.lines = columns, lines
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._unfed = b""
        self.raw = bytearray()
        self._mark = 0
        self.started = self.last_output = time.perf_counter()
        self.master, slave = pty.openpty()
        self.tty_name = os.ttyname(slave)
        _set_size(slave, columns, lines)
        self.process = subprocess.Popen(
            [*_LAUNCH, f"--{'ignore' if ignore_sighup else 'default'}-signal=HUP", *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=_environment(term, env),
            cwd=cwd,
        )
        os.close(slave)
        os.set_blocking(self.master, False)

    def __enter__(self) -> PtyProgram:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- keys ---------------------------------------------------------------------------------

    def send(self, keys: str | bytes) -> None:
        """Type keys (raw terminal bytes); starts a new count for `bytes_since`."""
        self._mark = len(self.raw)
        self.sent = time.perf_counter()
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            self._read(0)
            _, writable, _ = select.select([], [self.master], [], 1.0)
            if writable:
                data = data[os.write(self.master, data) :]

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window, as a user does by dragging its corner."""
        self.columns, self.lines = columns, lines
        self._read(0)
        self.screen.resize(lines, columns)
        _set_size(self.master, columns, lines)

    # -- waiting ------------------------------------------------------------------------------

    def wait_until(self, seen: Callable[[], bool], what: str, timeout: float = PATIENCE) -> None:
        """Read output until `seen()`; raise Waited, showing the screen, after `timeout` seconds."""
        end = time.perf_counter() + timeout
        while not seen():
            left = end - time.perf_counter()
            if left <= 0:
                raise Waited(f"{what} was not seen within {timeout} s\n{self.picture()}")
            if not self._read(min(left, 0.05)) and self.master < 0 and not seen():
                raise Waited(f"the program ended before {what} was seen\n{self.picture()}")

    def wait_for(self, text: str, timeout: float = PATIENCE) -> None:
        """Wait until some line of the screen contains `text`."""
        self.wait_until(lambda: text in "\n".join(self.screen_lines()), repr(text), timeout)

    def wait_gone(self, text: str, timeout: float = PATIENCE) -> None:
        """Wait until no line of the screen contains `text`."""
        wanted = f"the end of {text!r}"
        self.wait_until(lambda: text not in "\n".join(self.screen_lines()), wanted, timeout)

    def wait_quiet(
        self, quiet: float = 0.15, timeout: float = PATIENCE, *, output: bool = False
    ) -> float:
        """Wait until the program rested for `quiet` seconds; return seconds from key to last byte.

        Resting means that it wrote nothing and that none of its threads ran or was waiting to run.
        With `output`, some output must come first.
        """
        mark, start = self._mark, getattr(self, "sent", self.started)
        end = time.perf_counter() + timeout
        rested_from, worked = time.perf_counter(), self._work()
        while time.perf_counter() < end:
            got, work = self._read(0.01), self._work()
            now = time.perf_counter()
            waiting = output and len(self.raw) == mark
            if got or waiting or work != worked or self._runs():
                rested_from, worked = now, work
            elif now - rested_from >= quiet:
                return max(0.0, self.last_output - start) if len(self.raw) > mark else 0.0
            if self.master < 0:
                return max(0.0, self.last_output - start)
        raise Waited(f"the program was not quiet within {timeout} s\n{self.picture()}")

    def watch(self, seconds: float) -> int:
        """Read for some seconds and return how many bytes came: what an idle line carries."""
        before, end = len(self.raw), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self.master >= 0:
            self._read(left)
        return len(self.raw) - before

    def wait_stopped(self, timeout: float = PATIENCE) -> None:
        """Wait until the program was stopped by a signal, as Ctrl+Z does."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        self.wait_until(lambda: _stat(stat)[:1] == ["T"], "the stop of the program", timeout)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait for the end of the program and return its exit code (negative: a signal)."""
        end = time.perf_counter() + timeout
        while self.process.poll() is None:
            if time.perf_counter() > end:
                raise Waited(f"the program did not end within {timeout} s\n{self.picture()}")
            if not self._read(0.02) and self.master < 0:
                _pause(0.01)
        self._read(0)
        return self.process.returncode

    # -- looking ------------------------------------------------------------------------------

    def bytes_since(self) -> bytes:
        """Everything that the program wrote since the last `send` (or since its start)."""
        self._read(0)
        return bytes(self.raw[self._mark :])

    def screen_lines(self) -> list[str]:
        """The lines of the screen as text, blanks at the right cut off."""
        return [line.rstrip() for line in self.screen.display]

    def picture(self) -> str:
        """The screen as one text with line numbers, for messages of failed tests."""
        lines = "\n".join(f"{y:2d}|{line}" for y, line in enumerate(self.screen_lines()))
        return f"cursor (x, y) = {self.cursor}\n{lines}"

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the terminal's own cursor, counted from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    def peak_memory(self) -> int:
        """The program's largest resident memory so far, in KiB (Linux; 0 where not known)."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return 0
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found.group(1)) if found else 0

    def cpu_seconds(self) -> float:
        """Processor time that the program has used so far (user and system, all threads)."""
        return self._work() / os.sysconf("SC_CLK_TCK")

    # -- ending -------------------------------------------------------------------------------

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the program alone."""
        if self.process.poll() is None:
            self.process.send_signal(number)

    def hangup(self) -> None:
        """Close the terminal, as a dropped connection does; the kernel sends SIGHUP by itself."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def close(self) -> None:
        """End the program if it still runs and free the terminal."""
        self.hangup()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)

    # -- inside -------------------------------------------------------------------------------

    def _read(self, seconds: float) -> bool:
        if self.master < 0:
            return False
        readable, _, _ = select.select([self.master], [], [], seconds)
        got = False
        while readable:
            try:
                data = os.read(self.master, _CHUNK)
            except BlockingIOError:
                break
            except OSError:
                data = b""
            if not data:
                self.hangup()
                break
            self._feed(data)
            got = True
        return got

    def _feed(self, data: bytes) -> None:
        self.raw += data
        self.last_output = time.perf_counter()
        data = _UNSUPPORTED.sub(b"", self._unfed + data)
        tail = _UNFINISHED.search(data)
        cut = tail.start() if tail else len(data)
        self._unfed = data[cut:]
        self._stream.feed(data[:cut])

    def _work(self) -> int:
        fields = _stat(Path(f"/proc/{self.process.pid}/stat"))
        return int(fields[11]) + int(fields[12]) if fields else 0

    def _runs(self) -> bool:
        try:
            tasks = list(Path(f"/proc/{self.process.pid}/task").iterdir())
        except OSError:
            return False
        states = (_stat(task / "stat") for task in tasks)
        return any(fields and fields[0] in "RD" for fields in states)


def session_processes(leader: int) -> list[int]:
    """The living processes of a session, by the id of the process that led it."""
    found = []
    for folder in Path("/proc").iterdir():
        fields = _stat(folder / "stat") if folder.name.isdigit() else []
        if fields and fields[0] != "Z" and int(fields[3]) == leader:
            found.append(int(folder.name))
    return found


def _stat(path: Path) -> list[str]:
    try:
        return path.read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _environment(term: str, extra: Mapping[str, str] | None) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in _FOREIGN}
    kept.setdefault("LANG", "C.UTF-8")
    return {**kept, "TERM": term, **(extra or {})}


def _set_size(fd: int, columns: int, lines: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _pause(seconds: float) -> None:
    select.select([], [], [], seconds)
