"""Which document a table is, from its title, its sheet's name and its headings together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from civreg_tui.softcopy.recognition.columns import Susunan
from civreg_tui.softcopy.recognition.documents import (
    LAHIR,
    documents_in,
    is_birth,
    not_recapped,
    other,
    recapped,
    titled,
)
from civreg_tui.softcopy.recognition.kamus import Kamus

TAK_DIKENAL = "dokumennya tidak dikenali dari judul lembar maupun kolom"

TANPA_UMUR = "AK017"
"""Akta kelahiran without an age: the office's core recap is of children."""


class Putusan(NamedTuple):
    """The document, what the title says, what the content says, or why it is none of ours."""

    kode: str | None
    judul: str | None = None
    isi: str | None = None
    alasan: str | None = None


def decide(
    arrangement: Susunan, titles: Sequence[str], sheet: str, stem: str, kamus: Kamus
) -> Putusan:
    """The document of one arrangement of columns; two of three witnesses outvote the third."""
    name_codes = documents_in(sheet, kamus)
    names = recapped(name_codes)
    name = names[0] if len(names) == 1 else None
    title, inside = titled(titles, kamus), arrangement.dokumen
    ageless = name == LAHIR  # no witness of an age
    title, name, inside = _same_birth(title, name, inside)
    if title == "AMATI" and inside is None and arrangement.has("wajib"):
        # Akta kematian has no denominator, so the title was copied from another sheet.
        inside = name if name != "AMATI" else None
    foreign = other(name_codes) or _foreign_title(titles, kamus)
    if title is None and inside is None and name is None:
        return _by_file(foreign, stem, kamus)
    if inside is None and title is None and foreign and other(name_codes):
        return Putusan(None, alasan=not_recapped(foreign))
    content = inside or name or title
    if title and inside and title != inside and name == title and not ageless:
        return Putusan(title, title, inside)
    heading = title or name
    # A sheet's name that title and columns both contradict is the wrong heading.
    return Putusan(content, name if name and content == heading else heading, content)


def _same_birth(*witnesses: str | None) -> tuple[str | None, ...]:
    """Birth without an age means the age that another witness tells, else children."""
    known = next((w for w in witnesses if w and w != LAHIR and is_birth(w)), TANPA_UMUR)
    return tuple(known if w == LAHIR else w for w in witnesses)


def _foreign_title(titles: Sequence[str], kamus: Kamus) -> str | None:
    return next(
        (found for line in reversed(titles) if (found := other(documents_in(line, kamus)))), None
    )


def _by_file(foreign: str | None, stem: str, kamus: Kamus) -> Putusan:
    """Only the file's own name is left to tell the document."""
    if foreign:
        return Putusan(None, alasan=not_recapped(foreign))
    codes = recapped(documents_in(stem, kamus))
    if len(codes) != 1:
        return Putusan(None, alasan=TAK_DIKENAL)
    code = TANPA_UMUR if codes[0] == LAHIR else codes[0]
    return Putusan(code, code, code)
