"""The vocabulary of softcopies, from ``data/judul_kolom.toml``: what each heading word means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from civreg_tui.config.tables import read_toml
from civreg_tui.domain.periode import NAMA_BULAN
from civreg_tui.paths import data_dir
from civreg_tui.softcopy.recognition.words import Frasa, Kata, words

Peran = Literal["no", "kode", "nama", "jenis", "keterangan"]


class KataPeran(NamedTuple):
    """A label column's heading: one word of ``inti`` and nothing outside both sets."""

    inti: frozenset[str]
    boleh: frozenset[str]

    def matches(self, text: Kata) -> bool:
        """Whether a heading names this column and nothing else."""
        found = set(text)
        return bool(found & self.inti) and found <= self.inti | self.boleh


class Kamus(NamedTuple):
    """All phrases by meaning.

    ``batas_umur`` is an upper age to a document code; ``petunjuk`` matches texts that may head
    a label column, before they are taken apart; ``milik`` are the words that say ownership.
    """

    dokumen: Frasa
    umur: Frasa
    batas_umur: dict[int, str]
    ukuran: Frasa
    seks: Frasa
    dasar: Frasa
    peran: dict[Peran, KataPeran]
    jumlah: frozenset[str]
    sub: frozenset[str]
    bukan_wilayah: Frasa
    awalan: dict[Kata, str]
    provinsi: frozenset[Kata]
    judul: frozenset[str]
    milik: frozenset[str]
    pivot: Frasa
    nihil: frozenset[str]
    cetak: frozenset[str]
    petunjuk: re.Pattern[str]

    def role(self, text: Kata) -> Peran | None:
        """Which label column a heading names, if any."""
        return next((role for role, kata in self.peran.items() if kata.matches(text)), None)


LAIN = "lain:"
"""Prefix of documents that are recognised and left alone (``lain:KTP-el``)."""


@lru_cache(maxsize=1)
def load_kamus() -> Kamus:
    """The vocabulary as the data give it, read once."""
    return build_kamus(read_toml(data_dir() / "judul_kolom.toml"))


def build_kamus(raw: dict[str, Any]) -> Kamus:
    """The vocabulary from its tables."""
    rows, title = raw["baris"], raw["judul"]
    return Kamus(
        dokumen=Frasa(raw["dokumen"] | {LAIN + k: v for k, v in raw["lain"].items()}),
        umur=Frasa({code: entry["frasa"] for code, entry in raw["umur"].items()}),
        batas_umur={age: code for code, entry in raw["umur"].items() for age in entry["batas"]},
        ukuran=Frasa(raw["ukuran"] | {"kumulatif": _cumulative(raw)}),
        seks=Frasa(raw["seks"]),
        dasar=Frasa(raw["dasar"]),
        peran={
            r: KataPeran(frozenset(e["inti"]), frozenset(e["boleh"]))
            for r, e in raw["peran"].items()
        },
        jumlah=frozenset(rows["jumlah"]),
        sub=frozenset(rows["sub"]),
        bukan_wilayah=Frasa({"bukan": rows["bukan_wilayah"]}),
        awalan={words(before): instead for before, instead in raw["awalan"].items()},
        provinsi=frozenset(words(p) for p in rows["provinsi"]),
        judul=frozenset(title["kata"]),
        milik=frozenset(title["milik"]),
        pivot=Frasa({"pivot": title["pivot"]}),
        nihil=frozenset(title["nihil"]),
        cetak=frozenset(title["cetak"]),
        petunjuk=_hint(raw["peran"]),
    )


def _cumulative(raw: dict[str, Any]) -> list[str]:
    """Also ``s.d. DESEMBER`` and ``s.d. 31 DESEMBER`` mean the total so far."""
    until = [f"{start} {month}" for start in raw["judul"]["sampai"] for month in NAMA_BULAN]
    return [*raw["ukuran"]["kumulatif"], *until]


def _hint(roles: dict[str, Any]) -> re.Pattern[str]:
    """Short texts of nothing but letters and marks that hold a label column's word."""
    known = "|".join(sorted({kata for role in ("nama", "kode") for kata in roles[role]["inti"]}))
    return re.compile(rf"[^\d]{{0,40}}?(?:{known})[^\d]{{0,40}}$", re.IGNORECASE)
