"""Coverage of a month in the contract's JSON shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civreg_tui.domain.cakupan import add_up

if TYPE_CHECKING:
    from civreg_tui.domain.laporan import BarisRekap, Laporan, Rekap, Trio


def coverage_json(report: Laporan) -> dict[str, Any]:
    """The contract's object for ``coverage``: as ``inspect``'s, without ``files``."""
    recaps = report.rekap
    return {
        "period": report.periode,
        "base": report.acuan,
        "complete": all(len(_whole(recap)) == len(recap.baris) for recap in recaps),
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
    return {
        "code": recap.dokumen.kode,
        "name": recap.dokumen.nama,
        "rows": [_row(row) for row in recap.baris],
        "province": _province(recap),
    }


def _province(recap: Rekap) -> dict[str, Any]:
    """Sums over the regions that reported, so that they give the percent beside them."""
    rows = _whole(recap)
    return {
        "wajib": add_up(row.wajib.jml for row in rows),
        "memiliki": add_up(row.memiliki.jml for row in rows),
        "belum": add_up(row.belum.jml for row in rows),
        "cakupan": percent(recap.provinsi.persen),
        "reported": len(rows),
        "regions": len(recap.baris),
    }


def _whole(recap: Rekap) -> list[BarisRekap]:
    """The rows whose coverage (or count, without a denominator) is known."""
    return [
        row
        for row in recap.baris
        if row.memiliki.jml is not None
        and (row.wajib.jml is not None or not recap.dokumen.penyebut)
    ]


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
