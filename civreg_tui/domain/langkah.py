"""The procedure as one table: states × actions × roles, with the return loops of the office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Peran = Literal["kabid", "kasi", "staf", "sekretariat", "admin", "auditor"]
NAMA_PERAN: dict[Peran, str] = {
    "kabid": "Kabid",
    "kasi": "Kasi",
    "staf": "Staf",
    "sekretariat": "Sekretariat",
    "admin": "Admin",
    "auditor": "Auditor",
}
ALASAN_MINIMUM = 10
"""Fewest letters of a reason."""


@dataclass(frozen=True, slots=True)
class Langkah:
    """One of the seven SOP steps with its actor and standard time in minutes."""

    no: int
    singkat: str
    kegiatan: str
    pelaksana: Peran
    kelengkapan: str
    menit: int
    keluaran: str


class Keadaan(StrEnum):
    """Where a month's file stands."""

    DISPOSISI_KABID = "disposisi_kabid"
    DISPOSISI_KASI = "disposisi_kasi"
    PENERIMAAN = "penerimaan"
    ENTRI = "entri"
    PEMERIKSAAN = "pemeriksaan"
    TERVALIDASI = "tervalidasi"
    LAKIP = "lakip"
    SEKRETARIAT = "sekretariat"
    SELESAI = "selesai"


LANGKAH_DARI: dict[Keadaan, int | None] = {
    Keadaan.DISPOSISI_KABID: 1,
    Keadaan.DISPOSISI_KASI: 2,
    Keadaan.PENERIMAAN: 3,
    Keadaan.ENTRI: 4,
    Keadaan.PEMERIKSAAN: 5,
    Keadaan.TERVALIDASI: 6,
    Keadaan.LAKIP: 6,
    Keadaan.SEKRETARIAT: 7,
    Keadaan.SELESAI: None,
}
"""The SOP step a state belongs to; None when the month is finished."""


class Aksi(StrEnum):
    """What a person can do to a month's file."""

    SIMPAN_DISPOSISI = "simpan_disposisi"
    KIRIM_DISPOSISI = "kirim_disposisi"
    SIMPAN_PETUNJUK = "simpan_petunjuk"
    TERUSKAN_DISPOSISI = "teruskan_disposisi"
    PERIKSA_KELENGKAPAN = "periksa_kelengkapan"
    KEMBALIKAN_KE_PIAK = "kembalikan_ke_piak"
    TERIMA_LAPORAN = "terima_laporan"
    TERIMA_SUSULAN = "terima_susulan"
    ISI_SEL = "isi_sel"
    VERIFIKASI = "verifikasi"
    SERAHKAN_KE_KASI = "serahkan_ke_kasi"
    TARIK_KEMBALI = "tarik_kembali"
    JELASKAN_TEMUAN = "jelaskan_temuan"
    KEMBALIKAN_KE_STAF = "kembalikan_ke_staf"
    VALIDASI = "validasi"
    BATAL_VALIDASI = "batal_validasi"
    SUSUN_LAKIP = "susun_lakip"
    KEMBALIKAN_KE_KASI = "kembalikan_ke_kasi"
    SAMPAIKAN_LAKIP = "sampaikan_lakip"
    PERIKSA_LAKIP = "periksa_lakip"
    KEMBALIKAN_KE_KABID = "kembalikan_ke_kabid"
    TERIMA_LAKIP = "terima_lakip"


@dataclass(frozen=True, slots=True)
class Peralihan:
    """One permitted act: from a state, by a role, to a state; some need a written reason."""

    aksi: Aksi
    dari: Keadaan
    ke: Keadaan
    peran: Peran
    label: str
    alasan: bool = False


_K, _A = Keadaan, Aksi
TABEL: tuple[Peralihan, ...] = (
    Peralihan(_A.SIMPAN_DISPOSISI, _K.DISPOSISI_KABID, _K.DISPOSISI_KABID, "kabid", "Mengisi lembar disposisi"),
    Peralihan(_A.KIRIM_DISPOSISI, _K.DISPOSISI_KABID, _K.DISPOSISI_KASI, "kabid", "Mengirim disposisi kepada Kasi"),
    Peralihan(_A.SIMPAN_PETUNJUK, _K.DISPOSISI_KASI, _K.DISPOSISI_KASI, "kasi", "Mengisi petunjuk untuk Staf"),
    Peralihan(_A.TERUSKAN_DISPOSISI, _K.DISPOSISI_KASI, _K.PENERIMAAN, "kasi", "Meneruskan disposisi kepada Staf"),
    Peralihan(_A.PERIKSA_KELENGKAPAN, _K.PENERIMAAN, _K.PENERIMAAN, "staf", "Mencatat kelengkapan laporan"),
    Peralihan(_A.KEMBALIKAN_KE_PIAK, _K.PENERIMAAN, _K.PENERIMAAN, "staf", "Mengembalikan laporan ke Bidang PIAK", alasan=True),
    Peralihan(_A.TERIMA_LAPORAN, _K.PENERIMAAN, _K.ENTRI, "staf", "Menerima Laporan Adminduk"),
    Peralihan(_A.TERIMA_SUSULAN, _K.ENTRI, _K.ENTRI, "staf", "Menerima susulan Laporan Adminduk"),
    Peralihan(_A.ISI_SEL, _K.ENTRI, _K.ENTRI, "staf", "Mengisi angka"),
    Peralihan(_A.ISI_SEL, _K.TERVALIDASI, _K.ENTRI, "staf", "Mengubah angka yang sudah divalidasi"),
    Peralihan(_A.VERIFIKASI, _K.ENTRI, _K.ENTRI, "staf", "Mengetik ulang angka (verifikasi)"),
    Peralihan(_A.SERAHKAN_KE_KASI, _K.ENTRI, _K.PEMERIKSAAN, "staf", "Menyerahkan rekap kepada Kasi"),
    Peralihan(_A.TARIK_KEMBALI, _K.PEMERIKSAAN, _K.ENTRI, "staf", "Menarik kembali rekap dari Kasi", alasan=True),
    Peralihan(_A.JELASKAN_TEMUAN, _K.ENTRI, _K.ENTRI, "staf", "Menjelaskan peringatan"),
    Peralihan(_A.JELASKAN_TEMUAN, _K.PEMERIKSAAN, _K.PEMERIKSAAN, "kasi", "Menjelaskan peringatan"),
    Peralihan(_A.KEMBALIKAN_KE_STAF, _K.PEMERIKSAAN, _K.ENTRI, "kasi", "Mengembalikan sel kepada Staf", alasan=True),
    Peralihan(_A.VALIDASI, _K.PEMERIKSAAN, _K.TERVALIDASI, "kasi", "Memvalidasi rekap"),
    Peralihan(_A.BATAL_VALIDASI, _K.TERVALIDASI, _K.PEMERIKSAAN, "kasi", "Membatalkan validasi", alasan=True),
    Peralihan(_A.SUSUN_LAKIP, _K.TERVALIDASI, _K.LAKIP, "kabid", "Menyusun LAKIP Bidang"),
    Peralihan(_A.SUSUN_LAKIP, _K.LAKIP, _K.LAKIP, "kabid", "Menyusun LAKIP Bidang"),
    Peralihan(_A.KEMBALIKAN_KE_KASI, _K.TERVALIDASI, _K.PEMERIKSAAN, "kabid", "Mengembalikan rekap kepada Kasi", alasan=True),
    Peralihan(_A.KEMBALIKAN_KE_KASI, _K.LAKIP, _K.PEMERIKSAAN, "kabid", "Mengembalikan rekap kepada Kasi", alasan=True),
    Peralihan(_A.SAMPAIKAN_LAKIP, _K.LAKIP, _K.SEKRETARIAT, "kabid", "Menyampaikan LAKIP Bidang ke Sekretariat"),
    Peralihan(_A.PERIKSA_LAKIP, _K.SEKRETARIAT, _K.SEKRETARIAT, "sekretariat", "Memeriksa LAKIP Bidang"),
    Peralihan(_A.KEMBALIKAN_KE_KABID, _K.SEKRETARIAT, _K.LAKIP, "sekretariat", "Mengembalikan LAKIP kepada Kabid", alasan=True),
    Peralihan(_A.TERIMA_LAKIP, _K.SEKRETARIAT, _K.SELESAI, "sekretariat", "Menerima LAKIP Bidang"),
)  # fmt: skip
"""Every permitted act. Source: the SOP's seven steps, and what the office needs besides: returns to
Bidang PIAK, Staf, Kasi and Kabid, the undoing of a validation, and the Staf taking back what the
Kasi does not have open (``services.month.take_back``)."""

MEMBATALKAN_REVISI = frozenset({_A.BATAL_VALIDASI, _A.KEMBALIKAN_KE_KASI})
"""Acts that void the month's validated revision (as does any change of a figure)."""

GILIRAN: dict[Keadaan, tuple[Peran | None, str]] = {
    _K.DISPOSISI_KABID: ("kabid", "mengirim disposisi kepada Kasi"),
    _K.DISPOSISI_KASI: ("kasi", "meneruskan disposisi kepada Staf"),
    _K.PENERIMAAN: ("staf", "menerima dan mengecek Laporan Adminduk dari PIAK"),
    _K.ENTRI: ("staf", "mengisi rekap dan menyerahkannya kepada Kasi"),
    _K.PEMERIKSAAN: ("kasi", "memeriksa dan memvalidasi rekap"),
    _K.TERVALIDASI: ("kabid", "menyusun LAKIP Bidang"),
    _K.LAKIP: ("kabid", "menyelesaikan dan menyampaikan LAKIP Bidang"),
    _K.SEKRETARIAT: ("sekretariat", "memeriksa dan menerima LAKIP Bidang"),
    _K.SELESAI: (None, "selesai; tidak ada yang perlu dilakukan"),
}
"""Whose turn it is in each state, and the next act in words."""


class Ditolak(Exception):
    """An act that the procedure does not allow now; the text says who must do what first."""


def peralihan(keadaan: Keadaan, aksi: Aksi, peran: Peran) -> Peralihan:
    """The table's row for an act, or Ditolak with a sentence that says what must happen first."""
    rows = [row for row in TABEL if row.aksi is aksi]
    here = [row for row in rows if row.dari is keadaan]
    if not here:
        raise Ditolak(_not_now(rows[0], keadaan))
    for row in here:
        if row.peran == peran:
            return row
    raise Ditolak(
        f"{here[0].label} hanya boleh oleh {NAMA_PERAN[here[0].peran]}; "
        f"Anda bertindak sebagai {NAMA_PERAN[peran]}."
    )


def _not_now(row: Peralihan, keadaan: Keadaan) -> str:
    turn, act = GILIRAN[keadaan]
    if turn is None:
        return f"{row.label} tidak dapat dilakukan: bulan ini sudah selesai."
    return f"{row.label} tidak dapat dilakukan sekarang: giliran {NAMA_PERAN[turn]} {act}."


def alasan_cukup(apa: str, alasan: str) -> str:
    """The reason for an act without blanks around it; Ditolak when it is too short."""
    given = alasan.strip()
    if len(given) < ALASAN_MINIMUM:
        raise Ditolak(f"{apa} perlu alasan, sedikitnya {ALASAN_MINIMUM} huruf.")
    return given
