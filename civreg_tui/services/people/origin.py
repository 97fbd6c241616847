"""Where the acting person sits: the terminal, and the address the system has on record for it."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

UTMP = Path("/run/utmp")
_LONG_TIMES = frozenset({"aarch64", "loongarch64", "riscv64"})
"""Machines whose list never had to be shared with 32-bit programs."""
_USER_PROCESS = 7
_DIGITS, _LONGEST = frozenset("0123456789abcdefABCDEF:."), 45
"""What a network address is written with, and how long one can be."""
TANPA = "tanpa terminal"


def record_of(machine: str) -> struct.Struct:
    """Linux's ``struct utmp``: type, pid, line, id, user, host, exit, session, time, address."""
    times = "lll4i20x0l" if machine in _LONG_TIMES else "iii4i20x"
    return struct.Struct(f"hi32s4s32s256s2h{times}")


RECORD = record_of(os.uname().machine if hasattr(os, "uname") else "")


def origin(akun: str, environ: Mapping[str, str] = os.environ) -> str:
    """``/dev/pts/3 dari 10.0.0.7``: the terminal, and from where its account logged in.

    Only the system's own list of logins is believed; an address that merely stands in the
    environment is marked as claimed.
    """
    try:
        terminal = os.ttyname(0)
    except (OSError, AttributeError):
        terminal = TANPA
    if host := _recorded(terminal.removeprefix("/dev/"), akun):
        return f"{terminal} dari {host}"
    claimed = _claimed(environ)
    return f"{terminal} (mengaku dari {claimed})" if claimed else terminal


def _recorded(line: str, akun: str) -> str:
    """The host that the account's living login on a terminal came from; empty when local."""
    try:
        data = UTMP.read_bytes()
    except OSError:
        return ""
    whole = len(data) - len(data) % RECORD.size
    for kind, pid, tty, _, user, host, *_ in RECORD.iter_unpack(data[:whole]):
        if kind == _USER_PROCESS and (_text(tty), _text(user)) == (line, akun) and _lives(pid):
            return _text(host)
    return ""


def _lives(pid: int) -> bool:
    """A login that ended without farewell is still listed; its process is not there."""
    return Path(f"/proc/{pid}").exists()


def _text(field: bytes) -> str:
    text = field.split(b"\0", 1)[0].decode("ascii", "replace")
    return "".join(c if c.isprintable() else "?" for c in text)


def _claimed(environ: Mapping[str, str]) -> str:
    first = environ.get("SSH_CONNECTION", "").partition(" ")[0]
    return first if len(first) <= _LONGEST and set(first) <= _DIGITS else ""
