"""Targets per document and year: the configured ones, replaced by what the Kabid entered."""

from __future__ import annotations

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.laporan import Sasaran
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.procedure import refuse, require
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

_MENGISI = "isi_target"
_SASARAN = "sasaran"
"""The form that keeps what a month was delivered with."""
_DISAMPAIKAN = frozenset({Keadaan.SEKRETARIAT, Keadaan.SELESAI})


def targets_of(ws: Workspace, periode: str) -> dict[str, Sasaran]:
    """A month's targets by document code; documents without one are absent.

    They are the year's until the month's LAKIP has been delivered, then those of its delivery.
    """
    kept = load_form(ws, periode, _SASARAN, dict[str, Sasaran])
    if kept is not None and _delivered(ws, periode):
        return kept
    year = Periode.parse(periode).year
    configured = {s.dokumen: s for s in ws.config.facts.sasaran if s.tahun == year}
    entered = {s.dokumen: s for s in ws.store.preferences.targets() if s.tahun == year}
    return configured | entered


def target_of(ws: Workspace, dokumen: str, periode: str) -> Sasaran:
    """A document's targets in a month (all empty where none is set)."""
    missing = Sasaran(dokumen, Periode.parse(periode).year)
    return targets_of(ws, periode).get(dokumen, missing)


def may_set_target(ws: Workspace, periode: str) -> bool:
    """Whether the account may enter targets in this month: the Kabid, until it is delivered."""
    return "kabid" in ws.pelaku.dapat and not _delivered(ws, periode)


def set_target(ws: Workspace, periode: str, target: Sasaran) -> None:
    """Enter a document's targets of the month's year; Ditolak for all but the Kabid.

    After the month's LAKIP was delivered it is refused: other months of the year may go on.
    """
    role = require(ws, {"kabid"}, _MENGISI, "Target hanya diisi oleh Kabid.", periode)
    with ws.store.transaction():
        if _delivered(ws, periode):
            words = "Target tidak dapat diubah lagi: LAKIP bulan ini sudah disampaikan."
            refuse(ws, periode, _MENGISI, words)
        before = target_of(ws, target.dokumen, periode)
        if before == target:
            return
        ws.store.preferences.put_target(target)
        # Not of the month: all that the year still has open follow it.
        ws.record(
            _MENGISI, f"{target.dokumen}/{target.tahun}",
            peran=role, lama=dump(before), baru=dump(target),
        )  # fmt: skip


def keep_targets(ws: Workspace, periode: str) -> None:
    """Keep the targets that a LAKIP is being delivered with; inside its transaction."""
    kept = dump(targets_of(ws, periode))
    ws.record("simpan_sasaran", _SASARAN, peran="kabid", periode=periode, baru=kept)
    ws.store.records.put_form(periode, _SASARAN, kept)


def _delivered(ws: Workspace, periode: str) -> bool:
    month = ws.store.months.get(periode)
    return month is not None and month.keadaan in _DISAMPAIKAN
