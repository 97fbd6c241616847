"""Setting or changing the own PIN from the home screen."""

from __future__ import annotations

from collections.abc import Mapping

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.people.pin import has_pin, set_pin
from screens.shell.kerangka import LayarDasar


class MengaturPin(LayarDasar):
    """Asks for the new PIN twice, and for the old one where there is one."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A PIN is for who decides in an office's own store."""
        if action == "pin":
            return not (self.ws.demo or self.ws.hanya_baca)
        return super().check_action(action, parameters)

    def action_pin(self) -> None:
        """Set or change the own PIN."""
        from screens.shell.pin import MEMBUAT, MENGGANTI, TanyaPin

        fields = MENGGANTI if has_pin(self.ws) else MEMBUAT
        self.tanya(TanyaPin("PIN untuk memvalidasi dan menyampaikan", fields, self._pin),
                   lambda _: self.pesan("PIN disimpan.", "baik"))  # fmt: skip

    def _pin(self, jawaban: Mapping[str, str]) -> None:
        if jawaban["baru"] != jawaban["ulang"]:
            raise Ditolak("Kedua PIN baru tidak sama. Ketik lagi.")
        set_pin(self.ws, jawaban["baru"], jawaban.get("lama", ""))
