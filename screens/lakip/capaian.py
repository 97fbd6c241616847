"""Targets and performance per document; Enter leads to the regions and their cells."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.laporan import Rekap, Sasaran
from civreg_tui.domain.numbers import BLANK, format_percent, parse_percent
from civreg_tui.domain.salah import SalahIsi, SalahRuas
from civreg_tui.keys import Tombol, khusus
from civreg_tui.services.month.targets import may_set_target, set_target
from civreg_tui.services.output.report import build_report
from screens.lakip.capaian_teks import baris_dokumen, kepala_tabel, uraian
from screens.shell.daftar import Daftar
from screens.shell.dialog import Formulir, Ruas
from screens.shell.kerangka import LayarBulan

_RUAS = (("target", "Target (%)"), ("renstra", "Renstra (%)"), ("nasional", "Nasional (%)"))


class Capaian(LayarBulan):
    """A row per document: realisation, target, capaian, and what it is compared with."""

    JUDUL = "6 Target dan capaian"
    KETERANGAN = (
        Tombol("enter", "enter", "Enter", "Wilayah", "Angka per kabupaten/kota dan asalnya."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "wilayah", "Wilayah", "Angka per kabupaten/kota dan asalnya."),
        khusus("f2", "ubah", "Ubah target", "Mengisi target, Renstra dan target nasional."),
        khusus("c", "cakupan", "Cakupan", "Batang, peringkat dan tren."),
    ]
    DEFAULT_CSS = """
    Capaian {
        #kepala-tabel { height: 1; width: 100%; text-style: bold underline; text-wrap: nowrap; }
        #dokumen { height: auto; }
        #uraian { height: 1fr; width: 100%; margin-top: 1; }
    }
    """

    def isi(self) -> ComposeResult:
        """Heads, a row per document, the chosen one in words."""
        yield Static(id="kepala-tabel", markup=False)
        yield Daftar(id="dokumen")
        yield Static(id="uraian", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """Build the month's report and show it."""
        self.laporan = build_report(self.ws, self.periode)
        self.query_one("#kepala-tabel", Static).update(kepala_tabel(self.periode))
        rows = [(r.dokumen.kode, baris_dokumen(self.laporan, r)) for r in self.laporan.rekap]
        self.query_one(Daftar).isi_ulang(rows, self.dokumen)
        self.dokumen = None
        self._tulis_uraian()

    @property
    def terpilih(self) -> Rekap:
        """The document the list stands on."""
        key = self.query_one(Daftar).terpilih
        return next(r for r in self.laporan.rekap if r.dokumen.kode == key)

    @on(Daftar.OptionHighlighted)
    def _tulis_uraian(self) -> None:
        lines = uraian(self.laporan, self.terpilih)
        self.query_one("#uraian", Static).update("\n".join(lines))

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_wilayah()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Targets are changed only by whom and while the procedure lets them."""
        if action == "ubah":
            return may_set_target(self.ws, self.periode)
        return super().check_action(action, parameters)

    def action_wilayah(self) -> None:
        """Open the document's regions."""
        from screens.lakip.wilayah import AngkaWilayah

        self.buka(AngkaWilayah(self.ws, self.periode, self.terpilih.dokumen.kode))

    def action_cakupan(self) -> None:
        """Open the coverage view at the document."""
        from screens.shell.rute import cakupan

        self.buka(cakupan(self.ws, self.periode, self.terpilih.dokumen.kode))

    def action_ubah(self) -> None:
        """Ask for the document's targets of the year; an empty field means none."""
        now = self.terpilih.sasaran
        fields = [Ruas(key, label, _isian(getattr(now, key))) for key, label in _RUAS]
        title = (
            f"{self.terpilih.dokumen.nama}, tahun {now.tahun}. Yang disimpan dianggap sudah "
            "dikonfirmasi; kosongkan yang tidak ada atau belum pasti."
        )
        self.tanya(
            Formulir(title, fields, periksa=lambda a: _sasaran(now, a)),
            lambda a: self._ubah(_sasaran(now, a)),
        )

    def _ubah(self, sasaran: Sasaran) -> None:
        set_target(self.ws, self.periode, sasaran)
        self.muat()
        told = f"Target {self.terpilih.dokumen.nama} tahun {sasaran.tahun} disimpan."
        self.pesan(f"{told}{self._rekap_tetap()}", "baik")

    def _rekap_tetap(self) -> str:
        """That a validated recap keeps the targets it was validated with; else empty."""
        standing = self.laporan.revisi
        if standing is None or self.laporan.draf:
            return ""
        return f" Rekap revisi {standing.no} tetap memuat target ketika divalidasi."


def _isian(hundredths: int | None) -> str:
    return "" if hundredths is None else format_percent(hundredths)


def _sasaran(lama: Sasaran, jawaban: dict[str, str]) -> Sasaran:
    """The targets as answered; SalahRuas names the field that is no percent."""
    target, renstra, nasional = (_persen(key, label, jawaban[key]) for key, label in _RUAS)
    return Sasaran(lama.dokumen, lama.tahun, target, renstra, nasional, lama.negatif)


def _persen(ruas: str, label: str, text: str) -> int | None:
    if text.strip() in {"", BLANK, "-"}:
        return None
    try:
        value = parse_percent(text)
    except SalahIsi as error:
        raise SalahRuas(ruas, f"{label}: {error}") from None
    if not 0 < value <= 10_000:
        raise SalahRuas(ruas, f"{label}: isi lebih dari 0 sampai 100.")
    return value
