"""Step 5, Pemeriksaan: findings first, the figures beside last month's, then validation."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from civreg_tui.domain.langkah import Aksi, Keadaan
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Alamat
from civreg_tui.keys import khusus, tombol
from civreg_tui.services import returns, review, validate
from civreg_tui.services.check import explain
from civreg_tui.services.months import load_sheet
from civreg_tui.services.procedure import may, permitted
from screens.daftar import Daftar
from screens.dialog import Konfirmasi, TanyaAlasan
from screens.kerangka import LayarBulan
from screens.periksa_teks import baris_temuan, capaian_singkat, rincian, ringkasan

LEGENDA = (
    ("!", "kesalahan: harus diperbaiki, menghalangi validasi"),
    ("?", "peringatan: lolos bila dijelaskan"),
    ("v", "peringatan yang sudah dijelaskan"),
    ("i", "pemberitahuan, tidak menghalangi"),
    (">", "ditandai untuk dikembalikan kepada Staf"),
)


class Pemeriksaan(LayarBulan):
    """What matters on top; Enter explains, k marks for return, F10 validates."""

    JUDUL = "5 Pemeriksaan"
    LANGKAH = 5
    LEGENDA = LEGENDA
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "validasi", "Validasi", "Memvalidasi rekap: revisi bernomor dan berkode."),
        khusus("enter", "jelaskan", "Jelaskan", "Menjelaskan peringatan yang dipilih."),
        khusus("k", "tandai", "Tandai", "Menandai sel temuan ini untuk dikembalikan."),
        khusus("b", "kembalikan", "Kembalikan", "Mengembalikan sel yang ditandai kepada Staf."),
        khusus("a", "angka", "Angka", "Angka di samping bulan lalu, per dokumen."),
        khusus("c", "cakupan", "Cakupan", "Cakupan, peringkat, dan kekurangan akta."),
        khusus("d", "perubahan", "Perubahan", "Semua perubahan sejak validasi terakhir."),
        khusus("x", "batal_validasi", "Batal validasi", "Membatalkan validasi, dengan alasan."),
        tombol("temuan_berikut", "temuan(1)", show=False),
        tombol("temuan_sebelum", "temuan(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Pemeriksaan #ringkas { height: auto; max-height: 7; width: 100%; }
    Pemeriksaan #temuan { height: 1fr; }
    Pemeriksaan #rincian { height: 6; width: 100%; border-top: solid ansi_default; }
    """

    def isi(self) -> ComposeResult:
        """Coverage in short, the list of findings, the evidence behind the chosen one."""
        yield Static(id="ringkas", markup=False)
        yield Daftar(id="temuan")
        yield Static(id="rincian", markup=False)

    def segarkan(self) -> None:
        """Check the month again and list what was found."""
        self.temuan = review.ranked(self.ws, self.periode)
        if not hasattr(self, "ditandai"):
            self.ditandai: dict[tuple[str, Alamat], None] = {}
        self.query_one("#ringkas", Static).update("\n".join(ringkasan(self.ws, self.periode)))
        self._tulis_daftar()
        self._tulis_keadaan()

    def _tulis_daftar(self) -> None:
        marked = {cell[1].wilayah for cell in self.ditandai}
        rows = [
            (str(i), baris_temuan(found, bertanda=found.temuan.region in marked))
            for i, found in enumerate(self.temuan)
        ]
        daftar = self.query_one("#temuan", Daftar)
        daftar.isi_ulang(rows)
        daftar.focus()
        self._tulis_rincian()

    def _tulis_keadaan(self) -> None:
        keadaan = self.ws.month(self.periode).keadaan
        if keadaan is Keadaan.TERVALIDASI:
            last = self.ws.store.records.revisions(self.periode)[-1]
            self.pesan(f"Sudah divalidasi: revisi {last.no}, kode {last.kode}.", "baik")
        elif self.boleh:
            count = len(validate.validation_blockers(self.ws, self.periode))
            self.pesan(
                f"{count} halangan sebelum dapat divalidasi." if count
                else "Tidak ada halangan. F10 untuk memvalidasi."
            )  # fmt: skip

    @property
    def terpilih(self) -> TemuanDijawab | None:
        """The finding the list stands on."""
        key = self.query_one("#temuan", Daftar).terpilih
        return self.temuan[int(key)] if key is not None else None

    @on(Daftar.OptionHighlighted)
    def _tulis_rincian(self) -> None:
        found = self.terpilih
        lines = rincian(self.ws, self.periode, found) if found else ["Tidak ada temuan."]
        self.query_one("#rincian", Static).update("\n".join(lines))

    @on(Daftar.OptionSelected)
    def _enter(self) -> None:
        self.action_jelaskan()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Acts show only where the procedure allows them now."""
        needed = {"batal_validasi": Aksi.BATAL_VALIDASI, "validasi": Aksi.VALIDASI,
                  "kembalikan": Aksi.KEMBALIKAN_KE_STAF, "tandai": Aksi.KEMBALIKAN_KE_STAF,
                  "jelaskan": Aksi.JELASKAN_TEMUAN}  # fmt: skip
        if action in {"batal_validasi", "kembalikan", "tandai", "jelaskan"}:
            return may(self.ws, self.periode, needed[action])
        return super().check_action(action, parameters)

    # -- acts -----------------------------------------------------------------------------------

    def action_temuan(self, langkah: int) -> None:
        """Go to the next or previous finding."""
        daftar = self.query_one("#temuan", Daftar)
        if daftar.option_count:
            daftar.highlighted = ((daftar.highlighted or 0) + langkah) % daftar.option_count

    def action_jelaskan(self) -> None:
        """Ask for the reason of the chosen warning: pick-list first, then free text."""
        found = self.terpilih
        if found is None:
            return
        if found.temuan.level != "warning":
            self.pesan("Hanya peringatan (?) yang dijelaskan; kesalahan dikembalikan: k, b.")
            return
        reasons = self.ws.config.facts.alasan
        dialog = TanyaAlasan(found.temuan.message, reasons, minimum=3, awal=found.alasan or "")
        self.tanya(dialog, lambda reason: self._jelaskan(found, reason))

    def _jelaskan(self, found: TemuanDijawab, alasan: str) -> None:
        explain(self.ws, self.periode, found.temuan, alasan)
        self.muat()

    def action_tandai(self) -> None:
        """Mark the finding's cells for return, or take the mark away."""
        found = self.terpilih
        cells = review.cells_to_return(self.ws, self.periode, found.temuan) if found else []
        if not cells:
            self.pesan("Temuan ini tidak menunjuk sel; tandai dari layar angka (a).")
            return
        self.tandai_sel(cells)
        self._tulis_daftar()

    def tandai_sel(self, cells: list[tuple[str, Alamat]]) -> None:
        """Mark cells, or unmark them when all were marked already."""
        remove = all(cell in self.ditandai for cell in cells)
        for cell in cells:
            if remove:
                self.ditandai.pop(cell, None)
            else:
                self.ditandai[cell] = None
        self.pesan(f"{len(self.ditandai)} sel ditandai. b untuk mengembalikan kepada Staf.")

    def action_kembalikan(self) -> None:
        """Ask why, then send the marked cells back."""
        if not self.ditandai:
            self.pesan("Tandai dulu sel yang dikembalikan: k pada temuan, atau dari angka (a).")
            return
        title = f"Mengembalikan {len(self.ditandai)} sel kepada Staf. Apa yang harus diperbaiki?"
        self.tanya(TanyaAlasan(title), self._kembalikan)

    def _kembalikan(self, alasan: str) -> None:
        returns.return_to_staf(self.ws, self.periode, list(self.ditandai), alasan)
        self.tutup(f"{len(self.ditandai)} sel dikembalikan. Sekarang giliran Staf.")

    def action_validasi(self) -> None:
        """Validate after one confirmation; a refusal goes to what stands in the way."""
        blockers = validate.validation_blockers(self.ws, self.periode) if self.boleh else ()
        if blockers:
            self._ke_halangan(blockers[0])
            validate.validate(self.ws, self.periode)
        permitted(self.ws, self.periode, Aksi.VALIDASI)
        figures = list(capaian_singkat(self.ws, self.periode))
        self.tanya(Konfirmasi("Memvalidasi rekap bulan ini?", figures), self._validasi)

    def _ke_halangan(self, blocker: validate.Halangan) -> None:
        if blocker.temuan in self.temuan:
            place = self.temuan.index(blocker.temuan)
            self.query_one("#temuan", Daftar).highlighted = place

    def _validasi(self, _: bool) -> None:
        revision = validate.validate(self.ws, self.periode)
        self.tutup(
            f"Divalidasi: revisi {revision.no}, kode {revision.kode}. Sekarang giliran Kabid."
        )

    def action_batal_validasi(self) -> None:
        """Take the validation back, with a reason."""
        self.tanya(TanyaAlasan("Membatalkan validasi. Apa alasannya?"), self._batal)

    def _batal(self, alasan: str) -> None:
        validate.unvalidate(self.ws, self.periode, alasan)
        self.muat()
        self.pesan("Validasi dibatalkan. Rekap dapat diperiksa lagi.", "baik")

    def action_angka(self) -> None:
        """Open the figures beside last month's."""
        from screens.angka import Angka

        found = self.terpilih
        code = found.temuan.document if found else None
        self.buka(Angka(self.ws, self.periode, code or self.dokumen, self))

    def action_cakupan(self) -> None:
        """Open the coverage view."""
        from screens.rute import cakupan

        self.buka(cakupan(self.ws, self.periode))

    def action_perubahan(self) -> None:
        """Show the net changes since the last validation."""
        from screens.perubahan import DaftarPerubahan

        self.tanya(DaftarPerubahan(self.ws, self.periode), lambda _: None)

    def seluruh_baris(self, dokumen: str, kode: str) -> list[tuple[str, Alamat]]:
        """All keyed cells of a region in a document."""
        sheet = load_sheet(self.ws, self.periode, dokumen)
        return [(dokumen, Alamat(kode, *kolom)) for kolom in sheet.entry_columns]
