"""Text as words: what is left when case, punctuation and every kind of blank is taken away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

Kata = tuple[str, ...]
"""A text as its words, upper case."""

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_FUSED = {"AKTA", "AKTE"}
_WORD = re.compile(r"[A-Z]+|\d+|%")


@lru_cache(maxsize=4096)
def words(text: str) -> Kata:
    """The words of a text; ``AktaLahir0-17`` gives AKTA LAHIR 0 17."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    split = _SEAM.sub(" ", folded)
    return tuple(_WORD.findall(split.upper()))


class Frasa:
    """Phrases with a meaning each; the longest phrase wins and uses its words up."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        pairs = {words(p): m for m, phrases in meanings.items() for p in phrases}
        # Sheet names are often typed without blanks: AKTACERAI.
        fused = {("".join(p),): m for p, m in pairs.items() if len(p) == 2 and p[0] in _FUSED}
        pairs = fused | pairs
        self._vocabulary = {word for phrase in pairs for word in phrase}
        self._by_length = sorted(pairs.items(), key=lambda pair: -len(pair[0]))

    def find(self, text: Kata) -> list[str]:
        """The meanings found in a text, in the order of their places."""
        if self._vocabulary.isdisjoint(text):
            return []
        free = list(range(len(text)))
        found: list[tuple[int, str]] = []
        for phrase, meaning in self._by_length:
            for start in _places(text, phrase, set(free)):
                found.append((start, meaning))
                free = [i for i in free if not start <= i < start + len(phrase)]
        return [meaning for _, meaning in sorted(found)]

    def equals(self, text: Kata) -> str | None:
        """The meaning of a text that is exactly one phrase."""
        return next((m for phrase, m in self._by_length if phrase == text), None)


def _places(text: Kata, phrase: Kata, free: set[int]) -> list[int]:
    size = len(phrase)
    places: list[int] = []
    for start in range(len(text) - size + 1):
        span = range(start, start + size)
        taken = places and start < places[-1] + size
        if not taken and text[start : start + size] == phrase and free.issuperset(span):
            places.append(start)
    return places
