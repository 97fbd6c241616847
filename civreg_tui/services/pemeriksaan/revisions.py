"""The validated revisions of a month: read again as they were frozen, and compared."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from civreg_tui.domain.banding import Banding, bandingkan
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan, Perubahan, Revisi
from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.returns import NamedCell
from civreg_tui.services.officials import without_samples
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import BarisRevisi


def revisions(ws: Workspace, periode: str) -> list[BarisRevisi]:
    """All revisions of a month, oldest first."""
    ws.month(periode)
    return ws.store.records.revisions(periode)


def listed(ws: Workspace, periode: str) -> tuple[Revisi, ...]:
    """The same without what they froze."""
    return tuple(_named(row) for row in revisions(ws, periode))


def _named(row: BarisRevisi) -> Revisi:
    return Revisi(row.no, row.kode, row.hash, row.oleh, row.pada, row.gugur)


def revision(ws: Workspace, periode: str, no: int) -> BarisRevisi:
    """One revision; Ditolak when the month has none of that number."""
    rows = revisions(ws, periode)
    found = next((row for row in rows if row.no == no), None)
    if found is None:
        label = Periode.parse(periode).label
        known = ", ".join(str(row.no) for row in rows) or "belum ada"
        raise Ditolak(f"{label} tidak punya revisi {no}. Revisi yang ada: {known}.")
    return found


def frozen(row: BarisRevisi) -> Laporan:
    """The month as the revision froze it, carrying the revision's own number and standing."""
    try:
        report = msgspec.json.decode(row.isi, type=Laporan)
    except msgspec.DecodeError as error:
        raise Ditolak(
            f"Isi revisi {row.no} bulan {row.periode} tidak dapat dibaca ({error}). "
            "Jalankan: civreg-tui audit verify."
        ) from None
    return replace(report, revisi=_named(row))


def printed(ws: Workspace, row: BarisRevisi) -> Laporan:
    """A revision as its papers are printed: as frozen, with who is named since for a sample."""
    report = frozen(row)
    office = without_samples(report.kantor, ws.config.facts.kantor)
    return replace(report, kantor=office)


def standing(ws: Workspace, periode: str) -> Laporan | None:
    """The month's papers are printed from this while a revision stands; None while none does."""
    rows = ws.store.records.revisions(periode)
    return printed(ws, rows[-1]) if rows and rows[-1].gugur is None else None


def compare(ws: Workspace, periode: str, lama: int, baru: int) -> Banding:
    """What differs between two revisions of a month."""
    return bandingkan(frozen(revision(ws, periode, lama)), frozen(revision(ws, periode, baru)))


def since_last_revision(ws: Workspace, report: Laporan) -> tuple[Perubahan, ...]:
    """The figures that changed since the revision before the standing one, with who wrote them."""
    rows = ws.store.records.revisions(report.periode)
    before = rows[:-1] if rows and rows[-1].gugur is None else rows
    if not before:
        return ()
    changed = bandingkan(frozen(before[-1]), report).sel
    reasons = _reasons(ws, report)
    return tuple(_signed(ws, report.periode, change, reasons) for change in changed)


def _signed(
    ws: Workspace, periode: str, change: Perubahan, reasons: dict[tuple[str, str], str]
) -> Perubahan:
    cell = Alamat(change.wilayah, change.ukuran, change.seks)  # type: ignore[arg-type]
    who, when = ws.store.cells.author(periode, change.dokumen, cell) or ("", "")
    reason = reasons.get((change.dokumen, change.wilayah), "")
    return replace(change, alasan=reason, oleh=who, pada=when)


def _reasons(ws: Workspace, report: Laporan) -> dict[tuple[str, str], str]:
    """Why a row was changed: the reason of its last return, and that of its answered findings."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for returned in ws.store.records.returns(report.periode):
        if returned.sel:
            for document, cell in msgspec.json.decode(returned.sel, type=list[NamedCell]):
                found[document, cell.wilayah] = {returned.alasan: None}
    for one in report.temuan:
        place = one.temuan.document or "", one.temuan.region or ""
        if one.alasan:
            found.setdefault(place, {})[one.alasan] = None
    return {place: "; ".join(texts) for place, texts in found.items()}
