"""What a cell of the sheet is marked with: findings, differences, notes, locks, origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.services.entri.sheet_view import SheetView
from civreg_tui.terminal.grid_model import Style

Tempat = tuple[str | None, Kolom | None]
"""A region (None: the foot) and a column (None: the whole line)."""


@dataclass(frozen=True)
class Tanda:
    """The findings by the place they are shown at."""

    di: Mapping[Tempat, tuple[TemuanDijawab, ...]] = field(default_factory=dict)

    def gaya(self, tempat: Tempat) -> Style | None:
        """The worst state that findings give a place; None without any."""
        return self._gaya.get(tempat)

    @cached_property
    def _gaya(self) -> Mapping[Tempat, Style | None]:
        """Every cell asks for it, and asks again with every key."""
        return {place: gaya_temuan(found) for place, found in self.di.items()}


def gaya_temuan(found: Iterable[TemuanDijawab]) -> Style | None:
    """Error before warning before explained; information marks nothing."""
    levels = {
        "explained" if one.alasan is not None else one.temuan.level
        for one in found
        if one.temuan.level != "info"
    }
    order: tuple[Style, ...] = ("error", "warning", "explained")
    return next((style for style in order if style in levels), None)


def tanda_lembar(view: SheetView, shown: Iterable[Kolom]) -> Tanda:
    """Every finding at the place where it is shown: its cell, its line, or the foot."""
    columns = tuple(shown)
    places: dict[Tempat, tuple[TemuanDijawab, ...]] = {}
    for one in view.findings:
        place = tempat_temuan(view.sheet, one, columns)
        if one.temuan.level != "info" and place is not None:
            places[place] = (*places.get(place, ()), one)
    return Tanda(places)


def tempat_temuan(sheet: Lembar, found: TemuanDijawab, columns: tuple[Kolom, ...]) -> Tempat | None:
    """Where a finding is shown; None when this sheet has no place for it."""
    region, kolom = found.temuan.region, found.temuan.kolom
    if region is not None and region not in sheet.wilayah:
        return None
    if kolom in columns:
        return region, kolom
    return (region, None) if region is not None else None


def gaya_sel(view: SheetView, tanda: Tanda, alamat: Alamat) -> Style:
    """The state of a keyed cell: what is wrong first, then locks, origin and notes."""
    isian = view.sheet.isian(alamat)
    found = tanda.gaya((alamat.wilayah, alamat.kolom))
    if found == "error":
        return "error"
    if alamat in view.differences:
        return "differs"
    if found == "warning":
        return "warning"
    if view.writable and not view.open_to_entry(alamat):
        return "locked"
    if found is not None:
        return found
    return _tenang(isian, noted=alamat in view.notes)


def _tenang(isian: Isian, *, noted: bool) -> Style:
    """The state of a cell that nothing is wrong with."""
    if isian.angka is None:
        return "empty"
    if noted:
        return "noted"
    if isian.asal == "bawaan":
        return "carried"
    return "nil" if isian.nihil else "normal"
