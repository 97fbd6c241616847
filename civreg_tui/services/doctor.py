"""What would bite: terminal, locale, store, permissions, free disk; each with its remedy."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from civreg_tui.config import Config
from civreg_tui.domain import saat
from civreg_tui.services.workspace import MUNDUR

_MINIMUM_FREE_MB = 100
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "lustre", "beegfs",
     "gfs2", "ocfs2", "coda", "vboxsf", "prl_fs", "webdav", "remote"}
)  # fmt: skip
"""Where locks or a durable write are not what SQLite needs; so is whatever a program provides."""


@dataclass(frozen=True, slots=True)
class Periksaan:
    """One thing looked at: fine or not, what was seen, and the remedy when it is not."""

    nama: str
    baik: bool
    keterangan: str
    saran: str = ""


def examine_machine(config: Config, folder: Path) -> tuple[Periksaan, ...]:
    """Look at everything that the program depends on here."""
    return (
        _python(),
        _terminal(),
        _size(),
        _locale(),
        _permission(folder),
        _disk(folder),
        _file_system(folder),
        _accounts(config),
        *_within(config, folder),
    )


def _within(config: Config, folder: Path) -> tuple[Periksaan, ...]:
    """What the store itself tells, where this account may look into its folder."""
    if not _may_look(folder):
        advice = "Minta izin baca pada folder itu kepada pemiliknya, atau pilih --store lain."
        return (Periksaan("Simpanan", False, "tidak dapat dilihat", advice),)
    return (*_officials(config, folder), _store(folder), _clock(folder))


def _may_look(folder: Path) -> bool:
    return os.access(_nearest(folder), os.R_OK | os.X_OK)


def _python() -> Periksaan:
    version = ".".join(str(n) for n in sys.version_info[:3])
    return Periksaan("Python", sys.version_info >= (3, 11), version, "Pasang Python 3.11 ke atas.")


def _terminal() -> Periksaan:
    name = os.environ.get("TERM", "")
    good = name not in {"", "dumb"}
    seen = name or "tidak ada"
    advice = "Jalankan di terminal biasa (PuTTY: Terminal-type string xterm)."
    return Periksaan("Terminal", good, seen if sys.stdout.isatty() else f"{seen} (pipa)", advice)


def _size() -> Periksaan:
    columns, lines = shutil.get_terminal_size()
    good = columns >= 80 and lines >= 22  # tmux and screen take a line or two for their status
    return Periksaan("Ukuran layar", good, f"{columns}×{lines}", "Besarkan jendela ke 80×24.")


def _locale() -> Periksaan:
    names = (os.environ.get(key, "") for key in ("LC_ALL", "LC_CTYPE", "LANG"))
    chosen = next((name for name in names if name), "")
    good = "utf" in chosen.lower()
    advice = "Pakai LANG=C.UTF-8 agar garis dan balok tampil; tanpa itu dipakai huruf ASCII."
    return Periksaan("Bahasa huruf", good, chosen or "tidak diatur", advice)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that this account can see."""
    return next((p for p in (folder, *folder.parents) if os.access(p, os.F_OK)), Path("/"))


def _permission(folder: Path) -> Periksaan:
    place = _nearest(folder)
    good = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    advice = "Minta izin tulis pada folder itu, atau pilih folder lain dengan --store."
    return Periksaan("Izin folder", good, str(folder), advice)


def _disk(folder: Path) -> Periksaan:
    free = shutil.disk_usage(_nearest(folder)).free // 1_048_576
    return Periksaan("Ruang kosong", free >= _MINIMUM_FREE_MB, f"{free} MB", "Kosongkan ruang.")


def _file_system(folder: Path) -> Periksaan:
    kind = _mount_kind(_nearest(folder).resolve())
    advice = "Simpanan harus di cakram lokal; pindahkan dengan --store."
    local = kind not in _NETWORK and not kind.startswith("fuse.")
    return Periksaan("Jenis cakram", local, kind or "tidak diketahui", advice)


def _mount_kind(place: Path) -> str:
    """The file system of the mount a place lies on; ``remote`` for a network drive of Windows."""
    import psutil

    try:
        mounts = psutil.disk_partitions(all=True)
    except OSError:
        return ""
    above = [mount for mount in reversed(mounts) if place.is_relative_to(mount.mountpoint)]
    if not above:
        return ""
    nearest = max(above, key=lambda mount: len(mount.mountpoint))  # the last one lies on top
    return "remote" if "remote" in nearest.opts.split(",") else str(nearest.fstype)


def _accounts(config: Config) -> Periksaan:
    count = len(config.akun)
    text = f"{count} akun berperan" if count else "pemakaian sendiri: semua peran"
    return Periksaan("Akun", True, text)


def _officials(config: Config, folder: Path) -> tuple[Periksaan, ...]:
    """A line on sample names, which papers in earnest must not carry; no fault of the machine."""
    from civreg_tui.services.officials import sample_officials
    from civreg_tui.store.copies import is_demo

    said = "" if is_demo(folder) else sample_officials(config)
    return (Periksaan("Pejabat", True, said),) if said else ()


def _clock(folder: Path) -> Periksaan:
    """The machine's time against the last event: a clock set back disorders the record."""
    from civreg_tui.store.copies import last_event

    last, now = last_event(folder), saat.kini()
    good = not last or datetime.fromisoformat(last) <= now + MUNDUR
    seen = f"{now:%Y-%m-%d %H:%M}" + (
        "" if good else f", jejak sampai {saat.pada(last):%Y-%m-%d %H:%M}"
    )
    return Periksaan("Jam", good, seen, "Betulkan jam mesin (NTP) sebelum bekerja.")


def _store(folder: Path) -> Periksaan:
    from civreg_tui.store.copies import check_copy
    from civreg_tui.store.damage import damaged, way_back
    from civreg_tui.store.database import FILE_NAME, StoreBermasalah, explained

    path = folder / FILE_NAME
    if not path.exists():
        return Periksaan("Simpanan", True, "belum ada; dibuat saat pertama dipakai")
    try:
        with explained(path):
            if damaged(path):
                return Periksaan("Simpanan", False, "rusak", way_back(path))
        check_copy(path)
    except StoreBermasalah as problem:
        return Periksaan("Simpanan", False, "bermasalah", str(problem))
    return Periksaan("Simpanan", True, "utuh, jejak tersambung")
