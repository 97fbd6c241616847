"""The month as papers and screens show it: ``Laporan``, built from the store in one go."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from civreg_tui.domain.cakupan import Pecahan, capaian, kategori, kekurangan, round_half_up
from civreg_tui.domain.langkah import Peran
from civreg_tui.domain.laporan import (
    Anggaran,
    Bahan,
    BarisRekap,
    Laporan,
    LembarDisposisi,
    Rekap,
    Revisi,
    Sasaran,
    TitikSeri,
    Trio,
)
from civreg_tui.domain.lembar import Lembar, Ukuran
from civreg_tui.domain.periode import Periode, tanggal
from civreg_tui.services.cakupan.series import Series, load_series
from civreg_tui.services.month.acts import acts
from civreg_tui.services.month.clock import step_times
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.months import earlier, load_month, sample_documents
from civreg_tui.services.month.targets import target_of
from civreg_tui.services.output.signing import signing_office
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.revisions import since_last_revision
from civreg_tui.services.workspace import Workspace

PANJANG_SERI = 24
"""How many months back the trend goes: enough for last December from any month."""


def build_report(ws: Workspace, periode: str, *, signing: Peran | None = None) -> Laporan:
    """Everything the papers of a month are made from; raises Ditolak for an unknown month.

    ``signing`` is the role in which the account is deciding with this very report.
    """
    month = ws.month(periode)
    months = (*reversed(earlier(ws, periode, PANJANG_SERI)), periode)
    series = load_series(ws, months)
    report = Laporan(
        periode=periode,
        acuan=month.acuan,
        keadaan=tanggal(Periode.parse(periode).last_day),
        kantor=signing_office(ws, periode, now=signing),
        rekap=tuple(_recap(ws, sheet, series) for sheet in load_month(ws, periode)),
        temuan=check_month(ws, periode),
        waktu=step_times(ws, periode),
        revisi=standing_revision(ws, periode),
        jejak=_last_act(ws, periode)[0],
        disposisi=load_form(ws, periode, "disposisi", LembarDisposisi) or LembarDisposisi(),
        anggaran=load_form(ws, periode, "anggaran", tuple[Anggaran, ...]) or (),
        bahan=load_form(ws, periode, "bahan", Bahan) or Bahan(),
        naskah=tuple((t.bagian, t.teks) for t in ws.store.records.texts(periode).values()),
        naskah_asal=tuple((t.bagian, t.susunan) for t in ws.store.records.texts(periode).values()),
        dicetak=_last_act(ws, periode)[1],
        sop=ws.config.facts.sop,
    )
    return replace(report, perubahan=since_last_revision(ws, report))


def _last_act(ws: Workspace, periode: str) -> tuple[str, str]:
    """Hash and time of the month's last act: papers change only when the month does."""
    made = acts(ws, periode)
    return (made[-1].hash, made[-1].waktu) if made else ("", "")


def standing_revision(ws: Workspace, periode: str) -> Revisi | None:
    """The month's latest validated revision (void or not), or None when there is none."""
    rows = ws.store.records.revisions(periode)
    if not rows:
        return None
    last = rows[-1]
    return Revisi(last.no, last.kode, last.hash, last.oleh, last.pada, last.gugur)


def _recap(ws: Workspace, sheet: Lembar, series: Series) -> Rekap:
    periode = str(sheet.periode)
    target = target_of(ws, sheet.dokumen.kode, periode)
    part, whole = sheet.pecahan_provinsi()
    reached = capaian(part, whole, target.target, negatif=target.negatif)
    return Rekap(
        dokumen=sheet.dokumen,
        rincian=sheet.rincian,
        acuan=sheet.acuan,
        baris=tuple(_row(ws, sheet, kode, target, series) for kode in sheet.wilayah),
        provinsi=_province_row(ws, sheet, target, series),
        terlapor=sum(sheet.nilai(kode, "memiliki") is not None for kode in sheet.wilayah),
        sasaran=target,
        capaian=_rounded(reached),
        kategori=kategori(reached, ws.facts(periode).kategori),
        seri=_points(ws, sheet.dokumen.kode, series),
        contoh=sheet.dokumen.kode in sample_documents(ws, periode),
    )


def _rounded(value: Fraction | None) -> int | None:
    return None if value is None else round_half_up(value * 100)


def _row(ws: Workspace, sheet: Lembar, kode: str, target: Sasaran, series: Series) -> BarisRekap:
    before = str(sheet.periode.shift(-1))
    return BarisRekap(
        kode=kode,
        nama=ws.facts(str(sheet.periode)).wilayah[kode].nama,
        wajib=_trio(sheet, kode, "wajib"),
        memiliki=_trio(sheet, kode, "memiliki"),
        belum=_trio(sheet, kode, "belum"),
        terbit=_trio(sheet, kode, "terbit"),
        dilaporkan=sheet.nilai(kode, "dilaporkan"),
        persen=sheet.persen(kode),
        peringkat=series.rank(str(sheet.periode), sheet.dokumen.kode, kode),
        kekurangan=_shortfall(sheet.pecahan(kode), target),
        persen_lalu=series.percent(before, sheet.dokumen.kode, kode),
    )


def _shortfall(pair: Pecahan, target: Sasaran) -> int | None:
    return kekurangan(*pair, target.target, negatif=target.negatif)


def _trio(sheet: Lembar, kode: str, ukuran: Ukuran) -> Trio:
    return Trio(*(sheet.nilai(kode, ukuran, seks) for seks in ("l", "p", "jml")))


def _province_row(ws: Workspace, sheet: Lembar, target: Sasaran, series: Series) -> BarisRekap:
    before = str(sheet.periode.shift(-1))
    return BarisRekap(
        kode="",
        nama=ws.facts(str(sheet.periode)).provinsi,
        wajib=_totals(sheet, "wajib"),
        memiliki=_totals(sheet, "memiliki"),
        belum=_totals(sheet, "belum"),
        terbit=_totals(sheet, "terbit"),
        dilaporkan=sheet.total("dilaporkan"),
        persen=sheet.persen_provinsi(),
        kekurangan=_shortfall(sheet.pecahan_provinsi(), target),
        persen_lalu=series.percent(before, sheet.dokumen.kode, ""),
    )


def _totals(sheet: Lembar, ukuran: Ukuran) -> Trio:
    return Trio(*(sheet.total(ukuran, seks) for seks in ("l", "p", "jml")))


def _points(ws: Workspace, dokumen: str, series: Series) -> tuple[TitikSeri, ...]:
    months = {m.periode: m for m in ws.store.months.all()}
    return tuple(
        TitikSeri(
            periode=periode,
            dokumen=dokumen,
            memiliki=point.memiliki,
            wajib=point.wajib,
            persen=point.persen,
            acuan=months[periode].acuan,
            contoh=months[periode].contoh,
        )
        for periode, point in series.province(dokumen)
    )
