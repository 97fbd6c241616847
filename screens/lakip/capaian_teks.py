"""A document's performance as a line of the table, and in sentences below it."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.lakip import fakta
from civreg_tui.domain.laporan import Laporan, Rekap, Sasaran
from civreg_tui.domain.numbers import BLANK, format_change, format_count, format_percent
from civreg_tui.domain.periode import SETAHUN, Periode
from civreg_tui.terminal.charts import spark


def kepala_tabel(periode: str) -> str:
    """The table's heads; the last December is named by its year."""
    december = f"DES {(Periode.parse(periode).year - 1) % 100:02d}"
    return (
        f"{'DOKUMEN':12}{'CAKUPAN':>8}{'TARGET':>7}{'CAPAIAN':>8} {'KATEGORI':13}"
        f"{'LALU':>8}{december:>8}{'RENSTRA':>8}{'NAS.':>7}"
    )


def baris_dokumen(laporan: Laporan, rekap: Rekap) -> str:
    """A document's line: percents, or counts where there is no denominator."""
    last, december = fakta.bulan_lalu(laporan, rekap), fakta.desember_lalu(laporan, rekap)
    goals = rekap.sasaran
    return (
        f"{rekap.dokumen.singkat[:11]:12}{_kini(rekap):>8}"
        f"{_goal(goals, 'target'):>7}{format_percent(rekap.capaian):>8} "
        f"{(rekap.kategori or BLANK)[:13]:13}{_dulu(rekap, last):>8}{_dulu(rekap, december):>8}"
        f"{_goal(goals, 'renstra'):>8}{_goal(goals, 'nasional'):>7}"
    )


def _goal(goals: Sasaran, nama: str) -> str:
    """A target's figure; ``?`` marks one that the office has not confirmed."""
    return format_percent(getattr(goals, nama)) + konfirmasi.tanda(goals, nama)


def _kini(rekap: Rekap) -> str:
    if berpersen(rekap):
        return format_percent(rekap.provinsi.persen)
    return format_count(rekap.provinsi.memiliki.jml)


def _dulu(rekap: Rekap, banding: fakta.Banding | None) -> str:
    if banding is None:
        return BLANK
    if berpersen(rekap):
        return format_percent(banding.titik.persen)
    return format_count(banding.titik.memiliki)


def berpersen(rekap: Rekap) -> bool:
    """Whether the document is read as a percent at all."""
    return bool(rekap.dokumen.penyebut) or rekap.provinsi.persen is not None


def uraian(laporan: Laporan, rekap: Rekap) -> Iterator[str]:
    """A document's performance in sentences."""
    yield _realisasi(rekap)
    if berpersen(rekap):
        yield _target(rekap)
        yield from _kurang(rekap)
        yield _jangka(rekap, "Renstra", rekap.sasaran.renstra)
        yield _jangka(rekap, "Nasional", rekap.sasaran.nasional)
        yield from _ragu(rekap)
    period = Periode.parse(laporan.periode)
    earlier = (
        (period.shift(-1), fakta.bulan_lalu),
        (Periode(period.year - 1, 12), fakta.desember_lalu),
    )
    for when, compare in earlier:
        yield _banding(rekap, when, compare(laporan, rekap))
    points = [p.persen if berpersen(rekap) else p.memiliki for p in rekap.seri][-SETAHUN:]
    yield f"{len(points)} bulan  {spark(points)}"


def _realisasi(rekap: Rekap) -> str:
    name, row = rekap.dokumen.nama, rekap.provinsi
    example = " Angka contoh, bukan resmi." if rekap.contoh else ""
    owners = format_count(row.memiliki.jml)
    if not berpersen(rekap):
        return f"{name}: {owners} akta; tanpa wajib akta, tidak dinyatakan persen.{example}"
    return (
        f"{name}: {format_percent(row.persen)} % = {owners} dari {format_count(row.wajib.jml)}."
        f"{example}"
    )


def _target(rekap: Rekap) -> str:
    goal, year = rekap.sasaran.target, rekap.sasaran.tahun
    if goal is None:
        return f"Target {year} belum diisi, capaian tidak dihitung. F2 mengisinya."
    reached = "tercapai" if fakta.tercapai(rekap, goal) else "belum tercapai"
    return (
        f"Target {year} {format_percent(goal)} %: {reached}, capaian "
        f"{format_percent(rekap.capaian)} % ({rekap.kategori})."
    )


def _ragu(rekap: Rekap) -> Iterator[str]:
    unsure = konfirmasi.belum_pasti(rekap.sasaran)
    if unsure:
        yield f"? Belum dikonfirmasi: {konfirmasi.sebut(unsure)}. F2 lalu F10 mengonfirmasinya."


def _kurang(rekap: Rekap) -> Iterator[str]:
    short = fakta.di_bawah_target(rekap)
    if short:
        names = ", ".join(f"{w.baris.nama} {format_count(w.akta)}" for w in short)
        total = format_count(fakta.total_akta(short))
        yield f"Di bawah target: {len(short)} kabupaten/kota, kurang {total} akta ({names})."


def _jangka(rekap: Rekap, nama: str, sasaran: int | None) -> str:
    if sasaran is None:
        return f"{nama}: belum diisi."
    return f"{nama} {format_percent(sasaran)} %: {_sampai(rekap, sasaran)}."


def _sampai(rekap: Rekap, sasaran: int) -> str:
    reached = fakta.tercapai(rekap, sasaran)
    if reached is None:
        return "belum dapat dihitung"
    need = fakta.kurang_ke(rekap, sasaran)
    return "tercapai" if reached else f"kurang {format_count(need)} akta" if need else "terlampaui"


def _banding(rekap: Rekap, kapan: Periode, banding: fakta.Banding | None) -> str:
    if banding is None:
        return f"{kapan.label}: tidak tercatat."
    parts = []
    if banding.persen is not None:
        before = format_percent(banding.titik.persen)
        parts.append(f"{before} %, berubah {format_change(banding.persen, format_percent)} poin")
    if banding.memiliki is not None:
        parts.append(f"pemilik {format_change(banding.memiliki)}")
    if banding.acuan_berganti:
        parts.append("acuan DKB berganti")
    if banding.titik.contoh:
        parts.append("angka contoh")
    return f"{kapan.label}: {'; '.join(parts) or _dulu(rekap, banding)}."
