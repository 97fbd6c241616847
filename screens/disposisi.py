"""Steps 1 and 2: the disposition sheet, from Kabid to Kasi and from Kasi to Staf."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from civreg_tui.domain.laporan import LembarDisposisi
from civreg_tui.domain.salah import SalahRuas
from civreg_tui.keys import Tombol, tombol
from civreg_tui.services.disposisi import (
    TANGGAL,
    load_disposisi,
    only_days,
    save_disposisi,
    send_disposisi,
)
from civreg_tui.services.workspace import Workspace
from screens.shell.borang import Borang, SatuBaris, baris, judul, satu_baris, teks_panjang
from screens.shell.centang import Centang
from screens.shell.kerangka import LayarBulan

SIFAT = ("Sangat segera", "Segera", "Rahasia")
HARAP = ("Tanggapan dan Saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan")
RUAS_KASI = frozenset(("petunjuk", "petunjuk_batas", "petunjuk_tgl", "catatan"))
RUAS_KABID = frozenset(f.name for f in fields(LembarDisposisi)) - RUAS_KASI | {"catatan"}


class Disposisi(LayarBulan):
    """The sheet as a form; fields are saved when they are left, F10 sends the sheet on."""

    JUDUL = "1 Disposisi Kabid"
    LANGKAH = 1
    RUAS: ClassVar[frozenset[str]] = RUAS_KABID
    PERTAMA: ClassVar[str] = "arahan"
    TERKIRIM: ClassVar[str] = "Disposisi dikirim kepada Kasi."
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kirim", "Kirim ke Kasi", "Menyimpan dan mengirim disposisi."),
        tombol("kembali", help="Menyimpan isian dan kembali ke meja kerja."),
    ]
    KETERANGAN = (
        Tombol("pindah", "tab", "Tab ↑ ↓ Enter", "Pindah", "Ke ruas berikutnya atau sebelumnya."),
        Tombol("centang", "space", "← → Spasi", "Centang", "Memilih kotak dan mencentangnya."),
    )

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws, periode, dokumen)
        self.lembar = LembarDisposisi()

    def isi(self) -> ComposeResult:
        """The fields, in the order of the printed sheet."""
        with Borang():
            yield from baris(("Surat dari", satu_baris("surat_dari")))
            yield from baris(
                ("No. Surat", satu_baris("no_surat")), ("Tgl. Surat", satu_baris("tgl_surat"))
            )
            yield from baris(
                ("Diterima Tgl", satu_baris("diterima_tgl")),
                ("No. Agenda", satu_baris("no_agenda")),
            )
            yield from baris(("Sifat", Centang(SIFAT, satu=True, id="sifat")))
            yield from baris(("Perihal", teks_panjang("perihal")))
            yield from baris(("Diteruskan", satu_baris("diteruskan")))
            yield from baris(("Harap", Centang(HARAP, id="harap")))
            yield judul("KABID KEPADA KASI")
            yield from baris(("Arahan", teks_panjang("arahan")))
            yield from baris(
                ("Batas waktu", satu_baris("arahan_batas")), ("Tanggal", satu_baris("arahan_tgl"))
            )
            yield judul("KASI KEPADA STAF")
            yield from baris(("Petunjuk", teks_panjang("petunjuk")))
            yield from baris(
                ("Batas waktu", satu_baris("petunjuk_batas")),
                ("Tanggal", satu_baris("petunjuk_tgl")),
            )
            yield from baris(("Catatan", satu_baris("catatan")))

    def segarkan(self) -> None:
        """Fill the sheet in; only the fields of one's own level can be changed."""
        self.lembar = load_disposisi(self.ws, self.periode)
        form = self.query_one(Borang)
        form.tulis({**asdict(self.lembar), "sifat": (self.lembar.sifat,)})
        form.kunci(set(self.RUAS) if self.boleh else set())

    def on_mount(self) -> None:
        """Begin where there is something to write."""
        if self.boleh:
            self.query_one(f"#{self.PERTAMA}").focus()

    def _isian(self) -> LembarDisposisi:
        values: dict[str, Any] = self.query_one(Borang).isi()
        values["sifat"] = "".join(values["sifat"])
        return replace(self.lembar, **values)

    def _simpan(self) -> None:
        sheet = self._isian()
        if self.boleh and sheet != self.lembar:
            self.lembar = save_disposisi(self.ws, self.periode, sheet)
            self.query_one(Borang).tulis({name: getattr(self.lembar, name) for name in TANGGAL})

    def on_descendant_blur(self) -> None:
        """Keep the sheet whenever a field is left; a day that is none is gone back to."""
        self._simpan()

    def refuse(self, error: Exception) -> None:
        """Say what is wrong, at the field that it is about."""
        super().refuse(error)
        if isinstance(error, SalahRuas):
            field = self.query_one(f"#{error.ruas}", SatuBaris)
            field.focus()
            field.select_all()

    def simpan_draf(self) -> None:
        """Keep what was typed when the line is cut; a day that is none stays as it was."""
        if not self.boleh:
            return
        save_disposisi(self.ws, self.periode, only_days(self._isian(), self.lembar))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sending is offered to whose turn it is."""
        if action == "kirim" and not self.boleh:
            return False
        return super().check_action(action, parameters)

    def action_kembali(self) -> None:
        """Keep the sheet and go back."""
        self._simpan()
        super().action_kembali()

    def action_kirim(self) -> None:
        """Send the sheet on."""
        send_disposisi(self.ws, self.periode, self._isian())
        self.tutup(self.TERKIRIM)


class DisposisiKasi(Disposisi):
    """The same sheet at step 2: the Kasi's instructions for the Staf."""

    JUDUL = "2 Disposisi Kasi"
    LANGKAH = 2
    RUAS = RUAS_KASI
    PERTAMA = "petunjuk"
    TERKIRIM = "Disposisi diteruskan kepada Staf."
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "kirim", "Teruskan ke Staf", "Menyimpan dan meneruskan disposisi."),
    ]
