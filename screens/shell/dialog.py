"""Questions over a screen: confirm, pick, write a reason, fill in a few fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from civreg_tui.domain.langkah import ALASAN_MINIMUM
from civreg_tui.domain.salah import SalahRuas
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.errors import EXPECTED, sentence
from screens.shell.daftar import Daftar

Jawaban = TypeVar("Jawaban")
LAINNYA = "lainnya"


class Dialog(ModalScreen[Jawaban]):
    """The frame of a question: title, body, message and keys; the screen below stays readable."""

    BINDINGS: ClassVar[list[BindingType]] = [tombol("kembali", "batal", "Batal")]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: transparent;
        #kotak {
            width: 72; max-width: 100%; height: auto; max-height: 100%;
            border: solid ansi_default; background: ansi_default; padding: 0 1;
        }
        #kotak > Static { width: 100%; height: auto; }
        #judul-dialog, #pesan-dialog { text-style: bold; }
        #isi-dialog { height: auto; max-height: 16; }
        .ruas { height: 1; width: 100%; }
        .ruas > Static { width: 20; }
        .ruas > Input { width: 1fr; }
    }
    """

    def __init__(self, judul: str, tombol_teks: str) -> None:
        super().__init__()
        self.judul = judul
        self.tombol_teks = tombol_teks

    def isi(self) -> ComposeResult:
        """The widgets between title and keys."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Title, body, message, keys in one box."""
        with Vertical(id="kotak"):
            yield Static(self.judul, id="judul-dialog", markup=False)
            with VerticalScroll(id="isi-dialog", can_focus=False):
                yield from self.isi()
            yield Static("", id="pesan-dialog", markup=False)
            yield Static(self.tombol_teks, id="tombol-dialog", markup=False)

    def pesan(self, teks: str, tingkat: str = "info") -> None:
        """Show a line inside the box."""
        self.query_one("#pesan-dialog", Static).update(teks and f"! {teks}")
        if tingkat == "tolak":
            self.app.bell()

    def refuse(self, error: Exception) -> None:
        """Show an expected error's sentence inside the box."""
        self.pesan(sentence(error), "tolak")

    def gulir_dengan_panah(self) -> None:
        """Let the arrows scroll the body, where it has nothing else to use them."""
        body = self.query_one("#isi-dialog", VerticalScroll)
        body.can_focus = True
        body.focus()

    def action_batal(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


class Konfirmasi(Dialog[bool]):
    """A question answered with y or t; leaving with Esc answers nothing (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        khusus("y", "jawab(True)", "Ya"),
        khusus("t", "jawab(False)", "Tidak"),
    ]

    def __init__(self, pertanyaan: str, rincian: Sequence[str] = ()) -> None:
        super().__init__(pertanyaan, "y Ya   t Tidak")
        self.rincian = tuple(rincian)

    def isi(self) -> ComposeResult:
        """The details, a line each."""
        yield Static("\n".join(self.rincian), markup=False)

    def on_mount(self) -> None:
        """A long list can be scrolled."""
        self.gulir_dengan_panah()

    def on_key(self, event: Key) -> None:
        """What is typed on in spite of the question is heard to be lost."""
        if event.is_printable and event.character not in {"y", "t"}:
            self.app.bell()

    def action_jawab(self, ya: bool) -> None:
        """Answer; a no is passed on as no answer."""
        self.dismiss(True if ya else None)


class PilihDaftar(Dialog[str]):
    """One of several choices, given as (key, text)."""

    def __init__(
        self, judul: str, pilihan: Sequence[tuple[str, str]], awal: str | None = None
    ) -> None:
        super().__init__(judul, "↑↓ pilih   Enter setuju   Esc batal")
        self.pilihan = tuple(pilihan)
        self.awal = awal

    def isi(self) -> ComposeResult:
        """The list."""
        yield Daftar(self.pilihan)

    def on_mount(self) -> None:
        """Start at the proposed choice."""
        self.query_one(Daftar).isi_ulang(self.pilihan, self.awal)

    @on(Daftar.OptionSelected)
    def _chosen(self, event: Daftar.OptionSelected) -> None:
        self.dismiss(event.option_id)


class TanyaAlasan(Dialog[str]):
    """A reason: picked from a list, then completed or written freely; ``minimum`` letters.

    Enter on the list, or a line's number, puts that line into the field, and a letter typed on
    the list begins a reason of one's own; Enter in the field, or F10, answers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [tombol("utama", "setuju", "Setuju")]

    def __init__(
        self,
        judul: str,
        pilihan: Sequence[str] = (),
        *,
        minimum: int = ALASAN_MINIMUM,
        awal: str = "",
    ) -> None:
        super().__init__(judul, "Enter pakai alasan   F10 setuju   Esc batal")
        self.pilihan = tuple(pilihan)
        self.minimum = minimum
        self.awal = awal

    def isi(self) -> ComposeResult:
        """The pick-list above the line to write on."""
        if self.pilihan:
            numbered = [(text, f"{i} {text}") for i, text in enumerate(self.pilihan, 1)]
            yield Daftar([*numbered, (LAINNYA, "Alasan lain (tulis sendiri)")])
        with Horizontal(classes="ruas"):
            yield Static("Alasan:", markup=False)
            yield Input(self.awal, compact=True, id="alasan", select_on_focus=False)

    @on(Daftar.OptionSelected)
    def _picked(self) -> None:
        self._write_on(self._chosen() or self.query_one(Input).value)

    def on_key(self, event: Key) -> None:
        """What is typed on the list goes where it is written; a digit picks the line it names."""
        letter = event.character
        if not (event.is_printable and letter and isinstance(self.focused, Daftar)):
            return
        event.stop()
        field = self.query_one(Input)
        if letter.isdecimal() and 1 <= int(letter) <= len(self.pilihan):
            self._write_on(self.pilihan[int(letter) - 1])
        else:
            self._write_on(field.value + letter)

    def _write_on(self, text: str) -> None:
        """Put a text into the field and go on behind it."""
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text)
        field.focus()

    def _chosen(self) -> str:
        """The highlighted line of the list, if it is a reason by itself."""
        key = self.query_one(Daftar).terpilih if self.pilihan else None
        return "" if key in {None, LAINNYA} else str(key)

    @on(Input.Submitted)
    def action_setuju(self) -> None:
        """Answer with what is written, else with the highlighted reason."""
        reason = " ".join((self.query_one(Input).value or self._chosen()).split())
        if len(reason) < max(1, self.minimum):
            self.pesan(f"Alasan sedikitnya {max(1, self.minimum)} huruf.", "tolak")
            return
        self.dismiss(reason)


@dataclass(frozen=True, slots=True)
class Ruas:
    """A field of a small form: key, label, what stands in it at first."""

    kunci: str
    label: str
    awal: str = ""


class Formulir(Dialog[dict[str, str]]):
    """A few text fields; ``periksa`` may refuse the answers with an expected error."""

    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("utama", "setuju", "Setuju"),
        khusus("up", "app.focus_previous", "Naik"),
        khusus("down", "app.focus_next", "Turun"),
    ]

    def __init__(
        self,
        judul: str,
        ruas: Sequence[Ruas],
        *,
        periksa: Callable[[dict[str, str]], object] | None = None,
    ) -> None:
        super().__init__(judul, "Enter lanjut   F10 setuju   Esc batal")
        self.ruas = tuple(ruas)
        self.periksa = periksa

    def isi(self) -> ComposeResult:
        """A line per field."""
        for field in self.ruas:
            with Horizontal(classes="ruas"):
                yield Static(field.label + ":", markup=False)
                yield Input(field.awal, compact=True, id=f"ruas-{field.kunci}")

    def refuse(self, error: Exception) -> None:
        """Say what is wrong, in the field that it is about."""
        super().refuse(error)
        if isinstance(error, SalahRuas):
            for field in self.query(f"#ruas-{error.ruas}").results(Input):
                field.focus()
                field.select_all()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input is list(self.query(Input))[-1]:
            self.action_setuju()
        else:
            self.focus_next(Input)

    def action_setuju(self) -> None:
        """Answer with all fields, unless they are refused."""
        answers = {f.kunci: self.query_one(f"#ruas-{f.kunci}", Input).value for f in self.ruas}
        try:
            if self.periksa is not None:
                self.periksa(answers)
        except EXPECTED as error:
            self.refuse(error)
            return
        self.dismiss(answers)


class IsianTeks(Formulir):
    """One line of text; the answer is under the key ``teks``."""

    def __init__(
        self,
        judul: str,
        label: str,
        awal: str = "",
        *,
        periksa: Callable[[dict[str, str]], object] | None = None,
    ) -> None:
        super().__init__(judul, [Ruas("teks", label, awal)], periksa=periksa)
