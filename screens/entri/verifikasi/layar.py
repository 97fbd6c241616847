"""Ketik ulang: the figures once more from the paper, without seeing what was entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat, Isian, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.verifikasi import Ulangan
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.entri.place import habit
from civreg_tui.services.entri.verify_entry import Lingkup, Rencana, plan, rekey, tally
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.procedure import permitted
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.glyphs import glyphs
from civreg_tui.terminal.grid import EntryGrid
from civreg_tui.terminal.grid_state import Order
from screens.entri.cari import cari_wilayah
from screens.entri.kolom import judul_kolom
from screens.entri.verifikasi.hasil import baris_hasil
from screens.entri.verifikasi.lembar_buta import COCOK, LembarButa
from screens.shell.dialog import IsianTeks, PilihDaftar
from screens.shell.kerangka import LayarBulan

KETERANGAN = (
    Tombol("ketik", "0", "angka Enter", "Ulang", "Mengetik angka dari kertas sekali lagi."),
    Tombol("panah", "up", "panah Tab Home End", "Pindah", "Berpindah sel; PgUp PgDn sehalaman."),
)


def pilihan(ws: Workspace, periode: str, dokumen: str) -> list[tuple[Lingkup, str]]:
    """What can be keyed again, with the cells that are left; Ditolak while nothing is filled."""
    permitted(ws, periode, Aksi.VERIFIKASI)
    name = ws.facts(periode).dokumen[dokumen].singkat
    scopes: tuple[tuple[Lingkup, str], ...] = (
        ("sampel", "Sel paling berisiko"),
        ("dokumen", f"Dokumen {name}"),
        ("semua", "Semua dokumen"),
    )
    plans = {scope: plan(ws, periode, scope, dokumen) for scope, _ in scopes}
    if not plans["semua"].jumlah:
        raise Ditolak("Belum ada angka yang dapat diketik ulang.")
    return [(scope, _pilihan(text, plans[scope])) for scope, text in scopes if plans[scope].jumlah]


def _pilihan(text: str, made: Rencana) -> str:
    left = made.semua_sisa
    return f"{text:34}{made.jumlah:4} sel, " + (f"sisa {left}" if left else "sudah semua")


class Verifikasi(LayarBulan):
    """Equal goes on; different rings and asks again; the same new figure twice wins."""

    JUDUL = "4 Ketik ulang"
    LANGKAH = 4
    KETERANGAN = KETERANGAN
    LEGENDA = (
        (COCOK, "sudah diketik dua kali, sama"),
        (glyphs().differs, "berbeda dari entri: ketik sekali lagi"),
        (glyphs().empty, "belum diketik ulang"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "hasil", "Hasil", "Hasil ketik ulang: sel, salah ketik per orang."),
        khusus("d,ctrl+pagedown", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("D,ctrl+pageup", "dokumen(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        tombol("temuan_berikut", "sisa(1)", "Sisa", "Sel berikut yang belum diketik ulang."),
        tombol("temuan_sebelum", "sisa(-1)", "Sebelum", "Sel sebelumnya.", show=False),
        tombol("cari", show=False),
    ]

    def __init__(
        self, ws: Workspace, periode: str, lingkup: Lingkup, dokumen: str | None = None
    ) -> None:
        super().__init__(ws, periode, dokumen)
        permitted(ws, self.periode, Aksi.VERIFIKASI)
        self.lingkup = lingkup
        rencana = plan(ws, self.periode, lingkup, dokumen)
        if not rencana.jumlah:
            raise Ditolak("Belum ada angka yang dapat diketik ulang.")
        self.models = self._models(rencana)
        wanted = [
            *filter(None, [dokumen]),
            *(c for c, m in self.models.items() if m.sisa()),
            *self.models,
        ]
        self.kode = next(code for code in wanted if code in self.models)

    def _models(self, rencana: Rencana) -> Mapping[str, LembarButa]:
        regions = self.ws.facts(self.periode).wilayah
        sheets: dict[str, Lembar] = {s.dokumen.kode: s for s in load_month(self.ws, self.periode)}

        def model(code: str) -> LembarButa:
            def ketik(alamat: Alamat, isian: Isian) -> Ulangan:
                return rekey(self.ws, self.periode, code, alamat, isian)

            cells, done = rencana.sel[code], rencana.sudah[code]
            return LembarButa(
                sheets[code], regions, cells, done, ketik=ketik, lupakan=self._lupakan
            )  # fmt: skip

        return {code: model(code) for code in rencana.sel}

    # -- what is shown --------------------------------------------------------------------------

    @property
    def grid(self) -> EntryGrid:
        """The entry grid."""
        return self.query_one(EntryGrid)

    @property
    def model(self) -> LembarButa:
        """The open document, hidden."""
        return self.models[self.kode]

    def isi(self) -> ComposeResult:
        """The grid."""
        order: Order = "column" if habit(self.ws, "jalur") == "column" else "row"
        yield EntryGrid(self.model, order=order)

    def segarkan(self) -> None:
        """Stand at the first cell that is left."""
        self.grid.focus()
        self._ke_sisa_pertama()
        self.pesan(self._keadaan())

    def sub_judul(self) -> str:
        """The month and the open document."""
        number = list(self.models).index(self.kode) + 1
        name = self.model.sheet.dokumen.singkat
        return f"{Periode.parse(self.periode).label} · [{name}] {number}/{len(self.models)}"

    def _keadaan(self) -> str:
        here = len(self.model.sisa())
        every = sum(len(model.sisa()) for model in self.models.values())
        if not every:
            return "Semua sel sudah diketik ulang. F10 menampilkan hasilnya."
        return f"Sisa {here} sel ({every} semua). Ketik dari kertas; entri tidak ditampilkan."

    def _ke_sisa_pertama(self) -> None:
        left = self.model.sisa()
        if left:
            self.grid.go(*left[0])

    def _lupakan(self) -> None:
        self.grid.state.cancel()

    # -- keying ---------------------------------------------------------------------------------

    @on(EntryGrid.Committed)
    def _cocok(self, event: EntryGrid.Committed) -> None:
        made = self.model.terakhir
        if made is None or made.hasil != "ganti":
            self.pesan(self._keadaan())
            return
        alamat = self.model.alamat(event.row, event.col)
        name = self.ws.facts(self.periode).wilayah[alamat.wilayah].singkat
        old, new = (_tulis(value) for value in (made.pertama, made.nilai))
        column = judul_kolom(self.model.sheet, alamat.kolom)
        self.pesan(f"{name}, {column}: {new} menggantikan {old}.")

    @on(EntryGrid.Refused)
    def _ditolak(self, event: EntryGrid.Refused) -> None:
        self.pesan(event.sentence, "tolak")

    @on(EntryGrid.PasteAsked)
    def _tempel(self) -> None:
        self.pesan(self.model.commit_all(()) or "", "tolak")

    @on(EntryGrid.Finished)
    def _ujung(self) -> None:
        """The path ended: first what is left here, then the next document."""
        for code in (self.kode, *self.models):
            if self.models[code].sisa():
                self._tampilkan(code)
                return
        self.action_hasil()

    # -- keys -----------------------------------------------------------------------------------

    def _tampilkan(self, code: str) -> None:
        if code != self.kode:
            self.kode = code
            self.grid.set_model(self.model)
            self.tulis_bingkai()
        self._ke_sisa_pertama()
        self.pesan(self._keadaan())

    def action_dokumen(self, langkah: int) -> None:
        """Show the next or previous document of the plan."""
        self.grid.state.cancel()
        codes = list(self.models)
        self._tampilkan(codes[(codes.index(self.kode) + langkah) % len(codes)])

    def action_sisa(self, langkah: int) -> None:
        """Go to the next or previous cell that is left, in this document."""
        left = self.model.sisa()
        here = self.grid.cursor
        beyond = [p for p in left if (p > here if langkah > 0 else p < here)]
        if left:
            self.grid.go(*(beyond or left)[0 if langkah > 0 else -1])
        self.pesan(self._keadaan())

    def action_cari(self) -> None:
        """Ask for a kabupaten/kota and go there."""
        dialog = IsianTeks("Ke kabupaten/kota (nama atau kode)", "Cari")
        self.tanya(dialog, lambda answer: self._cari(answer["teks"]))

    def _cari(self, teks: str) -> None:
        found = cari_wilayah(self.ws.facts(self.periode).wilayah, teks)
        if not found:
            raise Ditolak(f'"{teks}" bukan nama atau kode kabupaten/kota.')
        self.grid.go(self.model.sheet.wilayah.index(found[0].kode), self.grid.cursor[1])

    def action_hasil(self) -> None:
        """Show how many cells were keyed twice, and whose slips came out."""
        lines = baris_hasil(tally(self.ws, self.periode), self._keadaan())
        choices = [(str(i), line) for i, line in enumerate(lines)]
        self.tanya(PilihDaftar("Hasil ketik ulang bulan ini", choices), lambda _: None)


def _tulis(isian: Isian) -> str:
    return "-" if isian.nihil else format_count(cast("int", isian.angka))
