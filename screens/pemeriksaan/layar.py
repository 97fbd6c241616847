"""Step 5, Pemeriksaan: validation, what stands in its way, and the views beside it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.month.procedure import may, permitted
from civreg_tui.services.pemeriksaan import validate
from screens.pemeriksaan.butir import PeriksaButir
from screens.pemeriksaan.teks import capaian_singkat
from screens.shell.daftar import Daftar
from screens.shell.dialog import Konfirmasi, PilihDaftar, TanyaAlasan
from screens.shell.tarik import Menarik

_AKSI = {"batal_validasi": Aksi.BATAL_VALIDASI, "halangan": Aksi.VALIDASI}
"""Keys that show only while the procedure allows the act."""


class Pemeriksaan(PeriksaButir, Menarik):
    """F10 validates; h says what stands in the way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "validasi", "Validasi", "Memvalidasi rekap: revisi bernomor dan berkode."),
        khusus("h", "halangan", "Halangan", "Semua yang menghalangi validasi; Enter ke tempatnya."),
        khusus("x", "batal_validasi", "Batal validasi", "Membatalkan validasi, dengan alasan."),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Acts show only where the procedure allows them now."""
        if action in _AKSI:
            return may(self.ws, self.periode, _AKSI[action])
        if action == "tarik" and may(self.ws, self.periode, Aksi.VALIDASI):
            return False  # one person with both roles is reviewing here
        return super().check_action(action, parameters)

    # -- validation -----------------------------------------------------------------------------

    def action_validasi(self) -> None:
        """Validate after one confirmation; a refusal goes to what stands in the way."""
        permitted(self.ws, self.periode, Aksi.VALIDASI)
        blockers = self._halangan_urut()
        if blockers:
            self._pergi(blockers[0], buka=False)
            count = len(blockers)
            raise Ditolak(f"Belum dapat divalidasi: {count} halangan. h menyebutkan semuanya.")
        figures = list(capaian_singkat(self.ws, self.periode))
        self.tanya(Konfirmasi("Memvalidasi rekap bulan ini?", figures), self._validasi)

    def action_halangan(self) -> None:
        """List everything that stands in the way; choosing one goes there."""
        blockers = self._halangan_urut()
        if not blockers:
            self.pesan("Tidak ada halangan. F10 untuk memvalidasi.", "baik")
            return
        choices = [(str(no), blocker.kalimat) for no, blocker in enumerate(blockers)]
        title = f"{len(blockers)} halangan sebelum validasi"
        self.tanya(PilihDaftar(title, choices), lambda no: self._pergi(blockers[int(no)]))

    def _halangan_urut(self) -> list[validate.Halangan]:
        """What blocks, in the order of the list, then what is no finding."""
        found = validate.validation_blockers(self.ws, self.periode)
        order = [item.temuan for item in self.butir.values() if item.temuan is not None]
        return sorted(
            found, key=lambda b: order.index(b.temuan) if b.temuan in order else len(order)
        )

    def _pergi(self, blocker: validate.Halangan, *, buka: bool = True) -> None:
        """Stand on the blocker in the list; what is none of its items is shown as figures."""
        keys = [key for key, item in self.butir.items() if item.temuan == blocker.temuan]
        if blocker.temuan is not None and keys:
            self.query_one("#butir", Daftar).highlighted = list(self.butir).index(keys[0])
        elif buka:
            self._buka_angka(blocker.dokumen, blocker.alamat)

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
