"""The figures of one document beside last month's, a row per kabupaten/kota."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.cakupan import kekurangan
from civreg_tui.domain.lembar import Alamat, Lembar, Ukuran
from civreg_tui.domain.numbers import format_change, format_count, format_percent
from civreg_tui.keys import khusus
from civreg_tui.services.cakupan.analysis import acuan_bertanggal, acuan_singkat
from civreg_tui.services.month.months import load_month, previous_sheet
from civreg_tui.services.month.targets import target_of
from civreg_tui.services.workspace import Workspace
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarBulan

if TYPE_CHECKING:
    from screens.pemeriksaan.pandangan import PeriksaPandangan

_KEPALA = (
    f"  {'KABUPATEN/KOTA':15}{'WAJIB':>9}{'LALU':>10}{'MEMILIKI':>11}{'LALU':>10}"
    f"{'PERSEN':>8}{'LALU':>7}{'BEDA':>7}"
)

_LEBAR: dict[Ukuran, tuple[int, int]] = {"wajib": (9, 10), "memiliki": (11, 10)}
"""Columns for this month's and last month's figure."""


class Angka(LayarBulan):
    """Arrows left and right change the document; k marks a row for return to the Staf."""

    JUDUL = "5 Angka"
    LEGENDA = (
        ("<", "cakupan di bawah target"),
        (">", "baris ditandai untuk dikembalikan kepada Staf"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("right", "ganti(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("left", "ganti(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        khusus("enter", "rincian", "Rincian", "Semua angka baris ini dan dari mana asalnya."),
        khusus("k", "tandai", "Tandai", "Menandai baris ini untuk dikembalikan kepada Staf."),
    ]
    DEFAULT_CSS = (
        "Angka { #judul-angka { height: 1; } #angka { height: 1fr; } #jumlah { height: 1; } }"
    )

    def __init__(
        self,
        ws: Workspace,
        periode: str,
        dokumen: str | None,
        asal: PeriksaPandangan,
        alamat: Alamat | None = None,
    ) -> None:
        super().__init__(ws, periode, dokumen)
        self.asal = asal
        self._awal = alamat.wilayah if alamat else None
        codes = [sheet.dokumen.kode for sheet in load_month(ws, periode)]
        self.nomor = codes.index(dokumen) if dokumen in codes else 0

    def isi(self) -> ComposeResult:
        """Title and heads, the rows, the province."""
        yield Static(id="judul-angka", markup=False)
        yield Daftar(id="angka")
        yield Static(id="jumlah", markup=False)

    def segarkan(self) -> None:
        """Show the current document's rows."""
        sheet = load_month(self.ws, self.periode)[self.nomor]
        before = previous_sheet(self.ws, self.periode, sheet.dokumen.kode)
        self.query_one("#judul-angka", Static).update(_KEPALA)
        daftar = self.query_one("#angka", Daftar)
        rows = [(kode, self._baris(sheet, before, kode)) for kode in sheet.wilayah]
        daftar.isi_ulang(rows, self._awal)
        self._awal = None
        daftar.focus()
        self.query_one("#jumlah", Static).update(_provinsi(sheet, before))
        self.pesan(_acuan(sheet, before))

    def sub_judul(self) -> str:
        """The month and the document."""
        sheet = load_month(self.ws, self.periode)[self.nomor]
        return f"{sheet.periode.label} · {sheet.dokumen.nama}"

    def _baris(self, sheet: Lembar, before: Lembar | None, kode: str) -> str:
        name = self.ws.facts(self.periode).wilayah[kode].singkat
        marked = any(c[0] == sheet.dokumen.kode and c[1].wilayah == kode
                     for c in self.asal.ditandai)  # fmt: skip
        goals = target_of(self.ws, sheet.dokumen.kode, self.periode)
        below = kekurangan(*sheet.pecahan(kode), goals.target, negatif=goals.negatif)
        mark = f"{'>' if marked else ' '}{'<' if below else ' '}"
        return mark + f"{name:15}" + "".join(_figures(sheet, before, kode))

    def action_ganti(self, langkah: int) -> None:
        """Another document."""
        self.nomor = (self.nomor + langkah) % len(load_month(self.ws, self.periode))
        self.muat()

    @on(Daftar.OptionSelected)
    def action_rincian(self) -> None:
        """Show every figure of the row with last month's, the softcopy's, and who keyed it."""
        from screens.pemeriksaan.rincian_baris import RincianBaris

        kode = self.query_one("#angka", Daftar).terpilih
        sheet = load_month(self.ws, self.periode)[self.nomor]
        if kode is not None:
            page = RincianBaris(self.ws, self.periode, sheet.dokumen.kode, kode)
            self.tanya(page, lambda _: None)

    def action_tandai(self) -> None:
        """Mark all keyed cells of the row for return, or unmark them."""
        kode = self.query_one("#angka", Daftar).terpilih
        sheet = load_month(self.ws, self.periode)[self.nomor]
        if kode is not None:
            self.asal.tandai_sel(self.asal.seluruh_baris(sheet.dokumen.kode, kode))
            self.muat()
            self.pesan(f"{len(self.asal.ditandai)} sel ditandai; Esc, lalu b mengembalikan.")


def _acuan(sheet: Lembar, before: Lembar | None) -> str:
    base = acuan_bertanggal(sheet.acuan)
    if before is None or before.acuan == sheet.acuan:
        return base
    return f"{base} ≠ lalu {acuan_singkat(before.acuan)}"


def _figures(sheet: Lembar, before: Lembar | None, kode: str) -> Iterator[str]:
    for ukuran, widths in _LEBAR.items():
        last = before.nilai(kode, ukuran) if before else None
        yield format_count(sheet.nilai(kode, ukuran)).rjust(widths[0])
        yield format_count(last).rjust(widths[1])
    yield from _percents(sheet.persen(kode), before.persen(kode) if before else None)


def _percents(now: int | None, last: int | None) -> Iterator[str]:
    yield " " + format_percent(now).rjust(7)
    yield " " + format_percent(last).rjust(6)
    change = now - last if now is not None and last is not None else None
    yield " " + format_change(change, format_percent).rjust(6)


def _provinsi(sheet: Lembar, before: Lembar | None) -> str:
    parts = [f"  {'PROVINSI':15}"]
    for ukuran, widths in _LEBAR.items():
        last = before.total(ukuran) if before else None
        parts.append(format_count(sheet.total(ukuran)).rjust(widths[0]))
        parts.append(format_count(last).rjust(widths[1]))
    last_percent = before.persen_provinsi() if before else None
    return "".join([*parts, *_percents(sheet.persen_provinsi(), last_percent)])
