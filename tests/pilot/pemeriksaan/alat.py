"""Hands for the tests of the review: a month with planted errors, and what the screen says."""

from __future__ import annotations

from civreg_tui.app import CivregApp
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import keep_entry, take_over_all
from civreg_tui.services.month.months import load_month
from civreg_tui.services.pemeriksaan.validate import hand_over
from civreg_tui.services.penerimaan.softcopies import differences
from civreg_tui.services.workspace import Workspace
from screens.pemeriksaan.layar import Pemeriksaan
from tests.pilot.conftest import BULAN
from tests.pilot.layar import teks

SEPULUH: dict[str, dict[Alamat, int]] = {
    "AK017": {
        Alamat("13.71", "memiliki", "jml"): 273_664,
        Alamat("13.06", "memiliki", "jml"): 152_806,
        Alamat("13.74", "memiliki", "jml"): 19_839,
        Alamat("13.09", "wajib", "jml"): 0,
    },
    "ACERAI": {
        Alamat("13.01", "memiliki", "jml"): 9_624,
        Alamat("13.77", "memiliki", "jml"): 99_999,
        Alamat("13.75", "wajib", "jml"): 0,
    },
    "AMATI": {
        Alamat("13.02", "memiliki", "l"): 9_000,
        Alamat("13.05", "memiliki", "p"): 9_000,
        Alamat("13.73", "memiliki", "l"): 1_000,
    },
}
"""Ten figures, each of which is an error of its own: too many owners, nobody due, a fall."""


def serahkan(ws: Workspace, isi: dict[str, dict[Alamat, int]]) -> None:
    """Key figures over the softcopy's, decide all differences, hand over, and be the Kasi."""
    ws.pelaku = ws.pelaku.sebagai("staf")
    take_over_all(ws, BULAN)
    for dokumen, cells in isi.items():
        commit_cells(ws, BULAN, dokumen, {a: Isian(v) for a, v in cells.items()})
    for sheet in load_month(ws, BULAN):
        for diff in differences(ws, sheet):
            keep_entry(ws, BULAN, diff)
    hand_over(ws, BULAN)
    ws.pelaku = ws.pelaku.sebagai("kasi")


def periksa(app: CivregApp) -> Pemeriksaan:
    """The review screen on top."""
    assert isinstance(app.screen, Pemeriksaan), app.screen
    return app.screen


def pesan(app: CivregApp) -> str:
    """The message line."""
    return " ".join(" ".join(teks(app).splitlines()[-3:-1]).split())
