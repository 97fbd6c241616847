"""The appendix: the validated recaps, and the warnings with the reasons they passed with."""

from __future__ import annotations

from civreg_tui.domain.lakip import alasan as catatan
from civreg_tui.domain.lakip import fakta, tabel
from civreg_tui.domain.lakip.konteks import Konteks
from civreg_tui.domain.lakip.model import KolomTabel, Sel, TabelLakip
from civreg_tui.domain.laporan import BarisRekap, Rekap
from civreg_tui.domain.saat import saat


def rekap(k: Konteks, rekap: Rekap) -> TabelLakip:
    """The validated recap: every kabupaten/kota and the province."""
    split = rekap.rincian == "lp"
    head = (
        KolomTabel("No.", "jumlah", 5),
        KolomTabel("Kode", "teks", 7),
        KolomTabel("Kabupaten/Kota", "teks", 26),
    )
    columns = (*head, *_kolom_rekap(rekap, split))
    rows = [(i, b.kode, b.nama, *_angka(rekap, b, split)) for i, b in enumerate(rekap.baris, 1)]
    total = (None, None, "JUMLAH", *_angka(rekap, rekap.provinsi, split))
    return TabelLakip(
        f"rekap_{rekap.dokumen.kode}",
        k.kata("tabel.rekap", rekap),
        columns,
        (*rows, total),
        jumlah=True,
        catatan=tabel.berketerangan(tabel.sumber(k, rekap), (rekap,), "target"),
    )


def _kolom_rekap(rekap: Rekap, split: bool) -> list[KolomTabel]:
    groups = ["Wajib akta", "Memiliki", "Belum memiliki"] if rekap.dokumen.penyebut else ["Akta"]
    sexes = (" L", " P", " JML") if split else ("",)
    columns = [KolomTabel(f"{group}{sex}", "jumlah", 10) for group in groups for sex in sexes]
    if rekap.dokumen.penyebut or rekap.provinsi.persen is not None:
        columns.append(KolomTabel("Persen", "persen", 8))
    if _punya_kekurangan(rekap):
        columns.append(KolomTabel("Kekurangan", "jumlah", 10))
    return columns


def _angka(rekap: Rekap, row: BarisRekap, split: bool) -> list[Sel]:
    measured = rekap.dokumen.penyebut
    groups = (row.wajib, row.memiliki, row.belum) if measured else (row.memiliki,)
    cells: list[Sel] = []
    for trio in groups:
        cells += [trio.l, trio.p, trio.jml] if split else [trio.jml]
    if measured or rekap.provinsi.persen is not None:
        cells.append(row.persen)
    if _punya_kekurangan(rekap):
        cells.append(_kekurangan(rekap, row))
    return cells


def _punya_kekurangan(rekap: Rekap) -> bool:
    goal = rekap.sasaran
    return rekap.dokumen.penyebut and goal.target is not None and not goal.negatif


def _kekurangan(rekap: Rekap, row: BarisRekap) -> int | None:
    """For the province the sum of its regions, so that the column adds up."""
    if row is not rekap.provinsi:
        return row.kekurangan
    return fakta.total_akta(fakta.di_bawah_target(rekap))


def alasan(k: Konteks) -> tuple[TabelLakip, ...]:
    """The warnings that were passed, where they stood and the reason given; none, no table."""
    columns = (
        KolomTabel("Kabupaten/Kota dan dokumen", "teks", 26),
        KolomTabel("Peringatan", "teks", 40),
        KolomTabel("Alasan", "teks", 24),
        KolomTabel("Dicatat oleh", "teks", 14),
    )
    rows = tuple(
        (catatan.tempat(k.laporan, t), t.temuan.message, t.alasan, t.oleh)
        for t in catatan.terjawab(k.laporan)
    )
    return (TabelLakip("alasan", k.kata("tabel.alasan"), columns, rows),) if rows else ()


def validasi(k: Konteks) -> tuple[TabelLakip, ...]:
    """Which revision the figures are, so that a reader can check them; none for a draft."""
    revisi = k.laporan.revisi
    if revisi is None or k.laporan.draf:
        return ()
    columns = (KolomTabel("Uraian", "teks", 30), KolomTabel("Isi", "teks", 70))
    rows = (
        ("Revisi", str(revisi.no)),
        ("Kode verifikasi", revisi.kode),
        ("Sidik angka (SHA-256)", revisi.hash),
        ("Divalidasi oleh (akun)", revisi.oleh),
        ("Waktu validasi", saat(revisi.pada)),
        ("Kepala jejak perubahan", k.laporan.jejak),
    )
    return (TabelLakip("validasi", k.kata("tabel.validasi"), columns, rows),)
