"""The address in the trail: what the system has on record, or plainly a claim."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from civreg_tui.services.people import origin as asal
from civreg_tui.services.people.origin import TANPA, origin

LIVING = os.getpid()
DEAD = 2**22 + 7


def login(kind: int, pid: int, tty: str, user: str, host: str, machine: str = "x86_64") -> bytes:
    times = "lll4i20x0l" if machine == "aarch64" else "iii4i20x"
    return struct.pack(
        f"hi32s4s32s256s2h{times}", kind, pid, tty.encode(), b"p3", user.encode(), host.encode(),
        0, 0, 0, 0, 0, 0, 0, 0, 0,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def as_on_most_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asal, "RECORD", asal.record_of("x86_64"))


@pytest.fixture
def utmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The list of logins; siti sits at /dev/pts/3."""
    monkeypatch.setattr(os, "ttyname", lambda number: "/dev/pts/3")
    monkeypatch.setattr(asal, "UTMP", tmp_path / "utmp")

    def write(*records: bytes) -> None:
        (tmp_path / "utmp").write_bytes(b"".join(records))

    return write


def test_a_login_on_record_is_believed(utmp) -> None:
    utmp(
        login(7, LIVING, "pts/2", "budi", "10.0.0.6"), login(7, LIVING, "pts/3", "siti", "10.0.0.7")
    )
    assert origin("siti", {"SSH_CONNECTION": "1.2.3.4 5 6 7"}) == "/dev/pts/3 dari 10.0.0.7"


@pytest.mark.parametrize(("machine", "size"), [("x86_64", 384), ("aarch64", 400)])
def test_the_list_is_read_as_the_machine_writes_it(utmp, monkeypatch, machine, size) -> None:
    record = asal.record_of(machine)
    assert record.size == size
    monkeypatch.setattr(asal, "RECORD", record)
    utmp(
        login(7, LIVING, "pts/2", "budi", "10.0.0.6", machine),
        login(7, LIVING, "pts/3", "siti", "10.0.0.7", machine),
    )
    assert origin("siti", {}) == "/dev/pts/3 dari 10.0.0.7"


@pytest.mark.parametrize(
    "record",
    [
        login(8, LIVING, "pts/3", "siti", "10.0.0.7"),  # ended
        login(7, DEAD, "pts/3", "siti", "10.0.0.7"),  # ended without farewell
        login(7, LIVING, "pts/3", "budi", "10.0.0.7"),  # somebody else's
        login(7, LIVING, "pts/33", "siti", "10.0.0.7"),
        login(7, LIVING, "pts/3", "siti", ""),  # at the machine itself
        b"rusak",
    ],
)
def test_other_logins_are_not(utmp, record: bytes) -> None:
    utmp(record)
    assert origin("siti", {}) == "/dev/pts/3"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("10.0.0.9 55 10.0.0.1 22", "/dev/pts/3 (mengaku dari 10.0.0.9)"),
        ("fe80::1 55 fe80::2 22", "/dev/pts/3 (mengaku dari fe80::1)"),
        ("\x1b[2J 1 2 3", "/dev/pts/3"),
        ("kantor 1 2 3", "/dev/pts/3"),
        ("", "/dev/pts/3"),
    ],
)
def test_the_environment_only_claims(utmp, value: str, shown: str) -> None:
    assert origin("siti", {"SSH_CONNECTION": value}) == shown


def test_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(number: int) -> str:
        raise OSError

    monkeypatch.setattr(os, "ttyname", none)
    assert origin("siti", {}) == TANPA
