"""Step 3: the softcopy and hardcopy of the Laporan Adminduk arrive and are checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.delivery import can_receive, recognised, return_with_note, with_received
from civreg_tui.services.receipt_form import load_receipt
from civreg_tui.services.receive import (
    Pratinjau,
    accept,
    examine,
    gaps,
    inbox,
    received,
    save_receipt,
)
from civreg_tui.services.workspace import Workspace
from screens.daftar import Daftar
from screens.dialog import IsianTeks, Konfirmasi, TanyaAlasan
from screens.kerangka import LayarBulan
from screens.penerimaan_teks import (
    ADA,
    TIDAK,
    baris_berkas,
    daftar_masalah,
    kisi,
    ringkas_berkas,
)

KOSONG = Pratinjau((), None, ())
ALASAN_KEMBALI = (
    "Softcopy belum lengkap",
    "Hardcopy belum lengkap atau belum ditandatangani",
    "Angka hardcopy berbeda dengan softcopy",
    "Laporan bukan untuk bulan ini",
)


class Penerimaan(LayarBulan):
    """Choose files, see what they give and what is missing, then accept or return."""

    JUDUL = "3 Penerimaan"
    LANGKAH = 3
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "terima", "Terima", "Menerima laporan; bila belum lengkap ditanya dulu."),
        khusus("space", "pilih", "Pilih", "Memilih atau melepas softcopy; langsung dibaca."),
        khusus("h", "hardcopy", "Hardcopy", "Daftar periksa hardcopy dan jumlah kendali."),
        khusus("a", "semua_ada", "Semua ada", "Semua hardcopy ada dan ditandatangani."),
        khusus("k", "kembalikan", "Kembalikan", "Mengembalikan ke PIAK dengan nota kekurangan."),
        khusus("t", "ketik_nama", "Berkas lain", "Mengetik folder dan nama berkas.", show=False),
        tombol("temuan_berikut", "masalah(1)", help="Kekurangan/temuan berikutnya.", show=False),
        tombol("temuan_sebelum", "masalah(-1)", help="Yang sebelumnya.", show=False),
    ]
    KETERANGAN = (
        Tombol("pilih", "enter", "Enter", "Pilih", "Sama dengan Spasi: memilih softcopy."),
        Tombol("bagian", "tab", "Tab ↑ ↓", "Pindah", "Antara daftar berkas dan daftar temuan."),
    )
    LEGENDA = (
        (ADA, "softcopy memuat angka kabupaten/kota itu"),
        (TIDAK, "belum ada angka"),
        ("–", "kekurangan laporan"),
        ("! ? i", "kesalahan, peringatan, keterangan pada softcopy"),
    )
    DEFAULT_CSS = """
    Penerimaan {
        #folder, #rincian-masalah, #hardcopy, #kisi, #judul-masalah { width: 100%; height: auto; }
        #folder, #judul-masalah { text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #berkas { max-height: 4; min-height: 1; }
        #kisi { margin-top: 1; }
        #judul-masalah { margin-top: 1; }
        #masalah { height: 1fr; }
        #rincian-masalah { max-height: 3; min-height: 2; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.form = load_receipt(ws, self.periode)
        self.lain: list[Path] = []
        self.dipilih: list[Path] = []
        self.pratinjau = KOSONG
        self.masalah: dict[str, tuple[str, str]] = {}

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
        yield Static(id="kisi", markup=False)
        yield Static(id="hardcopy", markup=False)
        yield Static(id="judul-masalah", markup=False)
        yield Daftar(id="masalah")
        yield Static(id="rincian-masalah", markup=False)

    def on_mount(self) -> None:
        """Begin in the list of files."""
        self.query_one("#berkas").focus()

    def segarkan(self) -> None:
        """Look into the inbox and read the chosen files."""
        self.form = load_receipt(self.ws, self.periode)
        self._baca()
        self._tulis_berkas()
        self._tulis_isi()

    def _baca(self) -> None:
        if self.dipilih:
            view = examine(self.ws, self.periode, self.dipilih)
            self.pratinjau = with_received(self.ws, self.periode, view)
        else:
            self.pratinjau = received(self.ws, self.periode)

    def _berkas(self) -> dict[str, Path]:
        found = [*inbox(self.ws), *self.lain] if self.boleh else []
        return {str(path): path for path in found}

    def _tulis_berkas(self) -> None:
        head = f"FOLDER MASUK {self.ws.masuk}" if self.boleh else "SOFTCOPY YANG DITERIMA"
        self.query_one("#folder", Static).update(head)
        chosen = set(self.dipilih)
        rows = [(k, baris_berkas(p, dipilih=p in chosen)) for k, p in self._berkas().items()]
        empty = "(folder masuk kosong: taruh softcopy di sana, atau t untuk mengetik namanya)"
        self.query_one("#berkas", Daftar).isi_ulang(rows or [("-", empty if self.boleh else "")])

    def _tulis_isi(self) -> None:
        kode = self.ws.facts(self.periode).wilayah.kode
        rows = recognised(self.ws, self.periode, self.pratinjau.bacaan)
        self.query_one("#kisi", Static).update(kisi(rows, kode))
        kept = self.ws.store.records.softcopies(self.periode)
        self.query_one("#hardcopy", Static).update(ringkas_berkas(self.form, kept))
        missing = gaps(self.ws, self.periode, self.form, self.pratinjau)
        found = self.pratinjau.temuan
        self.masalah = dict(daftar_masalah(missing, found))
        title = f"KEKURANGAN ({len(missing)}) DAN TEMUAN SOFTCOPY ({len(found)})"
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
        self.query_one("#rincian-masalah", Static).update(Content(text))

    # -- keys -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without the turn one may only look."""
        changing = {"terima", "pilih", "semua_ada", "kembalikan", "ketik_nama"}
        if action in changing and not self.boleh:
            return False
        if action == "kembalikan" and self.susulan:
            return False
        return super().check_action(action, parameters)

    @on(Daftar.OptionSelected, "#berkas")
    def _enter(self) -> None:
        if self.boleh:
            self.pesan("")
            self.action_pilih()

    def action_pilih(self) -> None:
        """Choose or drop the file under the cursor and read what is chosen."""
        key = self.query_one("#berkas", Daftar).terpilih
        path = self._berkas().get(key or "")
        if path is None:
            raise Ditolak("Folder masuk kosong. Taruh softcopy di sana, atau tekan t.")
        self._pilih([p for p in self.dipilih if p != path] if path in self.dipilih
                    else [*self.dipilih, path])  # fmt: skip

    def _pilih(self, paths: list[Path]) -> None:
        before = self.dipilih
        self.dipilih = paths
        try:
            self._baca()
        except Exception:
            self.dipilih = before
            raise
        self._tulis_berkas()
        self._tulis_isi()
        if self.pratinjau.sudah_ada:
            self.pesan(f"Sudah pernah diterima: {', '.join(self.pratinjau.sudah_ada)}")

    def action_ketik_nama(self) -> None:
        """Ask for the path of a file that is not in the inbox."""
        self.tanya(IsianTeks("Berkas softcopy", "Folder dan nama"), self._tambah)

    def _tambah(self, jawaban: dict[str, str]) -> None:
        path = Path(jawaban["teks"].strip()).expanduser()
        if not path.is_file():
            raise Ditolak(f"Berkas {path} tidak ada. Periksa folder dan namanya.")
        if path not in self.lain:
            self.lain.append(path)
        self._pilih([*self.dipilih, path])

    def action_hardcopy(self) -> None:
        """Open the checklist of the hardcopy."""
        from screens.hardcopy import PeriksaHardcopy

        self.buka(PeriksaHardcopy(self.ws, self.periode, self.pratinjau.bacaan))

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
        """Accept; with gaps or errors only after they were shown and confirmed."""
        missing = gaps(self.ws, self.periode, self.form, self.pratinjau)
        errors = [f.message for f in self.pratinjau.temuan if f.level == "error"]
        if not missing and not errors:
            self._terima()
            return
        head = f"Belum lengkap: {len(missing)} kekurangan, {len(errors)} kesalahan. Terima juga?"
        self.tanya(Konfirmasi(head, [*missing, *errors]), lambda _: self._terima(incomplete=True))

    def _terima(self, *, incomplete: bool = False) -> None:
        more = self.susulan
        accept(self.ws, self.periode, self.form, self.pratinjau, incomplete=incomplete)
        self.tutup("Susulan diterima." if more else "Laporan Adminduk diterima. Lanjut ke entri.")

    def action_kembalikan(self) -> None:
        """Return the delivery with a reason."""
        dialog = TanyaAlasan("Kembalikan ke Bidang PIAK karena", ALASAN_KEMBALI)
        self.tanya(dialog, self._kembalikan)

    def _kembalikan(self, alasan: str) -> None:
        path = return_with_note(self.ws, self.periode, self.form, self.pratinjau, alasan)
        self.muat()
        self.pesan(f"Dikembalikan. Nota kekurangan: {path}", "baik")
