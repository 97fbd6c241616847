"""What each terminal of the office sends for each key of the contract, byte by byte."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

ESC = "\x1b"


@dataclass(frozen=True)
class Keyboard:
    """A terminal's TERM and its keys (two sequences where a mode of the terminal decides)."""

    name: str
    term: str
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def with_keys(self, name: str, term: str, **keys: tuple[str, ...]) -> Keyboard:
        """The same keyboard with some keys that send something else."""
        return replace(self, name=name, term=term, keys={**self.keys, **keys})

    def __str__(self) -> str:
        return self.name


LETTERS = ("?", "]", "[", "/", "=", ".", "u", "r", "-")
"""Keys of the contract that are one character, the same on every keyboard."""

XTERM = Keyboard(
    "xterm",
    "xterm-256color",
    {
        "f1": (f"{ESC}OP",),
        "f2": (f"{ESC}OQ",),
        "f3": (f"{ESC}OR",),
        "f4": (f"{ESC}OS",),
        "f9": (f"{ESC}[20~",),
        "f10": (f"{ESC}[21~",),
        "up": (f"{ESC}[A", f"{ESC}OA"),
        "down": (f"{ESC}[B", f"{ESC}OB"),
        "right": (f"{ESC}[C", f"{ESC}OC"),
        "left": (f"{ESC}[D", f"{ESC}OD"),
        "home": (f"{ESC}[H", f"{ESC}OH"),
        "end": (f"{ESC}[F", f"{ESC}OF"),
        "pageup": (f"{ESC}[5~",),
        "pagedown": (f"{ESC}[6~",),
        "tab": ("\t",),
        "shift+tab": (f"{ESC}[Z",),
        "delete": (f"{ESC}[3~",),
        "backspace": ("\x7f", "\x08"),
        "enter": ("\r",),
        "keypad enter": ("\r", f"{ESC}OM"),
        "escape": (ESC,),
        **{letter: (letter,) for letter in LETTERS},
    },
)
VT_EDIT = {"home": (f"{ESC}[1~",), "end": (f"{ESC}[4~",)}
PUTTY = XTERM.with_keys(
    "PuTTY",
    "xterm",
    **VT_EDIT,
    f1=(f"{ESC}[11~",),
    f2=(f"{ESC}[12~",),
    f3=(f"{ESC}[13~",),
    f4=(f"{ESC}[14~",),
)
PUTTY_VT100 = PUTTY.with_keys(
    "PuTTY VT100+",
    "xterm",
    f1=(f"{ESC}OP",),
    f2=(f"{ESC}OQ",),
    f3=(f"{ESC}OR",),
    f4=(f"{ESC}OS",),
    f9=(f"{ESC}OX",),
    f10=(f"{ESC}OY",),
)
CONSOLE = PUTTY.with_keys(
    "Linux console",
    "linux",
    f1=(f"{ESC}[[A",),
    f2=(f"{ESC}[[B",),
    f3=(f"{ESC}[[C",),
    f4=(f"{ESC}[[D",),
    **{"shift+tab": (f"{ESC}\t", f"{ESC}[Z")},
)
TMUX = XTERM.with_keys("tmux", "tmux-256color", **VT_EDIT, **{"keypad enter": ("\n", f"{ESC}OM")})
SCREEN = XTERM.with_keys("screen", "screen", **VT_EDIT, **{"keypad enter": ("\r", f"{ESC}OM")})
RXVT = XTERM.with_keys("rxvt", "rxvt", home=(f"{ESC}[7~",), end=(f"{ESC}[8~",))

KEYBOARDS = (XTERM, PUTTY, PUTTY_VT100, CONSOLE, TMUX, SCREEN, RXVT)
KEYPAD_DIGITS = {str(digit): f"{ESC}O{chr(ord('p') + digit)}" for digit in range(10)}
"""The number pad while a terminal has it in application mode."""
