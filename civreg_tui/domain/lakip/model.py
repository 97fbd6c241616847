"""The LAKIP as data: sections with their paragraphs, tables and bar charts, free of any paper."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

Edisi = Literal["bulanan", "tahunan"]
JenisKolom = Literal["teks", "jumlah", "persen", "rupiah"]
Sel = str | int | None
"""A table cell: text, an int (counts, rupiah, or percent in hundredths), or not given."""


_BELUM_DIURAIKAN = re.compile(r"\[\s*uraikan\b[^\]]*\]?", re.IGNORECASE)
"""The mark that suggestions leave where only the Kabid knows the words."""


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """A column: its heading, what its ints mean, and its share of the width."""

    judul: str
    jenis: JenisKolom = "jumlah"
    lebar: int = 10


@dataclass(frozen=True, slots=True)
class TabelLakip:
    """A table; ``jumlah`` marks the last row as the total. Percents are in hundredths."""

    id: str
    judul: str
    kolom: tuple[KolomTabel, ...]
    baris: tuple[tuple[Sel, ...], ...]
    jumlah: bool = False
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class GrafikLakip:
    """Bars of percents in hundredths, with the target as a line when there is one.

    ``batas`` says that the target is a ceiling.
    """

    id: str
    judul: str
    batang: tuple[tuple[str, int | None], ...]
    target: int | None = None
    catatan: str = ""
    batas: bool = False

    def meleset(self, nilai: int) -> bool:
        """Whether a bar misses the target: below it, or above it where it is a ceiling."""
        if self.target is None:
            return False
        return nilai > self.target if self.batas else nilai < self.target


@dataclass(frozen=True, slots=True)
class BagianLakip:
    """A section of the LAKIP.

    ``asal`` is the composed text, ``paragraf`` what is printed (the edit, if there is one),
    ``saran`` what the data suggest where ``penilaian`` asks for the Kabid's judgement.
    ``bentrok`` says that the composed text changed after the edit was made.
    """

    id: str
    tingkat: int
    nomor: str
    judul: str
    paragraf: tuple[str, ...] = ()
    tabel: tuple[TabelLakip, ...] = ()
    grafik: tuple[GrafikLakip, ...] = ()
    penilaian: bool = False
    saran: tuple[str, ...] = ()
    asal: tuple[str, ...] = ()
    disunting: bool = False
    bentrok: bool = False
    lampiran: bool = False

    @property
    def kepala(self) -> str:
        """The heading as it is printed: number and title."""
        return " ".join(part for part in (self.nomor, self.judul) if part)

    @property
    def kosong(self) -> bool:
        """Whether this is a slot for judgement that is not written, or not to the end."""
        left = any(_BELUM_DIURAIKAN.search(text) for text in self.paragraf)
        return self.penilaian and (not self.paragraf or left)

    @property
    def sidik(self) -> str:
        """Hash of what the data say here; kept with an edit to notice later changes."""
        text = "\n".join((*self.asal, "\0", *self.saran))
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def isi_tanda(teks: str, uraian: str) -> str:
    """The text with every ``[uraikan …]`` mark replaced by the same words."""
    return _BELUM_DIURAIKAN.sub(lambda _: uraian, teks)
