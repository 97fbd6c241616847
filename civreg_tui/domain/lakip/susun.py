"""The whole LAKIP from the outline: each section composed, then the edits laid over it."""

from __future__ import annotations

from civreg_tui.domain.lakip import (
    isi_awal,
    isi_banding,
    isi_capaian,
    isi_penutup,
    isi_saran,
    isi_sumber_daya,
)
from civreg_tui.domain.lakip.frasa import Frasa, Kerangka, isi_kolom
from civreg_tui.domain.lakip.konteks import Isi, Konteks, Penyusun
from civreg_tui.domain.lakip.model import BagianLakip, Edisi
from civreg_tui.domain.lakip.naskah import gabung
from civreg_tui.domain.laporan import Laporan

PENYUSUN: dict[str, Penyusun] = {
    "pengantar": isi_awal.pengantar,
    "ikhtisar": isi_awal.ikhtisar,
    "bab1.gambaran": isi_awal.gambaran,
    "bab1.dasar": isi_awal.dasar,
    "bab1.isu": isi_awal.isu,
    "bab2.indikator": isi_awal.indikator,
    "bab2.target": isi_awal.perjanjian,
    "bab3.capaian": isi_capaian.pembuka,
    "bab3.target": isi_capaian.target,
    "bab3.banding": isi_banding.banding,
    "bab3.renstra": isi_banding.renstra,
    "bab3.nasional": isi_banding.nasional,
    "bab3.analisis": isi_capaian.analisis,
    "bab3.penyebab": isi_saran.penyebab,
    "bab3.solusi": isi_saran.solusi,
    "bab3.efisiensi": isi_sumber_daya.efisiensi,
    "bab3.program": isi_sumber_daya.program,
    "bab3.anggaran": isi_sumber_daya.anggaran,
    "bab4.simpulan": isi_penutup.simpulan,
    "bab4.langkah": isi_saran.langkah,
    "lampiran": isi_penutup.lampiran,
}
"""Who composes which section of the outline; sections without one carry standing text."""


def susun(laporan: Laporan, edisi: Edisi, frasa: Frasa) -> tuple[BagianLakip, ...]:
    """All sections in order, with the report's edits; the same input gives the same text.

    FrasaSalah when a phrase in ``lakip.toml`` is missing or uses an unknown field.
    """
    konteks = Konteks(laporan, edisi, frasa)
    outline = (entry for entry in frasa.kerangka if entry.edisi in ("", edisi))
    composed = (_bagian(konteks, entry) for entry in outline)
    return gabung(composed, laporan.naskah, laporan.naskah_asal)


def _bagian(k: Konteks, entry: Kerangka) -> BagianLakip:
    composer = PENYUSUN.get(entry.id)
    isi = composer(k) if composer else Isi()
    standing = (isi_kolom(t, k.umum, f"bagian «{entry.id}»") for t in entry.teks)
    text = (*standing, *isi.paragraf)
    return BagianLakip(
        id=entry.id,
        tingkat=entry.tingkat,
        nomor=entry.nomor,
        judul=entry.judul,
        paragraf=() if entry.penilaian else text,
        tabel=isi.tabel,
        grafik=isi.grafik,
        penilaian=entry.penilaian,
        saran=isi.saran,
        asal=text,
        lampiran=entry.lampiran,
    )


def judul(laporan: Laporan, edisi: Edisi, frasa: Frasa) -> tuple[str, str]:
    """The title for the cover and the span it covers: ``BULAN DESEMBER 2024``."""
    konteks = Konteks(laporan, edisi, frasa)
    return frasa(f"judul.{edisi}", **konteks.umum), konteks.umum["waktu"].upper()
