"""Which events of the trail are somebody's acts."""

from __future__ import annotations

from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

BUKAN_TINDAKAN = frozenset({"buka_layar", "ditolak"})
"""Sitting down to a month and being refused: on record, but the month is as it was."""
MENYERTAI = frozenset(
    {
        "simpan_kertas",
        "simpan_ajaran",
        "simpan_sasaran",
        "ikuti_rincian",
        "tandai_contoh",
        "jam_mundur",
    }
)
"""What the program records by itself beside somebody's act."""


def acts(ws: Workspace, periode: str) -> list[Peristiwa]:
    """The events that made the month what it is, oldest first."""
    return [e for e in ws.store.trail.events(periode) if e.aksi not in BUKAN_TINDAKAN]
