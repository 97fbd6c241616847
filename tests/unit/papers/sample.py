"""A month's picture built from the published December 2024 figures, without the services."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from civreg_tui.domain.cakupan import (
    add_up,
    capaian,
    kategori,
    kekurangan,
    peringkat,
    ratio_hundredths,
    round_half_up,
)
from civreg_tui.domain.dokumen import Dokumen, Rincian
from civreg_tui.domain.langkah import Langkah
from civreg_tui.domain.laporan import (
    BarisRekap,
    Kantor,
    Laporan,
    LembarDisposisi,
    Pejabat,
    Rekap,
    Revisi,
    Sasaran,
    TemuanDijawab,
    TitikSeri,
    Trio,
    WaktuLangkah,
)
from civreg_tui.domain.penerimaan import BerkasDiterima, Hardcopy, JumlahKendali, Penerimaan
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.domain.temuan.model import Temuan

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "tests" / "data" / "sumbar_dkb_s2_2024.csv"
ACUAN = "DKB Semester II Tahun 2024"
SCALE = [
    (Fraction(91), "Sangat Tinggi"),
    (Fraction(76), "Tinggi"),
    (Fraction(66), "Sedang"),
    (Fraction(51), "Rendah"),
    (Fraction(0), "Sangat Rendah"),
]


def published() -> list[dict[str, str]]:
    """The published rows, one per kabupaten/kota."""
    with SOURCE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def facts(name: str) -> dict:
    """A TOML file of the project's facts."""
    return tomllib.loads((ROOT / "data" / f"{name}.toml").read_text("utf-8"))


def dokumen(kode: str, **changes: object) -> Dokumen:
    """A document's definition, with changes."""
    found = next(d for d in facts("dokumen")["dokumen"] if d["kode"] == kode)
    return replace(Dokumen(**found), **changes)


def kantor() -> Kantor:
    """The office with named officials."""
    office = facts("kantor")
    return Kantor(
        **{name: office["kop"][name] for name in ("pemerintah", "dinas", "alamat", "kota")},
        bidang=office["bidang"]["nama"],
        seksi=office["bidang"]["seksi"],
        pengirim=office["bidang"]["pengirim"],
        provinsi="Provinsi Sumatera Barat",
        pejabat={role: Pejabat(**who) for role, who in office["pejabat"].items()},
    )


def trio(value: int | None = None, male: int | None = None, female: int | None = None) -> Trio:
    """A figure from its parts, JML being their sum where both are given."""
    if value is None and male is not None and female is not None:
        value = male + female
    return Trio(male, female, value)


def minus(left: Trio, right: Trio) -> Trio:
    """Difference by part; missing stays missing."""
    pairs = zip((left.l, left.p, left.jml), (right.l, right.p, right.jml), strict=True)
    return Trio(*(None if a is None or b is None else a - b for a, b in pairs))


def source_trios(kode: str, row: dict[str, str]) -> tuple[Trio, Trio]:
    """Wajib and memiliki of a region; AKAWIN has no published source and is an example."""
    if kode == "AK017":
        return trio(int(row["wajib_akta_lahir_0_17"])), trio(int(row["memiliki_akta_lahir_0_17"]))
    if kode == "ACERAI":
        return trio(int(row["wajib_akta_cerai"])), trio(int(row["memiliki_akta_cerai"]))
    if kode == "AMATI":
        return Trio(), trio(None, int(row["akta_mati_l"]), int(row["akta_mati_p"]))
    male, female = (int(row[f"penduduk_{sex}"]) * 47 // 100 for sex in "lp")
    return trio(None, male, female), trio(None, male * 83 // 100, female * 84 // 100)


def last_month(percent: int | None) -> int | None:
    """A percent a little lower than this month's."""
    return None if percent is None else percent - 7


def rows(kode: str, target: int | None, missing: frozenset[str]) -> tuple[BarisRekap, ...]:
    """The regions' rows; those named ``missing`` have not reported."""
    made = []
    for source in published():
        wajib, memiliki = source_trios(kode, source)
        if source["kode_kemendagri"] in missing:
            wajib = memiliki = Trio()
        made.append(
            BarisRekap(
                kode=source["kode_kemendagri"],
                nama=source["nama_resmi"].title(),
                wajib=wajib,
                memiliki=memiliki,
                belum=minus(wajib, memiliki),
                terbit=Trio(),
                persen=ratio_hundredths(memiliki.jml, wajib.jml),
                kekurangan=kekurangan(memiliki.jml, wajib.jml, target),
                persen_lalu=last_month(ratio_hundredths(memiliki.jml, wajib.jml)),
            )
        )
    ranks = peringkat([(row.memiliki.jml, row.wajib.jml) for row in made])
    return tuple(replace(row, peringkat=rank) for row, rank in zip(made, ranks, strict=True))


def province(regions: tuple[BarisRekap, ...], target: int | None) -> BarisRekap:
    """The sums over the regions, and Σ ÷ Σ over those that have both figures."""

    def total(measure: str) -> Trio:
        trios = [getattr(row, measure) for row in regions]
        return Trio(*(add_up(getattr(t, sex) for t in trios) for sex in ("l", "p", "jml")))

    whole = [r for r in regions if r.wajib.jml is not None and r.memiliki.jml is not None]
    pair = add_up(r.memiliki.jml for r in whole), add_up(r.wajib.jml for r in whole)
    return BarisRekap(
        kode="13",
        nama="Provinsi Sumatera Barat",
        wajib=total("wajib"),
        memiliki=total("memiliki"),
        belum=total("belum"),
        terbit=total("terbit"),
        persen=ratio_hundredths(*pair),
        kekurangan=kekurangan(*pair, target),
    )


def rekap(
    kode: str,
    target: int | None = None,
    missing: frozenset[str] = frozenset(),
    **changes: object,
) -> Rekap:
    """One document's recap of December 2024."""
    definition = dokumen(kode, **changes)
    rincian: Rincian = definition.rincian
    regions = rows(kode, target, missing)
    total = province(regions, target)
    reached = capaian(total.memiliki.jml, total.wajib.jml, target)
    return Rekap(
        dokumen=definition,
        rincian=rincian,
        acuan=ACUAN,
        baris=regions,
        provinsi=total,
        terlapor=sum(row.memiliki.jml is not None for row in regions),
        sasaran=Sasaran(kode, 2024, target=target, renstra=target, nasional=None),
        capaian=None if reached is None else round_half_up(reached * 100),
        kategori=kategori(reached, SCALE),
        seri=series(kode, total),
        contoh=kode == "AKAWIN",
    )


def series(kode: str, total: BarisRekap) -> tuple[TitikSeri, ...]:
    """Eleven example months before the real December."""
    points = []
    for back in range(11, -1, -1):
        month = Periode(2024, 12).shift(-back)
        have = (total.memiliki.jml or 0) * (1000 - 3 * back) // 1000
        wajib = None if total.wajib.jml is None else total.wajib.jml * (1000 - 2 * back) // 1000
        percent = ratio_hundredths(have, wajib)
        example = back > 0 or kode == "AKAWIN"
        points.append(TitikSeri(str(month), kode, have, wajib, percent, acuan_for(month), example))
    return tuple(points)


def findings() -> tuple[TemuanDijawab, ...]:
    """An explained warning, an information, and a name that looks like a formula."""
    warning = Temuan(
        "R20", "warning", "Kabupaten Agam: pemilik akta turun dari 149.100 menjadi 149.001. "
        "Jelaskan penyebabnya.", "AK017", "13.06", "Akta Kelahiran 0-17!E17",
    )  # fmt: skip
    info = Temuan("R29", "info", "4 kabupaten/kota di bawah target 98,00 %.", "AK017")
    return (
        TemuanDijawab(warning, "=pindah", "@kasi", "2025-01-05T10:00:00+07:00"),
        TemuanDijawab(info),
    )


def times() -> tuple[WaktuLangkah, ...]:
    """All seven steps, the last still open."""
    minutes = [5, 12, 9, 48, 14, 300, None]
    steps = [Langkah(**step) for step in facts("langkah")["langkah"]]
    return tuple(
        WaktuLangkah(
            step,
            "belum" if used is None else "selesai",
            None if used is None else f"petugas {step.no}",
            used,
            None if used is None else f"2025-01-0{step.no}T08:00:00+07:00",
            None if used is None else f"2025-01-0{step.no}T08:{used % 60:02d}:00+07:00",
        )
        for step, used in zip(steps, minutes, strict=True)
    )


DISPOSISI = LembarDisposisi(
    surat_dari="Bidang PIAK dan Pemanfaatan Data",
    no_surat="470/12/PIAK/2025",
    tgl_surat="2025-01-02",
    diterima_tgl="2025-01-03",
    no_agenda="15",
    sifat="Segera",
    perihal="Laporan Bulanan Rekapitulasi Cakupan Kepemilikan Dokumen Adminduk Desember 2024",
    diteruskan="Kepala Seksi Monitoring, Evaluasi dan Dokumentasi",
    harap=("Proses lebih lanjut",),
    arahan="Buat Laporan Bulanan Rekapitulasi Cakupan Kepemilikan Akta Pencatatan Sipil.",
    arahan_batas="2025-01-08",
    arahan_tgl="2025-01-03",
    petunjuk="Entri angka tiap kabupaten/kota, cocokkan dengan hardcopy, lalu serahkan.",
    petunjuk_batas="2025-01-07",
    petunjuk_tgl="2025-01-03",
    catatan="Perhatikan acuan DKB.",
)


def laporan(*, draf: bool = False, recaps: tuple[Rekap, ...] | None = None) -> Laporan:
    """December 2024 with its four core recaps, validated unless ``draf``."""
    default = (rekap("AK017", 9800), rekap("AKAWIN"), rekap("ACERAI", 6000), rekap("AMATI"))
    revision = Revisi(1, "K7QF-2M9D", "0" * 64, "kasi", "2025-01-05T10:15:00+07:00")
    return Laporan(
        periode="2024-12",
        acuan=ACUAN,
        keadaan="31 Desember 2024",
        kantor=kantor(),
        rekap=default if recaps is None else recaps,
        temuan=findings(),
        waktu=times(),
        revisi=None if draf else revision,
        jejak="9f2c4b7a11d03e58c6aa",
        disposisi=DISPOSISI,
        dicetak="2025-01-06",
        sop=facts("langkah")["sop"]["nama"],
    )


def penerimaan(**changes: object) -> Penerimaan:
    """A receipt with one softcopy, a sheet missing and a control total that differs."""
    return replace(
        Penerimaan(
            periode="2024-12",
            kantor=kantor(),
            berkas=(BerkasDiterima("laporan_adminduk_2024-12.xlsx", 21_504, "ab" * 32),),
            hardcopy=(
                Hardcopy("Akta Kelahiran Anak 0–17 Tahun", True, 2, True, ACUAN),
                Hardcopy("Akta Perkawinan", True, 2, False, ACUAN),
                Hardcopy("Akta Perceraian", False),
                Hardcopy("Akta Kematian", True, 1, True, ""),
            ),
            kendali=(
                JumlahKendali(
                    "Akta Kelahiran Anak 0–17 Tahun", "Wajib Akta JML", 1_732_411, 1_732_411
                ),
                JumlahKendali("Akta Perceraian", "Memiliki JML", 61_134, 61_143),
            ),
            kekurangan=(
                "Hardcopy Akta Perceraian belum ada.",
                "Hardcopy Akta Perkawinan belum ditandatangani.",
            ),
            diterima_pada="2025-01-03T09:30:00+07:00",
            oleh="Staf Seksi Monitoring, Evaluasi dan Dokumentasi",
            putusan="dikembalikan",
            alasan="Angka kendali Akta Perceraian berbeda 9.",
            nomor="470/03/FPS/2025",
            batas="2025-01-06",
        ),
        **changes,
    )
