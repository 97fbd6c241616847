"""The papers of a month, made in a running program: times without start and imports."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from civreg_tui.config import load_config, load_phrases
from civreg_tui.domain.lakip import susun
from civreg_tui.papers.lakip_docx import write_lakip
from civreg_tui.papers.rekap import write_rekap
from civreg_tui.services.demo import BULAN_DEMO, make_demo
from civreg_tui.services.output.export import export_month
from civreg_tui.services.output.report import build_report
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.bench import peer_workbook
from tests.bench.report import Figure, seconds, seconds_in_turn

RECAP_MS, LAKIP_MS, ALL_MS = 400.0, 1000.0, 2000.0
PERIODE = str(BULAN_DEMO)


def measure() -> list[Figure]:
    """Recap beside openpyxl, LAKIP draft, all papers, and a workbook for every region."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        make_demo(load_config(), folder / "demo", 7)
        ws = Workspace(load_config(), Store(folder / "demo"))
        figures = [_recap(ws), _lakip(ws), *_exports(ws, folder)]
        ws.close()
    return figures


def _recap(ws: Workspace) -> Figure:
    report = build_report(ws, PERIODE)
    plan = peer_workbook.plan(write_rekap(report))
    ours, peer = seconds_in_turn(
        lambda: write_rekap(report), lambda: peer_workbook.write(plan), runs=15
    )
    values: dict[str, float | None] = {"civreg-tui": ours * 1000, "openpyxl": peer * 1000}
    half = peer * 1000 / 2
    note = f"{sum(len(page.cells) for page in plan.pages)} cells, {len(plan.looks)} looks"
    return Figure("papers", "rekap workbook", "ms", values, min(RECAP_MS, half), note)


def _lakip(ws: Workspace) -> Figure:
    report, phrases = build_report(ws, PERIODE), load_phrases()

    def draft() -> bytes:
        return write_lakip(report, susun(report, "tahunan", phrases), "tahunan", phrases)

    taken = seconds(draft, 5) * 1000
    return Figure(
        "papers", "LAKIP draft, composed and written", "ms", {"civreg-tui": taken}, LAKIP_MS
    )


def _exports(ws: Workspace, folder: Path) -> list[Figure]:
    made = itertools.count()

    def export(*kinds: str) -> float:
        def work() -> None:
            export_month(ws, PERIODE, folder / f"out{next(made)}", kinds)

        return seconds(work, 5) * 1000

    return [
        Figure("papers", "all papers of a month, on disk", "ms", {"civreg-tui": export()}, ALL_MS),
        Figure(
            "papers", "19 kabupaten/kota, a workbook each", "ms",
            {"civreg-tui": export("kabupaten")},
        ),
    ]  # fmt: skip
