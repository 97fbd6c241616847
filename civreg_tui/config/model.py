"""What a configuration is once it has been checked: facts and settings."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.langkah import Langkah, Peran
from civreg_tui.domain.laporan import Kantor, Sasaran
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.domain.temuan.model import Aturan
from civreg_tui.domain.wilayah import DaftarWilayah

Raw = dict[str, Any]


class KonfigurasiSalah(Exception):
    """A wrong configuration entry; the text names file, key and remedy in one line."""


@dataclass(frozen=True, slots=True)
class Sop:
    """The procedure's own heading, for the papers."""

    nomor: str
    nama: str
    tanggal_pembuatan: str
    disahkan_oleh: str
    nama_pengesah: str
    nip_pengesah: str
    kualifikasi: str
    peralatan: tuple[str, ...]
    keterkaitan: str
    dasar_hukum: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """All facts, ready to use. ``penduduk`` is DKB reference -> region code -> residents."""

    wilayah: DaftarWilayah
    provinsi: str
    dokumen: dict[str, Dokumen]
    langkah: tuple[Langkah, ...]
    sop: Sop
    kantor: Kantor
    sasaran: tuple[Sasaran, ...]
    kategori: tuple[tuple[Fraction, str], ...]
    aturan: dict[str, Aturan]
    alasan: tuple[str, ...]
    penduduk: dict[str, dict[str, int]]

    @property
    def aktif(self) -> tuple[Dokumen, ...]:
        """The documents that are switched on, in their order."""
        return tuple(d for d in self.dokumen.values() if d.aktif)


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
