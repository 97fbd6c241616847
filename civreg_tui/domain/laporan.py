"""The month as papers and screens show it: one immutable picture, figures and derived values."""

from __future__ import annotations

from dataclasses import dataclass, field

from civreg_tui.domain.dokumen import Dokumen, Rincian
from civreg_tui.domain.langkah import Langkah
from civreg_tui.domain.temuan.model import Aturan, Temuan


@dataclass(frozen=True, slots=True)
class Trio:
    """A figure for laki-laki, perempuan and both; None = not given."""

    l: int | None = None  # noqa: E741
    p: int | None = None
    jml: int | None = None


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """A kabupaten/kota (or the province) in one recap; percents in hundredths."""

    kode: str
    nama: str
    wajib: Trio
    memiliki: Trio
    belum: Trio
    terbit: Trio
    dilaporkan: int | None = None
    persen: int | None = None
    peringkat: int | None = None
    kekurangan: int | None = None
    persen_lalu: int | None = None


@dataclass(frozen=True, slots=True)
class Sasaran:
    """Targets of a document in a year, in hundredths of a percent; None = not set.

    ``belum_dikonfirmasi`` names the fields that no one of the office has vouched for,
    ``sumber_angka`` says by field where a figure is from.
    """

    dokumen: str
    tahun: int
    target: int | None = None
    renstra: int | None = None
    nasional: int | None = None
    negatif: bool = False
    belum_dikonfirmasi: tuple[str, ...] = ()
    sumber_angka: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TitikSeri:
    """The province's figures of one document in one month, for trends."""

    periode: str
    dokumen: str
    memiliki: int | None
    wajib: int | None
    persen: int | None
    acuan: str
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class Rekap:
    """One recap: a document's rows, the province row, its targets and performance.

    ``capaian`` and the percents are in hundredths; ``kategori`` was decided unrounded.
    """

    dokumen: Dokumen
    rincian: Rincian
    acuan: str
    baris: tuple[BarisRekap, ...]
    provinsi: BarisRekap
    terlapor: int
    sasaran: Sasaran
    capaian: int | None
    kategori: str
    seri: tuple[TitikSeri, ...] = ()
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class TemuanDijawab:
    """A finding with the reason it was passed with, if any."""

    temuan: Temuan
    alasan: str | None = None
    oleh: str | None = None
    pada: str | None = None


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Who signs: title, name, rank and NIP (``19660919 198602 1 006``)."""

    jabatan: str
    nama: str
    pangkat: str
    nip: str
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class Kantor:
    """The letterhead, the units and the officials by role."""

    pemerintah: str
    dinas: str
    alamat: str
    kota: str
    bidang: str
    seksi: str
    pengirim: str
    provinsi: str
    pejabat: dict[str, Pejabat] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WaktuLangkah:
    """A step of the month: its standing, who did it, and minutes taken (None = not begun)."""

    langkah: Langkah
    state: str
    oleh: str | None
    menit: int | None
    mulai: str | None = None
    selesai: str | None = None


@dataclass(frozen=True, slots=True)
class Revisi:
    """A validated revision: number, verification code, hash over all figures, who and when."""

    no: int
    kode: str
    hash: str
    oleh: str
    pada: str
    gugur: str | None = None


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A figure that changed since the previous revision; None = not given then or now."""

    dokumen: str
    wilayah: str
    ukuran: str
    seks: str
    semula: int | None
    menjadi: int | None
    alasan: str = ""
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True, slots=True)
class LembarDisposisi:
    """The disposition sheet with both levels (Kabid → Kasi, Kasi → Staf)."""

    surat_dari: str = ""
    no_surat: str = ""
    tgl_surat: str = ""
    diterima_tgl: str = ""
    no_agenda: str = ""
    sifat: str = ""
    perihal: str = ""
    diteruskan: str = ""
    harap: tuple[str, ...] = ()
    arahan: str = ""
    arahan_batas: str = ""
    arahan_tgl: str = ""
    petunjuk: str = ""
    petunjuk_batas: str = ""
    petunjuk_tgl: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Anggaran:
    """A programme or activity line with its budget and its spending, in rupiah."""

    program: str
    kegiatan: str
    pagu: int
    realisasi: int


@dataclass(frozen=True, slots=True)
class Bahan:
    """The Sekretariat's checklist and receipt of the delivered LAKIP."""

    lengkap: bool = False
    cocok: bool = False
    ditandatangani: bool = False
    nomor: str = ""
    tanggal: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """Who validated a revision and when (UTC, ISO), as part of what its hash seals."""

    no: int
    oleh: str
    sebutan: str
    pada: str


@dataclass(frozen=True, slots=True)
class Laporan:
    """All that the papers of a month are made from. ``draf`` until a revision stands."""

    periode: str
    acuan: str
    keadaan: str
    kantor: Kantor
    rekap: tuple[Rekap, ...]
    temuan: tuple[TemuanDijawab, ...]
    waktu: tuple[WaktuLangkah, ...]
    revisi: Revisi | None
    jejak: str
    disposisi: LembarDisposisi = field(default_factory=LembarDisposisi)
    anggaran: tuple[Anggaran, ...] = ()
    bahan: Bahan = field(default_factory=Bahan)
    naskah: tuple[tuple[str, str], ...] = ()
    dicetak: str = ""
    naskah_asal: tuple[tuple[str, str], ...] = ()
    perubahan: tuple[Perubahan, ...] = ()
    sop: str = ""
    pengesahan: Pengesahan | None = None
    aturan: tuple[Aturan, ...] = ()
    """The rules in force, frozen with a revision; empty in a report that was not validated."""

    @property
    def draf(self) -> bool:
        """Whether every page must carry DRAF: no validated revision stands."""
        return self.revisi is None or self.revisi.gugur is not None
