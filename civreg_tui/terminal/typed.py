"""Makes whole keys out of what the tty delivers (plain Python).

Textual retypes an escape sequence that it does not know as single characters, so that stray
digits would land in a cell. Here every sequence is either known, translated, or one refused key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ESCAPE = "\x1b"
"""The Esc key, alone."""
UNKNOWN = ""
"""Stands for a sequence that means nothing: a key to refuse."""

#: PuTTY's VT100+ keyboard: F5-F12.
_TRANSLATED = {
    f"\x1bO{final}": f"\x1b[{code}~"
    for final, code in zip("TUVWXYZ[", (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
} | {"\x1bOl": ",", "\x1bOo": "/", "\x1bOk": "+", "\x1bOm": "-"}

_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
#: Whole sequences: Linux console F1-F5, CSI, SS3, strings (OSC, DCS, APC, PM, SOS), Shift+Tab.
_WHOLE = re.compile(
    r"\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-Z\\-~]|O[ -~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\t)"
)
#: The beginning of such a sequence, at the end of what has arrived so far.
_BEGUN = re.compile(r"\x1b(?:\[\[?|\[[0-?]*[ -/]*|O|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")
#: Answers of the terminal to questions: no keys at all.
_ANSWER = re.compile(r"\x1b(?:\[[?>=]|[\]PX^_])")
_NOISE = re.compile(r"\x1b\[[0-?]|\x1b[\]PX^_]")
_TEXT = re.compile(r"[^\x1b]+")


class Typed:
    """Cuts a stream of characters into plain text, whole sequences, ESCAPE and UNKNOWN."""

    def __init__(self, known: Callable[[str], bool], escape_delay: float) -> None:
        """`known` tells sequences that mean a key; `escape_delay` is in seconds."""
        self._known = known
        self._delay = escape_delay
        self._held = ""
        self._since = 0.0
        self._pasting = False

    def feed(self, data: str, now: float) -> list[str]:
        """The keys that `data` completes; `now` is a clock in seconds."""
        self._since = now
        return list(self._cut(self._held + data))

    @property
    def unfinished(self) -> bool:
        """Whether a sequence was begun, or Esc alone: `tick` will tell."""
        return bool(self._held)

    @property
    def within(self) -> bool:
        """Whether a sequence or a bracketed paste has begun and not ended."""
        return bool(self._held) or self._pasting

    def tick(self, now: float) -> list[str]:
        """What an unfinished sequence means once no more of it has come for the delay."""
        held = self._held
        if not held or now - self._since < self._delay:
            return []
        self._held = ""
        if _NOISE.match(held):
            return [UNKNOWN]
        return [ESCAPE, held[1:]] if held[1:] else [ESCAPE]

    def _cut(self, data: str) -> Iterator[str]:
        self._held = ""
        at = 0
        while at < len(data):
            if text := _TEXT.match(data, at):
                yield text[0] if self._pasting else text[0].replace("\r\n", "\r")
                at = text.end()
            elif whole := _WHOLE.match(data, at):
                yield from self._sequence(whole[0])
                at = whole.end()
            elif _BEGUN.match(data, at):
                self._held = data[at:]
                return
            else:
                yield ESCAPE
                at += 1

    def _sequence(self, sequence: str) -> Iterator[str]:
        sequence = _TRANSLATED.get(sequence, sequence)
        if sequence in (_PASTE_START, _PASTE_END):
            self._pasting = sequence == _PASTE_START
            yield sequence
        elif self._pasting or _ANSWER.match(sequence):
            return
        else:
            yield sequence if len(sequence) == 1 or self._known(sequence) else UNKNOWN
