"""What a program did to its files, from strace, replayed as a disk that loses power would hold it.

A write is on the disk once its file was synced after it; until then it may be there, or not, or
be torn at a sector. A file's name is on the disk once its folder was synced.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename,mmap"
STRACE = ("strace", "-f", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o")
_SECTOR = 512
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


@dataclass
class Bytes:
    """One file: what is certainly on the disk, and the changes since the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(place, bytes written there), or (length, None) for a cut."""
    named: bool = True

    def sync(self) -> None:
        """Everything written so far is on the disk now."""
        for change in self.pending:
            _apply(self.durable, *change)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What a power cut may leave: any part of the changes that were not synced."""
        image = bytearray(self.durable)
        for place, data in self.pending:
            fate = chance.choice(("kept", "lost", "torn"))
            if fate == "kept" or (data is None and fate == "torn"):
                _apply(image, place, data)
            elif fate == "torn" and data is not None:
                _apply(image, place, data[: _SECTOR * chance.randrange(len(data) // _SECTOR + 1)])
        return bytes(image)


def _apply(image: bytearray, place: int, data: bytes | None) -> None:
    if data is None:
        del image[place:]
        image.extend(b"\0" * (place - len(image)))
        return
    image.extend(b"\0" * (place - len(image)))
    image[place : place + len(data)] = data


class Disk:
    """The files of one folder as the disk holds them, call by call."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {p.name: Bytes(bytearray(p.read_bytes())) for p in folder.glob("civreg.db*")}
        self.open: dict[int, str] = {}
        self.said = b""
        """What the program had written to its standard output."""

    def calls(self, log: Path) -> Iterator[str]:
        """Take in the log; after each call its name is given, so that a cut can be made there."""
        for line in log.read_text("ascii").splitlines():
            found = _CALL.match(line)
            if found and not found[3].startswith("-"):
                self._take(found[1], found[2], int(found[3]))
                yield found[1]

    def _take(self, name: str, words: str, result: int) -> None:
        if name == "openat":
            path = Path(_bytes(words.split(", ")[1]).decode())
            self.open[result] = path.name if path.parent == self.folder else ""
            if path == self.folder:
                self.open[result] = "."
            elif self.open[result]:
                self.files.setdefault(path.name, Bytes(named=False))
            return
        if name in {"unlink", "rename", "mmap"}:
            return
        number = int(words.split(",", maxsplit=1)[0])
        if name == "write" and number == 1:
            self.said += _bytes(words.split(", ")[1])
        elif name == "close":
            self.open.pop(number, None)
        else:
            self._change(name, self.open.get(number, ""), words.split(", "))

    def _change(self, name: str, file: str, words: list[str]) -> None:
        if file == "." and "sync" in name:
            for one in self.files.values():
                one.named = True
        elif file in self.files and not file.endswith("-shm"):
            one = self.files[file]
            if "sync" in name:
                one.sync()
            elif name == "pwrite64":
                one.pending.append((int(words[3]), _bytes(words[1])))
            elif name == "ftruncate":
                one.pending.append((int(words[1]), None))
            else:
                raise AssertionError(f"{name} on {file} is not thought of")

    def cut(self, target: Path, chance: random.Random) -> None:
        """Write what a power cut at this moment may leave into a folder."""
        target.mkdir()
        for name, one in self.files.items():
            if not name.endswith("-shm") and (one.named or chance.random() < 0.5):
                (target / name).write_bytes(one.after_a_cut(chance))


def _bytes(text: str) -> bytes:
    """The bytes of an strace string, every one of which is written ``\\x..``."""
    assert not text.endswith("..."), "strace cut a string short"
    return bytes.fromhex(text.strip('"').replace("\\x", ""))
