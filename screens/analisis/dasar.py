"""The frame of the coverage views: documents, the province with its base, one view's own body."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.keys import khusus
from civreg_tui.services.cakupan.analysis import PROVINSI, Analisis, acuan_bertanggal, analyse
from civreg_tui.services.month.months import load_month, sample_documents
from civreg_tui.services.workspace import Workspace
from screens.analisis.cakupan_teks import peringkat
from screens.shell.kerangka import LayarBulan

PANDANGAN: dict[str, tuple[str, str]] = {
    "urai": ("urai", "Urai"),
    "kurang": ("kurang", "Kurang"),
    "peta": ("peta", "Peta"),
    "garis": ("garis", "Garis"),
}
"""View -> (module in ``screens.analisis``, class)."""


def pandangan(nama: str, ws: Workspace, periode: str, dokumen: str | None) -> LayarAnalisis:
    """A view's screen; its module is imported when it is opened."""
    module, kind = PANDANGAN[nama]
    made = getattr(import_module(f"screens.analisis.{module}"), kind)(ws, periode, dokumen)
    return cast("LayarAnalisis", made)


class LayarAnalisis(LayarBulan):
    """One document at a time; every view is one key away from every other."""

    LEGENDA: ClassVar[tuple[tuple[str, str], ...]] = (
        ("≠", "acuan yang berbeda: bulan lalu, dokumen lain, atau yang berlaku"),
        ("?", "target yang belum dikonfirmasi Kabid"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("d,right", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("left", "dokumen(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        khusus("u", "pandangan('urai')", "Urai", "Dari mana perubahan cakupan provinsi."),
        khusus("t", "pandangan('kurang')", "Target", "Kurang berapa sampai target, dan di mana."),
        khusus("m", "pandangan('peta')", "Peta", "Peta ubin kabupaten/kota."),
        khusus("g", "pandangan('garis')", "Garis", "Garis dua belas bulan."),
    ]
    DEFAULT_CSS = """
    LayarAnalisis {
        #dokumen, #provinsi, #acuan { height: 1; width: 100%; text-wrap: nowrap;
            text-overflow: ellipsis; }
        #dokumen, #provinsi { text-style: bold; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.nama = {s.dokumen.kode: s.dokumen for s in load_month(ws, self.periode)}
        self.contoh = sample_documents(ws, self.periode)
        self.kode = dokumen if dokumen in self.nama else next(iter(self.nama))
        self.analisis: Analisis = analyse(ws, self.periode, self.kode)

    # -- the frame ------------------------------------------------------------------------------

    def isi(self) -> ComposeResult:
        """Documents, province, base; then the view's own body."""
        for name in ("dokumen", "provinsi", "acuan"):
            yield Static(id=name, markup=False)
        yield from self.isi_pandangan()

    def isi_pandangan(self) -> ComposeResult:
        """The widgets below the head."""
        yield from ()

    def segarkan(self) -> None:
        """Analyse the document again and draw it."""
        self.analisis = analyse(self.ws, self.periode, self.kode)
        self.tulis("dokumen", self._dokumen())
        self.tulis("provinsi", self.baris_provinsi())
        self.tulis("acuan", self.baris_acuan())
        self.gambar()

    def gambar(self) -> None:
        """Write the view's body."""

    def on_resize(self) -> None:
        """Draw to the new size."""
        self.gambar()

    def tulis(self, id: str, teks: str | Content) -> None:
        """Write a line of the body."""
        self.query_one(f"#{id}", Static).update(teks)

    def _dokumen(self) -> str:
        tabs = (f"[{d.nama}]" if kode == self.kode else d.singkat for kode, d in self.nama.items())
        example = " · ANGKA CONTOH, BUKAN RESMI" if self.kode in self.contoh else ""
        return "  ".join(tabs) + example

    def baris_provinsi(self) -> str:
        """The province in one line, with numerator, denominator and target."""
        sheet, target = self.analisis.lembar, self.analisis.target
        if not sheet.dokumen.penyebut:
            return f"PROVINSI {format_count(sheet.total('memiliki'))} akta"
        part, whole = sheet.pecahan_provinsi()
        aim = (
            ""
            if target is None
            else f" · target {format_percent(target)}{self.analisis.ragu * '?'}"
        )
        then = self.analisis.lalu.persen_provinsi() if self.analisis.lalu else None
        last = f" · bulan lalu {format_percent(then)}"
        shown = format_percent(sheet.persen_provinsi())
        return f"PROVINSI {shown} % = {format_count(part)}/{format_count(whole)}{aim}{last}"

    def baris_acuan(self) -> str:
        """The base, and a mark where others stand on another one."""
        mixed = self.analisis.acuan_campur
        flag = f" ≠ {', '.join(mixed)}" if mixed else ""
        return acuan_bertanggal(self.analisis.lembar.acuan) + flag

    # -- keys -----------------------------------------------------------------------------------

    def action_dokumen(self, arah: int) -> None:
        """Show the next or previous document."""
        codes = list(self.nama)
        self.kode = codes[(codes.index(self.kode) + arah) % len(codes)]
        self.segarkan()

    def action_pandangan(self, nama: str) -> None:
        """Change to another view of the same document."""
        if type(self).__name__ != PANDANGAN[nama][1]:
            self.app.switch_screen(pandangan(nama, self.ws, self.periode, self.kode))

    def baris_wilayah(self, kode: str = PROVINSI) -> str:
        """A region in words: numerator, denominator, percent, rank and base."""
        a = self.analisis
        part, whole = a.lembar.pecahan(kode)
        if not a.lembar.dokumen.penyebut:
            owned = format_count(a.lembar.nilai(kode, "memiliki"))
            return f"{a.wilayah[kode].nama}: {owned} akta"
        return (
            f"{a.wilayah[kode].nama}: {format_percent(a.lembar.persen(kode))} % = "
            f"{format_count(part)}/{format_count(whole)} · {peringkat(a, kode)}"
        )
