"""What a column means, from the texts above it (outermost first)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from civreg_tui.domain.lembar import Kolom, Seks, Ukuran
from civreg_tui.domain.periode import parse_acuan
from civreg_tui.softcopy.documents import documents_in
from civreg_tui.softcopy.kamus import LAIN, Kamus, Peran
from civreg_tui.softcopy.words import Kata, words

Isi = Literal["hitung", "persen", "label", "lewat", "asing"]
"""Whether a column counts, prints a percent, labels, is passed over, or means nothing yet."""

_LEVELS: tuple[str, ...] = (
    "lalu",
    "belum",
    "dilaporkan",
    "kumulatif",
    "terbit",
    "memiliki",
    "wajib",
)


@dataclass(frozen=True, slots=True)
class Judul:
    """A column's meaning. ``alasan`` says why it is passed over; ``dasar`` awal or dinamis."""

    teks: str
    isi: Isi
    kolom: Kolom | None = None
    peran: Peran | None = None
    dokumen: tuple[str, ...] = ()
    dasar: str = ""
    acuan: str | None = None
    alasan: str = ""


def read_heading(path: tuple[str, ...], kamus: Kamus) -> Judul:
    """A column's meaning from its path of headings, the outermost first."""
    levels = [words(text) for text in path]
    text = " · ".join(" ".join(part.split()) for part in path)
    role = kamus.role(levels[-1]) or (kamus.role(levels[0]) if levels else None)
    if role is not None and not _counts(levels, kamus):
        return Judul(text, "label", peran=role)
    codes = tuple(dict.fromkeys(c for part in path for c in documents_in(part, kamus)))
    base = next((d for level in reversed(levels) for d in kamus.dasar.find(level)), "")
    known = Judul(text, "asing", dokumen=codes, dasar=base, acuan=parse_acuan(text))
    return _with_measure(known, levels, kamus)


def _counts(levels: list[Kata], kamus: Kamus) -> bool:
    return any(kamus.ukuran.find(level) for level in levels)


def _with_measure(known: Judul, levels: list[Kata], kamus: Kamus) -> Judul:
    measure = _measure(levels, kamus)
    sex = _sex(levels, kamus)
    if measure in {"lalu", "lepas", "persen_belum"}:
        return _replace(known, "lewat", alasan=f"kolom lain: {known.teks}")
    if measure == "persen":
        if sex != "jml":
            return _replace(known, "lewat", alasan=f"persen per jenis kelamin: {known.teks}")
        return _replace(known, "persen")
    if measure is None:
        return _bare(known, sex)
    return _replace(known, "hitung", Kolom(cast(Ukuran, measure), sex))


def _bare(known: Judul, sex: Seks) -> Judul:
    """A column that names a document but no measure: how many hold it."""
    ours = [code for code in known.dokumen if not code.startswith(LAIN)]
    if ours:
        return _replace(known, "hitung", Kolom("memiliki", sex))
    return known


def _replace(judul: Judul, isi: Isi, kolom: Kolom | None = None, *, alasan: str = "") -> Judul:
    return Judul(judul.teks, isi, kolom, None, judul.dokumen, judul.dasar, judul.acuan, alasan)


def _measure(levels: list[Kata], kamus: Kamus) -> str | None:
    found = [kamus.ukuran.find(level) for level in levels]
    flat = {m for level in found for m in level}
    if "persen" in flat:
        return "persen_belum" if "belum" in flat else "persen"
    if "belum" in flat and flat <= {"belum", "memiliki", "wajib", "cakupan", "lepas"}:
        deepest = next(
            (level for level in reversed(found) if set(level) & {"belum", "memiliki", "wajib"}), []
        )
        if "wajib" not in deepest or "belum" in deepest:
            return "belum"
    for level in reversed(found):
        if hit := _first(level):
            return hit
    return "persen" if "cakupan" in flat else None


def _first(level: list[str]) -> str | None:
    for measure in _LEVELS:
        if measure in level:
            return "memiliki" if measure == "kumulatif" else measure
    if "lepas" in level and "cakupan" not in level:
        return "lepas"
    return "persen" if "cakupan" in level and len(set(level)) == 1 else None


def _sex(levels: list[Kata], kamus: Kamus) -> Seks:
    for level in reversed(levels):
        found = set(kamus.seks.find(level))
        if found & {"l", "p"}:
            return "jml" if {"l", "p"} <= found else ("l" if "l" in found else "p")
    return "jml"
