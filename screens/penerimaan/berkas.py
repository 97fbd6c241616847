"""Step 3, the files: what lies in the inbox, which are chosen, and their reading."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.message import Message
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.teks import terbaca
from civreg_tui.services.errors import sentence
from civreg_tui.services.penerimaan.ajaran import lessons_key, lessons_now
from civreg_tui.services.penerimaan.delivery import can_receive
from civreg_tui.services.penerimaan.reading_job import Terbaca
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.receive import Pratinjau, conclude, inbox, standing
from civreg_tui.services.penerimaan.softcopies import received_files
from civreg_tui.services.workspace import Workspace
from screens.penerimaan.pembaca import LayarPembaca
from screens.penerimaan.pilihan import berkas_diketik
from screens.penerimaan.teks import baris_berkas
from screens.shell.daftar import Daftar
from screens.shell.dialog import IsianTeks

KOSONG = Pratinjau((), None, ())
TAK_ADA = "-"
"""The key of the line that stands for an empty list of files."""
KOSONGNYA = "(folder masuk kosong: taruh softcopy di sana, atau t untuk mengetik namanya)"
TAK_TERBUKA = "(folder masuk tidak dapat dibuka; t untuk mengetik folder dan nama berkas)"
SELANG_FOLDER = 3.0
"""Seconds between two looks into the inbox."""


class PilihBerkas(LayarPembaca):
    """Files are chosen in ``#berkas`` under ``#folder``; ``tulis_hasil`` shows what they give."""

    class WaktuMelihat(Message):
        """It is time to look into the inbox."""

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.form = load_receipt(ws, self.periode)
        self.berkas: dict[str, Path] = {}
        self.lain: list[Path] = []
        self.tak_terbuka = ""
        """Why the inbox could not be looked into."""
        self.dipilih: list[Path] = []
        self.pratinjau = KOSONG
        self._sebelum: list[Path] = []
        self._dibaca: tuple[object, ...] | None = None

    @property
    def boleh(self) -> bool:
        """At step 3, and at step 4 for a supplementary delivery."""
        return can_receive(self.ws, self.periode)

    @property
    def susulan(self) -> bool:
        """Whether the report itself was accepted before."""
        return bool(self.form.diterima_pada)

    def tulis_hasil(self) -> None:
        """Show what is chosen as it would be received."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin in the list of files; what is put into the inbox meanwhile appears by itself."""
        self.query_one("#berkas").focus()
        self.set_interval(SELANG_FOLDER, lambda: self.post_message(self.WaktuMelihat()))

    # -- reading --------------------------------------------------------------------------------

    def segarkan(self) -> None:
        """Look into the inbox; read again what a changed store or lesson makes different."""
        self.form = load_receipt(self.ws, self.periode)
        self._tulis()
        if self.latar is None and self._dibaca != self._dasar():
            self._pilih(self.dipilih)

    def _dasar(self) -> tuple[object, ...]:
        """What a reading depends on besides the bytes it has taken in."""
        kept = (file.sha256 for file in received_files(self.ws, self.periode))
        return (*self.dipilih, *kept, lessons_key(lessons_now(self.ws, self.periode)))

    def _pilih(self, paths: list[Path]) -> None:
        self._sebelum, self.dipilih = self.dipilih, paths
        self.baca(paths)

    def sesudah_baca(self, read: Terbaca) -> None:
        """Show what the chosen files (or the accepted ones) say."""
        show = conclude if self.dipilih else standing
        self.pratinjau = show(self.ws, self.periode, read)
        self._dibaca = self._dasar()
        self._tulis()
        if self.pratinjau.sudah_ada:
            self.pesan(f"Sudah pernah diterima: {', '.join(self.pratinjau.sudah_ada)}")

    def gagal_baca(self) -> None:
        """The choice is what it was before."""
        self.dipilih = self._sebelum
        self._dibaca = self._dasar()
        self._tulis()

    # -- the list -------------------------------------------------------------------------------

    def _tulis(self) -> None:
        self._cari_berkas()
        self._tulis_berkas()
        self.tulis_hasil()

    def _cari_berkas(self) -> None:
        """Find the files to choose from; why the inbox gives none is told when it begins to."""
        before, self.tak_terbuka, found = self.tak_terbuka, "", []
        try:
            found = inbox(self.ws) if self.boleh else []
        except OSError as error:
            self.tak_terbuka = sentence(error)
        every = [*found, *self.lain] if self.boleh else []
        self.berkas = {str(path): path for path in every}
        if self.tak_terbuka != before:
            self.pesan(self.tak_terbuka, "tolak" if self.tak_terbuka else "info")

    def _tulis_berkas(self) -> None:
        head = f"FOLDER MASUK {self.ws.masuk}" if self.boleh else "SOFTCOPY YANG DITERIMA"
        self.query_one("#folder", Static).update(terbaca(head))
        chosen = set(self.dipilih)
        rows = [(k, baris_berkas(p, dipilih=p in chosen)) for k, p in self.berkas.items()]
        empty = TAK_TERBUKA if self.tak_terbuka else KOSONGNYA
        self.query_one("#berkas", Daftar).isi_ulang(
            rows or [(TAK_ADA, empty if self.boleh else "")]
        )

    @on(WaktuMelihat)
    def _lihat_folder(self) -> None:
        """Show the files anew if others came or went; the cursor stays on its file."""
        before = (list(self.berkas), self.tak_terbuka)
        self._cari_berkas()
        if before != (list(self.berkas), self.tak_terbuka):
            self._tulis_berkas()

    @on(Daftar.OptionSelected, "#berkas")
    def _enter(self) -> None:
        if self.boleh:
            self.pesan("")
            self.action_pilih()

    def action_pilih(self) -> None:
        """Choose or drop the file under the cursor and read what is chosen."""
        self.pastikan_siap()
        self._lihat_folder()
        key = self.query_one("#berkas", Daftar).terpilih
        path = self.berkas.get(key or "")
        if path is None:
            raise Ditolak(
                self.tak_terbuka or "Folder masuk kosong. Taruh softcopy di sana, atau tekan t."
            )
        self._pilih([p for p in self.dipilih if p != path] if path in self.dipilih
                    else [*self.dipilih, path])  # fmt: skip

    def action_ketik_nama(self) -> None:
        """Ask for the path of a file that is not in the inbox."""
        self.pastikan_siap()
        self.tanya(IsianTeks("Berkas softcopy", "Folder dan nama"), self._tambah)

    def _tambah(self, jawaban: dict[str, str]) -> None:
        path = berkas_diketik(jawaban["teks"], self.ws.masuk)
        if path not in self.lain:
            self.lain.append(path)
        if path not in self.dipilih:
            self._pilih([*self.dipilih, path])
