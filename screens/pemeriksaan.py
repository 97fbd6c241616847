"""Step 5, Pemeriksaan: accept, explain, note, mark for return, validate."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.lembar import Alamat
from civreg_tui.keys import khusus, tombol
from civreg_tui.services import returns, validate
from civreg_tui.services.agenda import Butir, accept
from civreg_tui.services.check import explain
from civreg_tui.services.enter import set_note
from civreg_tui.services.months import load_sheet
from civreg_tui.services.procedure import may, permitted
from civreg_tui.services.review import cells_to_return
from screens.daftar import Daftar
from screens.dialog import IsianTeks, Konfirmasi, PilihDaftar, TanyaAlasan
from screens.periksa_dasar import LayarPeriksa
from screens.periksa_teks import capaian_singkat

_AKSI = {
    "batal_validasi": Aksi.BATAL_VALIDASI,
    "kembalikan": Aksi.KEMBALIKAN_KE_STAF,
    "tandai": Aksi.KEMBALIKAN_KE_STAF,
    "jelaskan": Aksi.JELASKAN_TEMUAN,
    "terima": Aksi.VALIDASI,
    "halangan": Aksi.VALIDASI,
}
"""Keys that show only while the procedure allows the act."""


class Pemeriksaan(LayarPeriksa):
    """Enter explains, t accepts, k marks for return, F10 validates."""

    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "validasi", "Validasi", "Memvalidasi rekap: revisi bernomor dan berkode."),
        khusus("enter", "jelaskan", "Jelaskan", "Menjelaskan peringatan yang dipilih."),
        khusus("t", "terima", "Terima", "Menerima angka atau penjelasan yang dipilih."),
        khusus("k", "tandai", "Tandai", "Menandai sel temuan ini untuk dikembalikan."),
        khusus("b", "kembalikan", "Kembalikan", "Mengembalikan sel yang ditandai kepada Staf."),
        khusus("n", "catat", "Catat", "Menulis catatan pada sel yang ditunjuk."),
        khusus("a", "angka", "Angka", "Angka di samping bulan lalu, per dokumen."),
        khusus("c", "cakupan", "Cakupan", "Cakupan, urai perubahan, peta, dan kekurangan akta."),
        khusus("d", "perubahan", "Perubahan", "Semua perubahan sejak validasi terakhir."),
        khusus("h", "halangan", "Halangan", "Semua yang menghalangi validasi; Enter ke tempatnya."),
        khusus("j", "jawaban", "Jawaban", "Jawaban Staf atas sel yang dikembalikan."),
        khusus("v", "revisi", "Revisi", "Revisi tervalidasi: membaca, membandingkan, mencetak."),
        khusus("s", "periksa_ulang", "Periksa ulang", "Menghitung ulang seluruh isi simpanan."),
        khusus("x", "batal_validasi", "Batal validasi", "Membatalkan validasi, dengan alasan."),
    ]

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_jelaskan()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Acts show only where the procedure allows them now."""
        if action in _AKSI:
            return may(self.ws, self.periode, _AKSI[action])
        return super().check_action(action, parameters)

    def _wajib_pilih(self) -> Butir:
        if self.terpilih is None:
            raise ValueError("Tidak ada yang dipilih.")
        return self.terpilih

    # -- the chosen item ------------------------------------------------------------------------

    def action_jelaskan(self) -> None:
        """Ask for the reason of the chosen warning: pick-list first, then free text."""
        item = self._wajib_pilih()
        found = item.temuan
        if found is None or found.temuan.level == "info":
            self.pesan("Yang ini cukup diterima: t.")
        elif found.temuan.level == "error":
            self.pesan("Kesalahan tidak dapat dijelaskan: tandai (k), lalu kembalikan (b).")
        else:
            reasons = self.ws.config.facts.alasan
            dialog = TanyaAlasan(item.teks, reasons, minimum=3, awal=found.alasan or "")
            self.tanya(dialog, lambda reason: self._jelaskan(item, reason))

    def _jelaskan(self, item: Butir, alasan: str) -> None:
        following = self.kunci_berikut()
        if item.temuan is not None:
            explain(self.ws, self.periode, item.temuan.temuan, alasan)
        self._lanjut(following)

    def action_terima(self) -> None:
        """Let the chosen item stand, by name; an unexplained warning asks for its reason."""
        item = self._wajib_pilih()
        if item.temuan is not None and item.menghalangi and item.temuan.temuan.level == "warning":
            self.action_jelaskan()
            return
        following = self.kunci_berikut()
        accept(self.ws, self.periode, item)
        self._lanjut(following)

    def _lanjut(self, kunci: str | None) -> None:
        self.muat()
        if kunci in self.butir:
            self.tulis_daftar(kunci)

    def action_catat(self) -> None:
        """Write a note on the cell the item points to."""
        item = self._wajib_pilih()
        if item.dokumen is None or item.alamat is None:
            raise ValueError("Temuan ini tidak menunjuk satu sel; catatan ditulis pada sel.")
        dokumen, cell = item.dokumen, item.alamat
        note = self.ws.store.cells.notes(self.periode, dokumen).get(cell)
        region = self.ws.facts(self.periode).wilayah[cell.wilayah].nama
        title = f"Catatan: {region}, {cell.kolom.label}"
        self.tanya(
            IsianTeks(title, "Catatan", note.teks if note else ""),
            lambda answers: self._catat(dokumen, cell, answers["teks"]),
        )

    def _catat(self, dokumen: str, cell: Alamat, teks: str) -> None:
        set_note(self.ws, self.periode, dokumen, cell, teks.strip(), tanda=bool(teks.strip()))
        self.muat()

    # -- return ---------------------------------------------------------------------------------

    def action_tandai(self) -> None:
        """Mark the item's cells for return, or take the mark away."""
        item = self._wajib_pilih()
        if item.temuan is not None:
            cells = cells_to_return(self.ws, self.periode, item.temuan.temuan)
        else:
            cells = [(item.dokumen or "", cell) for cell in item.sel]
        if not cells:
            self.pesan("Temuan ini tidak menunjuk sel; tandai dari layar angka (a).")
            return
        self.tandai_sel(cells)
        self.tulis_daftar()

    def tandai_sel(self, cells: list[tuple[str, Alamat]]) -> None:
        """Mark cells, or unmark them when all were marked already."""
        remove = all(cell in self.ditandai for cell in cells)
        for cell in cells:
            if remove:
                self.ditandai.pop(cell, None)
            else:
                self.ditandai[cell] = None
        self.pesan(f"{len(self.ditandai)} sel ditandai. b untuk mengembalikan kepada Staf.")

    def seluruh_baris(self, dokumen: str, kode: str) -> list[tuple[str, Alamat]]:
        """All keyed cells of a region in a document."""
        sheet = load_sheet(self.ws, self.periode, dokumen)
        return [(dokumen, Alamat(kode, *kolom)) for kolom in sheet.entry_columns]

    def action_kembalikan(self) -> None:
        """Ask why, then send the marked cells back."""
        if not self.ditandai:
            self.pesan("Tandai dulu sel yang dikembalikan: k pada temuan, atau dari angka (a).")
            return
        title = f"Mengembalikan {len(self.ditandai)} sel kepada Staf. Apa yang harus diperbaiki?"
        self.tanya(TanyaAlasan(title), self._kembalikan)

    def _kembalikan(self, alasan: str) -> None:
        returns.return_to_staf(self.ws, self.periode, list(self.ditandai), alasan)
        self.tutup(f"{len(self.ditandai)} sel dikembalikan. Sekarang giliran Staf.")

    def action_jawaban(self) -> None:
        """Show what became of the cells that were sent back last."""
        from screens.pengembalian import Pengembalian

        self.buka(Pengembalian(self.ws, self.periode))

    # -- validation -----------------------------------------------------------------------------

    def action_validasi(self) -> None:
        """Validate after one confirmation; a refusal goes to what stands in the way."""
        blockers = validate.validation_blockers(self.ws, self.periode) if self.boleh else ()
        if blockers:
            self._ke_halangan(blockers[0])
            validate.validate(self.ws, self.periode)
        permitted(self.ws, self.periode, Aksi.VALIDASI)
        figures = list(capaian_singkat(self.ws, self.periode))
        self.tanya(Konfirmasi("Memvalidasi rekap bulan ini?", figures), self._validasi)

    def action_halangan(self) -> None:
        """List everything that stands in the way; choosing one goes there."""
        blockers = validate.validation_blockers(self.ws, self.periode)
        if not blockers:
            self.pesan("Tidak ada halangan. F10 untuk memvalidasi.", "baik")
            return
        choices = [(str(no), blocker.kalimat) for no, blocker in enumerate(blockers)]
        title = f"{len(blockers)} halangan sebelum validasi"
        self.tanya(PilihDaftar(title, choices), lambda no: self._pergi(blockers[int(no)]))

    def _pergi(self, blocker: validate.Halangan) -> None:
        if not self._ke_halangan(blocker):
            self._buka_angka(blocker.dokumen, blocker.alamat)

    def _ke_halangan(self, blocker: validate.Halangan) -> bool:
        """Stand on the blocker in the list; False when it is none of the items."""
        keys = [
            k for k, i in self.butir.items() if i.temuan is not None and i.temuan == blocker.temuan
        ]
        if keys:
            self.query_one("#butir", Daftar).highlighted = list(self.butir).index(keys[0])
        return bool(keys)

    def _validasi(self, _: bool) -> None:
        revision = validate.validate(self.ws, self.periode)
        self.tutup(
            f"Divalidasi: revisi {revision.no}, kode {revision.kode}. Sekarang giliran Kabid."
        )

    def action_batal_validasi(self) -> None:
        """Take the validation back, with a reason."""
        self.tanya(TanyaAlasan("Membatalkan validasi. Apa alasannya?"), self._batal)

    def _batal(self, alasan: str) -> None:
        validate.unvalidate(self.ws, self.periode, alasan)
        self.muat()
        self.pesan("Validasi dibatalkan. Rekap dapat diperiksa lagi.", "baik")

    # -- other views ----------------------------------------------------------------------------

    def action_angka(self) -> None:
        """Open the figures beside last month's, at the chosen item."""
        item = self.terpilih
        self._buka_angka(item.dokumen if item else None, item.alamat if item else None)

    def _buka_angka(self, dokumen: str | None, alamat: Alamat | None) -> None:
        from screens.angka import Angka

        self.buka(Angka(self.ws, self.periode, dokumen or self.dokumen, self, alamat))

    def action_cakupan(self) -> None:
        """Open the coverage view."""
        from screens.rute import cakupan

        self.buka(cakupan(self.ws, self.periode))

    def action_perubahan(self) -> None:
        """Show what changed since the last validation."""
        from screens.perubahan import DaftarPerubahan

        self.tanya(DaftarPerubahan(self.ws, self.periode), lambda _: None)

    def action_revisi(self) -> None:
        """Open the validated revisions."""
        from screens.revisi import DaftarRevisi

        self.buka(DaftarRevisi(self.ws, self.periode))

    def action_periksa_ulang(self) -> None:
        """Compute everything stored again and tell what differs."""
        from screens.ulang import PeriksaUlang

        self.tanya(PeriksaUlang(self.ws), lambda _: None)
