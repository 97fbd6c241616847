"""The screen of step 3: choose files, see what they give and what is missing, accept or return."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.teks import terbaca
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.penerimaan.ajaran import unknown_headings
from civreg_tui.services.penerimaan.delivery import (
    Diterima,
    accept_with_papers,
    return_with_note,
)
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.receive import gaps, save_receipt
from civreg_tui.services.penerimaan.softcopies import received_files
from screens.penerimaan.hasil import HasilBaca
from screens.penerimaan.teks import LEGENDA, perlu_ditanya
from screens.shell.daftar import Daftar
from screens.shell.dialog import Konfirmasi, TanyaAlasan

ALASAN_KEMBALI = (
    "Softcopy belum lengkap",
    "Hardcopy belum lengkap atau belum ditandatangani",
    "Angka hardcopy berbeda dengan softcopy",
    "Laporan bukan untuk bulan ini",
)


class Penerimaan(HasilBaca):
    """Choose files, see what they give and what is missing, then accept or return."""

    JUDUL = "3 Penerimaan"
    LANGKAH = 3
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "terima", "Terima", "Menerima laporan; bila belum lengkap ditanya dulu."),
        khusus("space", "pilih", "Pilih", "Memilih atau melepas softcopy; langsung dibaca."),
        khusus("h", "hardcopy", "Hardcopy", "Pengirim, daftar periksa hardcopy, jumlah kendali."),
        khusus("a", "semua_ada", "Semua ada", "Semua hardcopy ada dan ditandatangani."),
        khusus("k", "kembalikan", "Kembalikan", "Mengembalikan ke PIAK dengan nota kekurangan."),
        tombol("banding", "beda", "Beda", "Yang berbeda dengan yang sudah diterima, sel demi sel."),
        khusus("i", "isi", "Isi", "Isi berkas: yang dibaca dan yang dilewati.", show=False),
        khusus(
            "j", "judul", "Judul", "Mengajarkan arti judul kolom; menghapus ajaran.", show=False
        ),
        khusus("t", "ketik_nama", "Berkas lain", "Mengetik folder dan nama berkas.", show=False),
        tombol("temuan_berikut", "masalah(1)", help="Kekurangan/temuan berikutnya.", show=False),
        tombol("temuan_sebelum", "masalah(-1)", help="Yang sebelumnya.", show=False),
    ]
    KETERANGAN = (
        Tombol("pilih", "enter", "Enter", "Pilih", "Memilih softcopy; membaca temuan seutuhnya."),
        Tombol("bagian", "tab", "Tab ↑ ↓", "Pindah", "Antara daftar berkas dan daftar temuan."),
        Tombol("batal", "escape", "Esc", "Batal", "Membatalkan pembacaan yang sedang berjalan."),
    )
    LEGENDA = LEGENDA
    DEFAULT_CSS = """
    Penerimaan {
        #folder, #rincian-masalah, #hardcopy, #kisi, #judul-masalah { width: 100%; height: auto; }
        #folder, #judul-masalah, #hardcopy { text-wrap: nowrap; text-overflow: ellipsis; }
        #folder, #judul-masalah { text-style: bold; }
        #berkas { max-height: 20%; min-height: 1; }
        #kemajuan { display: none; width: 100%; height: 2; text-style: bold; text-wrap: nowrap; }
        #kisi { margin-top: 1; }
        #judul-masalah { margin-top: 1; }
        #masalah { height: 1fr; }
        #rincian-masalah { max-height: 3; min-height: 2; }
    }
    """

    def sub_judul(self) -> str:
        """The month, and whether this is a supplementary delivery."""
        return super().sub_judul() + (" · susulan" if self.boleh and self.susulan else "")

    def isi(self) -> ComposeResult:
        """Files, recognition grid, hardcopy, list of gaps and findings."""
        yield Static(id="folder", markup=False)
        yield Daftar(id="berkas")
        yield Static(id="kemajuan", markup=False)
        yield Static(id="kisi", markup=False)
        yield Static(id="hardcopy", markup=False)
        yield Static(id="judul-masalah", markup=False)
        yield Daftar(id="masalah")
        yield Static(id="rincian-masalah", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without the turn one may only look."""
        changing = {"terima", "pilih", "semua_ada", "kembalikan", "ketik_nama"}
        if action in changing and not self.boleh:
            return False
        if action == "kembalikan" and self.susulan:
            return False
        if action == "beda" and not self.susulan:
            return False
        return super().check_action(action, parameters)

    # -- what belongs to the delivery -----------------------------------------------------------

    def action_hardcopy(self) -> None:
        """Open the checklist of the hardcopy."""
        from screens.penerimaan.hardcopy import PeriksaHardcopy

        self.buka(PeriksaHardcopy(self.ws, self.periode, self.pratinjau.bacaan))

    def action_beda(self) -> None:
        """Open the differences to what was received before."""
        from screens.penerimaan.beda import BedaKiriman

        first = not received_files(self.ws, self.periode)
        self.buka(BedaKiriman(self.ws, self.periode, self.pratinjau.banding, first))

    def action_isi(self) -> None:
        """Open the account of what was read and what was passed over."""
        from screens.penerimaan.isi_berkas import IsiBerkas

        self.buka(IsiBerkas(self.ws, self.periode, self.pratinjau.mentah))

    def action_judul(self) -> None:
        """Open the headings that can be taught."""
        from screens.penerimaan.judul_kolom import JudulKolom

        read = self.pratinjau.mentah
        self.buka(JudulKolom(self.ws, self.periode, unknown_headings(read.tabel if read else ())))

    def action_semua_ada(self) -> None:
        """Tick every document as present and signed."""
        base = self.ws.month(self.periode).acuan
        every = (
            replace(c, ada=True, ditandatangani=True, acuan=c.acuan or base)
            for c in self.form.hardcopy
        )
        save_receipt(self.ws, self.periode, replace(self.form, hardcopy=tuple(every)))
        self.form = load_receipt(self.ws, self.periode)
        self.tulis_hasil()
        self.pesan("Semua hardcopy dicatat ada dan ditandatangani.", "baik")

    # -- the answer to it -----------------------------------------------------------------------

    def action_terima(self) -> None:
        """Accept; with gaps, errors or replaced figures only after they were confirmed."""
        self.pastikan_siap()
        missing = gaps(self.ws, self.periode, self.form, self.pratinjau)
        errors = [f.message for f in self.pratinjau.temuan if f.level == "error"]
        notes = perlu_ditanya(self.pratinjau)
        if not missing and not errors and not notes:
            self._terima()
            return
        head = "Perhatikan dulu. Terima juga?"
        if missing or errors:
            number = f"{len(missing)} kekurangan, {len(errors)} kesalahan"
            head = f"Belum lengkap: {number}. Terima juga?"
        details = [terbaca(text) for text in (*notes, *missing, *errors)]
        self.tanya(Konfirmasi(head, details), lambda _: self._terima(incomplete=True))

    def _terima(self, *, incomplete: bool = False) -> None:
        more = self.susulan
        done = accept_with_papers(
            self.ws, self.periode, self.form, self.pratinjau, incomplete=incomplete
        )
        text = "Susulan diterima." if more else "Laporan Adminduk diterima. Lanjut ke entri."
        self.tutup(f"{text} {_kertas('Tanda terima', done)}")

    def action_kembalikan(self) -> None:
        """Return the delivery with a reason."""
        self.pastikan_siap()
        dialog = TanyaAlasan("Kembalikan ke Bidang PIAK karena", ALASAN_KEMBALI)
        self.tanya(dialog, self._kembalikan)

    def _kembalikan(self, alasan: str) -> None:
        done = return_with_note(self.ws, self.periode, self.form, self.pratinjau, alasan)
        self.muat()
        self.pesan(f"Dikembalikan. {_kertas('Nota kekurangan', done)}", "baik")


def _kertas(nama: str, done: Diterima) -> str:
    """Where the papers are, or why they could not be written."""
    if done.gagal:
        return f"{nama} belum tertulis: {done.gagal} Cetak lagi dari meja kerja dengan e."
    return f"{nama}: {', '.join(str(path) for path in done.kertas)}"
