"""Step 7, Sekretariat: read what was delivered, tick the checklist, accept or send back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import Bahan
from civreg_tui.domain.salah import SalahRuas
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services import sekretariat as secretariat
from civreg_tui.services.month.procedure import may, permitted
from civreg_tui.services.month.returns import return_to_kabid
from screens.sekretariat.teks import baris_periksa, blok_naskah, hari, identitas
from screens.shell.baca import Baca
from screens.shell.daftar import Daftar
from screens.shell.dialog import Formulir, IsianTeks, Ruas, TanyaAlasan
from screens.shell.kerangka import LayarBulan

_RUAS = {
    "nomor": "Nomor penerimaan",
    "tanggal": "Tanggal diterima",
    "catatan": "Catatan",
}


class Sekretariat(LayarBulan):
    """The frozen text at the left, the checklist at the right; F10 accepts."""

    JUDUL = "7 Sekretariat"
    LANGKAH = 7
    LEGENDA = (("[x]", "sudah diperiksa dan benar"), ("[ ]", "belum"))
    KETERANGAN = (
        Tombol("pindah", "tab", "Tab", "Pindah", "Antara daftar periksa dan naskah (panah, PgDn)."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "terima", "Terima", "Menerima LAKIP dengan nomor dan tanggal."),
        khusus("enter,space", "isi_butir", "Centang/isi", "Mencentang atau mengisi butir."),
        khusus("k", "kembalikan", "Kembalikan", "Mengembalikan LAKIP kepada Kabid."),
        khusus("e", "bahan", "Tulis bahan", "Menulis bahan LAKIP Dinas ke folder keluar."),
        tombol("temuan_berikut", "judul(1)", "Judul", "Ke judul berikutnya dalam naskah."),
        khusus("v", "lebar", "Lebar", "Naskah selebar layar, dan kembali."),
        tombol("temuan_sebelum", "judul(-1)", "Sebelum", "Ke judul sebelumnya.", show=False),
    ]
    DEFAULT_CSS = """
    Sekretariat {
        #identitas { height: 2; width: 100%; text-wrap: nowrap; }
        #ruang { height: 1fr; width: 100%; border-top: solid ansi_default; }
        #sisi { width: 30; height: 100%; border-left: solid ansi_default; padding-left: 1; }
        #periksa { height: 6; }
        #cocok { height: auto; width: 100%; margin-top: 1; }
        &.lebar #sisi { display: none; }
    }
    """

    def isi(self) -> ComposeResult:
        """Identity, text, checklist with the program's sentence on the figures."""
        yield Static(id="identitas", markup=False)
        with Horizontal(id="ruang"):
            yield Baca(id="naskah")
            with Vertical(id="sisi"):
                yield Daftar(id="periksa")
                yield Static(id="cocok", markup=False)

    def on_mount(self) -> None:
        """Begin at the checklist."""
        self.query_one("#periksa", Daftar).focus()

    def on_resize(self) -> None:
        """Give the checklist more room on a wide terminal."""
        self.query_one("#sisi").styles.width = 30 if self.app.size.width < 100 else 44

    def segarkan(self) -> None:
        """Read the frozen delivery and check its figures anew."""
        received = secretariat.examine_delivery(self.ws, self.periode)
        self.form: Bahan = secretariat.load_checklist(self.ws, self.periode, received)
        self.query_one("#identitas", Static).update(identitas(received))
        blocks = list(blok_naskah(received)) if received else []
        self.judul_naskah = [block.kunci for block in blocks if block.kunci]
        self.query_one("#naskah", Baca).tampilkan(blocks, tetap=True)
        self.query_one("#cocok", Static).update(received.cocok.kalimat if received else "")
        self._tulis_periksa()

    def _tulis_periksa(self) -> None:
        self.query_one("#periksa", Daftar).isi_ulang(baris_periksa(self.form))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Acts show only where the procedure allows them now."""
        if action in {"isi_butir", "kembalikan"}:
            return may(self.ws, self.periode, Aksi.PERIKSA_LAKIP)
        if action == "bahan":
            return self.ws.keadaan(self.periode) is Keadaan.SELESAI
        return super().check_action(action, parameters)

    def action_judul(self, langkah: int) -> None:
        """Go to the next or previous heading of the text."""
        pane = self.query_one("#naskah", Baca)
        if not self.judul_naskah:
            return
        here = self.judul_naskah.index(pane.tempat) if pane.tempat in self.judul_naskah else -1
        place = max(0, min(here + langkah, len(self.judul_naskah) - 1))
        pane.ke(self.judul_naskah[place])

    def action_lebar(self) -> None:
        """Give the text the whole width, or the checklist its place again."""
        self.toggle_class("lebar")
        wide = self.has_class("lebar")
        self.query_one("#naskah" if wide else "#periksa").focus()

    # -- the checklist --------------------------------------------------------------------------

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_isi_butir()

    def action_isi_butir(self) -> None:
        """Tick the chosen box, or ask for the chosen text."""
        permitted(self.ws, self.periode, Aksi.PERIKSA_LAKIP)
        key = self.query_one("#periksa", Daftar).terpilih
        if key == "cocok":
            self.pesan("Butir ini diperiksa program; hasilnya tertulis di bawah daftar.")
        elif key in {"lengkap", "ditandatangani"}:
            self._simpan(_dengan(self.form, {key: not getattr(self.form, key)}))
        elif key is not None:
            self._tanya_teks(key)

    def _tanya_teks(self, key: str) -> None:
        label = _RUAS[key]
        proposed = self._isian(key)
        self.tanya(
            IsianTeks(label, label, proposed, periksa=lambda a: _periksa({key: a["teks"]})),
            lambda a: self._simpan(_dengan(self.form, _periksa({key: a["teks"]}))),
        )

    def _isian(self, key: str) -> str:
        """What a field begins with: what is kept, and today where no date is."""
        if key == "tanggal":
            return hari(self.form.tanggal or secretariat.today(self.ws))
        return str(getattr(self.form, key))

    def _simpan(self, form: Bahan) -> None:
        secretariat.save_checklist(self.ws, self.periode, form)
        self.form = form
        self._tulis_periksa()

    # -- accepting and sending back -------------------------------------------------------------

    def action_terima(self) -> None:
        """Ask for number and date, then accept; what is not ticked yet is named and chosen."""
        permitted(self.ws, self.periode, Aksi.TERIMA_LAKIP)
        unticked = [k for k in ("lengkap", "cocok", "ditandatangani") if not getattr(self.form, k)]
        if unticked:
            daftar = self.query_one("#periksa", Daftar)
            daftar.highlighted = daftar.get_option_index(unticked[0])
            raise Ditolak(_HALANGAN[unticked[0]])
        fields = [Ruas(key, label, self._isian(key)) for key, label in _RUAS.items()]
        self.tanya(Formulir("Menerima LAKIP Bidang", fields, periksa=_lengkap), self._terima)

    def _terima(self, jawaban: dict[str, str]) -> None:
        form = _dengan(self.form, _lengkap(jawaban))
        secretariat.accept_lakip(self.ws, self.periode, form)
        self.muat()
        self.pesan(
            f"LAKIP diterima dengan nomor {form.nomor}. e menulis bahan LAKIP Dinas.", "baik"
        )

    def action_kembalikan(self) -> None:
        """Ask why, then send the LAKIP back to the Kabid."""
        self.tanya(
            TanyaAlasan("Mengembalikan LAKIP kepada Kabid. Apa yang harus diperbaiki?"),
            self._kembalikan,
        )

    def _kembalikan(self, alasan: str) -> None:
        return_to_kabid(self.ws, self.periode, alasan)
        self.tutup("LAKIP dikembalikan. Sekarang giliran Kabid.")

    def action_bahan(self) -> None:
        """Write the material for the LAKIP Dinas into the outbox."""
        from civreg_tui.services.output.export import export_month

        paths = export_month(self.ws, self.periode, self.ws.keluar, ("bahan",))
        names = ", ".join(path.name for path in paths)
        self.pesan(f"Ditulis ke {self.ws.keluar}: {names}", "baik")


_HALANGAN = {
    "lengkap": "Periksa dulu apakah naskahnya lengkap, lalu centang.",
    "cocok": "Angkanya tidak cocok dengan rekap tervalidasi. Kembalikan kepada Kabid (k).",
    "ditandatangani": "Periksa dulu apakah sudah ditandatangani, lalu centang.",
}


def _dengan(form: Bahan, jawaban: Mapping[str, object]) -> Bahan:
    return Bahan(**{**asdict(form), **jawaban})


def _periksa(jawaban: dict[str, str]) -> dict[str, str]:
    """The answers with the date in one form; SalahRuas when it is no date."""
    clean = {key: " ".join(text.split()) for key, text in jawaban.items()}
    if clean.get("tanggal"):
        clean["tanggal"] = secretariat.parse_date(clean["tanggal"])
    return clean


def _lengkap(jawaban: dict[str, str]) -> dict[str, str]:
    """The same, where number and date must be there; SalahRuas names the one that is not."""
    clean = _periksa(jawaban)
    for key in ("nomor", "tanggal"):
        if not clean[key]:
            raise SalahRuas(key, f"{_RUAS[key]} belum diisi.")
    return clean
