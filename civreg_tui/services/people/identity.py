"""Who is acting: the operating system account of the process, never an environment's claim."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from civreg_tui.config import Config
from civreg_tui.domain.langkah import NAMA_PERAN, Ditolak, Peran
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.services.people.origin import origin

SEMUA_PERAN: tuple[Peran, ...] = ("kabid", "kasi", "staf", "sekretariat")


@dataclass(frozen=True, slots=True)
class Pelaku:
    """An account with its own roles, the one it chose to act in (if any), and its place.

    ``tugas`` are all its assignments as Plt. or Plh., ``mewakili`` those in force today.
    """

    akun: str
    peran: frozenset[Peran]
    tempat: str
    dipilih: Peran | None = None
    bebas: bool = False
    tugas: tuple[Penugasan, ...] = ()
    mewakili: tuple[Penugasan, ...] = ()

    @property
    def memegang(self) -> frozenset[Peran]:
        """Its own roles and those it stands in for today."""
        return self.peran | {tugas.peran for tugas in self.mewakili}

    @property
    def dapat(self) -> frozenset[Peran]:
        """The roles it can act in right now."""
        return frozenset({self.dipilih}) if self.dipilih else self.memegang

    def sebagai(self, peran: Peran) -> Pelaku:
        """The same account acting in one of its roles."""
        if peran not in self.memegang:
            raise Ditolak(f"Akun {self.akun} tidak memegang peran {NAMA_PERAN[peran]}.")
        return replace(self, dipilih=peran)

    def pada(self, hari: date) -> Pelaku:
        """The same account on a day: its assignments come and go, its own roles stay."""
        now = tuple(t for t in self.tugas if t.berlaku(hari) and t.peran not in self.peran)
        return self if now == self.mewakili else replace(self, mewakili=now)

    def sebutan(self, peran: Peran) -> str:
        """``Plt.`` or ``Plh.`` in a role it only stands in for, else empty."""
        return next((t.sebutan for t in self.mewakili if t.peran == peran), "")


def current_account(layanan: str) -> str:
    """The account of the real user id; under the permitted service account, who invoked sudo."""
    if not hasattr(os, "getuid"):
        return os.getlogin()
    uid = os.getuid()
    invoking = os.environ.get("SUDO_UID", "")
    if layanan and _name(uid) == layanan and invoking.isdecimal():
        uid = int(invoking)
    return _name(uid)


def name_of(uid: int) -> str:
    """An account's name, or ``uid-N`` where the system has none for it."""
    return _name(uid)


def _name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid-{uid}"


def identify(config: Config, *, demo: bool = False) -> Pelaku:
    """The acting account with its roles: all of them in a demo or where no account is listed.

    Raises Ditolak when accounts are listed and this one is not among them.
    """
    akun = current_account(config.layanan)
    place = origin(akun)
    if demo:
        return Pelaku(akun, frozenset(get_args(Peran)), place, bebas=True)
    if not config.akun:
        return Pelaku(akun, frozenset({*SEMUA_PERAN, "admin"}), place)
    roles = config.akun.get(akun, ())
    tasks = tuple(task for task in config.pelaksana if task.akun == akun)
    if not roles and not tasks:
        raise Ditolak(
            f"Akun {akun} belum diberi peran. Minta admin menambahkannya pada civreg.toml [akun]."
        )
    return Pelaku(akun, frozenset(roles), place, tugas=tasks)
