"""Step 4, Entri: one recap per document, a row per kabupaten/kota, typed heads down."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.entri.copy_out import copy_out
from civreg_tui.services.entri.enter import carry_over, set_split
from civreg_tui.services.entri.takeover import take_over, take_over_all
from civreg_tui.services.month.procedure import permitted
from civreg_tui.services.pemeriksaan.validate import entry_blockers, hand_over
from civreg_tui.terminal.entry_text import PastePlan
from civreg_tui.terminal.grid import EntryGrid
from civreg_tui.terminal.grid_model import legend
from screens.entri.tempel import baris_pratinjau
from screens.entri.urung import Urung
from screens.entri.verifikasi import Verifikasi, pilihan
from screens.shell.bingkai import Tingkat
from screens.shell.dialog import Konfirmasi, PilihDaftar
from screens.shell.tarik import Menarik

KETERANGAN = (
    Tombol("ketik", "0", "angka Enter", "Isi", "Mengisi, menyimpan, maju; + di papan angka sama."),
    Tombol("nihil", "-", "- Enter", "Nihil", "Menyatakan nihil (nol), lain dari kosong."),
    Tombol("hapus", "delete", "Del", "Kosong", "Mengosongkan sel (belum ada angka)."),
    Tombol("ubah", "f2", "F2", "Ubah", "Mengubah angka di tempat; Esc membatalkan."),
    Tombol("panah", "up", "panah Tab Home End", "Pindah", "Berpindah sel; PgUp PgDn sehalaman."),
    Tombol("tempel", "p", "tempel", "Tempel", "Menempel blok dari lembar kerja, dilihat dulu."),
)
_HANYA_PENGISI = frozenset(
    (
        "serahkan",
        "urung",
        "ulang",
        "ambil",
        "ambil_semua",
        "bawa",
        "rincian_lp",
        "jelaskan",
        "verifikasi",
    )
)


class Entri(Urung, Menarik):
    """Type, Enter, next; F9 compares with the softcopy, F10 hands over to the Kasi."""

    KETERANGAN = KETERANGAN
    LEGENDA = tuple((sign.mark, f"{sign.name}: {sign.meaning}") for sign in legend())
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "serahkan", "Serahkan", "Menyerahkan rekap kepada Kasi."),
        tombol("banding"),
        tombol("temuan_berikut", "temuan(1)"),
        tombol("temuan_sebelum", "temuan(-1)", show=False),
        khusus("d,ctrl+pagedown", "dokumen(1)", "Dokumen", "Dokumen berikutnya."),
        khusus("D,ctrl+pageup", "dokumen(-1)", "Sebelum", "Dokumen sebelumnya.", show=False),
        khusus("t", "ambil", "Ambil", "Mengisi sel kosong dokumen ini dari softcopy."),
        khusus("T", "ambil_semua", "Ambil semua", "Yang sama untuk semua dokumen.", show=False),
        khusus("k", "kendali", "Kertas", "Mengisi jumlah kendali di kertas; k lagi kembali."),
        tombol("urung"),
        tombol("ulang", show=False),
        tombol("cari", help="Ke kabupaten/kota atau kolom, atau hanya sebagian baris.", show=False),
        khusus("i", "rincian", "Rincian", "12 bulan, softcopy, siapa dan kapan; i lagi menutup."),
        khusus("j", "jelaskan", "Jelaskan", "Menjelaskan peringatan pada sel ini.", show=False),
        khusus("n", "catatan", "Catatan", "Menulis catatan pada sel ini.", show=False),
        khusus("f", "tandai", "Tandai", "Menandai sel ini untuk ditindaklanjuti.", show=False),
        khusus("w", "bawa", "Bawa wajib", "Membawa wajib akta dari bulan lalu.", show=False),
        khusus("l", "rincian_lp", "L/P", "Mengisi per L dan P atau jumlah saja.", show=False),
        khusus("s", "jalur", "Jalur", "Enter maju ke kanan atau ke bawah.", show=False),
        khusus("c", "salin", "Salin", "Menyalin lembar ini ke berkas CSV.", show=False),
        khusus("v", "verifikasi", "Ketik ulang", "Mengetik ulang tanpa melihat entri.", show=False),
        khusus("b", "dibuka", "Dikembalikan", "Daftar sel yang dikembalikan Kasi.", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that change figures are there for who may change them."""
        if action in _HANYA_PENGISI:
            return self.view.writable
        if action == "dibuka":
            return bool(self.dikembalikan())
        return super().check_action(action, parameters)

    def saat_dibuka(self) -> None:
        """After a return, show its reason and cells first."""
        if self.dikembalikan():
            self.action_dibuka()

    # -- the main act, leaving ------------------------------------------------------------------

    def action_serahkan(self) -> None:
        """Hand over to the Kasi; a refusal goes to the cell that stands in the way."""
        if not self.selesai_mengetik():
            return
        permitted(self.ws, self.periode, Aksi.SERAHKAN_KE_KASI)
        blockers = entry_blockers(self.ws, self.periode)
        first = next((b for b in blockers if b.dokumen and b.alamat), None)
        if first is not None and first.dokumen and first.alamat:
            self.ke_sel(first.dokumen, first.alamat)
            sentence = f"Belum dapat diserahkan. {first.kalimat}"
            self.pesan(sentence, "tolak")
            return
        hand_over(self.ws, self.periode)
        self.tutup("Rekap diserahkan. Sekarang giliran Kasi memeriksa dan memvalidasi.")

    def tutup(self, teks: str = "", tingkat: Tingkat = "baik") -> None:
        """Leave; the place is remembered."""
        self.simpan_tempat(dengan_ketikan=False)
        super().tutup(teks, tingkat)

    def action_dibuka(self) -> None:
        """List the cells that the Kasi sent back; Enter goes to one, j answers it."""
        from screens.pemeriksaan.pengembalian import Pengembalian

        self.buka(Pengembalian(self.ws, self.periode, self.ke_sel))

    # -- whole sheets ---------------------------------------------------------------------------

    def action_ambil(self) -> None:
        """Fill this document's empty cells from the softcopy."""
        if self.selesai_mengetik():
            self.ubah(lambda: self._terisi(take_over(self.ws, self.periode, self.kode)))

    def action_ambil_semua(self) -> None:
        """Fill every document's empty cells from the softcopy."""
        if self.selesai_mengetik():
            self.ubah(lambda: self._terisi(take_over_all(self.ws, self.periode)))

    def _terisi(self, count: int) -> None:
        self.muat()
        open_ = sum(
            one.temuan.level != "info" and one.alasan is None
            for view in self.views.values()
            for one in view.findings
        )
        more = f" {open_} temuan (F3)." if open_ else " Tidak ada temuan."
        self.pesan(f"{count} sel diisi dari softcopy.{more} u membatalkan.", "baik")

    def action_bawa(self) -> None:
        """Carry the wajib columns over from last month."""

        def kerja() -> None:
            count = carry_over(self.ws, self.periode, self.kode)
            self.muat()
            self.pesan(f"{count} sel wajib dibawa dari bulan lalu (=). Ketik untuk mengganti.")

        if self.selesai_mengetik():
            self.ubah(kerja)

    def action_rincian_lp(self) -> None:
        """Key L and P, or totals only; while the sheet is empty."""
        wanted = "jumlah" if self.view.sheet.rincian == "lp" else "lp"
        set_split(self.ws, self.periode, self.kode, "lp" if wanted == "lp" else "jumlah")
        self.muat()
        self.bangun_ulang()
        self.pesan("Diisi per laki-laki dan perempuan." if wanted == "lp" else "Diisi jumlah saja.")

    def action_salin(self) -> None:
        """Write the sheet to a CSV file in the outbox."""
        path = copy_out(self.ws, self.periode, self.kode)
        self.pesan(f"Disalin ke {path}", "baik")

    def action_verifikasi(self) -> None:
        """Key again, blind: what is riskiest, this document or all."""
        if not self.selesai_mengetik():
            return

        def ulang(lingkup: str) -> None:
            chosen = next(scope for scope, _ in choices if scope == lingkup)
            self.buka(Verifikasi(self.ws, self.periode, chosen, self.kode))

        choices = pilihan(self.ws, self.periode, self.kode)
        self.tanya(PilihDaftar("Ketik ulang dari kertas, entri tidak ditampilkan", choices), ulang)

    # -- paste ----------------------------------------------------------------------------------

    @on(EntryGrid.PasteAsked)
    def _tempel(self, event: EntryGrid.PasteAsked) -> None:
        plan = event.plan
        if plan.refused or not plan.changes:
            self.pesan(plan.refused[0] if plan.refused else "Tidak ada yang berubah.", "tolak")
            return
        title = f"Menempel {len(plan.changes)} angka. Benar begini?"
        dialog = Konfirmasi(title, baris_pratinjau(plan, self.model))
        self.tanya(dialog, lambda _: self._tempelkan(plan))

    def _tempelkan(self, plan: PastePlan) -> None:
        if self.grid.apply_paste(plan):
            self.pesan(f"{len(plan.changes)} angka ditempel.", "baik")
