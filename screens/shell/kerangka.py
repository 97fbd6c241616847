"""Every screen: loading, dialogs, others' news, roles; and a screen of one month."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual.binding import BindingType
from textual.events import Key
from textual.screen import ModalScreen

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI, NAMA_PERAN
from civreg_tui.domain.periode import Periode
from civreg_tui.keys import DIKENAL, Tombol, khusus, tombol, tulisan
from civreg_tui.services.errors import EXPECTED
from civreg_tui.services.people.pin import PerluPin, confirm
from civreg_tui.services.people.presence import arrive
from civreg_tui.services.people.watch import Acts, in_words
from civreg_tui.services.workspace import Workspace
from screens.shell.bingkai import Bingkai, Tingkat

Hasil = TypeVar("Hasil")


class LayarDasar(Bingkai):
    """A framed screen that loads in ``segarkan``, asks by dialogs, and hears what others did."""

    SEGAR_SENDIRI: ClassVar[bool] = False
    """Whether loading anew loses nothing that was typed, so that others' acts show at once."""
    KETERANGAN: ClassVar[tuple[Tombol, ...]] = ()
    """Keys that a widget handles by itself, for the help page."""
    LEGENDA: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Marks and their meaning, for the help page."""
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("bantuan"),
        tombol("kembali"),
        tombol("peran"),
        khusus("tab", "app.focus_next", "Maju", "Ke bagian berikutnya.", show=False),
        khusus("shift+tab", "app.focus_previous", "Mundur", "Ke bagian sebelumnya.", show=False),
    ]

    def __init__(self, ws: Workspace) -> None:
        super().__init__(ws)
        self._di_dialog = False
        self.siap = False
        """Whether it was loaded once, so that news can be shown on it."""

    def on_key(self, event: Key) -> None:
        """A key known from other screens that means nothing here says so."""
        if event.key in DIKENAL and event.key not in self.active_bindings:
            name = tulisan(event.key)
            self.pesan(f"{name} tidak dipakai di layar ini. F1 menampilkan tombolnya.")

    # -- what a screen fills in -----------------------------------------------------------------

    def segarkan(self) -> None:
        """Read the store again and show it; called on opening, on return, on a new role."""

    def simpan_draf(self) -> None:
        """Keep what is half-typed, since the line to the terminal was cut."""

    def dari_lain(self, kabar: Acts) -> bool:
        """Show what others wrote; False asks to be told again, since somebody is typing here."""
        if not self._menyangkut(kabar):
            return True
        if self.SEGAR_SENDIRI:
            self.muat()
            self.pesan(in_words(kabar))
        else:
            self.pesan(f"{in_words(kabar)} Tutup dan buka lagi layar ini untuk melihatnya.")
        return True

    def _menyangkut(self, kabar: Acts) -> bool:
        """Whether any of the acts concerns this screen."""
        return bool(kabar)

    def hadir_berubah(self) -> None:
        """Something else was written, perhaps who is where."""

    # -- what a screen uses ---------------------------------------------------------------------

    def tanya(self, dialog: ModalScreen[Hasil], lanjut: Callable[[Hasil], None]) -> None:
        """Open a dialog; ``lanjut`` gets its answer, unless it was left with Esc (None).

        The screen is not loaded again by itself: ``lanjut`` calls ``muat`` after a change.
        """

        def answered(answer: Hasil | None) -> None:
            if answer is None:
                return
            self.pesan("")
            self._lanjutkan(partial(lanjut, answer))

        self._di_dialog = True
        self.app.push_screen(dialog, answered)

    def _lanjutkan(self, lanjut: Callable[[], None]) -> None:
        """Go on; where the PIN is wanted first, ask for it and go on then."""
        try:
            lanjut()
        except PerluPin as need:
            from screens.shell.pin import MENGETIK, TanyaPin

            asked = TanyaPin(str(need), MENGETIK, lambda told: confirm(self.ws, told["pin"]))
            self.tanya(asked, lambda _: lanjut())
        except EXPECTED as error:
            self.refuse(error)

    def buka(self, layar: LayarDasar) -> None:
        """Open another screen over this one."""
        self.app.push_screen(layar)

    def tutup(self, teks: str = "", tingkat: Tingkat = "baik") -> None:
        """Close this screen; the one below shows the message."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        self.app.pop_screen()
        if teks and isinstance(below, LayarDasar):
            below.pesan(teks, tingkat)

    def on_screen_resume(self) -> None:
        """Load on opening, and again when another screen may have changed something."""
        if self._di_dialog:
            self._di_dialog = False
        else:
            arrive(self.ws, self.JUDUL, getattr(self, "periode", ""))
            self.muat()
            self.siap = True

    def muat(self) -> None:
        """Load the body, then header and footer, which depend on it."""
        self.segarkan()
        self.tulis_bingkai()

    # -- keys of the frame ----------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Roles are switched in a demo store only."""
        if action == "peran":
            return self.ws.pelaku.bebas
        return super().check_action(action, parameters)

    def action_bantuan(self) -> None:
        """Show the help page of this screen."""
        from screens.shell.bantuan import Bantuan

        self._di_dialog = True
        self.app.push_screen(Bantuan(self))

    def action_kembali(self) -> None:
        """Go back one level."""
        self.tutup()

    def action_peran(self) -> None:
        """Choose the role to act in (demo only)."""
        from screens.shell.dialog import PilihDaftar

        turn = self.giliran()
        choices = [
            (role, NAMA_PERAN[role] + (" (giliran sekarang)" if role == turn else ""))
            for role in NAMA_PERAN
            if role in self.ws.pelaku.memegang
        ]
        self.tanya(PilihDaftar("Bertindak sebagai", choices, awal=turn), self._ganti_peran)

    def _ganti_peran(self, peran: Any) -> None:
        self.ws.pelaku = self.ws.pelaku.sebagai(peran)
        self.muat()
        self.pesan(f"Sekarang bertindak sebagai {self.nama_peran}.")

    def giliran(self) -> str | None:
        """The role whose turn it is in the month shown, if there is one."""
        return None


class LayarBulan(LayarDasar):
    """A screen of one month; ``LANGKAH`` is the SOP step it belongs to (0 = a view)."""

    LANGKAH: ClassVar[int] = 0

    def __init__(self, ws: Workspace, periode: str, dokumen: str | None = None) -> None:
        super().__init__(ws)
        self.periode = str(Periode.parse(periode))
        self.dokumen = dokumen
        ws.month(self.periode)

    @property
    def boleh(self) -> bool:
        """Whether this step is the month's current one and the account has its turn."""
        current = LANGKAH_DARI[self.ws.keadaan(self.periode)]
        return current == self.LANGKAH and self.giliran() in self.ws.pelaku.dapat

    def giliran(self) -> str | None:
        """The role whose turn it is."""
        return GILIRAN[self.ws.keadaan(self.periode)][0]

    def sub_judul(self) -> str:
        """The month, and that nothing can be changed when it is not one's turn."""
        label = Periode.parse(self.periode).label
        return label if self.boleh or not self.LANGKAH else f"{label} · hanya baca"

    def _menyangkut(self, kabar: Acts) -> bool:
        return any(event.periode == self.periode for event in kabar)

    def on_mount(self) -> None:
        """Note that somebody sat down to this step, so that its minutes are counted."""
        if self.boleh or (not self.LANGKAH and self.giliran() in self.ws.pelaku.dapat):
            from civreg_tui.services.month.clock import note_work

            note_work(self.ws, self.periode)
