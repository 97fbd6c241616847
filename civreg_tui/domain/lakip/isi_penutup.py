"""Bab IV and the appendix: what follows from the figures, and the validated recaps."""

from __future__ import annotations

from civreg_tui.domain.lakip import fakta, tabel_rekap
from civreg_tui.domain.lakip.kata import ringkas
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Rekap


def simpulan(k: Konteks) -> Isi:
    """One numbered conclusion a document, then where attention is still needed."""
    points = [_simpulan(k, rekap) for rekap in k.laporan.rekap]
    points += [
        k.kata("simpulan.wilayah", rekap, daftar=ringkas(w.baris.nama for w in short))
        for rekap in k.laporan.rekap
        if (short := fakta.di_bawah_target(rekap))
    ]
    numbered = (f"{i}. {point}" for i, point in enumerate(points, 1))
    return Isi((k.kata("simpulan.awal"), *numbered, k.kata("simpulan.akhir")))


def _simpulan(k: Konteks, rekap: Rekap) -> str:
    key = _kunci(rekap)
    judged = key in {"simpulan.tercapai", "simpulan.belum"}
    unsure = k.ragu("sasaran.singkat", rekap, "target") if judged else ""
    return " ".join(text for text in (k.kata(key, rekap), unsure, k.contoh(rekap)) if text)


def _kunci(rekap: Rekap) -> str:
    if rekap.provinsi.memiliki.jml is None:
        return "simpulan.tanpa_data"
    if not rekap.dokumen.penyebut:
        return "simpulan.jumlah"
    if rekap.provinsi.persen is None:
        return "simpulan.tanpa_wajib" if rekap.provinsi.wajib.jml == 0 else "simpulan.tanpa_data"
    reached = fakta.tercapai(rekap, rekap.sasaran.target)
    if reached is None:
        return "simpulan.cakupan"
    return "simpulan.tercapai" if reached else "simpulan.belum"


def lampiran(k: Konteks) -> Isi:
    """Every validated recap, and the warnings with their reasons."""
    reasons = tabel_rekap.alasan(k)
    recaps = (tabel_rekap.rekap(k, r) for r in k.laporan.rekap)
    return Isi((), (*recaps, *reasons, *tabel_rekap.validasi(k)))
