"""What reading a worksheet needs to know besides its cells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.kolom import Kolom
from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.labels import Labels
from civreg_tui.softcopy.recognition.words import words

Ajaran = Mapping[str, Mapping[str, Kolom | None]]
"""Headings that people taught: a heading form's signature -> heading -> column (None = ignore)."""


class Konteks(NamedTuple):
    """The regions, the vocabulary, the documents of this office, and what people taught.

    ``periode`` is the month that was asked for, if any.
    """

    labels: Labels
    dokumen: Mapping[str, Dokumen]
    ajaran: Ajaran = MappingProxyType({})
    periode: Periode | None = None

    @property
    def kamus(self) -> Kamus:
        """The vocabulary."""
        return self.labels.kamus

    def needs_wajib(self, kode: str) -> bool:
        """Whether the document has a denominator."""
        return self.dokumen[kode].penyebut


def signature(headings: Iterable[str]) -> str:
    """Recognises a heading form again, whatever its blanks, case and punctuation."""
    text = "|".join(" ".join(words(heading)) for heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
