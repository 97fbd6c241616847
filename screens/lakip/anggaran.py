"""Budget and spending of the Bidang: lines in whole rupiah; without any, no efficiency."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.lakip.fakta import serapan
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.laporan import Anggaran
from civreg_tui.domain.numbers import format_count, format_percent, parse_count
from civreg_tui.domain.salah import SalahIsi, SalahRuas
from civreg_tui.keys import khusus
from civreg_tui.services.lakip.composing import budget_total, load_budget, save_budget
from civreg_tui.services.month.procedure import may
from screens.shell.daftar import Daftar
from screens.shell.dialog import Formulir, Konfirmasi, Ruas
from screens.shell.kerangka import LayarBulan

_KEPALA = f"{'KEGIATAN':34}{'PAGU (Rp)':>18}{'REALISASI (Rp)':>18}{'SERAPAN':>9}"
_KOSONG = "Belum ada anggaran; LAKIP tidak menyebut efisiensi. n menambah kegiatan."
_UBAH = frozenset({"tambah", "ubah", "hapus"})


class LayarAnggaran(LayarBulan):
    """A line per activity; n adds, Enter changes, Del removes."""

    JUDUL = "6 Anggaran"
    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("n", "tambah", "Tambah", "Menambah kegiatan dengan pagu dan realisasinya."),
        khusus("enter,f2", "ubah", "Ubah", "Mengubah kegiatan yang dipilih."),
        khusus("delete,backspace", "hapus", "Hapus", "Menghapus kegiatan yang dipilih."),
    ]
    DEFAULT_CSS = """
    LayarAnggaran {
        #kepala-tabel { height: 1; width: 100%; text-style: bold underline; text-wrap: nowrap; }
        #anggaran { height: auto; max-height: 1fr; }
        #jumlah { height: auto; width: 100%; text-style: bold; }
    }
    """

    def isi(self) -> ComposeResult:
        """Heads, a line per activity, the sum."""
        yield Static(_KEPALA, id="kepala-tabel", markup=False)
        yield Daftar(id="anggaran")
        yield Static(id="jumlah", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """Read the lines anew."""
        self.baris = load_budget(self.ws, self.periode)
        rows = [(str(i), _baris(line)) for i, line in enumerate(self.baris)]
        self.query_one(Daftar).isi_ulang(rows)
        total = _baris(budget_total(self.baris)) if self.baris else _KOSONG
        self.query_one("#jumlah", Static).update(total)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines change only while the LAKIP is being written."""
        if action in _UBAH:
            return may(self.ws, self.periode, Aksi.SUSUN_LAKIP)
        return super().check_action(action, parameters)

    @property
    def terpilih(self) -> int:
        """The chosen line's place."""
        key = self.query_one(Daftar).terpilih
        if key is None:
            raise Ditolak("Belum ada kegiatan. n menambah.")
        return int(key)

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        if may(self.ws, self.periode, Aksi.SUSUN_LAKIP):
            self.action_ubah()

    def action_tambah(self) -> None:
        """Ask for a new line."""
        last = self.baris[-1].program if self.baris else ""
        self._tanya("Menambah kegiatan", Anggaran(last, "", 0, 0), lambda line: (*self.baris, line))

    def action_ubah(self) -> None:
        """Ask for the chosen line's new content."""
        place = self.terpilih
        before, after = self.baris[:place], self.baris[place + 1 :]
        old = self.baris[place]
        self._tanya("Mengubah kegiatan", old, lambda line: (*before, line, *after))

    def _tanya(
        self, judul: str, lama: Anggaran, susun: Callable[[Anggaran], tuple[Anggaran, ...]]
    ) -> None:
        fields = [
            Ruas("program", "Program", lama.program),
            Ruas("kegiatan", "Kegiatan", lama.kegiatan),
            Ruas("pagu", "Pagu (Rp)", format_count(lama.pagu) if lama.pagu else ""),
            Ruas("realisasi", "Realisasi (Rp)", format_count(lama.realisasi) if lama.pagu else ""),
        ]
        self.tanya(
            Formulir(judul, fields, periksa=_anggaran),
            lambda answers: self._simpan(susun(_anggaran(answers))),
        )

    def action_hapus(self) -> None:
        """Ask, then remove the chosen line."""
        place = self.terpilih
        rest = (*self.baris[:place], *self.baris[place + 1 :])
        question = Konfirmasi("Menghapus kegiatan ini?", [self.baris[place].kegiatan])
        self.tanya(question, lambda _: self._simpan(rest))

    def _simpan(self, baris: tuple[Anggaran, ...]) -> None:
        save_budget(self.ws, self.periode, baris)
        self.muat()
        self.pesan("Anggaran disimpan.", "baik")


def _anggaran(jawaban: dict[str, str]) -> Anggaran:
    """A line as answered; SalahRuas says which field is wrong."""
    program, kegiatan = jawaban["program"].strip(), jawaban["kegiatan"].strip()
    if not kegiatan:
        raise SalahRuas("kegiatan", "Kegiatan belum diisi.")
    return Anggaran(program, kegiatan, _rupiah("pagu", jawaban), _rupiah("realisasi", jawaban))


def _rupiah(key: str, jawaban: dict[str, str]) -> int:
    try:
        return parse_count(jawaban[key].strip().removeprefix("Rp").strip())
    except SalahIsi as error:
        raise SalahRuas(key, f"{key.capitalize()} {error}") from None


def _baris(line: Anggaran) -> str:
    return (
        f"{line.kegiatan[:33]:34}{format_count(line.pagu):>18}{format_count(line.realisasi):>18}"
        f"{format_percent(serapan((line,))):>9}"
    )
