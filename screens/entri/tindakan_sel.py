"""What is done to one cell besides typing: a note, a flag, a reason for its warning."""

from __future__ import annotations

from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat
from civreg_tui.services.entri.enter import set_note
from civreg_tui.services.pemeriksaan.check import explain
from screens.entri.gerak import Gerak
from screens.entri.kolom import judul_kolom
from screens.shell.dialog import IsianTeks, TanyaAlasan


class TindakanSel(Gerak):
    """Notes, flags and explanations."""

    def _sel_kini(self) -> Alamat | None:
        alamat = self.model.alamat(*self.grid.cursor)
        if alamat is None:
            self.pesan("Pilih dulu sel sebuah kabupaten/kota.")
        return alamat

    def action_catatan(self) -> None:
        """Write a note on the cell."""
        alamat = self._sel_kini()
        if alamat is None:
            return
        note = self.view.notes.get(alamat)
        name = self.view.subject.daftar[alamat.wilayah].nama
        title = f"Catatan: {name}, {judul_kolom(self.view.sheet, alamat.kolom)}"
        dialog = IsianTeks(title, "Catatan", note.teks if note else "")
        self.tanya(dialog, lambda answer: self._catat(alamat, answer["teks"].strip()))

    def action_tandai(self) -> None:
        """Flag the cell for follow-up, or take the flag away."""
        alamat = self._sel_kini()
        if alamat is not None:
            note = self.view.notes.get(alamat)
            text, flag = (note.teks, note.tanda) if note else ("", False)
            self._catat(alamat, text, tanda=not flag)
            self.pesan("Ditandai untuk ditindaklanjuti." if not flag else "Tanda dihapus.", "baik")

    def _catat(self, alamat: Alamat, teks: str, *, tanda: bool | None = None) -> None:
        set_note(self.ws, self.periode, self.kode, alamat, teks, tanda=tanda)
        self.baca_ulang()

    def action_jelaskan(self) -> None:
        """Give the reason for a warning on the cell or its line."""
        found = self._peringatan_kini()
        if found is None:
            self.pesan("Tidak ada peringatan (?) di sini. F3 menuju temuan berikutnya.")
            return
        reasons = self.ws.config.facts.alasan
        dialog = TanyaAlasan(found.temuan.message, reasons, minimum=3, awal=found.alasan or "")

        def ya(alasan: str) -> None:
            explain(self.ws, self.periode, found.temuan, alasan)
            self.baca_ulang()

        self.tanya(dialog, ya)

    def _peringatan_kini(self) -> TemuanDijawab | None:
        """The warning of the cell under the cursor, else of its line."""
        row, col = self.grid.cursor
        region = self.model.wilayah_di(row)
        places = self.model.tanda.di
        here = (
            *places.get((region, self.model.layar[col].kolom), ()),
            *places.get((region, None), ()),
        )
        return next((one for one in here if one.temuan.level == "warning"), None)
