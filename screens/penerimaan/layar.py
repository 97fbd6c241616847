"""The screen of step 3: choose files, see what they give and what is missing, accept or return."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.teks import terbaca
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.errors import sentence
from civreg_tui.services.month.timeliness import timeliness
from civreg_tui.services.penerimaan.ajaran import lessons_key, lessons_now, unknown_headings
from civreg_tui.services.penerimaan.delivery import (
    Diterima,
    accept_with_papers,
    can_receive,
    recognised,
    return_with_note,
)
from civreg_tui.services.penerimaan.reading_job import Terbaca
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.receive import (
    Pratinjau,
    conclude,
    gaps,
    inbox,
    save_receipt,
    standing,
)
from civreg_tui.services.penerimaan.softcopies import received_files
from civreg_tui.services.workspace import Workspace
from screens.penerimaan.kalimat import Kalimat
from screens.penerimaan.pembaca import LayarPembaca
from screens.penerimaan.pilihan import berkas_diketik
from screens.penerimaan.teks import (
    LEGENDA,
    baris_berkas,
    daftar_masalah,
    kisi,
    perlu_ditanya,
    ringkas_berkas,
)
from screens.shell.daftar import Daftar
from screens.shell.dialog import IsianTeks, Konfirmasi, TanyaAlasan

KOSONG = Pratinjau((), None, ())
TAK_ADA = "-"
"""The key of the line that stands for an empty list of files."""
KOSONGNYA = "(folder masuk kosong: taruh softcopy di sana, atau t untuk mengetik namanya)"
TAK_TERBUKA = "(folder masuk tidak dapat dibuka; t untuk mengetik folder dan nama berkas)"
SELANG_FOLDER = 3.0
"""Seconds between two looks into the inbox."""
ALASAN_KEMBALI = (
    "Softcopy belum lengkap",
    "Hardcopy belum lengkap atau belum ditandatangani",
    "Angka hardcopy berbeda dengan softcopy",
    "Laporan bukan untuk bulan ini",
)


class Penerimaan(LayarPembaca):
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

    class WaktuMelihat(Message):
        """It is time to look into the inbox."""

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

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.form = load_receipt(ws, self.periode)
        self.berkas: dict[str, Path] = {}
        self.lain: list[Path] = []
        self.tak_terbuka = ""
        """Why the inbox could not be looked into."""
        self.dipilih: list[Path] = []
        self.pratinjau = KOSONG
        self.masalah: dict[str, tuple[str, str]] = {}
        self._sebelum: list[Path] = []
        self._dibaca: tuple[object, ...] | None = None

    @property
    def boleh(self) -> bool:
        """At step 3, and at step 4 for a supplementary delivery."""
        return can_receive(self.ws, self.periode)

    def sub_judul(self) -> str:
        """The month, and whether this is a supplementary delivery."""
        return super().sub_judul() + (" · susulan" if self.boleh and self.susulan else "")

    @property
    def susulan(self) -> bool:
        """Whether the report itself was accepted before."""
        return bool(self.form.diterima_pada)

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
        self.query_one("#masalah", Daftar).action_first()
        if self.pratinjau.sudah_ada:
            self.pesan(f"Sudah pernah diterima: {', '.join(self.pratinjau.sudah_ada)}")

    def gagal_baca(self) -> None:
        """The choice is what it was before."""
        self.dipilih = self._sebelum
        self._dibaca = self._dasar()
        self._tulis()

    # -- what is shown --------------------------------------------------------------------------

    def _tulis(self) -> None:
        self._cari_berkas()
        self._tulis_berkas()
        self._tulis_isi()

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

    def _tulis_isi(self) -> None:
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

    # -- keys -----------------------------------------------------------------------------------

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
        self._tulis_isi()
        self.pesan("Semua hardcopy dicatat ada dan ditandatangani.", "baik")

    def action_masalah(self, arah: int) -> None:
        """Go to the next or previous gap or finding."""
        rows = self.query_one("#masalah", Daftar)
        if arah > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

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
