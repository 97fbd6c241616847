"""The acts on the chosen item of the review: accept, explain, note, mark, send back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.keys import khusus
from civreg_tui.services.entri.enter import note_on, set_note
from civreg_tui.services.month import returns
from civreg_tui.services.month.procedure import may
from civreg_tui.services.pemeriksaan.agenda import Butir, accept
from civreg_tui.services.pemeriksaan.check import explain, explain_all
from civreg_tui.services.pemeriksaan.review import cells_to_return
from screens.pemeriksaan.pandangan import PeriksaPandangan
from screens.shell.daftar import Daftar
from screens.shell.dialog import IsianTeks, TanyaAlasan

_AKSI = {
    "kembalikan": Aksi.KEMBALIKAN_KE_STAF,
    "tandai": Aksi.KEMBALIKAN_KE_STAF,
    "jelaskan": Aksi.JELASKAN_TEMUAN,
    "jelaskan_baris": Aksi.JELASKAN_TEMUAN,
    "terima": Aksi.VALIDASI,
}
"""Keys that show only while the procedure allows the act."""


class PeriksaButir(PeriksaPandangan):
    """Enter explains, t accepts, n notes, k marks for return, b returns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("enter", "jelaskan", "Jelaskan", "Menjelaskan peringatan yang dipilih."),
        khusus("t", "terima", "Terima", "Menerima angka atau penjelasan yang dipilih."),
        khusus("k", "tandai", "Tandai", "Menandai sel temuan ini untuk dikembalikan."),
        khusus("b", "kembalikan", "Kembalikan", "Mengembalikan sel yang ditandai kepada Staf."),
        khusus(
            "J",
            "jelaskan_baris",
            "Jelaskan semua",
            "Satu alasan untuk semua peringatan kabupaten/kota ini pada dokumen itu.",
            show=False,
        ),
        khusus("n", "catat", "Catat", "Menulis catatan pada sel yang ditunjuk."),
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
            raise SalahIsi("Tidak ada yang dipilih.")
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

    def action_jelaskan_baris(self) -> None:
        """One reason for all unexplained warnings of the chosen region in its document."""
        chosen = self._wajib_pilih()
        cell = chosen.alamat
        same = [
            item.temuan
            for item in self.butir.values()
            if item.temuan is not None
            and item.menghalangi
            and item.dokumen == chosen.dokumen
            and item.temuan.temuan.level == "warning"
            and (item.alamat.wilayah if item.alamat else None) == (cell.wilayah if cell else None)
        ]
        if not same:
            raise SalahIsi("Tidak ada peringatan yang belum dijelaskan pada baris ini.")
        title = f"Satu alasan untuk {len(same)} peringatan: {same[0].temuan.message}"
        dialog = TanyaAlasan(title, self.ws.config.facts.alasan, minimum=3)
        self.tanya(dialog, lambda reason: self._jelaskan_semua(same, reason))

    def _jelaskan_semua(self, found: list[TemuanDijawab], alasan: str) -> None:
        explain_all(self.ws, self.periode, (one.temuan for one in found), alasan)
        self.muat()
        self.pesan(f"{len(found)} peringatan dijelaskan: {alasan}.", "baik")

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
            raise SalahIsi("Temuan ini tidak menunjuk satu sel; catatan ditulis pada sel.")
        dokumen, cell = item.dokumen, item.alamat
        note = note_on(self.ws, self.periode, dokumen, cell)
        region = self.ws.facts(self.periode).wilayah[cell.wilayah].nama
        title = f"Catatan: {region}, {cell.kolom.label}"
        self.tanya(
            IsianTeks(title, "Catatan", note.teks if note else ""),
            lambda answers: self._catat(dokumen, cell, answers["teks"]),
        )

    def _catat(self, dokumen: str, cell: Alamat, teks: str) -> None:
        set_note(self.ws, self.periode, dokumen, cell, teks.strip())
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
