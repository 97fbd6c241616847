"""What stands around every screen's body: header, message line, and a footer from the bindings."""

from __future__ import annotations

from collections.abc import Set
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from civreg_tui.domain.langkah import NAMA_PERAN, Peran
from civreg_tui.services.errors import EXPECTED, sentence
from civreg_tui.services.people.identity import SEMUA_PERAN
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


class Bingkai(GuardedScreen[None]):
    """A header of who and where, the body (``isi``), one message line, and the keys."""

    EXPECTED = EXPECTED
    JUDUL: ClassVar[str] = ""
    DEFAULT_CSS = """
    Bingkai {
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
        self._baris_pesan = MessageLine(id="pesan")

    def isi(self) -> ComposeResult:
        """The widgets of the body."""
        yield from ()

    def sub_judul(self) -> str:
        """The middle of the header: usually the month."""
        return ""

    # -- the message line -----------------------------------------------------------------------

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

    # -- header and footer ----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Header, body, message line, footer, and the sentence for a too small terminal."""
        yield Static(id="kepala", markup=False)
        with Vertical(id="badan"):
            yield from self.isi()
        yield self._baris_pesan
        yield Static(id="kaki", markup=False)
        yield Static(id="kekecilan", markup=False)

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
        if self.ws.per_tanggal:
            right = f"PER {self.ws.per_tanggal.upper()} · {right}"
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


def _beberapa(held: Set[Peran]) -> str:
    """Several roles at once in few words."""
    if held >= set(SEMUA_PERAN):
        return "semua peran"
    return "+".join(NAMA_PERAN[role] for role in NAMA_PERAN if role in held)
