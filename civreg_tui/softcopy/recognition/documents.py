"""Which document a text speaks of, and which age group; from words, never from position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from civreg_tui.softcopy.recognition.kamus import LAIN, Kamus
from civreg_tui.softcopy.recognition.words import words

LAHIR = "LAHIR"
"""Akta kelahiran of an age that the text does not tell."""

_AGE = re.compile(
    r"(?<!\d)0+\s*(?:(?:TAHUN|THN|TH)\.?)?\s*"
    r"(?:[-–—_~]|S\s*[./]?\s*D\.?|SAMPAI(?:\s+DENGAN)?|HINGGA|\s)"
    r"\s*(?:KURANG DARI|<)?\s*(\d{1,2})(?!\d)"
)
_LATER_AGES = re.compile(
    r"(?<![\d.,-])[1-9]\d?\s*(?:[-–—]|S\s*/\s*D|SAMPAI)\s*\d{1,2}\s*(?:TAHUN|THN|TH)\b"
)
_BELOW = re.compile(r"(?:<|(?:DI\s?|KE\s?)BAWAH|KURANG DARI)\s*(?:USIA|UMUR)?\s*(\d{1,2})(?!\d)")


def documents_in(text: str, kamus: Kamus) -> tuple[str, ...]:
    """The documents a text names, each once, in reading order; birth settled by its age.

    ``LAHIR`` stays when no age is told; documents left alone carry the prefix ``lain:``.
    """
    found = kamus.dokumen.find(words(text))
    codes = [birth_of(text, kamus) if code == LAHIR else code for code in found]
    return tuple(dict.fromkeys(codes))


def birth_of(text: str, kamus: Kamus) -> str:
    """The birth document of the age group a text tells, else ``LAHIR``."""
    age = upper_age(text)
    if age is not None:
        return kamus.batas_umur.get(age, LAHIR)
    phrases = kamus.umur.find(words(text))
    return phrases[0] if phrases else LAHIR


def part_of_ages(text: str) -> bool:
    """Whether a heading counts an age group that begins above zero (``6-17 TAHUN``)."""
    return _LATER_AGES.search(" ".join(text.upper().split())) is not None


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


def recapped(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that are recapped here, each once; ``LAHIR`` gives way to a known age."""
    ours = [code for code in dict.fromkeys(codes) if not code.startswith(LAIN)]
    if any(is_birth(code) for code in ours if code != LAHIR):
        ours = [code for code in ours if code != LAHIR]
    return tuple(ours)


def is_birth(code: str) -> bool:
    """Whether a code is one of the birth documents."""
    return code == LAHIR or code.startswith("AK0") or code == "AKALL"


def other(codes: Iterable[str]) -> str | None:
    """The name of a document that is recognised and left alone, if the texts speak of one."""
    return next((c.removeprefix(LAIN) for c in codes if c.startswith(LAIN)), None)


def not_recapped(dokumen: str) -> str:
    """Why a table of a document that is known here is passed over."""
    return f"{dokumen}: tidak direkap di sini"


def titled(lines: Sequence[str], kamus: Kamus) -> str | None:
    """The document that the title line nearest to the table names; None for none or several."""
    codes = recapped(documents_in(titling(lines, kamus), kamus))
    if codes == (LAHIR,):
        return birth_of(" ".join(lines), kamus)
    return codes[0] if len(codes) == 1 else None


def titling(lines: Sequence[str], kamus: Kamus) -> str:
    """The title line nearest to the table that names a document; empty for none."""
    return next((s for s in reversed(lines) if recapped(documents_in(s, kamus))), "")
