"""Writing a month's papers from the home screen, and printing them while it stays open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from civreg_tui.services.errors import EXPECTED
from screens.shell.dialog import PilihDaftar
from screens.shell.kerangka import LayarDasar

JENIS_KERTAS = {
    "semua": "Semua kertas yang sudah ada",
    "rekap": "Buku kerja rekap cakupan (.xlsx)",
    "disposisi": "Disposisi, tanda terima, nota kekurangan (.docx)",
    "lakip": "LAKIP Bidang (.xlsx dan .docx)",
    "bahan": "Bahan LAKIP Dinas (.xlsx)",
    "sop": "SOP dan waktu terpakai",
    "kabupaten": "Lembar tiap kabupaten/kota, untuk dikirim kembali (.xlsx)",
    "csv": "Data rekap sebagai CSV",
}
KELUARAN = {
    "berkas": "Tulis berkasnya saja",
    "pdf": "Tulis juga PDF-nya",
    "cetak": "Tulis PDF-nya lalu kirim ke pencetak",
}


class MenulisKertas(LayarDasar):
    """Asks which papers of the chosen month to write, and whether they are printed."""

    def bulan_dipilih(self) -> str:
        """The month whose papers are written; Ditolak when there is none."""
        raise NotImplementedError

    def action_ekspor(self) -> None:
        """Choose which papers to write, and whether they are printed."""
        from civreg_tui.services.output.export import DIMINTA, allowed_kinds

        kinds = {"semua", *allowed_kinds(self.ws, self.bulan_dipilih()), *DIMINTA}
        choices = [(k, text) for k, text in JENIS_KERTAS.items() if k in kinds]
        self.tanya(PilihDaftar(f"Tulis ke {self.ws.keluar}", choices), self._pilih_keluaran)

    def _pilih_keluaran(self, jenis: str) -> None:
        if jenis == "csv":
            self._ekspor(jenis, "berkas")
            return
        question = PilihDaftar(JENIS_KERTAS[jenis], tuple(KELUARAN.items()))
        self.tanya(question, lambda keluaran: self._ekspor(jenis, keluaran))

    def _ekspor(self, jenis: str, keluaran: str) -> None:
        from civreg_tui.services.output.export import export_month
        from civreg_tui.services.output.printing import require_printing

        if keluaran != "berkas":
            require_printing(printer=keluaran == "cetak")
        what = () if jenis == "semua" else (jenis,)
        paths = export_month(self.ws, self.bulan_dipilih(), self.ws.keluar, what)
        self.pesan(f"{len(paths)} berkas ditulis ke {self.ws.keluar}", "baik")
        if keluaran != "berkas":
            self.pesan(f"{len(paths)} berkas ditulis. PDF sedang dibuat …")
            self.run_worker(partial(self._cetak, paths, keluaran), thread=True)

    def _cetak(self, paths: list[Path], keluaran: str) -> None:
        """Make the PDFs beside the running app, since LibreOffice takes seconds."""
        from civreg_tui.services.output.printing import make_pdfs, print_papers

        try:
            pdfs = make_pdfs(paths)
            text = f"{len(paths)} berkas dan {len(pdfs)} PDF ditulis ke {self.ws.keluar}"
            if keluaran == "cetak":
                text = print_papers(self.ws, pdfs)
        except EXPECTED as error:
            self.app.call_from_thread(self.refuse, error)
        else:
            self.app.call_from_thread(self.pesan, text, "baik")
