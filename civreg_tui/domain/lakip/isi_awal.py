"""The front matter, Bab I and Bab II: who, why, what is measured, and against which target."""

from __future__ import annotations

from civreg_tui.domain.lakip import fakta, tabel
from civreg_tui.domain.lakip.kata import poin, ringkas
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Rekap
from civreg_tui.domain.numbers import format_percent


def pengantar(k: Konteks) -> Isi:
    """The preface; says whether the figures stand validated, and under which code."""
    revisi = k.laporan.revisi
    if revisi is None or k.laporan.draf:
        asal = k.kata("pengantar.draf")
    else:
        asal = k.kata("pengantar.tervalidasi", revisi=str(revisi.no), kode=revisi.kode)
    return Isi((k.kata("pengantar.awal"), asal, k.kata("pengantar.akhir")))


def ikhtisar(k: Konteks) -> Isi:
    """One line a document, then where attention is needed."""
    lines = [f"- {_ikhtisar(k, rekap)}" for rekap in k.laporan.rekap]
    perhatian = [
        k.kata("ikhtisar.perhatian", rekap, daftar=ringkas(w.baris.nama for w in short))
        for rekap in k.laporan.rekap
        if (short := fakta.di_bawah_target(rekap))
    ]
    return Isi((k.kata("ikhtisar.awal"), *lines, *perhatian))


def _ikhtisar(k: Konteks, rekap: Rekap) -> str:
    key = _ikhtisar_kunci(rekap)
    unsure = k.ragu("sasaran.singkat", rekap, "target") if key == "ikhtisar.indikator" else ""
    return " ".join(text for text in (k.kata(key, rekap), unsure, k.contoh(rekap)) if text)


def _ikhtisar_kunci(rekap: Rekap) -> str:
    if rekap.provinsi.memiliki.jml is None:
        return "ikhtisar.tanpa_data"
    if rekap.dokumen.penyebut and rekap.provinsi.persen is None:
        return "ikhtisar.tanpa_wajib" if rekap.provinsi.wajib.jml == 0 else "ikhtisar.tanpa_data"
    if not rekap.dokumen.penyebut:
        return "ikhtisar.jumlah" if rekap.provinsi.persen is None else "ikhtisar.lapor"
    return "ikhtisar.cakupan" if rekap.capaian is None else "ikhtisar.indikator"


def gambaran(k: Konteks) -> Isi:
    """What the Bidang is, and how its figures come about."""
    names = k.nama_dokumen(k.laporan.rekap)
    return Isi(
        (
            k.kata("gambaran.bidang"),
            k.kata("gambaran.proses"),
            k.kata("gambaran.dokumen", daftar=names),
        )
    )


def dasar(k: Konteks) -> Isi:
    """The legal basis, numbered."""
    laws = k.frasa.daftar.get("dasar_hukum", ())
    end = len(laws)
    items = (f"{i}. {law}{'.' if i == end else ';'}" for i, law in enumerate(laws, 1))
    return Isi((k.kata("dasar.awal"), *items))


def isu(k: Konteks) -> Isi:
    """The strategic issues that the figures show."""
    lines = [line for rekap in k.laporan.rekap for line in _isu(k, rekap)]
    bases = {(b.titik.acuan, r.acuan) for r in k.laporan.rekap if (b := _bulan_ganti(k, r))}
    lines += [k.kata_acuan("isu.acuan", lama, kini) for lama, kini in sorted(bases)]
    if not lines:
        return Isi()
    return Isi((k.kata("isu.awal"), *(f"{i}. {line}" for i, line in enumerate(lines, 1))))


def _bulan_ganti(k: Konteks, rekap: Rekap) -> fakta.Banding | None:
    found = fakta.bulan_lalu(k.laporan, rekap)
    whole = fakta.lengkap(rekap) and rekap.dokumen.penyebut
    return found if found and found.acuan_berganti and whole else None


def _isu(k: Konteks, rekap: Rekap) -> list[str]:
    if rekap.provinsi.memiliki.jml is None:
        return []
    if not rekap.dokumen.penyebut:
        return [] if rekap.provinsi.persen is not None else [k.kata("isu.kematian", rekap)]
    found = [_isu_target(k, rekap)]
    ranked = fakta.menurut_peringkat(rekap)
    rentang = fakta.rentang(rekap)
    if rentang:
        found.append(
            k.kata(
                "isu.rentang",
                rekap,
                rentang=poin(rentang),
                tertinggi=ranked[0].nama,
                terendah=ranked[-1].nama,
                persen_tertinggi=format_percent(ranked[0].persen),
                persen_terendah=format_percent(ranked[-1].persen),
            )
        )
    return [" ".join((line, k.contoh(rekap))).rstrip() for line in found if line]


def _isu_target(k: Konteks, rekap: Rekap) -> str:
    if not fakta.terukur(rekap):
        return ""
    if rekap.sasaran.target is not None and not rekap.sasaran.negatif:
        short = fakta.di_bawah_target(rekap)
        return k.kata("isu.bawah_target" if short else "isu.semua_tercapai", rekap)
    return k.kata("isu.belum", rekap) if rekap.provinsi.belum.jml else ""


def indikator(k: Konteks) -> Isi:
    """What is measured and how, so that cakupan and capaian are never confused."""
    deaths = [k.kata("indikator.kematian", r) for r in k.laporan.rekap if not r.dokumen.penyebut]
    paragraphs = ("indikator.cakupan", "indikator.acuan", "indikator.capaian")
    return Isi((*(k.kata(key) for key in paragraphs), *deaths, k.kata("indikator.terbit")))


def perjanjian(k: Konteks) -> Isi:
    """The targets that were set, and for which documents none was."""
    measured = [r for r in k.laporan.rekap if r.dokumen.penyebut or r.sasaran.target is not None]
    have = [r for r in measured if r.sasaran.target is not None]
    missing = [r for r in measured if r.sasaran.target is None]
    if not have:
        return Isi((k.kata("perjanjian.tidak_ada"),), (tabel.indikator(k),))
    lines = [f"- {_target(k, rekap)}" for rekap in have]
    rest = [k.kata("perjanjian.belum", daftar=k.nama_dokumen(missing))] if missing else []
    return Isi((k.kata("perjanjian.awal"), *lines, *rest), (tabel.indikator(k),))


def _target(k: Konteks, rekap: Rekap) -> str:
    unsure = k.ragu("sasaran.lengkap", rekap, "target")
    return " ".join(text for text in (k.kata("perjanjian.ada", rekap), unsure) if text)
