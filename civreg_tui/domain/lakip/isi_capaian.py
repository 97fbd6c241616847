"""Bab III.A.1 and 5: realisation against target, and which kabupaten/kota carry or hold back."""

from __future__ import annotations

from civreg_tui.domain.lakip import alasan, fakta, tabel
from civreg_tui.domain.lakip.kata import poin
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Rekap
from civreg_tui.domain.numbers import format_count, format_percent


def pembuka(k: Konteks) -> Isi:
    """What the chapter compares."""
    return Isi((k.kata("capaian.awal"),))


def target(k: Konteks) -> Isi:
    """A paragraph a document, the table of all, and a bar chart for each with a denominator."""
    charts = (tabel.grafik(k, rekap) for rekap in k.laporan.rekap if rekap.dokumen.penyebut)
    return Isi(
        tuple(" ".join(_realisasi(k, rekap)) for rekap in k.laporan.rekap),
        (tabel.target(k),),
        tuple(chart for chart in charts if chart.batang),
    )


def _realisasi(k: Konteks, rekap: Rekap) -> list[str]:
    if rekap.provinsi.memiliki.jml is None:
        return [k.kata("realisasi.tanpa_data", rekap)]
    body = _cakupan(k, rekap) if rekap.dokumen.penyebut else _jumlah(k, rekap)
    if 0 < rekap.terlapor < len(rekap.baris):
        body.append(k.kata("realisasi.belum_lengkap", rekap))
    return [text for text in (*body, k.contoh(rekap)) if text]


def _cakupan(k: Konteks, rekap: Rekap) -> list[str]:
    if rekap.provinsi.persen is None:
        key = "tanpa_wajib" if rekap.provinsi.wajib.jml == 0 else "tanpa_data"
        return [k.kata(f"realisasi.{key}", rekap)]
    if not fakta.sepadan(rekap):
        return [k.kata("realisasi.cakupan_sebagian", rekap)]
    body = [k.kata("realisasi.cakupan", rekap), _terhadap_target(k, rekap)]
    unsure = k.ragu("sasaran.singkat", rekap, "target")
    body += [unsure] if unsure else []
    if rekap.sasaran.target is not None and not rekap.sasaran.negatif:
        short = fakta.di_bawah_target(rekap)
        body.append(k.kata("realisasi.wilayah" if short else "realisasi.wilayah_semua", rekap))
    if rekap.provinsi.persen > 100_00:
        body.append(k.kata("realisasi.melebihi", rekap))
    return body


def _terhadap_target(k: Konteks, rekap: Rekap) -> str:
    goal, now = rekap.sasaran.target, rekap.provinsi.persen
    reached = fakta.tercapai(rekap, goal)
    if goal is None or now is None or reached is None:
        return k.kata("realisasi.tanpa_target", rekap)
    return k.kata(
        f"realisasi.{_kunci(rekap, reached, now - goal)}",
        rekap,
        selisih=poin(now - goal),
        kurang_provinsi=format_count(fakta.kurang_ke(rekap, goal)),
    )


def _kunci(rekap: Rekap, reached: bool, selisih: int) -> str:
    if rekap.sasaran.negatif:
        return "negatif_tercapai" if reached else "negatif_belum"
    if reached:
        return "tercapai" if selisih else "tepat"
    return "belum" if selisih else "belum_tipis"


def _jumlah(k: Konteks, rekap: Rekap) -> list[str]:
    body = [k.kata("realisasi.jumlah", rekap)]
    if rekap.provinsi.memiliki.l is not None and rekap.provinsi.memiliki.p is not None:
        body.append(k.kata("realisasi.jenis_kelamin", rekap))
    issued, reported = fakta.pecahan(rekap)
    if rekap.provinsi.persen is not None and issued is not None and reported:
        numbers = {"terbit": format_count(issued), "dilaporkan": format_count(reported)}
        return [*body, k.kata("realisasi.lapor", rekap, **numbers)]
    if rekap.provinsi.terbit.jml is not None:
        issued_all = format_count(rekap.provinsi.terbit.jml)
        body.append(k.kata("realisasi.terbit", rekap, terbit_semua=issued_all))
    return [*body, k.kata("realisasi.tanpa_persen", rekap)]


def analisis(k: Konteks) -> Isi:
    """Who carries and who holds back each document, by how many certificates, and why."""
    paragraphs = [text for rekap in k.laporan.rekap for text in _berlabel(k, rekap)]
    reasons = alasan.daftar(k)
    last = k.kata("analisis.alasan", daftar=reasons) if reasons else k.kata("analisis.tanpa_alasan")
    short = [r for r in k.laporan.rekap if fakta.di_bawah_target(r)]
    return Isi(
        (*paragraphs, last),
        tuple(tabel.kurang(k, rekap) for rekap in short),
    )


def _berlabel(k: Konteks, rekap: Rekap) -> list[str]:
    """The paragraphs of one document, the last saying where its figures are examples."""
    texts = _analisis(k, rekap)
    if texts:
        texts[-1] = f"{texts[-1]} {k.contoh(rekap)}".rstrip()
    return texts


def _analisis(k: Konteks, rekap: Rekap) -> list[str]:
    """The paragraphs of one document: who carries, then who holds back."""
    if rekap.provinsi.memiliki.jml is None:
        return []
    if not rekap.dokumen.penyebut:
        most = fakta.akta_terbanyak(rekap)[: fakta.SOROTAN]
        rows = k.daftar("analisis.butir_akta", most)
        return [k.kata("analisis.jumlah_terbanyak", rekap, daftar=rows)] if most else []
    body = _peringkat(k, rekap)
    if rekap.sasaran.target is None or rekap.sasaran.negatif:
        return _alinea(body + _belum(k, rekap))
    return _alinea(body + _menopang(k, rekap)) + _alinea(_menahan(k, rekap))


def _alinea(sentences: list[str]) -> list[str]:
    return [" ".join(sentences)] if sentences else []


def _peringkat(k: Konteks, rekap: Rekap) -> list[str]:
    ranked = fakta.menurut_peringkat(rekap)
    if len(ranked) <= 2 * fakta.SOROTAN:
        return []
    if ranked[0].persen == ranked[-1].persen:
        return [k.kata("analisis.sama", rekap)]
    best = [fakta.Wilayah(b, 0) for b in ranked[: fakta.SOROTAN]]
    last = [fakta.Wilayah(b, 0) for b in reversed(ranked[-fakta.SOROTAN :])]
    lists = {
        "daftar_atas": k.daftar("analisis.butir", best),
        "daftar_bawah": k.daftar("analisis.butir", last),
    }
    return [k.kata("analisis.peringkat", rekap, **lists)]


def _menopang(k: Konteks, rekap: Rekap) -> list[str]:
    above = fakta.penopang(rekap)
    if not above:
        return []
    rows = k.daftar("analisis.butir_lebih", above[: fakta.SOROTAN])
    surplus = format_count(fakta.total_akta(above))
    return [k.kata("analisis.menopang", rekap, daftar=rows, kelebihan=surplus)]


def _menahan(k: Konteks, rekap: Rekap) -> list[str]:
    short = fakta.di_bawah_target(rekap)
    if not short:
        return []
    body = [k.kata("analisis.menahan", rekap, daftar=k.daftar("analisis.butir_kurang", short))]
    share = fakta.bagian(short[:1], short)
    if len(short) > 1 and share is not None:
        named = {"nama": short[0].baris.nama, "bagian_persen": format_percent(share)}
        body.append(k.kata("analisis.bagian", rekap, **named))
    return body


def _belum(k: Konteks, rekap: Rekap) -> list[str]:
    rows = fakta.belum_terbanyak(rekap)
    most = rows[: fakta.SOROTAN]
    share = fakta.bagian(most, rows)
    if len(rows) <= fakta.SOROTAN or share is None:
        return []
    fields = {
        "daftar": k.daftar("analisis.butir_belum", most),
        "bagian_persen": format_percent(share),
    }
    return [k.kata("analisis.belum_terbanyak", rekap, **fields)]
