"""Every figure of a region in a document with its evidence, as a page over the figures."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widgets import Static

from civreg_tui.domain.lembar import Alamat, Lembar
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.services.cakupan.analysis import acuan_bertanggal
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.pemeriksaan.review import Bukti, evidence
from civreg_tui.services.workspace import Workspace
from screens.pemeriksaan.teks import sumber_teks
from screens.shell.dialog import Dialog


class RincianBaris(Dialog[bool]):
    """One line a keyed figure, then the percent with numerator and denominator."""

    DEFAULT_CSS = """
    RincianBaris {
        #kotak { width: 80; }
        #isi-dialog > Static { text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str, kode: str) -> None:
        sheet = load_sheet(ws, periode, dokumen)
        name = ws.facts(periode).wilayah[kode].nama
        super().__init__(f"{name}: {sheet.dokumen.nama}", "↑↓ gulir   Esc tutup")
        cells = [Alamat(kode, *kolom) for kolom in sheet.entry_columns]
        found = [evidence(ws, periode, dokumen, cell) for cell in cells]
        self.baris = [*_lines(found), "", _percent(sheet, kode)]

    def isi(self) -> ComposeResult:
        """The lines."""
        yield Static("\n".join(self.baris), markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.gulir_dengan_panah()


def _lines(found: list[Bukti]) -> Iterator[str]:
    yield f"{'':21}{'ENTRI':>10}{'SOFTCOPY':>11}{'BULAN LALU':>12}  DIISI"
    for one in found:
        source = sumber_teks(one.sumber)
        yield (
            f"{one.alamat.kolom.label:21}{format_count(one.kini):>10}{source:>11}"
            f"{format_count(one.lalu):>12}  {one.oleh}"
        )
        if one.catatan:
            yield f"  Catatan: {one.catatan}"


def _percent(sheet: Lembar, kode: str) -> str:
    part, whole = sheet.pecahan(kode)
    return (
        f"Cakupan {format_percent(sheet.persen(kode))} % = {format_count(part)} / "
        f"{format_count(whole)} · {acuan_bertanggal(sheet.acuan)}"
    )
