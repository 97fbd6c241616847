"""The views that the review opens: figures, coverage, changes, answers, revisions, recheck."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from civreg_tui.domain.lembar import Alamat
from civreg_tui.keys import khusus
from civreg_tui.services.month.months import load_sheet
from screens.pemeriksaan.dasar import LayarPeriksa


class PeriksaPandangan(LayarPeriksa):
    """One key to each view."""

    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("a", "angka", "Angka", "Angka di samping bulan lalu, per dokumen."),
        khusus("c", "cakupan", "Cakupan", "Cakupan, urai perubahan, peta, dan kekurangan akta."),
        khusus("d", "perubahan", "Perubahan", "Semua perubahan sejak validasi terakhir."),
        khusus("j", "jawaban", "Jawaban", "Jawaban Staf atas sel yang dikembalikan."),
        khusus("v", "revisi", "Revisi", "Revisi tervalidasi: membaca, membandingkan, mencetak."),
        khusus(
            "o", "coba_aturan", "Coba aturan", "Aturan lain dicoba pada semua bulan.", show=False
        ),
        khusus("s", "periksa_ulang", "Periksa ulang", "Menghitung ulang seluruh isi simpanan."),
    ]

    def action_jawaban(self) -> None:
        """Show what became of the cells that were sent back last."""
        from screens.pemeriksaan.pengembalian import Pengembalian

        self.buka(Pengembalian(self.ws, self.periode))

    def action_angka(self) -> None:
        """Open the figures beside last month's, at the chosen item."""
        item = self.terpilih
        self._buka_angka(item.dokumen if item else None, item.alamat if item else None)

    def _buka_angka(self, dokumen: str | None, alamat: Alamat | None) -> None:
        from screens.pemeriksaan.angka import Angka

        self.buka(Angka(self.ws, self.periode, dokumen or self.dokumen, self, alamat))

    def action_cakupan(self) -> None:
        """Open the coverage view."""
        from screens.shell.rute import cakupan

        self.buka(cakupan(self.ws, self.periode))

    def action_perubahan(self) -> None:
        """Show what changed since the last validation."""
        from screens.pemeriksaan.perubahan import DaftarPerubahan

        self.tanya(DaftarPerubahan(self.ws, self.periode), lambda _: None)

    def action_revisi(self) -> None:
        """Open the validated revisions."""
        from screens.pemeriksaan.revisi import DaftarRevisi

        self.buka(DaftarRevisi(self.ws, self.periode))

    def action_periksa_ulang(self) -> None:
        """Compute everything stored again and tell what differs."""
        from screens.pemeriksaan.ulang import PeriksaUlang

        self.tanya(PeriksaUlang(self.ws), lambda _: None)

    def action_coba_aturan(self) -> None:
        """Try a changed rule on every stored month."""
        from screens.pemeriksaan.coba_aturan import CobaAturan

        item = self.terpilih
        rule = item.temuan.temuan.rule if item and item.temuan else None
        self.buka(CobaAturan(self.ws, rule))

    # -- marks, which the figures set too ----------------------------------------------------------

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
