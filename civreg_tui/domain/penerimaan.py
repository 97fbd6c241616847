"""What step 3 records when the Laporan Adminduk arrives: files, sheets, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.laporan import Kantor

Putusan = Literal["diterima", "diterima_belum_lengkap", "dikembalikan"]
"""How the receipt ended: complete, taken in with a visible list of gaps, or sent back."""


@dataclass(frozen=True, slots=True)
class BerkasDiterima:
    """A softcopy as it arrived: file name, size in bytes and SHA-256 in hexadecimal.

    ``pada`` is the ISO time it was taken in, ``pengirim`` who handed it over, if noted.
    """

    nama: str
    ukuran: int
    sha256: str
    pada: str = ""
    pengirim: str = ""


@dataclass(frozen=True, slots=True)
class Hardcopy:
    """The checklist of one document's printed sheets; ``halaman`` None = not counted."""

    dokumen: str
    ada: bool
    halaman: int | None = None
    ditandatangani: bool = False
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class JumlahKendali:
    """A column's total on the hardcopy beside the softcopy's; None = not given."""

    dokumen: str
    kolom: str
    hardcopy: int | None
    softcopy: int | None

    @property
    def selisih(self) -> int | None:
        """Hardcopy minus softcopy; None when either is missing."""
        if self.hardcopy is None or self.softcopy is None:
            return None
        return self.hardcopy - self.softcopy


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """One receipt. ``diterima_pada`` is an ISO date or time, ``periode`` is ``YYYY-MM``.

    ``dokumen`` fields hold the names of documents as people read them, ``batas`` is the ISO
    date until which what is missing can still come, ``ketepatan`` the standing in words.
    """

    periode: str
    kantor: Kantor
    berkas: tuple[BerkasDiterima, ...]
    hardcopy: tuple[Hardcopy, ...]
    kendali: tuple[JumlahKendali, ...]
    kekurangan: tuple[str, ...]
    diterima_pada: str
    oleh: str
    putusan: Putusan = "diterima"
    alasan: str = ""
    nomor: str = ""
    batas: str = ""
    pengirim: str = ""
    ketepatan: str = ""
