"""The findings of every stored month, each month read once."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.temuan import periksa_bulan
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.pemeriksaan.check import month_subject
from civreg_tui.services.workspace import Workspace


def check_all(
    ws: Workspace, months: Sequence[str] | None = None, archive: Archive | None = None
) -> dict[str, tuple[Temuan, ...]]:
    """The findings by month (all stored ones by default), oldest first, without their reasons."""
    shared = archive or Archive(ws)
    return {
        periode: periksa_bulan(month_subject(ws, periode, shared), ws.facts(periode).aturan)
        for periode in (shared.months if months is None else months)
    }
