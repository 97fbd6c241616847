"""Taking a handed-over month back, from whichever screen the Staf stands on."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from civreg_tui.domain.langkah import Aksi
from civreg_tui.keys import khusus
from civreg_tui.services.month.procedure import may
from civreg_tui.services.month.take_back import require_free, take_back
from screens.shell.dialog import TanyaAlasan
from screens.shell.kerangka import LayarDasar


class Menarik(LayarDasar):
    """m takes the month back with a reason; refused, naming the Kasi, while it is reviewed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("m", "tarik", "Tarik", "Staf: menarik kembali rekap yang sudah diserahkan."),
    ]

    def bulan_ditarik(self) -> str:
        """The month that would be taken back; empty when there is none."""
        return str(getattr(self, "periode", ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There for who may, also while somebody reviews, so that the refusal names who."""
        if action == "tarik":
            month = self.bulan_ditarik()
            return bool(month) and may(self.ws, month, Aksi.TARIK_KEMBALI)
        return super().check_action(action, parameters)

    def hadir_berubah(self) -> None:
        """A Kasi may have opened or left the review: say anew what can be done."""
        super().hadir_berubah()
        if self.check_action("tarik", ()):
            self.pesan("")
            self.muat()

    def action_tarik(self) -> None:
        """Ask for the reason, unless a Kasi has it open."""
        periode = self.bulan_ditarik()
        require_free(self.ws, periode)
        question = TanyaAlasan("Menarik kembali rekap dari Kasi. Apa alasannya?")
        self.tanya(question, lambda alasan: self._tarik(periode, alasan))

    def _tarik(self, periode: str, alasan: str) -> None:
        take_back(self.ws, periode, alasan)
        self.muat()
        self.pesan("Rekap ditarik kembali dan dapat diubah lagi. Sekarang giliran Staf.", "baik")
