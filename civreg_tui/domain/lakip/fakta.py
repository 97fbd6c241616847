"""What the figures say: comparisons, who carries and who holds back; all exact integers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from civreg_tui.domain.cakupan import (
    Pecahan,
    capaian,
    jumlah_pecahan,
    kekurangan,
    kelebihan,
    ratio_hundredths,
    round_half_up,
)
from civreg_tui.domain.laporan import Anggaran, BarisRekap, Laporan, Rekap, TitikSeri
from civreg_tui.domain.periode import Periode

LANGKAH_LAKIP = 6
SOROTAN = 3
"""How many kabupaten/kota a sentence names where a table carries the rest."""


@dataclass(frozen=True, slots=True)
class Banding:
    """This month against an earlier point of the series; differences are now − then."""

    titik: TitikSeri
    persen: int | None
    memiliki: int | None
    wajib: int | None
    acuan_berganti: bool


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A row with a size in certificates: a shortfall, a surplus, or those still without."""

    baris: BarisRekap
    akta: int


def pecahan(rekap: Rekap) -> Pecahan:
    """Numerator and denominator of the province's coverage, over the regions that have both.

    Deaths are measured against those reported, as in ``Lembar.pecahan``.
    """
    return jumlah_pecahan(_pecahan(rekap, row) for row in rekap.baris)


def _pecahan(rekap: Rekap, row: BarisRekap) -> Pecahan:
    if rekap.dokumen.penyebut:
        return row.memiliki.jml, row.wajib.jml
    return row.terbit.jml, row.dilaporkan


def titik(rekap: Rekap, periode: Periode) -> TitikSeri | None:
    """The series' point of a month that carries a figure, or None."""
    wanted = str(periode)
    return next((t for t in rekap.seri if t.periode == wanted and t.memiliki is not None), None)


def banding(rekap: Rekap, lalu: TitikSeri | None) -> Banding | None:
    """The comparison with an earlier point; differences of percents are of the printed ones."""
    if lalu is None:
        return None
    now = rekap.provinsi
    return Banding(
        lalu,
        _minus(now.persen, lalu.persen),
        _minus(now.memiliki.jml, lalu.memiliki),
        _minus(now.wajib.jml, lalu.wajib),
        bool(lalu.acuan) and bool(rekap.acuan) and lalu.acuan != rekap.acuan,
    )


def _minus(now: int | None, then: int | None) -> int | None:
    return None if now is None or then is None else now - then


def bulan_lalu(laporan: Laporan, rekap: Rekap) -> Banding | None:
    """Against the month before."""
    return banding(rekap, titik(rekap, Periode.parse(laporan.periode).shift(-1)))


def desember_lalu(laporan: Laporan, rekap: Rekap) -> Banding | None:
    """Against December of the year before."""
    year = Periode.parse(laporan.periode).year - 1
    return banding(rekap, titik(rekap, Periode(year, 12)))


def tahun_sebelumnya(laporan: Laporan, rekap: Rekap) -> tuple[TitikSeri, ...]:
    """The Decembers of all earlier years in the series, oldest first."""
    year = Periode.parse(laporan.periode).year
    points = [t for t in rekap.seri if t.periode.endswith("-12") and t.memiliki is not None]
    return tuple(sorted((t for t in points if int(t.periode[:4]) < year), key=lambda t: t.periode))


def bulan_berjalan(laporan: Laporan, rekap: Rekap) -> tuple[TitikSeri, ...]:
    """The points of this year up to this month, in order."""
    now = Periode.parse(laporan.periode)
    year = [t for t in rekap.seri if t.periode.startswith(f"{now.year:04d}-")]
    return tuple(sorted((t for t in year if t.periode <= str(now)), key=lambda t: t.periode))


def di_bawah_target(rekap: Rekap) -> tuple[Wilayah, ...]:
    """Those short of the target, the largest shortfall in certificates first."""
    short = [Wilayah(b, b.kekurangan) for b in rekap.baris if b.kekurangan]
    return tuple(sorted(short, key=lambda w: (-w.akta, w.baris.kode)))


def penopang(rekap: Rekap) -> tuple[Wilayah, ...]:
    """Those above the target, the largest surplus in certificates first."""
    if not rekap.dokumen.penyebut:
        return ()
    above = [Wilayah(b, lebih) for b in rekap.baris if (lebih := _kelebihan(rekap, b))]
    return tuple(sorted(above, key=lambda w: (-w.akta, w.baris.kode)))


def _kelebihan(rekap: Rekap, row: BarisRekap) -> int | None:
    goal = rekap.sasaran
    return kelebihan(*_pecahan(rekap, row), goal.target, negatif=goal.negatif)


def belum_terbanyak(rekap: Rekap) -> tuple[Wilayah, ...]:
    """Those with the most people still without the certificate, most first."""
    left = [Wilayah(b, b.belum.jml) for b in rekap.baris if b.belum.jml and b.belum.jml > 0]
    return tuple(sorted(left, key=lambda w: (-w.akta, w.baris.kode)))


def akta_terbanyak(rekap: Rekap) -> tuple[Wilayah, ...]:
    """Those with the most certificates, most first."""
    rows = [Wilayah(b, b.memiliki.jml) for b in rekap.baris if b.memiliki.jml]
    return tuple(sorted(rows, key=lambda w: (-w.akta, w.baris.kode)))


def menurut_peringkat(rekap: Rekap) -> tuple[BarisRekap, ...]:
    """The ranked rows, best first; ranks come from the unrounded ratio."""
    ranked = [(b.peringkat, b.kode, b) for b in rekap.baris if b.peringkat is not None]
    return tuple(row for _, _, row in sorted(ranked, key=lambda r: r[:2]))


def total_akta(rows: tuple[Wilayah, ...]) -> int:
    """The sizes added up."""
    return sum(row.akta for row in rows)


def lengkap(rekap: Rekap) -> bool:
    """Whether every kabupaten/kota is in; sums of fewer are not compared with whole months."""
    return all(
        row.memiliki.jml is not None and (row.wajib.jml is not None or not rekap.dokumen.penyebut)
        for row in rekap.baris
    )


def sepadan(rekap: Rekap) -> bool:
    """Whether the sums are those of the percent: not while a region has only one of both."""
    whole = rekap.provinsi
    return (whole.memiliki.jml, whole.wajib.jml) == pecahan(rekap)


def terukur(rekap: Rekap) -> tuple[BarisRekap, ...]:
    """The rows that have a coverage: those without wajib akta neither reach nor miss a target."""
    return tuple(row for row in rekap.baris if row.persen is not None)


def tercapai(rekap: Rekap, sasaran: int | None) -> bool | None:
    """Whether the unrounded coverage reaches a target in hundredths; None without either."""
    reached = _capaian(rekap, sasaran) if rekap.dokumen.penyebut else None
    return None if reached is None else reached >= 100


def _capaian(rekap: Rekap, sasaran: int | None) -> Fraction | None:
    return capaian(*pecahan(rekap), sasaran, negatif=rekap.sasaran.negatif)


def kurang_ke(rekap: Rekap, sasaran: int | None) -> int | None:
    """Certificates the province still needs for a target in hundredths; 0 when reached."""
    return kekurangan(*pecahan(rekap), sasaran, negatif=rekap.sasaran.negatif)


def berindikator(laporan: Laporan) -> tuple[Rekap, ...]:
    """The recaps that have a target and therefore a capaian."""
    return tuple(r for r in laporan.rekap if r.capaian is not None)


def capaian_rata(laporan: Laporan) -> int | None:
    """The mean capaian of all indicators with a target, in hundredths, rounded once."""
    exact = [_capaian(r, r.sasaran.target) for r in berindikator(laporan)]
    values = [value for value in exact if value is not None]
    return round_half_up(sum(values, Fraction(0)) * 100 / len(values)) if values else None


def serapan(lines: tuple[Anggaran, ...]) -> int | None:
    """Spent ÷ budget in hundredths of a percent; None without a budget."""
    return ratio_hundredths(sum(a.realisasi for a in lines), sum(a.pagu for a in lines))


def efisiensi(laporan: Laporan) -> int | None:
    """Capaian − serapan in hundredths; None unless budget and capaian are both known."""
    reached, spent = capaian_rata(laporan), serapan(laporan.anggaran)
    return None if reached is None or spent is None else reached - spent


def waktu_tercatat(laporan: Laporan) -> tuple[int, int, int]:
    """Finished steps before the LAKIP's own, the minutes they took, the minutes the SOP gives.

    The later steps go on after the text is written, so they would make it out of date.
    """
    early = (w for w in laporan.waktu if w.langkah.no < LANGKAH_LAKIP)
    done = [w for w in early if w.menit is not None and w.selesai]
    taken = sum(w.menit for w in done if w.menit is not None)
    return len(done), taken, sum(w.langkah.menit for w in done)


def bagian(part: tuple[Wilayah, ...], whole: tuple[Wilayah, ...]) -> int | None:
    """The share of some rows in all, in hundredths of a percent."""
    return ratio_hundredths(total_akta(part), total_akta(whole))


def rentang(rekap: Rekap) -> int | None:
    """The gap between the best and the last coverage in hundredths; None for fewer than two."""
    ranked = menurut_peringkat(rekap)
    if len(ranked) < 2 or ranked[0].persen is None or ranked[-1].persen is None:
        return None
    return ranked[0].persen - ranked[-1].persen


def kemajuan(rekap: Rekap, sasaran: int | None) -> int | None:
    """Realisation ÷ a medium-term target in hundredths, rounded once from the exact fraction."""
    value = _capaian(rekap, sasaran)
    return None if value is None else round_half_up(value * 100)
