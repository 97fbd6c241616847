"""What must be settled before Textual is imported (standard library only).

`prepare` sets the variables that Textual reads while it is imported and decides what the
terminal can show; `civreg_tui.terminal.glyphs` draws from that decision.
"""

from __future__ import annotations

import codecs
import locale
import os
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

#: Variables that Textual reads once, when it is imported.
_TEXTUAL = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_FPS": "120",
    "TEXTUAL_THEME": "ansi-dark",
    "TEXTUAL_COLOR_SYSTEM": "standard",
    "ESCDELAY": "250",
}
#: Terminals whose font has box lines at best; `dumb` ones cannot show the program at all.
_PLAIN_TERMINALS = ("linux", "vt", "ansi", "cons", "dumb", "unknown")
_COLOURLESS_TERMINALS = ("vt", "dumb", "unknown")
_POWERLESS_TERMINALS = ("", "dumb", "unknown")
_C_LOCALES = ("", "C", "POSIX")
#: What Python itself writes into LC_CTYPE at its start in the C locale (PEP 538).
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")

OUTPUT = "CIVREG_TUI_OUTPUT"
"""Variable that switches the frugal output off when it is `penuh`."""
CHARACTERS = "CIVREG_TUI_KARAKTER"
"""Variable that overrides the decision between `ascii` and `unicode` characters."""


@dataclass(frozen=True)
class Terminal:
    """What the terminal can show, as far as the environment tells."""

    ascii: bool
    """Only ASCII characters may be written."""
    colour: bool
    """Colours may be used (never the only sign of anything)."""
    usable: bool
    """The terminal can move its cursor, so the program can run in it."""
    frugal: bool
    """Only cells that changed are written."""


def examine(environ: Mapping[str, str] | None = None) -> Terminal:
    """What the variables TERM, LANG, NO_COLOR and this program's own say about the terminal."""
    env = _as_started(os.environ) if environ is None else environ
    term = env.get("TERM", "").lower()
    return Terminal(
        ascii=_ascii(env, term),
        colour="NO_COLOR" not in env and not term.startswith(_COLOURLESS_TERMINALS),
        usable=os.name == "nt" or term not in _POWERLESS_TERMINALS,
        frugal=env.get(OUTPUT) != "penuh",
    )


def prepare(environ: MutableMapping[str, str] | None = None) -> Terminal:
    """Set the environment for Textual and return what the terminal can show.

    Call it before anything imports Textual; Textual's own switches are this program's alone: some
    would write files or give the suspend key back.
    """
    env = os.environ if environ is None else environ
    terminal = examine(environ)
    for name in [n for n in env if n.startswith("TEXTUAL_") and n not in _TEXTUAL]:
        del env[name]
    for name, value in _TEXTUAL.items():
        if name.startswith("TEXTUAL_"):
            env[name] = value
        else:
            env.setdefault(name, value)
    if not terminal.colour:
        env["NO_COLOR"] = "1"
    return terminal


def _as_started(env: Mapping[str, str]) -> Mapping[str, str]:
    """The variables without an LC_CTYPE that Python, not the user, has set to UTF-8."""
    unset = not env.get("LC_ALL") and env.get("LANG", "") in _C_LOCALES
    if not unset or env.get("LC_CTYPE") not in _COERCED or _user_set_ctype():
        return env
    return {name: value for name, value in env.items() if name != "LC_CTYPE"}


def _user_set_ctype() -> bool:
    """LC_CTYPE names UTF-8 in the environment as the process was given it; no where none tells."""
    try:
        given = Path("/proc/self/environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return any(f"LC_CTYPE={name}".encode() in given for name in _COERCED)


def _ascii(env: Mapping[str, str], term: str) -> bool:
    wish = env.get(CHARACTERS, "")
    if wish in ("ascii", "unicode"):
        return wish == "ascii"
    if os.name == "nt":
        return False
    return term.startswith(_PLAIN_TERMINALS) or not _speaks_utf8(env)


def _speaks_utf8(env: Mapping[str, str]) -> bool:
    """Read from the variables, since the program itself always runs in UTF-8."""
    name = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or "C"
    if name in ("C", "POSIX"):
        return False
    _, _, rest = name.partition(".")
    encoding = rest.partition("@")[0] or _usual_encoding(name)
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def _usual_encoding(name: str) -> str:
    return locale.normalize(name).partition(".")[2].partition("@")[0] or sys.getdefaultencoding()
