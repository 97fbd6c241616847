"""Step 3: teaching what a column heading means, once; and taking a lesson back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.ajaran import BarisAjaran
from civreg_tui.domain.lembar import Kolom
from civreg_tui.domain.teks import terbaca
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.penerimaan.ajaran import (
    JudulAsing,
    forget,
    meanings,
    taught,
    teach,
)
from civreg_tui.services.workspace import Workspace
from screens.shell.daftar import Daftar
from screens.shell.dialog import Konfirmasi, PilihDaftar
from screens.shell.kerangka import LayarBulan

LEWATI = "lewati"
_ARTI = {f"{k.ukuran}.{k.seks}": k for k in meanings()}


class JudulKolom(LayarBulan):
    """Headings that mean nothing yet, then everything that was taught."""

    JUDUL = "3 Judul kolom"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kembali", "Selesai", "Kembali ke penerimaan; softcopy dibaca ulang."),
        khusus("delete,x", "hapus", "Hapus", "Menghapus ajaran yang dipilih."),
    ]
    KETERANGAN = (
        Tombol("ajar", "enter", "Enter", "Ajarkan", "Memilih arti judul yang dipilih."),
        Tombol("pilih", "up", "↑ ↓", "Pilih", "Memilih judul."),
    )
    DEFAULT_CSS = """
    JudulKolom {
        #petunjuk, #rincian { width: 100%; height: auto; }
        #petunjuk { margin-bottom: 1; }
        #daftar-judul { height: 1fr; }
        #rincian { min-height: 2; max-height: 4; }
    }
    """

    def __init__(self, ws: Workspace, periode: str, asing: Sequence[JudulAsing]) -> None:
        super().__init__(ws, periode)
        self.asing = tuple(asing)
        self.pelajaran: tuple[BarisAjaran, ...] = ()

    def isi(self) -> ComposeResult:
        """What this is for, the headings, and the chosen one in full."""
        yield Static(id="petunjuk", markup=False)
        yield Daftar(id="daftar-judul")
        yield Static(id="rincian", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Daftar).focus()

    def segarkan(self) -> None:
        """Read the lessons anew."""
        self.pelajaran = taught(self.ws)
        known = {(one.tanda, one.judul) for one in self.pelajaran}
        self.asing = tuple(a for a in self.asing if (a.tanda, a.judul) not in known)
        rows = [(f"a{i}", f"? {_isi(a.judul)}") for i, a in enumerate(self.asing)]
        rows += [
            (f"p{i}", f"✓ {_isi(one.judul)} = {arti(one.kolom)}")
            for i, one in enumerate(self.pelajaran)
        ]
        self.query_one("#petunjuk", Static).update(_petunjuk(len(self.asing), len(self.pelajaran)))
        self.query_one(Daftar).isi_ulang(rows)
        self._tulis_rincian()

    @property
    def dipilih(self) -> JudulAsing | BarisAjaran | None:
        """The heading or lesson under the cursor."""
        key = self.query_one(Daftar).terpilih
        if key is None:
            return None
        place = int(key[1:])
        return self.asing[place] if key[0] == "a" else self.pelajaran[place]

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        self.query_one("#rincian", Static).update(terbaca(_rincian(self.dipilih)))

    @on(Daftar.OptionSelected)
    def _ajar(self) -> None:
        chosen = self.dipilih
        if chosen is None:
            return
        heading = chosen if isinstance(chosen, JudulAsing) else _lagi(chosen)
        choices = [(key, kolom.label) for key, kolom in _ARTI.items()]
        dialog = PilihDaftar(
            f'Kolom "{_isi(heading.judul)}" adalah', [*choices, (LEWATI, arti(None))]
        )
        self.tanya(dialog, lambda key: self._simpan(heading, str(key)))

    def _simpan(self, heading: JudulAsing, key: str) -> None:
        teach(self.ws, heading, _ARTI.get(key))
        self.muat()
        self.pesan(f'"{_isi(heading.judul)}" = {arti(_ARTI.get(key))}. Diingat.', "baik")

    def action_hapus(self) -> None:
        """Take the chosen lesson back, after asking."""
        chosen = self.dipilih
        if isinstance(chosen, BarisAjaran):
            question = f'Hapus ajaran "{_isi(chosen.judul)}" = {arti(chosen.kolom)}?'
            detail = "Bulan yang sudah diterima dengan ajaran ini tidak berubah."
            self.tanya(Konfirmasi(question, [detail]), lambda _: self._hapus(chosen))

    def _hapus(self, lesson: BarisAjaran) -> None:
        forget(self.ws, lesson)
        self.muat()
        self.pesan("Ajaran dihapus.", "baik")


def arti(kolom: Kolom | None) -> str:
    """What a heading was taught to mean."""
    return kolom.label if kolom else "bukan kolom rekap, dilewati"


def _isi(judul: str) -> str:
    return terbaca(judul)


def _lagi(lesson: BarisAjaran) -> JudulAsing:
    return JudulAsing(lesson.tanda, lesson.judul, lesson.contoh, "", "")


def _petunjuk(asing: int, ajaran: int) -> str:
    if not asing and not ajaran:
        return "Semua judul kolom dikenali; belum ada yang perlu diajarkan."
    return (
        f"{asing} judul belum dikenal, {ajaran} sudah diajarkan. Enter memilih artinya; "
        "kepala tabel yang sama langsung dikenali lain kali."
    )


def _rincian(chosen: JudulAsing | BarisAjaran | None) -> str:
    if chosen is None:
        return ""
    if isinstance(chosen, JudulAsing):
        return f"{chosen.alamat}: {chosen.judul}"
    meaning = arti(chosen.kolom)
    return f"{chosen.judul} = {meaning}. Diajarkan {chosen.oleh}, contoh {chosen.contoh}."
