"""Suggestions for the parts that need the Kabid's judgement; never printed as finished text."""

from __future__ import annotations

from civreg_tui.domain.lakip import alasan, fakta
from civreg_tui.domain.lakip.kata import poin, rangkai, ringkas
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Rekap
from civreg_tui.domain.numbers import format_count


def penyebab(k: Konteks) -> Isi:
    """What the causes should explain: reached, missed, fallen, rebased, and reasons on record."""
    found = [text for rekap in k.laporan.rekap for text in _penyebab(k, rekap)]
    found += _acuan(k)
    reasons = alasan.daftar(k)
    if reasons:
        found.append(k.kata("saran_penyebab.alasan", daftar=reasons))
    return Isi(saran=(*found, k.kata("saran_penyebab.umum")))


def _penyebab(k: Konteks, rekap: Rekap) -> list[str]:
    found = []
    above, short = fakta.penopang(rekap), fakta.di_bawah_target(rekap)
    if fakta.tercapai(rekap, rekap.sasaran.target) and above:
        names = rangkai(w.baris.nama for w in above[: fakta.SOROTAN])
        found.append(k.kata("saran_penyebab.tercapai", rekap, daftar=names))
    if short:
        names = ringkas(w.baris.nama for w in short)
        found.append(k.kata("saran_penyebab.belum", rekap, daftar=names))
    return found + _perubahan(k, rekap)


def _perubahan(k: Konteks, rekap: Rekap) -> list[str]:
    change = fakta.bulan_lalu(k.laporan, rekap)
    if change is None or not rekap.dokumen.penyebut or not fakta.lengkap(rekap):
        return []
    if change.persen is None or change.persen >= 0:
        return []
    fields = {"selisih": poin(change.persen), "saat": k.periode.shift(-1).label}
    return [k.kata("saran_penyebab.turun", rekap, **fields)]


def _acuan(k: Konteks) -> list[str]:
    """What a change of base did to the denominators, all documents of the same change together."""
    changed: dict[tuple[str, str], list[str]] = {}
    for rekap in (r for r in k.laporan.rekap if r.dokumen.penyebut and fakta.lengkap(r)):
        change = fakta.bulan_lalu(k.laporan, rekap)
        if change is None or not change.acuan_berganti or not change.wajib:
            continue
        way = "bertambah" if change.wajib > 0 else "berkurang"
        fields = {"arah_wajib": way, "d_wajib": format_count(abs(change.wajib))}
        line = k.kata("saran_penyebab.butir_acuan", rekap, **fields)
        changed.setdefault((change.titik.acuan, rekap.acuan), []).append(line)
    return [
        k.kata_acuan("saran_penyebab.acuan", lama, kini, daftar=rangkai(lines))
        for (lama, kini), lines in changed.items()
    ]


def solusi(k: Konteks) -> Isi:
    """Measures for those who fall short, for the data, and the usual ones for each document."""
    found: list[str] = []
    for rekap in k.laporan.rekap:
        short = fakta.di_bawah_target(rekap)
        if short:
            rows = k.daftar("saran_solusi.butir_sasaran", short)
            found.append(k.kata("saran_solusi.kurang", rekap, daftar=rows))
        found += k.frasa.bila_ada(f"saran_solusi.{rekap.dokumen.kode}", **k.nilai(rekap))
    changes = [fakta.bulan_lalu(k.laporan, rekap) for rekap in k.laporan.rekap]
    if any(change and change.acuan_berganti for change in changes):
        found.append(k.kata("saran_solusi.acuan"))
    return Isi(saran=tuple(found))


def langkah(k: Konteks) -> Isi:
    """Next steps: close the shortfall, keep what was reached, get what is not measured."""
    found = [text for rekap in k.laporan.rekap for text in _langkah(k, rekap)]
    without = [r for r in k.laporan.rekap if r.dokumen.penyebut and r.sasaran.target is None]
    if without:
        found.append(k.kata("saran_langkah.target", daftar=k.nama_dokumen(without)))
    return Isi(saran=tuple(found))


def _langkah(k: Konteks, rekap: Rekap) -> list[str]:
    if not rekap.dokumen.penyebut:
        return (
            [] if rekap.provinsi.persen is not None else [k.kata("saran_langkah.kematian", rekap)]
        )
    found = []
    if fakta.di_bawah_target(rekap):
        found.append(k.kata("saran_langkah.kurang", rekap))
    if fakta.tercapai(rekap, rekap.sasaran.target):
        found.append(k.kata("saran_langkah.pertahankan", rekap))
    for nama, goal in (("renstra", rekap.sasaran.renstra), ("nasional", rekap.sasaran.nasional)):
        need = fakta.kurang_ke(rekap, goal)
        if need:
            fields = {f"kurang_{nama}": format_count(need)}
            found.append(k.kata(f"saran_langkah.{nama}", rekap, **fields))
    return found
