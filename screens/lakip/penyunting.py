"""The editor of a section: a real text field with what the data say beside it."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Selection

from civreg_tui.domain.lakip import BagianLakip, teks_dari
from civreg_tui.domain.laporan import Laporan
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.lakip import naskah
from civreg_tui.services.workspace import Workspace
from screens.lakip import teks
from screens.shell.baca import Baca
from screens.shell.bingkai import Tingkat
from screens.shell.borang import TeksPanjang
from screens.shell.dialog import Dialog
from screens.shell.kerangka import LayarBulan

_URAIKAN = re.compile(r"\[\s*uraikan\b[^\]\n]*\]?", re.IGNORECASE)


class Penyunting(LayarBulan):
    """One section's text; F10 keeps it, Esc asks when something was changed."""

    JUDUL = "6 Menyunting"
    LANGKAH = 6
    KETERANGAN = (
        Tombol("ketik", "0", "huruf, panah", "Tulis", "Satu baris kosong memisahkan alinea."),
        Tombol("urung", "ctrl+z", "Ctrl+Z", "Urung", "Membatalkan ketikan; Ctrl+Y mengulangnya."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "simpan", "Simpan", "Menyimpan naskah bagian ini."),
        tombol("temuan_berikut", "uraikan", "[uraikan]", "Ke tanda [uraikan ...] berikutnya."),
        khusus("f5", "saran", "Pakai saran", "Menyisipkan saran dari data di tempat kursor."),
        khusus("tab", "app.focus_next", "Rujukan", "Berpindah antara naskah dan rujukannya."),
    ]
    DEFAULT_CSS = """
    Penyunting {
        #kepala-bagian { height: 1; width: 100%; text-style: bold; text-wrap: nowrap; }
        #ruang { height: 1fr; width: 100%; border-top: solid ansi_default; }
        #teks, #teks:focus {
            width: 3fr; height: 100%; border: none; padding: 0; background: ansi_default;
            color: ansi_default; background-tint: transparent; overflow-x: hidden;
            scrollbar-size-vertical: 1;
        }
        #teks .text-area--selection, #teks:ansi .text-area--selection {
            color: ansi_default; background: ansi_default; text-style: reverse;
        }
        #rujukan { width: 2fr; border-left: solid ansi_default; padding-left: 1; }
        #rujukan.kosong { display: none; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, bagian: BagianLakip, laporan: Laporan) -> None:
        super().__init__(ws, periode)
        self.bagian = bagian
        self.laporan = laporan
        self._draf = naskah.kept_draft(ws, self.periode, bagian.id)

    def isi(self) -> ComposeResult:
        """Heading, the text field, and beside it the composed text or the suggestions."""
        yield Static(self.bagian.kepala, id="kepala-bagian", markup=False)
        with Horizontal(id="ruang"):
            yield TeksPanjang(
                self._draf if self._draf is not None else teks_dari(self.bagian),
                id="teks",
                compact=True,
                soft_wrap=True,
                tab_behavior="focus",
                highlight_cursor_line=False,
                show_line_numbers=False,
            )
            yield Baca(id="rujukan")

    def on_mount(self) -> None:
        """Begin at the text's start; a text kept when the line was cut is shown again."""
        self.query_one(TextArea).focus()
        if self._draf is not None:
            self.pesan("Tulisan dari sambungan yang terputus dipulihkan; F10 menyimpannya.")

    def segarkan(self) -> None:
        """Show the reference where there is one."""
        pane = self.query_one("#rujukan", Baca)
        blocks = list(teks.blok_rujukan(self.bagian)) if self._berujukan() else []
        pane.tampilkan(blocks)
        pane.set_class(not blocks, "kosong")

    def _berujukan(self) -> bool:
        return self.bagian.disunting or bool(self.bagian.saran)

    @property
    def teks(self) -> str:
        """What stands in the text field."""
        return self.query_one(TextArea).text

    def simpan_draf(self) -> None:
        """Keep what is half-written when the line is cut."""
        if teks.berubah(self.bagian, self.teks):
            naskah.keep_draft(self.ws, self.periode, self.bagian.id, self.teks)

    # -- keys -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Suggestions only where the data give some."""
        if action in {"saran", "uraikan"} and not self.bagian.saran:
            return False
        return super().check_action(action, parameters)

    def action_uraikan(self) -> None:
        """Select the next part that only the Kabid can write; typing replaces it."""
        field = self.query_one(TextArea)
        text, here = field.text, _index(field.text, field.selection.end)
        found = _URAIKAN.search(text, here) or _URAIKAN.search(text)
        if found is None:
            self.pesan("Tidak ada lagi tanda [uraikan ...].", "baik")
            return
        field.selection = Selection(_place(text, found.start()), _place(text, found.end()))
        field.scroll_cursor_visible()

    def action_saran(self) -> None:
        """Put the suggestions in at the cursor."""
        field = self.query_one(TextArea)
        field.insert(naskah.suggestion(self.bagian))
        field.focus()

    def action_simpan(self) -> None:
        """Keep the text; numbers that the data do not know are named."""
        changed = naskah.keep_edit(self.ws, self.periode, self.bagian, self.teks)
        self._lupakan_draf()
        self.tutup(*self._pesan_simpan(changed))

    def _pesan_simpan(self, changed: bool) -> tuple[str, Tingkat]:
        if not changed:
            return "Tidak ada perubahan.", "info"
        wrong = naskah.strange_numbers_in(self.laporan, self.teks)
        if wrong:
            return f"Disimpan. Periksa: {' '.join(wrong[:2])}", "info"
        if _URAIKAN.search(self.teks):
            return "Disimpan, tetapi masih ada tanda [uraikan ...] yang harus ditulis.", "info"
        return f"{self.bagian.kepala} disimpan.", "baik"

    def _lupakan_draf(self) -> None:
        if self._draf is not None:
            naskah.keep_draft(self.ws, self.periode, self.bagian.id, None)

    def action_kembali(self) -> None:
        """Go back, after asking when something was changed."""
        if teks.berubah(self.bagian, self.teks):
            self.tanya(SimpanDulu(), self._jawab)
        else:
            self._buang()

    def _jawab(self, jawaban: str) -> None:
        if jawaban == "simpan":
            self.action_simpan()
        else:
            self._buang()

    def _buang(self) -> None:
        self._lupakan_draf()
        self.tutup()


def _index(text: str, place: tuple[int, int]) -> int:
    """The offset in a text of a (line, column)."""
    line, column = place
    return sum(len(earlier) + 1 for earlier in text.split("\n")[:line]) + column


def _place(text: str, index: int) -> tuple[int, int]:
    """The (line, column) of an offset in a text."""
    return text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1)


class SimpanDulu(Dialog[str]):
    """Keep, throw away, or go on writing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("y", "jawab('simpan')", "Simpan"),
        khusus("t", "jawab('buang')", "Buang"),
    ]

    def __init__(self) -> None:
        super().__init__("Naskah sudah diubah. Simpan?", "y Simpan   t Buang   Esc Lanjut menulis")

    def action_jawab(self, jawaban: str) -> None:
        """Answer."""
        self.dismiss(jawaban)
