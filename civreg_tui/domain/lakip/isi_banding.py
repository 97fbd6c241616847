"""Bab III.A.2–4: against earlier months and years, the Renstra target and the nation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from civreg_tui.domain.lakip import fakta, tabel
from civreg_tui.domain.lakip.kata import poin, rangkai
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Laporan, Rekap, TitikSeri
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import Periode

Pembanding = Callable[[Laporan, Rekap], fakta.Banding | None]


def banding(k: Konteks) -> Isi:
    """Against last month, last December and the Decembers before."""
    january = k.periode.month == 1
    pairs: list[tuple[Periode, Pembanding]] = [(k.periode.shift(-1), fakta.bulan_lalu)]
    if not january:
        pairs.append((Periode(k.periode.year - 1, 12), fakta.desember_lalu))
    if k.edisi == "tahunan":
        pairs.reverse()
    paragraphs = [text for saat, find in pairs for text in _terhadap(k, saat, find)]
    part = [r for r in k.laporan.rekap if r.terlapor and not fakta.lengkap(r)]
    if part:
        paragraphs.append(k.kata("banding.belum_lengkap", daftar=k.nama_dokumen(part)))
    paragraphs += [text for r in k.laporan.rekap if (text := _tahun(k, r))]
    return Isi(tuple(paragraphs), tabel.banding(k))


def _terhadap(k: Konteks, saat: Periode, find: Pembanding) -> list[str]:
    """A line a document, then once for all of them what must be known about the earlier month."""
    measured = [r for r in k.laporan.rekap if r.terlapor and fakta.lengkap(r)]
    pairs = [(rekap, find(k.laporan, rekap)) for rekap in measured]
    found = [(rekap, change) for rekap, change in pairs if change is not None]
    missing = [rekap for rekap, change in pairs if change is None]
    texts = []
    if found:
        lines = (" ".join(_banding(k, r, change, saat.label)) for r, change in found)
        texts = [k.kata("banding.awal", saat=saat.label), *(f"- {line}" for line in lines)]
        notes = dict.fromkeys(note for r, c in found for note in _perhatian(k, r, c, saat.label))
        texts += [" ".join(notes)] if notes else []
    if missing:
        names = k.nama_dokumen(missing)
        texts.append(k.kata("banding.tidak_ada", saat=saat.label, daftar=names))
    return texts


def _banding(k: Konteks, rekap: Rekap, found: fakta.Banding, saat: str) -> list[str]:
    fields = {"saat": saat, "memiliki_lalu": format_count(found.titik.memiliki), **_arah(found)}
    if rekap.dokumen.penyebut and found.persen is not None:
        return _cakupan(k, rekap, found, fields)
    key = "banding.jumlah" if found.memiliki else "banding.jumlah_tetap"
    return [k.kata(key, rekap, **fields)]


def _perhatian(k: Konteks, rekap: Rekap, found: fakta.Banding, saat: str) -> Iterator[str]:
    """Whether the base changed in between, and whether the earlier figures are examples."""
    if found.acuan_berganti and rekap.dokumen.penyebut and found.persen is not None:
        yield k.kata_acuan("banding.acuan", found.titik.acuan, rekap.acuan)
    if found.titik.contoh:
        yield k.kata("banding.contoh", saat=saat)


def _arah(found: fakta.Banding) -> dict[str, str]:
    return {
        "arah_memiliki": "bertambah" if (found.memiliki or 0) > 0 else "berkurang",
        "arah_wajib": "bertambah" if (found.wajib or 0) > 0 else "berkurang",
        "d_memiliki": format_count(abs(found.memiliki or 0)),
        "d_wajib": format_count(abs(found.wajib or 0)),
    }


def _cakupan(k: Konteks, rekap: Rekap, found: fakta.Banding, fields: dict[str, str]) -> list[str]:
    change = found.persen or 0
    fields = {
        **fields,
        "selisih": poin(change),
        "persen_lalu": format_percent(found.titik.persen),
        "acuan_lalu": found.titik.acuan,
    }
    keys = ["banding.naik" if change > 0 else "banding.turun" if change else "banding.tetap"]
    keys += _sebab(found, change)
    return [k.kata(key, rekap, **fields) for key in keys]


def _sebab(found: fakta.Banding, change: int) -> list[str]:
    """Which change of numerator and denominator lies behind the change of coverage."""
    if found.memiliki is None or found.wajib is None:
        return []
    if not found.memiliki:
        return ["banding.pemilik_tetap" if found.wajib else "banding.semua_tetap"]
    keys = ["banding.pemilik" if found.wajib else "banding.wajib_tetap"]
    if change < 0 < found.memiliki:
        keys.append("banding.turun_padahal")
    elif found.memiliki < 0 < change:
        keys.append("banding.naik_padahal")
    return keys


def _tahun(k: Konteks, rekap: Rekap) -> str:
    """The Decembers before last December, which has its own paragraph."""
    last = f"{k.periode.year - 1:04d}-12"
    points = [t for t in fakta.tahun_sebelumnya(k.laporan, rekap) if t.periode != last]
    if not points:
        return ""
    plain = not rekap.dokumen.penyebut
    years = rangkai(_butir(k, point, plain) for point in points)
    text = k.kata("banding.tahun_jumlah" if plain else "banding.tahun", rekap, daftar=years)
    if not any(point.contoh for point in points):
        return text
    return f"{text} {k.kata('banding.contoh', saat='tahun-tahun itu')}"


def _butir(k: Konteks, point: TitikSeri, plain: bool) -> str:
    return k.frasa(
        "banding.tahun_butir_jumlah" if plain else "banding.tahun_butir",
        persen_lalu=format_percent(point.persen),
        memiliki_lalu=format_count(point.memiliki),
        tahun_lalu=point.periode[:4],
    )


def renstra(k: Konteks) -> Isi:
    """The way already gone towards the medium-term target."""
    return _sasaran(k, "renstra", lambda r: r.sasaran.renstra, _renstra)


def nasional(k: Konteks) -> Isi:
    """Above, at, or below the national figure."""
    return _sasaran(k, "nasional", lambda r: r.sasaran.nasional, _nasional)


def _sasaran(
    k: Konteks,
    nama: str,
    goal: Callable[[Rekap], int | None],
    sentence: Callable[[Konteks, Rekap], str],
) -> Isi:
    measured = [r for r in k.laporan.rekap if r.dokumen.penyebut and r.provinsi.persen is not None]
    have = [r for r in measured if goal(r)]
    missing = [r for r in measured if not goal(r)]
    paragraphs = [
        " ".join(t for t in (sentence(k, rekap), k.ragu("sasaran.lengkap", rekap, nama)) if t)
        for rekap in have
    ]
    if missing:
        paragraphs.append(k.kata(f"{nama}.tidak_ada", daftar=k.nama_dokumen(missing)))
    return Isi(tuple(paragraphs), (tabel.sasaran(k, nama, have),) if have else ())


def _renstra(k: Konteks, rekap: Rekap) -> str:
    goal = rekap.sasaran.renstra
    if fakta.tercapai(rekap, goal):
        key = "renstra.tercapai"
    else:
        key = "renstra.belum_negatif" if rekap.sasaran.negatif else "renstra.belum"
    return k.kata(
        key,
        rekap,
        kemajuan=format_percent(fakta.kemajuan(rekap, goal)),
        kurang_renstra=format_count(fakta.kurang_ke(rekap, goal)),
    )


def _nasional(k: Konteks, rekap: Rekap) -> str:
    goal, now = rekap.sasaran.nasional or 0, rekap.provinsi.persen or 0
    need = fakta.kurang_ke(rekap, goal)
    if now > goal:
        key = "atas"
    elif now == goal:
        key = "bawah_tipis" if need else "sama"
    else:
        key = "bawah_negatif" if rekap.sasaran.negatif else "bawah"
    return k.kata(
        f"nasional.{key}", rekap, selisih=poin(now - goal), kurang_nasional=format_count(need)
    )
