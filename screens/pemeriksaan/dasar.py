"""What the review screen shows: coverage in short, the items by weight, the evidence of one."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.domain.lembar import Alamat
from civreg_tui.keys import tombol
from civreg_tui.services.month import hold
from civreg_tui.services.month.take_back import can_take_back
from civreg_tui.services.pemeriksaan import validate
from civreg_tui.services.pemeriksaan.agenda import Butir, agenda
from civreg_tui.services.pemeriksaan.review import covers
from civreg_tui.services.pemeriksaan.revisions import revisions
from civreg_tui.services.workspace import Workspace
from screens.pemeriksaan.teks import baris_butir, rincian, ringkasan, ringkasan_sebaris
from screens.shell.daftar import Daftar
from screens.shell.kerangka import LayarBulan

LEGENDA = (
    ("!", "kesalahan: harus diperbaiki, menghalangi validasi"),
    ("?", "peringatan: lolos bila dijelaskan"),
    ("~", "angka yang belum cocok dengan softcopy atau angka kendali"),
    ("v", "sudah dijelaskan atau diterima"),
    ("i", "pemberitahuan, tidak menghalangi"),
    (">", "ditandai untuk dikembalikan kepada Staf"),
    ("≠", "acuan DKB bulan lalu atau dokumen lain berbeda"),
)
LEGA_TINGGI = 30
"""From this many lines on there is room for every document and long evidence."""
DAHULU = ("validasi", "jelaskan", "terima", "tandai", "kembalikan", "bantuan")
"""The acts whose keys come first in the footer, since a narrow one has no room for all."""
DOKUMEN_SEMPIT = 4
"""More documents than this are told in one line on a small screen."""


class LayarPeriksa(LayarBulan):
    """The list and what stands behind its chosen item; the acts are in the subclass."""

    JUDUL = "5 Pemeriksaan"
    SEGAR_SENDIRI = True
    LANGKAH = 5
    LEGENDA = LEGENDA
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("temuan_berikut", "temuan(1)", "Berikut", "Temuan atau angka berikutnya."),
        tombol("temuan_sebelum", "temuan(-1)", show=False),
    ]
    DEFAULT_CSS = """
    LayarPeriksa {
        #ringkas { height: auto; max-height: 5; width: 100%; }
        #butir { height: 1fr; }
        #rincian {
            height: auto; min-height: 6; max-height: 9; width: 100%;
            border-top: solid ansi_default;
        }
        &.lega #ringkas { max-height: 8; margin-bottom: 1; }
        &.lega #rincian { min-height: 9; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.butir: dict[str, Butir] = {}
        self.ditandai: dict[tuple[str, Alamat], None] = {}
        self._dipegang = ws.clock()
        """When the review was last taken or renewed."""

    def isi(self) -> ComposeResult:
        """Coverage in short, the items, the evidence behind the chosen one."""
        yield Static(id="ringkas", markup=False)
        yield Daftar(id="butir")
        yield Static(id="rincian", markup=False)

    def segarkan(self) -> None:
        """Check the month again, take the review, and list what was found."""
        other = hold.hold(self.ws, self.periode)
        self._dipegang = self.ws.clock()
        self.butir = _keyed(agenda(self.ws, self.periode))
        self._tulis_ringkas()
        self.tulis_daftar()
        self._tulis_keadaan(other)

    def tombol_tampil(self) -> list[Binding]:
        """The keys of the acts first, then help, then the views; F10 only while it validates."""
        shown = [one for one in super().tombol_tampil() if one.action != "validasi" or self.boleh]
        order = {action: place for place, action in enumerate(DAHULU)}
        return sorted(shown, key=lambda one: order.get(one.action, len(order)))

    def on_resize(self) -> None:
        """More lines show more."""
        self.set_class(self.app.size.height >= LEGA_TINGGI, "lega")
        if self.butir:
            self._tulis_ringkas()

    def on_unmount(self) -> None:
        """Whoever leaves lets the review go."""
        hold.release(self.ws, self.periode)

    def simpan_draf(self) -> None:
        """Let the review go when the line is cut."""
        hold.release(self.ws, self.periode)

    def _tulis_ringkas(self) -> None:
        lines = list(ringkasan(self.ws, self.periode))
        narrow = self.app.size.height < LEGA_TINGGI and len(lines) - 1 > DOKUMEN_SEMPIT
        text = ringkasan_sebaris(self.ws, self.periode) if narrow else "\n".join(lines)
        self.query_one("#ringkas", Static).update(text)

    def tulis_daftar(self, pilih: str | None = None) -> None:
        """Write the list anew; the item ``pilih`` (or the old one) stays chosen."""
        rows = [
            (key, baris_butir(item, bertanda=self._bertanda(item)))
            for key, item in self.butir.items()
        ]
        daftar = self.query_one("#butir", Daftar)
        daftar.isi_ulang(rows, pilih)
        daftar.focus()
        self._tulis_rincian()

    def _bertanda(self, item: Butir) -> bool:
        return any(
            dokumen == item.dokumen
            and keyed.wilayah == cell.wilayah
            and covers(cell.kolom, keyed.kolom)
            for cell in item.sel
            for dokumen, keyed in self.ditandai
        )

    def _tulis_keadaan(self, other: hold.Pemegang | None) -> None:
        keadaan = self.ws.keadaan(self.periode)
        if keadaan is Keadaan.TERVALIDASI:
            last = revisions(self.ws, self.periode)[-1]
            self.pesan(f"Sudah divalidasi: revisi {last.no}, kode {last.kode}.", "baik")
        elif other is not None:
            self.pesan(f"Sedang diperiksa juga oleh {other.akun}.")
        elif self.boleh:
            self.pesan(self._halangan())
        elif can_take_back(self.ws, self.periode):
            self.pesan("Sudah diserahkan dan tidak sedang diperiksa: m menariknya kembali.")

    def _halangan(self) -> str:
        count = len(validate.validation_blockers(self.ws, self.periode))
        if count:
            return f"{count} halangan sebelum dapat divalidasi; h menyebutkan semuanya."
        open_ = sum(not (i.info or i.diterima) and i.temuan is None for i in self.butir.values())
        doubt = f" {open_} baris angka belum cocok dengan sumber lain (~)." if open_ else ""
        return f"Tidak ada halangan. F10 untuk memvalidasi.{doubt}"

    @property
    def terpilih(self) -> Butir | None:
        """The item the list stands on."""
        key = self.query_one("#butir", Daftar).terpilih
        return self.butir.get(key) if key is not None else None

    @on(Daftar.OptionHighlighted)
    def _ditunjuk(self) -> None:
        """Whoever walks through the list is still at it."""
        self._tulis_rincian()
        if self.ws.clock() - self._dipegang > hold.PERPANJANG:
            hold.hold(self.ws, self.periode)
            self._dipegang = self.ws.clock()

    def _tulis_rincian(self) -> None:
        item = self.terpilih
        lines = rincian(self.ws, self.periode, item) if item else ["Tidak ada temuan."]
        self.query_one("#rincian", Static).update("\n".join(lines))

    def action_temuan(self, langkah: int) -> None:
        """Go to the next or previous item."""
        daftar = self.query_one("#butir", Daftar)
        if daftar.option_count:
            daftar.highlighted = ((daftar.highlighted or 0) + langkah) % daftar.option_count

    def kunci_berikut(self) -> str | None:
        """The key of the item after the chosen one, to go on with once this one is settled."""
        keys = list(self.butir)
        chosen = self.query_one("#butir", Daftar).terpilih
        place = keys.index(chosen) + 1 if chosen in keys else 0
        return keys[place] if place < len(keys) else None


def _keyed(items: tuple[Butir, ...]) -> dict[str, Butir]:
    """Items by a key that stays the same while others come and go."""
    seen: Counter[str] = Counter()
    keyed = {}
    for item in items:
        seen[item.kunci] += 1
        keyed[f"{item.kunci}#{seen[item.kunci]}"] = item
    return keyed
