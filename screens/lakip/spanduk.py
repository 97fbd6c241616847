"""The lines above the LAKIP: what was sent back and why, and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.lakip import BagianLakip, bentrokan, slot_kosong
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.saat import tercatat
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.month.returns import open_return
from civreg_tui.services.sekretariat import delivered
from civreg_tui.services.workspace import Workspace


def spanduk_kembali(ws: Workspace, periode: str) -> str:
    """The Sekretariat's open return with its reason, as a line of its own, or nothing."""
    returned = open_return(ws, periode, Aksi.KEMBALIKAN_KE_KABID)
    if returned is None:
        return ""
    when = tercatat(returned.pada)
    return f"! Dikembalikan Sekretariat ({returned.oleh}, {when}): {returned.alasan}\n"


def ringkasan(ws: Workspace, report: Laporan, sections: Sequence[BagianLakip]) -> str:
    """Edition, what is open, the revision it rests on, and whether it was delivered."""
    parts = [
        f"Edisi {edition(ws, report.periode)}",
        f"{len(slot_kosong(sections))} belum diisi",
        f"{len(bentrokan(sections))} bentrok",
        f"{sum(section.disunting for section in sections)} disunting",
    ]
    if report.draf or report.revisi is None:
        parts.append("DRAF: rekap belum divalidasi")
    else:
        parts.append(f"revisi {report.revisi.no} ({report.revisi.kode})")
    made = delivered(ws, report.periode)
    if made is not None:
        parts.append(f"terakhir disampaikan {tercatat(made.pada)}")
    return " · ".join(parts)
