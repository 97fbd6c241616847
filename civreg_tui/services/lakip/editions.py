"""The LAKIP's edition: the year's, made from December, or the month's."""

from __future__ import annotations

from civreg_tui.domain.lakip import Edisi
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.procedure import Catatan, act
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace


def edition(ws: Workspace, periode: str) -> Edisi:
    """The edition that was chosen: the year's in December unless the month's was asked for."""
    chosen = load_form(ws, periode, "edisi", str)
    if Periode.parse(periode).month != 12 or chosen == "bulanan":
        return "bulanan"
    return "tahunan"


def choose_edition(ws: Workspace, periode: str, edisi: Edisi) -> None:
    """Choose between the month's edition and the year's; the year's exists only in December."""
    if edisi == "tahunan" and Periode.parse(periode).month != 12:
        raise Ditolak("LAKIP tahunan hanya disusun dari bulan Desember.")
    with ws.store.transaction():
        before = edition(ws, periode)
        act(ws, periode, Aksi.SUSUN_LAKIP, Catatan("edisi", dump(before), dump(edisi)))
        ws.store.records.put_form(periode, "edisi", dump(edisi))
