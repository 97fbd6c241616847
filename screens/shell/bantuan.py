"""The help page of any screen, written from its bindings and its legend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.keys import khusus, semua_tulisan, tombol
from screens.shell.dialog import Dialog
from screens.shell.kerangka import LayarDasar

_LEBAR_TOMBOL = 20
_BINGKAI = 2
"""Lines of the title and of the keys."""


def baris_bantuan(layar: LayarDasar) -> Iterator[str]:
    """The lines of a screen's help: its keys, what its widgets do, its marks."""
    for key in layar.KETERANGAN:
        yield f"{key.tampil:{_LEBAR_TOMBOL}}{key.help}"
    moves = len(layar.focus_chain) > 1
    for binding in layar.tombol_aktif():
        if binding.action.startswith("app.focus_") and not moves:
            continue
        yield f"{semua_tulisan(binding.key):{_LEBAR_TOMBOL}}{binding.tooltip}"
    if layar.LEGENDA:
        yield ""
        yield "TANDA"
    for mark, meaning in layar.LEGENDA:
        yield f"{mark:{_LEBAR_TOMBOL}}{meaning}"


class Bantuan(Dialog[None]):
    """A page of text over the lower part of the screen; arrows scroll it.

    What stays in sight above need not be painted again when the page closes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("bantuan", "batal", "Tutup"),
        khusus("enter,q", "batal", "Tutup"),
    ]
    DEFAULT_CSS = """
    Bantuan {
        align: left bottom;
        #kotak { width: 100%; border: none; padding: 0; }
        #judul-dialog { text-style: reverse; }
        #isi-dialog { height: 1fr; max-height: 100%; scrollbar-size-vertical: 0; }
        #pesan-dialog { display: none; }
    }
    """

    def __init__(self, layar: LayarDasar) -> None:
        super().__init__(f" BANTUAN: {layar.JUDUL}", "↑↓ gulir   Esc tutup")
        self.baris = tuple(baris_bantuan(layar))

    def isi(self) -> ComposeResult:
        """The lines."""
        yield Static("\n".join(self.baris), markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.gulir_dengan_panah()

    def on_resize(self) -> None:
        """Take the lines that are needed, at most three quarters of the screen."""
        lines = len(self.baris) + _BINGKAI
        self.query_one("#kotak").styles.height = min(lines, self.app.size.height * 3 // 4)
