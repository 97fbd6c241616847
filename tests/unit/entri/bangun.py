"""A sheet on the entry grid without store or screen: commits go into a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.temuan import SubjekLembar, periksa_lembar
from civreg_tui.services.entri.sheet_view import SheetView
from screens.entri.kolom import Ruang
from screens.entri.lembar_grid import LembarGrid
from tests.unit.temuan.bangun import ATURAN, subjek


def view(sheet: Lembar, *, explained: str = "", **lain: object) -> SheetView:
    """A view of a sheet; `lain` are fields of the subject or of the view."""
    own = {k: v for k, v in lain.items() if k in SheetView.__dataclass_fields__}
    about = {k: v for k, v in lain.items() if k in SubjekLembar.__dataclass_fields__}
    subject = subjek(sheet, **about)
    found = periksa_lembar(subject, ATURAN)
    answered = tuple(
        TemuanDijawab(f, explained or None) for f in found if f.rule not in {"R01", "R06"}
    )
    made = SheetView(subject, answered, {}, {}, {}, None, writable=True)
    return replace(made, **own)  # type: ignore[arg-type]


class Meja:
    """A grid model with what it has written."""

    def __init__(self, shown: SheetView, room: Ruang | None = None, refusal: str | None = None):
        self.cells: list[Mapping[Alamat, Isian]] = []
        self.controls: list[tuple[Kolom, int | None]] = []
        self.refusal = refusal
        self.model = LembarGrid(
            shown, room or Ruang(), simpan=self._simpan, simpan_kendali=self._kendali
        )

    def _simpan(self, cells: Mapping[Alamat, Isian]) -> str | None:
        if self.refusal is None:
            self.cells.append(dict(cells))
        return self.refusal

    def _kendali(self, kolom: Kolom, angka: int | None) -> str | None:
        self.controls.append((kolom, angka))
        return self.refusal
