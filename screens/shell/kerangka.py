"""The frame of every screen: header, body, one message line, and a footer from the bindings."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial
from typing import Any, ClassVar, Literal, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from civreg_tui.domain.langkah import GILIRAN, LANGKAH_DARI, NAMA_PERAN, Peran
from civreg_tui.domain.periode import Periode
from civreg_tui.keys import Tombol, khusus, tombol
from civreg_tui.services.errors import EXPECTED, sentence
from civreg_tui.services.people.identity import SEMUA_PERAN
from civreg_tui.services.people.pin import PerluPin, confirm
from civreg_tui.services.people.presence import arrive
from civreg_tui.services.people.watch import Acts, in_words
from civreg_tui.services.workspace import Workspace
from civreg_tui.terminal.guarded import GuardedScreen
from civreg_tui.terminal.message_line import MessageLine

Tingkat = Literal["info", "baik", "tolak"]
_TANDA: dict[Tingkat, str] = {"info": "", "baik": "✓ ", "tolak": "! "}
_GAYA: dict[Tingkat, str] = {"info": "", "baik": "bold", "tolak": "reverse"}
"""Never bold and reverse together: PuTTY paints that dark grey on grey."""
LEBAR, TINGGI = 80, 24
TINGGI_MINIMUM = 22
"""A status line of tmux or screen takes a line or two of 24; a list then scrolls."""
Hasil = TypeVar("Hasil")


class LayarDasar(GuardedScreen[None]):
    """A screen with header, body (``isi``), message line and footer; loads in ``segarkan``."""

    EXPECTED = EXPECTED
    SEGAR_SENDIRI: ClassVar[bool] = False
    """Whether loading anew loses nothing that was typed, so that others' acts show at once."""
    JUDUL: ClassVar[str] = ""
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
    DEFAULT_CSS = """
    LayarDasar {
        layout: vertical;
        overflow: hidden;
        #kepala, #kaki { height: 1; width: 100%; text-wrap: nowrap; text-overflow: ellipsis; }
        #kepala { text-style: reverse; }
        #pesan { height: auto; min-height: 1; max-height: 3; width: 100%; }
        #badan { height: 1fr; width: 100%; }
        #kekecilan { display: none; height: 100%; width: 100%; }
        &.kekecilan {
            #kekecilan { display: block; }
            #kepala, #badan, #pesan, #kaki { display: none; }
        }
    }
    """

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.ws = ws
        self._di_dialog = False
        self.siap = False
        """Whether it was loaded once, so that news can be shown on it."""
        self._baris_pesan = MessageLine(id="pesan")

    # -- what a screen fills in -----------------------------------------------------------------

    def isi(self) -> ComposeResult:
        """The widgets of the body."""
        yield from ()

    def segarkan(self) -> None:
        """Read the store again and show it; called on opening, on return, on a new role."""

    def sub_judul(self) -> str:
        """The middle of the header: usually the month."""
        return ""

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

    def pesan(self, teks: str, tingkat: Tingkat = "info") -> None:
        """Show a line above the footer (plain text); a refusal rings the bell."""
        if tingkat == "tolak":
            self.app.bell()
        if self._baris_pesan.is_attached:
            self.tulis_pesan(_TANDA[tingkat] + teks if teks else "", _GAYA[tingkat])

    def tulis_pesan(self, teks: str, gaya: str) -> None:
        """Hook: write the message; the screen may give it more room than its line."""
        self._baris_pesan.say(teks, gaya)

    def refuse(self, error: Exception) -> None:
        """Show an expected error's sentence."""
        self.pesan(sentence(error), "tolak")

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

    @property
    def nama_peran(self) -> str:
        """The role shown in the header: the chosen one, else the account that holds several."""
        chosen = self.ws.pelaku.dipilih
        held = self.ws.pelaku.memegang
        if chosen is None and len(held) == 1:
            chosen = next(iter(held))
        if chosen is None:
            return f"{self.ws.pelaku.akun} ({_beberapa(held)})"
        return f"{self.ws.pelaku.sebutan(chosen)} {NAMA_PERAN[chosen]}".lstrip()

    # -- the frame ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Header, body, message line, footer, and the sentence for a too small terminal."""
        yield Static(id="kepala", markup=False)
        with Vertical(id="badan"):
            yield from self.isi()
        yield self._baris_pesan
        yield Static(id="kaki", markup=False)
        yield Static(id="kekecilan", markup=False)

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

    def tulis_bingkai(self) -> None:
        """Write header and footer anew, after something they show has changed."""
        self.query_one("#kepala", Static).update(self._kepala())
        self.query_one("#kaki", Static).update(self._kaki())

    def on_resize(self) -> None:
        """Where too little fits only one sentence is shown."""
        width, height = self.app.size
        self.set_class(width < LEBAR or height < TINGGI_MINIMUM, "kekecilan")
        self.query_one("#kekecilan", Static).update(
            f"Layar {width}x{height} terlalu kecil. "
            f"Perbesar jendela menjadi sedikitnya {LEBAR}x{TINGGI}."
        )
        self.tulis_bingkai()

    def _kepala(self) -> Content:
        left = " · ".join(part for part in (self.JUDUL, self.sub_judul()) if part)
        right = ("DEMO · " if self.ws.demo else "") + self.nama_peran
        if self.ws.per:
            right = f"PER {self.ws.per.upper()} · {right}"
        gap = max(1, self.app.size.width - len(left) - len(right) - 2)
        return Content(f" {left}{' ' * gap}{right} ")

    def _kaki(self) -> Content:
        width, parts = self.app.size.width, []
        for binding in self.tombol_tampil():
            piece = f" {binding.key_display} {binding.description} "
            width -= len(piece)
            if width < 0:
                break
            parts += [(f" {binding.key_display}", "bold"), (f" {binding.description} ", "")]
        return Content.assemble(*parts)

    def tombol_tampil(self) -> list[Binding]:
        """The bindings for the footer: this screen's own first, then the frame's."""
        return [b for b in self.tombol_aktif() if b.show]

    def tombol_aktif(self) -> list[Binding]:
        """All bindings that can act now, with id and sentence, each once."""
        found: dict[str, Binding] = {}
        for kind in type(self).__mro__:
            for binding in kind.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding) and binding.id and self._berlaku(binding):
                    found.setdefault(binding.id, binding)
        return list(found.values())

    def _berlaku(self, binding: Binding) -> bool:
        return "." in binding.action or bool(self.check_action(binding.action, ()))

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


def _beberapa(held: Set[Peran]) -> str:
    """Several roles at once in few words."""
    if held >= set(SEMUA_PERAN):
        return "semua peran"
    return "+".join(NAMA_PERAN[role] for role in NAMA_PERAN if role in held)


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
        current = LANGKAH_DARI[self.ws.month(self.periode).keadaan]
        return current == self.LANGKAH and self.giliran() in self.ws.pelaku.dapat

    def giliran(self) -> str | None:
        """The role whose turn it is."""
        return GILIRAN[self.ws.month(self.periode).keadaan][0]

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
