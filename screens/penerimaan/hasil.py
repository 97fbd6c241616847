"""Step 3, what the chosen files give: the recognition grid, gaps and findings one by one."""

from __future__ import annotations

from textual import on
from textual.widgets import Static

from civreg_tui.services.month.timeliness import timeliness
from civreg_tui.services.penerimaan.ajaran import unknown_headings
from civreg_tui.services.penerimaan.delivery import recognised
from civreg_tui.services.penerimaan.reading_job import Terbaca
from civreg_tui.services.penerimaan.receive import gaps
from civreg_tui.services.penerimaan.softcopies import received_files
from civreg_tui.services.workspace import Workspace
from screens.penerimaan.berkas import PilihBerkas
from screens.penerimaan.kalimat import Kalimat
from screens.penerimaan.teks import daftar_masalah, kisi, ringkas_berkas
from screens.shell.daftar import Daftar


class HasilBaca(PilihBerkas):
    """Shown in ``#kisi``, ``#hardcopy`` and the list ``#masalah``; Enter reads a sentence whole."""

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.masalah: dict[str, tuple[str, str]] = {}

    def sesudah_baca(self, read: Terbaca) -> None:
        """Begin at the first gap or finding of what was read."""
        super().sesudah_baca(read)
        self.query_one("#masalah", Daftar).action_first()

    def tulis_hasil(self) -> None:
        """Write grid, hardcopy, and everything to be read before accepting."""
        kode, view = self.ws.facts(self.periode).wilayah.kode, self.pratinjau
        rows = recognised(self.ws, self.periode, view.bacaan, view.temuan)
        self.query_one("#kisi", Static).update(kisi(rows, kode))
        kept = [file.nama for file in received_files(self.ws, self.periode)]
        summary = ringkas_berkas(self.form, kept, timeliness(self.ws, self.periode))
        self.query_one("#hardcopy", Static).update(summary)
        missing = gaps(self.ws, self.periode, self.form, view)
        unknown = unknown_headings(view.bacaan.tabel if view.bacaan else ())
        listed = daftar_masalah(missing, view.temuan, view.banding.berkas, unknown)
        self.masalah = dict(listed)
        title = f"KEKURANGAN ({len(missing)}) DAN TEMUAN SOFTCOPY ({len(view.temuan)})"
        self.query_one("#judul-masalah", Static).update(title + self._sumber())
        rows_shown = [(key, line) for key, (line, _) in self.masalah.items()]
        self.query_one("#masalah", Daftar).isi_ulang(rows_shown)
        self._tulis_rincian()

    def _sumber(self) -> str:
        read = self.pratinjau.bacaan
        if read is None:
            return ""
        month = f" · keadaan {read.periode.label}" if read.periode else ""
        return month + (f" · {read.acuan}" if read.acuan else "")

    @on(Daftar.OptionHighlighted, "#masalah")
    def _tulis_rincian(self) -> None:
        key = self.query_one("#masalah", Daftar).terpilih
        text = self.masalah[key][1] if key in self.masalah else "Tidak ada kekurangan."
        self.query_one("#rincian-masalah", Static).update(text)

    @on(Daftar.OptionSelected, "#masalah")
    def _baca_utuh(self) -> None:
        key = self.query_one("#masalah", Daftar).terpilih
        if key in self.masalah:
            self.tanya(Kalimat("Kekurangan atau temuan", self.masalah[key][1]), lambda _: None)

    def action_masalah(self, arah: int) -> None:
        """Go to the next or previous gap or finding."""
        rows = self.query_one("#masalah", Daftar)
        if arah > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()
