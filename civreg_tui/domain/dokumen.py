"""The documents that are recapped, as frozen definitions a month is opened with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rincian = Literal["jumlah", "lp"]
"""Whether a sheet carries totals only, or laki-laki and perempuan."""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One certificate type. ``penyebut`` is False where no denominator exists (akta kematian)."""

    kode: str
    nama: str
    singkat: str
    lembar: str
    judul: str
    kelompok: str
    pemilik: str
    aktif: bool
    penyebut: bool
    rincian: Rincian
    terbit: bool = False
    dilaporkan: bool = False
