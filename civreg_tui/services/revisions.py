"""The validated revisions of a month: read again as they were frozen, and compared."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from civreg_tui.domain.banding import Banding, bandingkan
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan, Perubahan, Revisi
from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.periode import Periode
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import BarisRevisi


def revisions(ws: Workspace, periode: str) -> list[BarisRevisi]:
    """All revisions of a month, oldest first."""
    ws.month(periode)
    return ws.store.records.revisions(periode)


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
    own = Revisi(row.no, row.kode, row.hash, row.oleh, row.pada, row.gugur)
    return replace(report, revisi=own)


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
    return tuple(_signed(ws, report.periode, change) for change in changed)


def _signed(ws: Workspace, periode: str, change: Perubahan) -> Perubahan:
    cell = Alamat(change.wilayah, change.ukuran, change.seks)  # type: ignore[arg-type]
    who, when = ws.store.cells.author(periode, change.dokumen, cell) or ("", "")
    return replace(change, oleh=who, pada=when)
