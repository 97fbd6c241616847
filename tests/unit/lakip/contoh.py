"""A report of December 2024 built from the published figures, and variations of it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from civreg_tui.domain import cakupan
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.lakip import Frasa
from civreg_tui.domain.langkah import Langkah
from civreg_tui.domain.laporan import (
    Anggaran,
    BarisRekap,
    Kantor,
    Laporan,
    Pejabat,
    Rekap,
    Revisi,
    Sasaran,
    TemuanDijawab,
    TitikSeri,
    Trio,
    WaktuLangkah,
)
from civreg_tui.domain.temuan.model import Temuan
from tests.unit.lakip.angka_resmi import BARIS

ACUAN = "DKB Semester II Tahun 2024"
ACUAN_LAMA = "DKB Semester I Tahun 2024"
SKALA = (
    (Fraction(91), "Sangat Tinggi"),
    (Fraction(76), "Tinggi"),
    (Fraction(66), "Sedang"),
    (Fraction(51), "Rendah"),
    (Fraction(0), "Sangat Rendah"),
)
FRASA = Frasa.dari(
    tomllib.loads((Path(__file__).parents[3] / "data" / "lakip.toml").read_text("utf-8"))
)

AK017 = Dokumen(
    "AK017", "Akta Kelahiran Anak 0–17 Tahun", "Lahir 0-17", "Akta Kelahiran 0-17",
    "REKAPITULASI", "0-17 tahun", "anak berumur di bawah 18 tahun", True, True, "jumlah",
)  # fmt: skip
ACERAI = Dokumen(
    "ACERAI", "Akta Perceraian", "Cerai", "Akta Perceraian", "REKAPITULASI",
    "status cerai hidup", "penduduk berstatus cerai hidup", True, True, "jumlah",
)  # fmt: skip
AKAWIN = Dokumen(
    "AKAWIN", "Akta Perkawinan", "Kawin", "Akta Perkawinan", "REKAPITULASI",
    "status kawin", "penduduk berstatus kawin", True, True, "lp",
)  # fmt: skip
AMATI = Dokumen(
    "AMATI", "Akta Kematian", "Mati", "Akta Kematian", "REKAPITULASI",
    "semua umur", "penduduk yang meninggal", True, False, "lp",
)  # fmt: skip


def baris(kode: str, nama: str, wajib: Trio, memiliki: Trio, sasaran: Sasaran) -> BarisRekap:
    def belum(w: int | None, m: int | None) -> int | None:
        return None if w is None or m is None else w - m

    return BarisRekap(
        kode,
        nama,
        wajib,
        memiliki,
        Trio(
            belum(wajib.l, memiliki.l), belum(wajib.p, memiliki.p), belum(wajib.jml, memiliki.jml)
        ),
        Trio(),
        persen=cakupan.ratio_hundredths(memiliki.jml, wajib.jml),
        kekurangan=cakupan.kekurangan(
            memiliki.jml, wajib.jml, sasaran.target, negatif=sasaran.negatif
        ),
    )


def rekap(
    dokumen: Dokumen,
    rows: list[tuple[str, str, Trio, Trio]],
    sasaran: Sasaran,
    seri: tuple[TitikSeri, ...] = (),
    *,
    contoh: bool = False,
) -> Rekap:
    def jumlah(trios: list[Trio]) -> Trio:
        return Trio(*(cakupan.add_up(getattr(t, s) for t in trios) for s in ("l", "p", "jml")))

    lines = [baris(*row, sasaran) for row in rows]
    pairs = [(b.memiliki.jml, b.wajib.jml) for b in lines]
    ranks = cakupan.peringkat(pairs)
    lines = [replace(b, peringkat=rank) for b, rank in zip(lines, ranks, strict=True)]
    wajib, memiliki = jumlah([r[2] for r in rows]), jumlah([r[3] for r in rows])
    pair = cakupan.jumlah_pecahan(pairs)
    provinsi = replace(
        baris("13", "Provinsi Sumatera Barat", wajib, memiliki, sasaran),
        belum=jumlah([b.belum for b in lines]),
        persen=cakupan.ratio_hundredths(*pair),
        kekurangan=cakupan.kekurangan(*pair, sasaran.target, negatif=sasaran.negatif),
    )
    value = cakupan.capaian(*pair, sasaran.target, negatif=sasaran.negatif)
    return Rekap(
        dokumen, dokumen.rincian, ACUAN, tuple(lines), provinsi,
        sum(b.memiliki.jml is not None for b in lines), sasaran,
        None if value is None else cakupan.round_half_up(value * 100),
        cakupan.kategori(value, SKALA), seri, contoh,
    )  # fmt: skip


def titik(periode: str, dokumen: str, memiliki: int, wajib: int | None, acuan: str) -> TitikSeri:
    persen = cakupan.ratio_hundredths(memiliki, wajib)
    return TitikSeri(periode, dokumen, memiliki, wajib, persen, acuan, contoh=True)


def seri_lahir() -> tuple[TitikSeri, ...]:
    """2021–2023 at their Decembers, then 2024 by month; the base changes in December 2024."""
    tahun = [
        titik("2021-12", "AK017", 1_560_000, 1_640_000, "DKB Semester II Tahun 2021"),
        titik("2022-12", "AK017", 1_590_000, 1_650_000, "DKB Semester II Tahun 2022"),
        titik("2023-12", "AK017", 1_622_000, 1_661_000, "DKB Semester II Tahun 2023"),
    ]
    bulan = [
        titik(f"2024-{m:02d}", "AK017", 1_625_000 + 4_000 * m, 1_669_000 + 500 * m, ACUAN_LAMA)
        for m in range(1, 12)
    ]
    kini = titik("2024-12", "AK017", 1_706_893, 1_732_411, ACUAN)
    return (*tahun, *bulan, replace(kini, contoh=False))


def seri_mati() -> tuple[TitikSeri, ...]:
    points = [titik("2023-12", "AMATI", 221_001, None, "")]
    points += [titik(f"2024-{m:02d}", "AMATI", 221_001 + 2_111 * m, None, "") for m in range(1, 12)]
    return (*points, replace(titik("2024-12", "AMATI", 247_834, None, ""), contoh=False))


def rekap_lahir(**sasaran: int | bool | None) -> Rekap:
    goals = {"target": 9800, "renstra": 9900, "nasional": 10000} | sasaran
    rows = [(k, n, Trio(jml=w), Trio(jml=m)) for k, n, w, m, *_ in BARIS]
    return rekap(AK017, rows, Sasaran("AK017", 2024, **goals), seri_lahir())


def rekap_cerai() -> Rekap:
    rows = [(k, n, Trio(jml=w), Trio(jml=m)) for k, n, _, _, w, m, *_ in BARIS]
    return rekap(ACERAI, rows, Sasaran("ACERAI", 2024))


def rekap_kawin() -> Rekap:
    rows = []
    for i, (k, n, w, *_) in enumerate(BARIS):
        male, female = w * 4 // 10, w * 41 // 100
        own = Trio(male * (40 + i) // 100, female * (41 + i) // 100)
        rows.append((k, n, Trio(male, female, male + female), replace(own, jml=own.l + own.p)))
    return rekap(AKAWIN, rows, Sasaran("AKAWIN", 2024), contoh=True)


def rekap_mati() -> Rekap:
    rows = [(k, n, Trio(), Trio(laki, pr, laki + pr)) for k, n, *_, laki, pr in BARIS]
    return rekap(AMATI, rows, Sasaran("AMATI", 2024), seri_mati())


def kantor() -> Kantor:
    def pejabat(jabatan: str, nip: str) -> Pejabat:
        return Pejabat(
            jabatan, f"NAMA {jabatan.split(maxsplit=1)[0].upper()} (CONTOH)", "Pembina", nip
        )

    return Kantor(
        "PEMERINTAH PROVINSI SUMATERA BARAT",
        "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
        "(alamat kantor: isi di civreg.toml, bagian [kop])",
        "Padang",
        "Bidang Fasilitasi Pencatatan Sipil",
        "Seksi Monitoring, Evaluasi dan Dokumentasi",
        "Bidang PIAK dan Pemanfaatan Data",
        "Provinsi Sumatera Barat",
        {
            "kabid": pejabat("Kepala Bidang Fasilitasi Pencatatan Sipil", "19700101 199503 1 001"),
            "kasi": pejabat(
                "Kepala Seksi Monitoring, Evaluasi dan Dokumentasi", "19800202 200501 2 002"
            ),
            "sekretariat": pejabat("Sekretaris Dinas", "19690404 199403 1 004"),
        },
    )


def waktu() -> tuple[WaktuLangkah, ...]:
    baku = ((1, 10, 6), (2, 10, 4), (3, 10, 12), (4, 60, 41), (5, 15, 9))
    steps = []
    for no, standard, taken in baku:
        langkah = Langkah(
            no, f"Langkah {no}", "Kegiatan", "staf", "Disposisi", standard, "Keluaran"
        )
        steps.append(WaktuLangkah(langkah, "selesai", "akun", taken, selesai="2025-01-05T09:00:00"))
    akhir = Langkah(6, "LAKIP", "Kegiatan", "kabid", "Laporan", 480, "LAKIP")
    return (*steps, WaktuLangkah(akhir, "berjalan", None, None))


def temuan() -> tuple[TemuanDijawab, ...]:
    return (
        TemuanDijawab(
            Temuan(
                "R22", "warning",
                "Kota Padang: wajib akta berubah 4,8 % dari bulan lalu. Apakah acuan DKB berganti?",
                "AK017", "13.71",
            ),
            "acuan DKB berganti", "staf", "2025-01-04T10:00:00",
        ),
        TemuanDijawab(
            Temuan("R20", "warning", "Kota Solok: pemilik akta turun.", "ACERAI", "13.72"),
            "data ganda dihapus.", "staf", "2025-01-04T10:05:00",
        ),
        TemuanDijawab(Temuan("R29", "info", "4 kabupaten/kota di bawah target.", "AK017")),
    )  # fmt: skip


ANGGARAN = (
    Anggaran("Program Pencatatan Sipil", "Fasilitasi Pelayanan Akta", 1_250_000_000, 1_187_400_000),
    Anggaran("Program Pencatatan Sipil", "Monitoring dan Evaluasi", 340_500_000, 301_250_000),
)


def laporan(**ganti: object) -> Laporan:
    """December 2024, validated, with an example series; any field can be replaced."""
    base = Laporan(
        periode="2024-12",
        acuan=ACUAN,
        keadaan="31 Desember 2024",
        kantor=kantor(),
        rekap=(rekap_lahir(), rekap_kawin(), rekap_cerai(), rekap_mati()),
        temuan=temuan(),
        waktu=waktu(),
        revisi=Revisi(1, "2412-R1-7F3A-9C21", "ab" * 32, "kasi", "2025-01-05T09:00:00"),
        jejak="cd" * 32,
        dicetak="5 Januari 2025",
    )
    return replace(base, **ganti)
