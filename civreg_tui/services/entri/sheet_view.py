"""Step 4: all that is known about a sheet while it is keyed, checked again after every cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.cakupan import add_up
from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.temuan.diagnosa import Diagnosa, diagnosa_lembar
from civreg_tui.domain.temuan.subjek import SubjekLembar
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.month.procedure import may
from civreg_tui.services.month.returns import reopened_cells
from civreg_tui.services.pemeriksaan.check import answered, check_sheet, month_subject
from civreg_tui.services.penerimaan.softcopies import Selisih, differences, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.cells import Catatan

_STILL_TO_COME = frozenset({"R01", "R06"})
"""Rules on figures that are missing: while a sheet is being keyed that is no finding."""


@dataclass(frozen=True)
class SheetView:
    """A sheet with its evidence, findings, open differences, notes, and what may be changed.

    ``reopened`` names the only cells a return left open; None when nothing is restricted.
    """

    subject: SubjekLembar
    findings: tuple[TemuanDijawab, ...]
    differences: Mapping[Alamat, Selisih]
    notes: Mapping[Alamat, Catatan]
    source: Mapping[Alamat, SelSumber]
    reopened: frozenset[Alamat] | None
    writable: bool

    @property
    def sheet(self) -> Lembar:
        """The sheet as it stands."""
        return self.subject.lembar

    @property
    def before(self) -> Lembar | None:
        """Last month's sheet, if there is one."""
        return self.subject.lalu

    def open_to_entry(self, alamat: Alamat) -> bool:
        """Whether a keyed cell may be changed now."""
        return self.writable and (self.reopened is None or alamat in self.reopened)

    def change(self, kode: str) -> int | None:
        """A region's change since last month: coverage in hundredths of a point, else the count."""
        return difference(self.now(kode), self.then(kode))

    def now(self, kode: str) -> int | None:
        """What last month's column is compared with: coverage, or the count without one."""
        return _measure(self.sheet, kode)

    def then(self, kode: str) -> int | None:
        """The same figure of last month."""
        return _measure(self.before, kode) if self.before else None

    def province_then(self) -> int | None:
        """Last month's figure of the province."""
        return _province(self.before) if self.before else None

    def province_change(self) -> int | None:
        """The province's change since last month, while the sheet is complete."""
        return None if self.sheet.kosong() else difference(
            _province(self.sheet), self.province_then()
        )  # fmt: skip


def difference(now: int | None, then: int | None) -> int | None:
    """``now − then``; None when either is missing."""
    return None if now is None or then is None else now - then


def _measure(sheet: Lembar, kode: str) -> int | None:
    return sheet.persen(kode) if sheet.dokumen.penyebut else sheet.nilai(kode, "memiliki")


def _province(sheet: Lembar) -> int | None:
    return sheet.persen_provinsi() if sheet.dokumen.penyebut else sheet.total("memiliki")


@dataclass(frozen=True, slots=True)
class ColumnFoot:
    """The foot of a column: its sum, the paper's total (None = not given), and completeness."""

    kolom: Kolom
    total: int | None
    paper: int | None
    complete: bool

    @property
    def gap(self) -> int | None:
        """What the keyed figures still lack to the paper's total; None without a total."""
        return None if self.paper is None else self.paper - (self.total or 0)

    @property
    def closes(self) -> bool:
        """Whether the column is finished and adds up to the paper's total."""
        return self.complete and self.gap == 0


def column_foot(view: SheetView, kolom: Kolom) -> ColumnFoot:
    """A column's sum held against the paper's control total."""
    sheet = view.sheet
    values = [sheet.nilai(kode, *kolom) for kode in sheet.wilayah]
    return ColumnFoot(
        kolom, add_up(values), view.subject.kendali.get(kolom), complete=None not in values
    )  # fmt: skip


def why_open(view: SheetView, kolom: Kolom) -> tuple[Diagnosa, ...]:
    """The single slips that would make a column add up to its control total."""
    paper = view.subject.kendali.get(kolom)
    if paper is None:
        return ()
    source = {a.wilayah: cell.angka for a, cell in view.source.items() if a.kolom == kolom}
    return diagnosa_lembar(
        view.sheet, kolom, paper, view.subject.daftar, view.before, source
    )  # fmt: skip


def month_views(ws: Workspace, periode: str) -> dict[str, SheetView]:
    """The views of all sheets of a month, by document code."""
    subjects = month_subject(ws, periode).lembar
    return {s.lembar.dokumen.kode: _view(ws, s) for s in subjects}


def reread(ws: Workspace, view: SheetView) -> SheetView:
    """The view with the sheet and the control totals as they stand; findings are still the old."""
    periode, code = str(view.sheet.periode), view.sheet.dokumen.kode
    subject = replace(
        view.subject,
        lembar=load_sheet(ws, periode, code),
        kendali=ws.store.cells.controls(periode, code),
    )
    return replace(view, subject=subject)


def rewritten(view: SheetView, changes: Mapping[Alamat, Isian]) -> SheetView:
    """The view with cells as they were just written; findings are still the old."""
    sheet = view.sheet.dengan_semua(changes)
    return replace(view, subject=replace(view.subject, lembar=sheet))


def checked(ws: Workspace, view: SheetView) -> SheetView:
    """The view with what the rules and the softcopy say to its sheet now."""
    return _view(ws, view.subject, view.source)


def _view(
    ws: Workspace, subject: SubjekLembar, source: Mapping[Alamat, SelSumber] | None = None
) -> SheetView:
    sheet = subject.lembar
    periode, code = str(sheet.periode), sheet.dokumen.kode
    source = source_cells(subject.sumber) if source is None else source
    found = tuple(f for f in check_sheet(ws, subject) if f.rule not in _STILL_TO_COME)
    reopened = reopened_cells(ws, periode)
    notes = ws.store.cells.notes(periode, code)
    return SheetView(
        subject=subject,
        findings=answered(ws, periode, found),
        differences={diff.alamat: diff for diff in differences(ws, sheet, source)},
        notes={a: note for a, note in notes.items() if note.teks or note.tanda},
        source=source,
        reopened=None if reopened is None else frozenset(a for d, a in reopened if d == code),
        writable=may(ws, periode, Aksi.ISI_SEL),
    )
