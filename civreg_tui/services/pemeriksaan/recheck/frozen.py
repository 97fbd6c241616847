"""Revisions, deliveries and received files: their hashes, their codes, their figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.services.month.months import load_month
from civreg_tui.services.pemeriksaan.recheck.model import Beda, add
from civreg_tui.services.pemeriksaan.revisions import frozen
from civreg_tui.services.pemeriksaan.validate import short_code
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import BarisRevisi


def frozen_again(ws: Workspace, counted: dict[str, int]) -> Iterator[Beda]:
    """Hash everything that was frozen or received again, and hold it against the trail."""
    sealed = {
        event.objek: event.baru for event in ws.store.trail.events() if event.aksi == Aksi.VALIDASI
    }
    for row in ws.store.records.revisions():
        add(counted, "revisi")
        yield from _revision(ws, row, sealed.get(row.kode))
    for month in ws.store.months.all():
        yield from _files(ws, month.periode, counted)


def _revision(ws: Workspace, row: BarisRevisi, sealed: str | None) -> Iterator[Beda]:
    name = f"revisi {row.no}"
    digest = hashlib.sha256(row.isi.encode()).hexdigest()
    if digest != row.hash or short_code(digest) != row.kode:
        yield Beda(row.periode, name, "Isi yang dibekukan tidak cocok dengan hash atau kodenya.")
    if sealed != row.hash:
        yield Beda(row.periode, name, "Hash revisi tidak cocok dengan yang tercatat pada jejak.")
    try:
        report = frozen(row)
    except Ditolak as error:
        yield Beda(row.periode, name, str(error))
        return
    who = report.pengesahan
    if who is not None and (who.no, who.oleh, who.pada) != (row.no, row.oleh, row.pada):
        yield Beda(row.periode, name, "Nomor, pengesah atau waktunya bukan yang dibekukan.")
    yield from _percents(report, row.periode, name)
    if row.gugur is None:
        yield from _against_today(ws, report, name)


def _percents(report: Laporan, periode: str, name: str) -> Iterator[Beda]:
    for recap in (r for r in report.rekap if r.dokumen.penyebut):
        for row in (*recap.baris, recap.provinsi):
            if row.persen != _percent_of(recap, row.kode):
                where = f"{recap.dokumen.kode} {row.kode or 'provinsi'}"
                yield Beda(periode, name, f"{where}: persen tidak cocok dengan angkanya.")


def _percent_of(recap: Rekap, kode: str) -> int | None:
    """The percent from the frozen figures; the province's over the regions that have both."""
    pairs = [
        (row.memiliki.jml, row.wajib.jml)
        for row in recap.baris
        if kode in {"", row.kode} and row.memiliki.jml is not None and row.wajib.jml is not None
    ]
    if not pairs:
        return None
    return ratio_hundredths(sum(part for part, _ in pairs), sum(whole for _, whole in pairs))


def _against_today(ws: Workspace, report: Laporan, name: str) -> Iterator[Beda]:
    """A standing revision's figures are those of the sheets."""
    sheets = {sheet.dokumen.kode: sheet for sheet in load_month(ws, report.periode)}
    for recap in report.rekap:
        sheet = sheets.get(recap.dokumen.kode)
        for row in recap.baris:
            held = (row.memiliki.jml, row.wajib.jml)
            now = tuple(sheet.nilai(row.kode, u) for u in ("memiliki", "wajib")) if sheet else ()
            if held != now:
                where = f"{recap.dokumen.kode} {row.kode}"
                yield Beda(report.periode, name, f"{where}: angka tersimpan bukan yang divalidasi.")


def _files(ws: Workspace, periode: str, counted: dict[str, int]) -> Iterator[Beda]:
    for file in ws.store.records.softcopies(periode):
        add(counted, "softcopy")
        if hashlib.sha256(file.isi).hexdigest() != file.sha256:
            yield Beda(periode, "softcopy", f"{file.nama}: isinya berubah sejak diterima.")
    for made in ws.store.records.deliveries(periode):
        add(counted, "LAKIP disampaikan")
        if hashlib.sha256(made.isi).hexdigest() != made.sha256:
            yield Beda(periode, "LAKIP", f"Penyampaian {made.no}: isinya berubah.")
