"""Acting for an absent colleague (Plt./Plh.) on named days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from civreg_tui.domain.langkah import Peran
from civreg_tui.domain.laporan import Pejabat
from civreg_tui.domain.periode import tanggal

Sebutan = Literal["Plt.", "Plh."]
"""Pelaksana tugas (the post is vacant) or pelaksana harian (its holder is away)."""


@dataclass(frozen=True, slots=True)
class Penugasan:
    """An account that acts in a role from ``mulai`` to ``sampai``, both days included.

    Name, rank and NIP are those of the acting person, for signatures.
    """

    akun: str
    peran: Peran
    sebutan: Sebutan
    mulai: date
    sampai: date
    nama: str = ""
    pangkat: str = ""
    nip: str = ""

    def berlaku(self, hari: date) -> bool:
        """Whether the assignment covers a day."""
        return self.mulai <= hari <= self.sampai

    @property
    def masa(self) -> str:
        """Its days in words: ``3 Januari 2025 sampai 7 Januari 2025``."""
        return f"{tanggal(self.mulai)} sampai {tanggal(self.sampai)}"

    def penanda_tangan(self, tetap: Pejabat) -> Pejabat:
        """Who signs instead of the post's holder: ``Plh. Kepala Seksi …`` with the own name."""
        return Pejabat(
            f"{self.sebutan} {tetap.jabatan}", self.nama or self.akun, self.pangkat, self.nip
        )
