"""The rules with their thresholds; one is changed here and tried on every stored month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.temuan.model import NAMA_LEVEL, Aturan
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.pemeriksaan.rule_change import TINGKAT, UbahAturan, change_of, form_of
from civreg_tui.services.workspace import Workspace
from screens.shell.daftar import Daftar
from screens.shell.dialog import Formulir, Ruas
from screens.shell.kerangka import LayarDasar

LABEL = {TINGKAT: "Tingkat"}


class CobaAturan(LayarDasar):
    """Enter changes the chosen rule for a trial; nothing is stored."""

    JUDUL = "Coba aturan"
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "ganti", "Ganti lalu coba", "Mengganti tingkat atau ambang, lalu mencoba."),
        tombol("ubah", "ganti", "Ganti lalu coba", show=False),
    ]
    LEGENDA = tuple((name, "tingkat temuan aturan itu sekarang") for name in NAMA_LEVEL.values())
    DEFAULT_CSS = """
    CobaAturan {
        #kepala-aturan { height: 1; width: 100%; text-style: underline; text-wrap: nowrap; }
        #aturan { height: 1fr; }
        #tentang-aturan { height: 6; width: 100%; border-top: solid ansi_default; }
    }
    """

    def __init__(self, ws: Workspace, kode: str | None = None) -> None:
        super().__init__(ws)
        self._awal = kode
        self.aturan: dict[str, Aturan] = ws.config.facts.aturan

    def sub_judul(self) -> str:
        """That it is a trial."""
        return "dicoba pada semua bulan, tidak disimpan"

    def isi(self) -> ComposeResult:
        """The rules, and what is known about the chosen one."""
        yield Static(f"{'':5}{'TINGKAT':12}{'TENTANG':36}AMBANG", id="kepala-aturan", markup=False)
        yield Daftar(id="aturan")
        yield Static(id="tentang-aturan", markup=False)

    def segarkan(self) -> None:
        """List the rules of today's configuration."""
        rows = [(kode, _baris(rule)) for kode, rule in self.aturan.items()]
        self.query_one("#aturan", Daftar).isi_ulang(rows, self._awal)
        self.query_one("#aturan", Daftar).focus()
        self._awal = None
        self._tulis_tentang()

    @on(Daftar.OptionHighlighted)
    def _tulis_tentang(self) -> None:
        rule = self._terpilih()
        self.query_one("#tentang-aturan", Static).update("\n".join(_tentang(rule)) if rule else "")

    def _terpilih(self) -> Aturan | None:
        return self.aturan.get(self.query_one("#aturan", Daftar).terpilih or "")

    @on(Daftar.OptionSelected)
    def action_ganti(self) -> None:
        """Ask for level and thresholds, then try them."""
        rule = self._terpilih()
        if rule is not None:
            dialog = formulir(rule, form_of(rule))
            self.tanya(dialog, lambda answers: self._coba(change_of(rule, answers)))

    def _coba(self, change: UbahAturan) -> None:
        from screens.pemeriksaan.coba_hasil import CobaHasil

        self.buka(CobaHasil(self.ws, self.aturan[change.kode], change))


def formulir(rule: Aturan, awal: dict[str, str]) -> Formulir:
    """The form for a rule's level and thresholds."""
    fields = [Ruas(name, LABEL.get(name, name), text) for name, text in awal.items()]
    title = f"{rule.id} {rule.judul}. Tingkat: {', '.join(NAMA_LEVEL.values())}, atau mati"
    return Formulir(title, fields, periksa=lambda answers: change_of(rule, answers))


def _baris(rule: Aturan) -> str:
    level = NAMA_LEVEL[rule.level] if rule.aktif else "mati"
    thresholds = " · ".join(
        f"{name} {text}" for name, text in form_of(rule).items() if name != TINGKAT
    )
    return f"{rule.id:5}{level:12}{rule.judul[:35]:36}{thresholds}".rstrip()


def _tentang(rule: Aturan) -> Iterator[str]:
    yield rule.pesan["utama"]
    yield f"Angka yang tidak diisi: {rule.kosong}. Dokumen: {', '.join(rule.dokumen) or 'semua'}."
    if rule.catatan:
        yield rule.catatan
