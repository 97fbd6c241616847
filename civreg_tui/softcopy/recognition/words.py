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
    """The words of a text; ``AktaLahir0-17`` gives AKTA LAHIR 0 17, ``T O T A L`` TOTAL."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if folded.isupper() and folded.isascii() and folded.replace(" ", "").isalpha():
        plain = tuple(folded.split())
        return ("".join(plain),) if _spelled(plain) else plain
    found = tuple(_WORD.findall(_SEAM.sub(" ", folded).upper()))
    return ("".join(found),) if _spelled(found) else found


def _spelled(found: Kata) -> bool:
    """Whether a word was spaced out: ``J U M L A H``."""
    return len(found) > 3 and all(len(word) == 1 and word.isalpha() for word in found)


class Frasa:
    """Phrases with a meaning each; the longest phrase wins and uses its words up."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        pairs = {words(p): m for m, phrases in meanings.items() for p in phrases}
        # Sheet names are often typed without blanks: AKTACERAI.
        fused = {("".join(p),): m for p, m in pairs.items() if len(p) == 2 and p[0] in _FUSED}
        self._meaning = fused | pairs
        self._by_first: dict[str, list[Kata]] = {}
        for phrase in self._meaning:
            self._by_first.setdefault(phrase[0], []).append(phrase)
        self._found = lru_cache(maxsize=1024)(self._search)

    def find(self, text: Kata) -> tuple[str, ...]:
        """The meanings found in a text, in the order of their places."""
        return () if self._by_first.keys().isdisjoint(text) else self._found(text)

    def equals(self, text: Kata) -> str | None:
        """The meaning of a text that is exactly one phrase."""
        return self._meaning.get(text)

    def _search(self, text: Kata) -> tuple[str, ...]:
        matches = [
            (start, phrase)
            for start, word in enumerate(text)
            for phrase in self._by_first.get(word, ())
            if text[start : start + len(phrase)] == phrase
        ]
        matches.sort(key=lambda match: -len(match[1]))
        taken: set[int] = set()
        found: list[tuple[int, str]] = []
        for start, phrase in matches:
            span = range(start, start + len(phrase))
            if taken.isdisjoint(span):
                taken.update(span)
                found.append((start, self._meaning[phrase]))
        return tuple(meaning for _, meaning in sorted(found))
