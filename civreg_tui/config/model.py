"""What a configuration is once it has been checked: facts and settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from civreg_tui.config.definitions import Definitions
from civreg_tui.config.tables import Raw

if TYPE_CHECKING:
    from fractions import Fraction

    from civreg_tui.domain.langkah import Langkah, Peran
    from civreg_tui.domain.laporan import Kantor, Sasaran
    from civreg_tui.domain.penugasan import Penugasan


@dataclass(frozen=True)
class Facts(Definitions):
    """All facts, ready to use; ``sop`` is the procedure's name, for the papers."""

    provinsi: str
    langkah: tuple[Langkah, ...]
    sop: str
    kantor: Kantor
    sasaran: tuple[Sasaran, ...]
    kategori: tuple[tuple[Fraction, str], ...]
    alasan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Konfirmasi:
    """When the PIN is asked again, and how many wrong ones are taken in how many minutes."""

    validasi: bool = False
    penyampaian: bool = False
    percobaan: int = 5
    menit: int = 15


@dataclass(frozen=True)
class Config:
    """Facts and settings. ``raw`` is the merged tables, which a month freezes parts of."""

    raw: Raw
    facts: Facts
    tenggat_penerimaan: int
    masuk: str
    keluar: str
    pengentri_memvalidasi: bool
    akun: dict[str, tuple[Peran, ...]]
    pelaksana: tuple[Penugasan, ...]
    konfirmasi: Konfirmasi
    layanan: str
    simpan: str
    layar: str
    templat_lakip: str
    pencetak: str
