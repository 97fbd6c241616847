"""The rules over one sheet beside a year of history, and over all months of five years."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.month.months import load_month, open_month
from civreg_tui.services.pemeriksaan.agenda import agenda
from civreg_tui.services.pemeriksaan.check import check_month, check_sheet, month_subject
from civreg_tui.services.pemeriksaan.rule_change import UbahAturan
from civreg_tui.services.pemeriksaan.trial import try_change
from civreg_tui.services.people.identity import SEMUA_PERAN, Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.bench.report import Figure, seconds

FIRST, MONTHS = Periode(2020, 1), 60
SHEET_MS, ALL_MS = 5.0, 200.0


@contextmanager
def store_of_months(count: int) -> Iterator[Workspace]:
    """A store of made-up months with slowly growing figures."""
    with tempfile.TemporaryDirectory(prefix="civreg-bench-") as folder:
        who = Pelaku("bench", frozenset({*SEMUA_PERAN, "admin"}), "bench")
        ws = Workspace(load_config(), Store(Path(folder)), pelaku=who)
        with ws.store.transaction():
            for number in range(count):
                _fill(ws, FIRST.shift(number), number)
        yield ws
        ws.close()


def _fill(ws: Workspace, periode: Periode, number: int) -> None:
    open_month(ws, periode, acuan_for(periode))
    event = ws.record("bench", "", periode=str(periode))
    for sheet in load_month(ws, str(periode)):
        for kode in sheet.wilayah:
            for kolom in sheet.required_columns:
                figure = Isian(_figure(ws, sheet, kode, kolom, number))
                ws.store.cells.put(
                    str(periode), sheet.dokumen.kode, Alamat(kode, *kolom), figure, event
                )


def _figure(ws: Workspace, sheet: Lembar, kode: str, kolom: Kolom, number: int) -> int:
    """Residents change with the DKB only; owners grow a little every month."""
    residents = next(iter(ws.config.facts.penduduk.values())).get(kode, 100_000)
    share = {"AK017": 300, "AKAWIN": 480, "ACERAI": 20, "AMATI": 40}[sheet.dokumen.kode]
    due = residents * share // 1000 + (7 if kolom.seks == "l" else 0)
    if kolom.ukuran == "wajib":
        return due + due * (number // 6) // 200
    return due * (9_000 + 11 * number) // 10_000


def _check_all(ws: Workspace) -> None:
    shared = Archive(ws)
    for periode in shared.months:
        check_month(ws, periode, shared)


def measure() -> list[Figure]:
    """Time of one sheet with twelve months beside it, and of every month of the store."""
    import polars  # noqa: F401 - the second limit is stated with it loaded

    with store_of_months(MONTHS) as ws:
        last = str(FIRST.shift(MONTHS - 1))
        subject = next(
            s for s in month_subject(ws, last).lembar if s.lembar.dokumen.kode == "AK017"
        )
        sheet = seconds(lambda: check_sheet(ws, subject), 25) * 1000
        every = seconds(lambda: _check_all(ws), 5) * 1000
        tried = seconds(lambda: try_change(ws, UbahAturan("R21", ambang={"poin": 1})), 5) * 1000
        listed = seconds(lambda: agenda(ws, last), 5) * 1000
        reading = seconds(lambda: [load_month(ws, m.periode) for m in ws.store.months.all()], 5)
    return [
        Figure("rules", "one sheet, 19 regions", "ms", {"rules": sheet}, SHEET_MS),
        Figure(
            "rules",
            f"{MONTHS} months × 4 documents × 19 regions",
            "ms",
            {"rules": every, "only reading them": reading * 1000},
            ALL_MS,
        ),
        Figure("rules", f"a changed rule tried on {MONTHS} months", "ms", {"rules": tried}),
        Figure("rules", "the review's list of one month", "ms", {"rules": listed}),
    ]
