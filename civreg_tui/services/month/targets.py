"""Targets per document and year: the configured ones, replaced by what the Kabid entered."""

from __future__ import annotations

from civreg_tui.domain.laporan import Sasaran
from civreg_tui.services.month.forms import dump
from civreg_tui.services.month.procedure import require
from civreg_tui.services.workspace import Workspace


def targets_of(ws: Workspace, tahun: int) -> dict[str, Sasaran]:
    """The year's targets by document code; documents without one are absent."""
    configured = {s.dokumen: s for s in ws.config.facts.sasaran if s.tahun == tahun}
    entered = {s.dokumen: s for s in ws.store.preferences.targets() if s.tahun == tahun}
    return configured | entered


def target_of(ws: Workspace, dokumen: str, tahun: int) -> Sasaran:
    """A document's targets of a year (all empty where none is set)."""
    return targets_of(ws, tahun).get(dokumen, Sasaran(dokumen, tahun))


def set_target(ws: Workspace, target: Sasaran) -> None:
    """Enter a document's targets of a year; only the Kabid does."""
    require(ws, {"kabid"}, "isi_target", "Target hanya diisi oleh Kabid.")
    with ws.store.transaction():
        before = target_of(ws, target.dokumen, target.tahun)
        if before == target:
            return
        ws.store.preferences.put_target(target)
        ws.record(
            "isi_target", f"{target.dokumen}/{target.tahun}",
            peran="kabid", lama=dump(before), baru=dump(target),
        )  # fmt: skip
