"""Which document a text speaks of, and which age group; from words, never from position."""

from __future__ import annotations

import re
from collections.abc import Iterable

from civreg_tui.softcopy.kamus import LAIN, Kamus
from civreg_tui.softcopy.words import words

_AGE = re.compile(
    r"(?<!\d)0+\s*(?:(?:TAHUN|THN|TH)\.?)?\s*(?:[-–—_~]|S\s*[./]?\s*D\.?|SAMPAI(?:\s+DENGAN)?|HINGGA|\s)"
    r"\s*(?:[<]|KURANG DARI)?\s*(\d{1,2})(?!\d)"
)
_BELOW = re.compile(r"(?:<|(?:DI\s?|KE\s?)BAWAH|KURANG DARI)\s*(?:USIA|UMUR)?\s*(\d{1,2})(?!\d)")
_BIRTH = "LAHIR"


def documents_in(text: str, kamus: Kamus) -> tuple[str, ...]:
    """The documents a text names, each once, in reading order; birth settled by age.

    ``LAHIR`` alone stays when no age is told; others carry the prefix ``lain:``.
    """
    found = kamus.dokumen.find(words(text))
    codes = [_birth_by_age(text, kamus) if code == _BIRTH else code for code in found]
    return tuple(dict.fromkeys(codes))


def _birth_by_age(text: str, kamus: Kamus) -> str:
    age = upper_age(text)
    if age is not None:
        return kamus.batas_umur.get(age, _BIRTH)
    phrases = kamus.umur.find(words(text))
    return phrases[0] if phrases else _BIRTH


def upper_age(text: str) -> int | None:
    """The upper age of a label like ``0-17 tahun`` or ``< 18 tahun`` (17)."""
    upper = " ".join(text.upper().split())
    if match := _AGE.search(upper):
        return int(match[1])
    match = _BELOW.search(upper)
    return int(match[1]) - 1 if match else None


def age_label(texts: Iterable[str]) -> str:
    """The age label as written in the first text that has one: ``0-18 tahun``, else empty."""
    for text in texts:
        upper = " ".join(text.upper().split())
        if match := _AGE.search(upper):
            return f"0-{int(match[1])} tahun"
        if match := _BELOW.search(upper):
            return f"<{int(match[1])} tahun"
    return ""


def agreed(codes: Iterable[str]) -> str | None:
    """The one recapped document among the codes; None when there is none or more than one.

    A birth certificate without an age counts as the age group that another text tells,
    else as the office's core recap of 0–17 (``AK017``).
    """
    ours = {code for code in codes if not code.startswith(LAIN)}
    if _BIRTH in ours:
        ours.discard(_BIRTH)
        if not any(code.startswith("AK0") or code == "AKALL" for code in ours):
            ours.add("AK017")
    return ours.pop() if len(ours) == 1 else None


def other(codes: Iterable[str]) -> str | None:
    """The name of a document that is recognised and left alone, if the texts speak of one."""
    return next((c.removeprefix(LAIN) for c in codes if c.startswith(LAIN)), None)
