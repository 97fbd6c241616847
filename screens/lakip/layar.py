"""Step 6, LAKIP Bidang: the chapters composed from the figures, judged, edited and delivered."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from civreg_tui.domain.lakip import BagianLakip, Edisi
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.laporan import Laporan
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.lakip import composing as lakip
from civreg_tui.services.lakip import editions, naskah
from civreg_tui.services.month.procedure import may, permitted
from civreg_tui.services.month.returns import return_to_kasi
from screens.lakip import teks
from screens.lakip.spanduk import ringkasan, spanduk_kembali
from screens.shell.baca import Baca
from screens.shell.daftar import Daftar
from screens.shell.dialog import Konfirmasi, PilihDaftar, TanyaAlasan
from screens.shell.kerangka import LayarBulan

_MENYUSUN = frozenset({"saran", "berkas", "batal_sunting", "edisi", "sampaikan"})
_EDISI: tuple[tuple[Edisi, str], ...] = (
    ("bulanan", "Bulanan: laporan kinerja bulan ini"),
    ("tahunan", "Tahunan: LAKIP setahun (Desember)"),
)


class Lakip(LayarBulan):
    """Sections at the left, the chosen one's text at the right; Enter edits, F10 delivers."""

    JUDUL = "6 LAKIP Bidang"
    LANGKAH = 6
    LEGENDA = teks.LEGENDA
    KETERANGAN = (
        Tombol("naik", "up", "↑ ↓", "Pilih", "Memilih bagian; Tab berpindah ke naskahnya."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "sampaikan", "Sampaikan", "Menyampaikan LAKIP ke Sekretariat."),
        khusus("enter,f2", "sunting", "Sunting", "Menyunting bagian yang dipilih."),
        tombol("temuan_berikut", "perlu(1)", "Berikut", "Ke bagian berikut yang perlu perhatian."),
        khusus("s", "saran", "Saran", "Memakai saran dari data sebagai naskah bagian ini."),
        khusus("t", "target", "Target", "Target, realisasi, capaian; asal setiap angka."),
        khusus("a", "anggaran", "Anggaran", "Pagu dan realisasi anggaran."),
        khusus("l", "lacak", "Lacak", "Asal setiap angka dalam bagian ini."),
        khusus("k", "kembalikan", "Kembalikan", "Mengembalikan rekap kepada Kasi, dengan alasan."),
        khusus("x", "batal_sunting", "Batal sunting", "Mengembalikan susunan program."),
        khusus("g", "berkas", "Dari berkas", "Mengganti bagian dengan berkas .txt (folder masuk)."),
        khusus("m", "edisi", "Edisi", "Memilih edisi bulanan atau tahunan."),
        khusus("e", "cetak", "Cetak", "Menulis LAKIP (.docx dan .xlsx) ke folder keluar."),
        khusus(
            "space", "gulir", "Gulir", "Menggulir naskah sampai akhir, lalu ke awal.", show=False
        ),
        khusus("v", "lebar", "Lebar", "Naskah selebar layar, dan kembali.", show=False),
        tombol("temuan_sebelum", "perlu(-1)", help="Ke bagian sebelumnya.", show=False),
    ]
    DEFAULT_CSS = """
    Lakip {
        #ringkas { height: auto; max-height: 4; width: 100%; }
        #ruang { height: 1fr; width: 100%; border-top: solid ansi_default; }
        #bagian { width: 32; height: 100%; border-right: solid ansi_default; }
        #bagian:focus { border-right: solid ansi_default; }
        #naskah { padding-left: 1; }
        &.lebar #bagian { display: none; }
    }
    """

    _awal = True

    def isi(self) -> ComposeResult:
        """Standing in short, sections, text."""
        yield Static(id="ringkas", markup=False)
        with Horizontal(id="ruang"):
            yield Daftar(id="bagian")
            yield Baca(id="naskah")

    def on_mount(self) -> None:
        """Begin at the first section that needs the Kabid."""
        self.query_one("#bagian", Daftar).focus()

    def on_resize(self) -> None:
        """Give the headings more room on a wide terminal."""
        self.query_one("#bagian", Daftar).styles.width = 32 if self.app.size.width < 100 else 46

    def segarkan(self) -> None:
        """Compose again from the figures and the edits."""
        report, sections = lakip.compose(self.ws, self.periode)
        self.laporan: Laporan = report
        self.bagian: dict[str, BagianLakip] = {section.id: section for section in sections}
        self.asing = naskah.strange_numbers(report, sections)
        self.query_one("#ringkas", Static).update(
            spanduk_kembali(self.ws, self.periode) + ringkasan(self.ws, report, sections)
        )
        rows = [(b.id, teks.baris_bagian(b, self.asing.get(b.id, ()))) for b in sections]
        wanted = next(iter(self._perlu()), None) if self._awal else None
        self._awal = False
        self.query_one("#bagian", Daftar).isi_ulang(rows, wanted)
        self._tulis_naskah(tetap=True)

    def _perlu(self) -> list[str]:
        """The sections that need attention: empty, conflicting, with strange numbers."""
        return [b.id for b in self.bagian.values() if b.kosong or b.bentrok or b.id in self.asing]

    @property
    def terpilih(self) -> BagianLakip:
        """The section the list stands on."""
        return self.bagian[self.query_one("#bagian", Daftar).terpilih or ""]

    @on(Daftar.OptionHighlighted)
    def _ganti_bagian(self) -> None:
        self._tulis_naskah()

    def _tulis_naskah(self, *, tetap: bool = False) -> None:
        section = self.terpilih
        blocks = list(teks.blok_bagian(section, self.asing.get(section.id, ())))
        self.query_one("#naskah", Baca).tampilkan(blocks, tetap=tetap)

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_sunting()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Acts show only where the procedure allows them now."""
        if action in _MENYUSUN and action != "sampaikan":
            return may(self.ws, self.periode, Aksi.SUSUN_LAKIP)
        if action == "kembalikan":
            return may(self.ws, self.periode, Aksi.KEMBALIKAN_KE_KASI)
        return super().check_action(action, parameters)

    # -- the text -------------------------------------------------------------------------------

    def action_perlu(self, langkah: int) -> None:
        """Go to the next (or previous) section that needs attention."""
        order = list(self.bagian)
        place = order.index(self.terpilih.id)
        turned = [*order[place + 1 :], *order[: place + 1]]
        if langkah < 0:
            turned = [*reversed(order[:place]), *reversed(order[place:])]
        needed = set(self._perlu())
        found = next((key for key in turned if key in needed), None)
        if found is None:
            self.pesan("Tidak ada bagian yang perlu perhatian. F10 menyampaikan.", "baik")
            return
        self._pilih(found)

    def _pilih(self, bagian: str) -> None:
        daftar = self.query_one("#bagian", Daftar)
        daftar.highlighted = daftar.get_option_index(bagian)

    def action_gulir(self) -> None:
        """A page further in the text, from its end back to the beginning."""
        pane = self.query_one("#naskah", Baca)
        if pane.di_akhir:
            pane.scroll_home(animate=False)
        else:
            pane.scroll_page_down(animate=False)

    def action_lebar(self) -> None:
        """Give the text the whole width, or the list its place again."""
        self.toggle_class("lebar")
        wide = self.has_class("lebar")
        self.query_one("#naskah" if wide else "#bagian").focus()

    def action_sunting(self) -> None:
        """Open the editor on the chosen section."""
        from screens.lakip.penyunting import Penyunting

        permitted(self.ws, self.periode, Aksi.SUSUN_LAKIP)
        self.buka(Penyunting(self.ws, self.periode, self.terpilih, self.laporan))

    def action_saran(self) -> None:
        """Take the suggestions as the section's text; what they leave open must be written."""
        section = self.terpilih
        text = naskah.suggestion(section)
        if section.disunting:
            raise Ditolak("Bagian ini sudah ditulis. x membuang naskahnya, baru saran dipakai.")
        naskah.keep_edit(self.ws, self.periode, section, text)
        self.muat()
        open_ = self.terpilih.kosong
        more = " Enter, lalu F3 ke setiap [uraikan ...] untuk menulisnya." if open_ else ""
        self.pesan(f"Saran dipakai.{more}", "info" if open_ else "baik")

    def action_batal_sunting(self) -> None:
        """Take the edit back, after asking."""
        section = self.terpilih
        if not section.disunting:
            naskah.take_back(self.ws, self.periode, section)
        self.tanya(
            Konfirmasi("Membuang suntingan bagian ini?", [section.kepala]),
            lambda _: self._batal_sunting(section),
        )

    def _batal_sunting(self, section: BagianLakip) -> None:
        naskah.take_back(self.ws, self.periode, section)
        self.muat()
        self.pesan("Suntingan dibuang; susunan program tampil lagi.", "baik")

    def action_berkas(self) -> None:
        """Choose a text file of the inbox for the section."""
        files = naskah.text_files(self.ws)
        if not files:
            raise Ditolak(f"Tidak ada berkas .txt di {self.ws.masuk}. Taruh berkasnya di sana.")
        title = f"Mengganti «{self.terpilih.kepala}» dengan berkas"
        section = self.terpilih
        self.tanya(
            PilihDaftar(title, [(name, name) for name in files]),
            lambda name: self._dari_berkas(section, name),
        )

    def _dari_berkas(self, section: BagianLakip, name: str) -> None:
        changed = naskah.keep_edit(
            self.ws, self.periode, section, naskah.read_text_file(self.ws, name)
        )
        self.muat()
        strange = self.asing.get(section.id, ())
        done = f"Bagian diganti dengan {name}." if changed else f"{name} sama dengan naskahnya."
        self.pesan(" ".join([done, *strange[:1]]), "info" if strange else "baik")

    # -- figures, budget, edition, papers -------------------------------------------------------

    def action_target(self) -> None:
        """Open targets and performance."""
        from screens.lakip.capaian import Capaian

        self.buka(Capaian(self.ws, self.periode, self.dokumen))

    def action_anggaran(self) -> None:
        """Open the budget."""
        from screens.lakip.anggaran import LayarAnggaran

        self.buka(LayarAnggaran(self.ws, self.periode))

    def action_lacak(self) -> None:
        """List where the section's numbers come from."""
        from screens.lakip.lacak import LacakAngka

        self.buka(LacakAngka(self.ws, self.periode, self.laporan, self.terpilih))

    def action_edisi(self) -> None:
        """Ask which edition is composed."""
        now = editions.edition(self.ws, self.periode)
        self.tanya(PilihDaftar("Edisi LAKIP", _EDISI, awal=now), self._edisi)

    def _edisi(self, edisi: str) -> None:
        chosen: Edisi = "tahunan" if edisi == "tahunan" else "bulanan"
        editions.choose_edition(self.ws, self.periode, chosen)
        self.muat()
        self.pesan(f"Edisi {edisi} dipakai.", "baik")

    def action_cetak(self) -> None:
        """Write the LAKIP's papers into the outbox."""
        from civreg_tui.services.output.export import export_month

        paths = export_month(self.ws, self.periode, self.ws.keluar, ("lakip",))
        self.pesan(f"Ditulis: {', '.join(path.name for path in paths)} di {self.ws.keluar}", "baik")

    # -- handing on -----------------------------------------------------------------------------

    def action_sampaikan(self) -> None:
        """Ask once, by what stands now; a refusal goes to the section that stands in the way."""
        self.muat()
        blocked = [b for b in self.bagian.values() if b.kosong or b.bentrok]
        if blocked:
            self._pilih(next((b.id for b in blocked if b.kosong), blocked[0].id))
        report, sections = lakip.deliverable(self.ws, self.periode)
        strange = [f"? {text}" for texts in self.asing.values() for text in texts]
        details = [ringkasan(self.ws, report, sections), *teks.belum_dikonfirmasi(report), *strange]
        self.tanya(Konfirmasi("Menyampaikan LAKIP Bidang ke Sekretariat?", details), self._sampai)

    def _sampai(self, _: bool) -> None:
        made = lakip.deliver(self.ws, self.periode)
        self.tutup(f"LAKIP disampaikan, SHA-256 {made.sha256[:16]}. Sekarang giliran Sekretariat.")

    def action_kembalikan(self) -> None:
        """Ask why, then send the recap back to the Kasi."""
        title = "Mengembalikan rekap kepada Kasi; validasinya gugur. Apa alasannya?"
        self.tanya(TanyaAlasan(title), self._kembalikan)

    def _kembalikan(self, alasan: str) -> None:
        return_to_kasi(self.ws, self.periode, alasan)
        self.tutup("Rekap dikembalikan. Sekarang giliran Kasi.")
