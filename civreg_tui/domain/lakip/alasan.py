"""The causes on record: reasons that warnings were passed with, and where."""

from __future__ import annotations

from civreg_tui.domain.lakip.kata import dalam_kalimat, rangkai, ringkas
from civreg_tui.domain.lakip.konteks import Konteks
from civreg_tui.domain.laporan import Laporan, TemuanDijawab


def terjawab(laporan: Laporan) -> tuple[TemuanDijawab, ...]:
    """The findings that were passed with a reason."""
    return tuple(t for t in laporan.temuan if t.alasan and t.alasan.strip())


def tempat(laporan: Laporan, found: TemuanDijawab) -> str:
    """Where a finding stands, in words: region and document, as far as it has them."""
    rekap = next((r for r in laporan.rekap if r.dokumen.kode == found.temuan.document), None)
    names = {b.kode: b.nama for r in laporan.rekap for b in r.baris}
    region = names.get(found.temuan.region or "", "")
    parts = [region, rekap.dokumen.nama if rekap else ""]
    return " pada ".join(p for p in parts if p) or "seluruh rekap"


def daftar(k: Konteks) -> str:
    """Every reason once, with the places it was given for; empty when none was recorded."""
    places: dict[str, dict[str, None]] = {}
    for found in terjawab(k.laporan):
        reason = dalam_kalimat(found.alasan or "")
        places.setdefault(reason, {})[tempat(k.laporan, found)] = None
    lines = [
        k.frasa("analisis.butir_alasan", alasan=reason, tempat=ringkas(where, "tempat"))
        for reason, where in places.items()
    ]
    return rangkai(lines, "; ") if len(lines) > 2 else " dan ".join(lines)
