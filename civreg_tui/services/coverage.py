"""Coverage of a month in the contract's JSON shape, and as CSV for spreadsheets."""

from __future__ import annotations

from typing import Any

from civreg_tui.domain.laporan import BarisRekap, Laporan, Rekap, Trio


def coverage_json(report: Laporan) -> dict[str, Any]:
    """The contract's object for ``coverage``: as ``inspect``'s, without ``files``."""
    recaps = report.rekap
    complete = all(recap.terlapor == len(recap.baris) for recap in recaps)
    return {
        "period": report.periode,
        "base": report.acuan,
        "complete": complete,
        "documents": [_document(recap) for recap in recaps],
        "findings": [finding_json(found.temuan) for found in report.temuan],
    }


def finding_json(found: Any) -> dict[str, Any]:
    """A finding as the contract writes it."""
    return {
        "rule": found.rule,
        "level": found.level,
        "document": found.document,
        "region": found.region,
        "cell": found.cell,
        "message": found.message,
    }


def _document(recap: Rekap) -> dict[str, Any]:
    whole = recap.provinsi
    return {
        "code": recap.dokumen.kode,
        "name": recap.dokumen.nama,
        "rows": [_row(row) for row in recap.baris],
        "province": {
            "wajib": whole.wajib.jml,
            "memiliki": whole.memiliki.jml,
            "belum": whole.belum.jml,
            "cakupan": percent(whole.persen),
            "reported": recap.terlapor,
            "regions": len(recap.baris),
        },
    }


def _row(row: BarisRekap) -> dict[str, Any]:
    return {
        "region": row.kode,
        "name": row.nama,
        "wajib": trio(row.wajib),
        "memiliki": trio(row.memiliki),
        "belum": trio(row.belum),
        "cakupan": percent(row.persen),
    }


def trio(value: Trio) -> dict[str, int | None]:
    """Figures by sex; null = not given."""
    return {"l": value.l, "p": value.p, "jml": value.jml}


def percent(hundredths: int | None) -> float | None:
    """Hundredths of a percent as a JSON number with two decimals."""
    return None if hundredths is None else hundredths / 100
