"""Which screen belongs to which SOP step; a screen's module is imported when it is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from civreg_tui.domain.langkah import LANGKAH_DARI
from civreg_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from screens.shell.kerangka import LayarBulan, LayarDasar

LANGKAH: dict[int, tuple[str, str]] = {
    1: ("disposisi", "Disposisi"),
    2: ("disposisi", "DisposisiKasi"),
    3: ("penerimaan", "Penerimaan"),
    4: ("entri", "Entri"),
    5: ("pemeriksaan", "Pemeriksaan"),
    6: ("lakip", "Lakip"),
    7: ("sekretariat", "Sekretariat"),
}
"""SOP step -> (module in ``screens``, class); each class takes (ws, periode, dokumen)."""


def buka(
    ws: Workspace, periode: str, langkah: int | None = None, dokumen: str | None = None
) -> LayarBulan:
    """The screen of a step (the month's current one by default); Ditolak for an unknown month."""
    current = LANGKAH_DARI[ws.keadaan(periode)]
    module, name = LANGKAH[langkah or current or 7]
    kind = getattr(import_module(f"screens.{module}"), name)
    return cast("LayarBulan", kind(ws, periode, dokumen))


def cakupan(ws: Workspace, periode: str, dokumen: str | None = None) -> LayarBulan:
    """The coverage view of a month."""
    from screens.analisis.cakupan import Cakupan

    return Cakupan(ws, periode, dokumen)


def meja_kerja(ws: Workspace, periode: str | None = None) -> LayarDasar:
    """The home screen, with a month selected."""
    from screens.meja_kerja import MejaKerja

    return MejaKerja(ws, periode)
