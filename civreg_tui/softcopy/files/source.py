"""A file as bytes, read once: only regular files, bounded, hashed, unchanged while reading."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca

UKURAN_MAKSIMUM = 32 * 1024 * 1024
"""Bytes; the largest delivery of a province's villages stays far below."""


class Berkas(NamedTuple):
    """A file's bytes with the path they came from and their SHA-256."""

    path: str
    data: bytes
    sha256: str

    @property
    def nama(self) -> str:
        """The file name without folders, for messages."""
        return Path(self.path).name

    @property
    def pokok(self) -> str:
        """The file name without folders and ending."""
        return Path(self.path).stem


def load(path: str | os.PathLike[str], within: Sequence[Path] = ()) -> Berkas:
    """Read a regular file once; SoftcopyTidakTerbaca for everything that is none.

    Never blocks: named pipes and devices are opened without waiting and refused. With ``within``
    the file that was really opened must lie in one of those folders, whatever its name said.
    """
    text = os.fspath(path)
    shown = Path(text).name or text
    try:
        data = _read_bytes(text, shown, within)
    except (OSError, ValueError) as error:
        raise SoftcopyTidakTerbaca(f"{shown}: {_reason(error)}") from None
    if not data:
        raise SoftcopyTidakTerbaca(f"{shown} kosong (0 byte). Minta ulang berkasnya ke pengirim.")
    return Berkas(text, data, hashlib.sha256(data).hexdigest())


def _read_bytes(path: str, shown: str, within: Sequence[Path]) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise SoftcopyTidakTerbaca(
                f"{shown} bukan berkas. Pilih berkas softcopy, bukan folder."
            )
        if before.st_size > UKURAN_MAKSIMUM:
            raise SoftcopyTidakTerbaca(
                f"{shown} terlalu besar ({before.st_size // 1_048_576} MB, batasnya "
                f"{UKURAN_MAKSIMUM // 1_048_576} MB). Periksa apakah ini softcopy rekap."
            )
        if within:
            _refuse_outside(handle, shown, within)
        data = stream.read(UKURAN_MAKSIMUM + 1)
        after = os.fstat(handle)
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or len(
        data
    ) != before.st_size:
        raise SoftcopyTidakTerbaca(
            f"{shown} berubah saat dibaca. Tunggu selesai disalin, lalu ulangi."
        )
    return data


def _refuse_outside(handle: int, shown: str, within: Sequence[Path]) -> None:
    """Ask the kernel which file this is: a name may have been changed about while it was opened."""
    opened = Path(f"/proc/self/fd/{handle}").readlink()
    inside = any(opened.is_relative_to(folder.resolve()) for folder in within)
    if not inside or os.fstat(handle).st_nlink > 1:
        raise SoftcopyTidakTerbaca(
            f"{shown} bukan berkas biasa di folder masuk atau keluar. Salin berkasnya ke sana."
        )


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "berkas tidak ditemukan. Periksa nama dan foldernya."
        case PermissionError():
            return "tidak ada izin membaca. Minta izin baca atau salin berkasnya."
        case IsADirectoryError():
            return "ini folder, bukan berkas. Pilih berkas softcopy di dalamnya."
        case _:
            return "berkas tidak dapat dibuka. Salin ulang berkasnya, lalu coba lagi."
