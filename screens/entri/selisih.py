"""F9: entry against softcopy; only the differences, each with its address and a diagnosis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.lembar import Alamat, Kolom, Lembar
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.temuan.diagnosa import diagnosa_baris, diagnosa_pasangan
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.entri.sheet_view import SheetView, month_views
from civreg_tui.services.entri.takeover import keep_entry, take_softcopy
from civreg_tui.services.entri.undo import Tersentuh, redo, undo
from civreg_tui.services.penerimaan.softcopies import Selisih as Beda
from civreg_tui.services.workspace import Workspace
from screens.entri.keterangan import daftar_singkat, ringkas, tab_dokumen
from screens.entri.kolom import Ruang, judul_kolom, kolom_layar
from screens.entri.urung import tersentuh
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarBulan

KeSel = Callable[[str, Alamat], None]
_KEPALA = f"{'KAB/KOTA':13}{'KOLOM':13}{'ENTRI':>9}{'SOFTCOPY':>10} {'SEL':5}"


class Selisih(LayarBulan):
    """1 takes the softcopy's figure, 2 keeps the entry, 3 goes to type it from the paper."""

    JUDUL = "4 Banding"
    LANGKAH = 4
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("1", "softcopy", "Pakai softcopy", "Angka softcopy menggantikan entri."),
        khusus("2", "entri", "Pakai entri", "Entri tetap; keputusan ini dicatat."),
        khusus("3,enter", "kertas", "Ketik dari kertas", "Ke sel itu untuk mengetik ulang."),
        khusus("d,right", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        tombol("urung"),
        tombol("ulang", show=False),
        khusus("D,left", "dokumen(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        khusus("f9,equals_sign", "kembali", "Tutup", "Kembali ke entri.", show=False),
    ]
    DEFAULT_CSS = """
    Selisih #kepala-selisih { height: auto; max-height: 6; width: 100%; }
    Selisih #selisih { height: 1fr; }
    Selisih #uraian { height: 3; width: 100%; border-top: solid ansi_default; }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str, ke_sel: KeSel) -> None:
        super().__init__(ws, periode, dokumen)
        self.ke_sel = ke_sel
        self.views = month_views(ws, self.periode)
        self.kode = dokumen

    @property
    def view(self) -> SheetView:
        """The open document's sheet."""
        return self.views[self.kode]

    def isi(self) -> ComposeResult:
        """What rows tell together, the differences, the chosen one in words."""
        yield Static(id="kepala-selisih", markup=False)
        yield Daftar(id="selisih")
        yield Static(id="uraian", markup=False)

    def segarkan(self) -> None:
        """Compare again."""
        self.views = month_views(self.ws, self.periode)
        self._tulis()

    def sub_judul(self) -> str:
        """The month and the documents, the open one in brackets."""
        month = super().sub_judul()
        used = len(self.JUDUL) + len(month) + len(self.nama_peran) + 16
        tabs = tab_dokumen(self.views, self.kode, self.app.size.width - used)
        return f"{month} · {tabs}"

    def _tulis(self) -> None:
        columns = [k.kolom for k in kolom_layar(self.view.sheet, Ruang())]
        self.beda = urut(self.view, columns)
        names = daftar_singkat(self.view)
        hints = [ringkas(hint, names) for hint in petunjuk_baris(self.view)]
        head = [*hints, _KEPALA + "URAIAN"] if self.beda else hints
        self.query_one("#kepala-selisih", Static).update("\n".join(head))
        rows = [(str(i), self._baris(beda)) for i, beda in enumerate(self.beda)]
        daftar = self.query_one("#selisih", Daftar)
        daftar.isi_ulang(rows)
        daftar.focus()
        self._uraikan()
        self.pesan("" if self.beda else self._tidak_ada())

    def _tidak_ada(self) -> str:
        others = [
            f"{v.sheet.dokumen.singkat} {len(v.differences)}"
            for v in self.views.values()
            if v.differences
        ]
        if not self.view.source:
            return "Softcopy dokumen ini tidak ada; tidak ada yang dibandingkan."
        text = "Tidak ada selisih pada sel yang sudah diisi."
        return f"{text} Dokumen lain: {', '.join(others)} (d)." if others else text

    def _baris(self, beda: Beda) -> str:
        region = self.view.subject.daftar[beda.alamat.wilayah]
        column = judul_kolom(self.view.sheet, beda.alamat.kolom)
        cell = beda.sel.alamat.rpartition("!")[2]
        return (
            f"{region.singkat:13}{column:13}{format_count(beda.entri):>9}"
            f"{format_count(beda.sel.angka):>10} {cell:5}{_sebab(beda)}"
        )

    @property
    def terpilih(self) -> Beda | None:
        """The difference the list stands on."""
        key = self.query_one("#selisih", Daftar).terpilih
        return self.beda[int(key)] if key is not None and self.beda else None

    @on(Daftar.OptionHighlighted)
    def _uraikan(self) -> None:
        beda = self.terpilih
        lines = [] if beda is None else uraian(self.view.sheet, beda)
        self.query_one("#uraian", Static).update("\n".join(lines))

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_kertas()

    def action_dokumen(self, langkah: int) -> None:
        """Compare another document."""
        codes = list(self.views)
        self.kode = codes[(codes.index(self.kode) + langkah) % len(codes)]
        self._tulis()
        self.tulis_bingkai()

    def action_softcopy(self) -> None:
        """Decide for the softcopy's figure."""
        beda = self.terpilih
        if beda is None:
            return
        if beda.alamat.kolom not in self.view.sheet.entry_columns:
            self.pesan(
                "Angka ini dihitung dari L dan P. Tekan 3, ketik L dan P dari kertas.", "tolak"
            )
            return
        take_softcopy(self.ws, self.periode, beda)
        self._putus("softcopy")

    def action_entri(self) -> None:
        """Decide for the entry; the decision is recorded."""
        beda = self.terpilih
        if beda is not None:
            keep_entry(self.ws, self.periode, beda)
            self._putus("entri")

    def _putus(self, choice: str) -> None:
        self.segarkan()
        self.tulis_bingkai()
        left = len(self.beda)
        self.pesan(
            f"Dipakai {choice}. " + (f"Sisa {left} selisih." if left else "Selesai."), "baik"
        )

    def action_urung(self) -> None:
        """Take back the last decision, or what was done at the sheets before it."""
        self._kembalikan(undo(self.ws, self.periode), "Dibatalkan")

    def action_ulang(self) -> None:
        """Do again what was undone."""
        self._kembalikan(redo(self.ws, self.periode), "Diulang")

    def _kembalikan(self, touched: Tersentuh | None, word: str) -> None:
        if touched is None:
            self.pesan(f"Tidak ada lagi yang dapat {word.lower()}.")
            return
        self.segarkan()
        self.pesan(f"{word}: {tersentuh(self.views[touched.dokumen], touched)}", "baik")

    def action_kertas(self) -> None:
        """Go back to the sheet, to the cell, to type it from the paper."""
        beda = self.terpilih
        if beda is not None:
            self.ke_sel(self.kode, beda.alamat)
            self.tutup()


def urut(view: SheetView, columns: Sequence[Kolom | None]) -> tuple[Beda, ...]:
    """The differences in the order of the sheet."""

    def place(beda: Beda) -> tuple[int, int]:
        kolom = beda.alamat.kolom
        col = columns.index(kolom) if kolom in columns else len(columns)
        return view.sheet.wilayah.index(beda.alamat.wilayah), col

    return tuple(sorted(view.differences.values(), key=place))


def _sebab(beda: Beda) -> str:
    """The diagnosis without the two figures, which stand beside it."""
    text = diagnosa_pasangan(beda.entri, beda.sel.angka)
    return text.rpartition(": ")[2].removesuffix(".") if ": " in text else text.removesuffix(".")


def uraian(sheet: Lembar, beda: Beda) -> Sequence[str]:
    """The chosen difference in words: its place in the softcopy, and what may have happened."""
    kind = "" if beda.alamat.kolom in sheet.entry_columns else " (dihitung dari L dan P)"
    figure = beda.sel.teks if beda.sel.angka is None else format_count(beda.sel.angka)
    return (
        f"Softcopy: {beda.sel.alamat}, tertulis {figure}{kind}",
        diagnosa_pasangan(beda.entri, beda.sel.angka),
    )


def petunjuk_baris(view: SheetView) -> Iterator[str]:
    """What several differences of a column say together: rows exchanged or shifted."""
    columns = dict.fromkeys(alamat.kolom for alamat in view.differences)
    for kolom in columns:
        entered = {kode: view.sheet.nilai(kode, *kolom) for kode in view.sheet.wilayah}
        source = {
            kode: view.source[Alamat(kode, *kolom)].angka
            for kode in view.sheet.wilayah
            if Alamat(kode, *kolom) in view.source
        }
        for sentence in diagnosa_baris(entered, source, view.subject.daftar):
            yield f"{judul_kolom(view.sheet, kolom)}: {sentence}"
