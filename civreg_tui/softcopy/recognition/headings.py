"""What a column means, from the texts above it (outermost first)."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from civreg_tui.domain.kolom import Kolom, Seks, Ukuran
from civreg_tui.domain.periode import Periode, parse_acuan
from civreg_tui.softcopy.recognition.documents import (
    documents_in,
    part_of_ages,
    recapped,
    upper_age,
)
from civreg_tui.softcopy.recognition.kamus import Kamus, Peran
from civreg_tui.softcopy.recognition.periods import month_named
from civreg_tui.softcopy.recognition.words import Kata, words

Isi = Literal["hitung", "persen", "label", "lewat", "asing"]
"""Whether a column counts, prints a percent, labels, is passed over, or means nothing yet."""

_BY_PRIORITY = ("lalu", "belum", "dilaporkan", "kumulatif", "terbit", "memiliki", "wajib")


class Judul(NamedTuple):
    """A column's meaning. ``alasan`` says why it is passed over; ``dasar`` awal or dinamis.

    ``periode`` is the month that the heading names.
    """

    teks: str
    isi: Isi
    kolom: Kolom | None = None
    peran: Peran | None = None
    dokumen: tuple[str, ...] = ()
    dasar: str = ""
    acuan: str | None = None
    alasan: str = ""
    periode: Periode | None = None


def read_heading(path: tuple[str, ...], kamus: Kamus) -> Judul:
    """A column's meaning from its path of headings, the outermost first."""
    levels = [words(text) for text in path]
    text = " · ".join(" ".join(part.split()) for part in path)
    found = [kamus.ukuran.find(level) for level in levels]
    role = kamus.role(levels[-1]) or kamus.role(levels[0])
    if role is not None and not any(found):
        return Judul(text, "label", peran=role)
    codes = tuple(dict.fromkeys(c for part in path for c in documents_in(part, kamus)))
    codes = codes or _told_by_age(path, kamus)
    base = next((d for level in reversed(levels) for d in kamus.dasar.find(level)), "")
    month = next((m for part in reversed(path) if (m := month_named(part, kamus))), None)
    acuan = parse_acuan(text)
    if part_of_ages(text):
        return Judul(text, "lewat", dokumen=codes, alasan=f"kelompok umur lain: {text}")
    known = Judul(text, "asing", dokumen=codes, dasar=base, acuan=acuan, periode=month)
    return _measured(known, _measure(found), _sex(levels, kamus))


def _told_by_age(path: tuple[str, ...], kamus: Kamus) -> tuple[str, ...]:
    """The birth document of an age group from zero (``USIA 0-4 TAHUN``) that names no document."""
    if any("AKALL" in kamus.umur.find(words(part)) for part in path):
        return ("AKALL",)
    ages = (upper_age(part) for part in path)
    return tuple({kamus.batas_umur[age]: None for age in ages if age in kamus.batas_umur})


def _measured(known: Judul, measure: str | None, sex: Seks) -> Judul:
    if measure == "penduduk":
        reason = f"jumlah penduduk: {known.teks}"
        return known._replace(isi="lewat", kolom=Kolom("wajib", sex), alasan=reason)
    if measure in {"lalu", "lepas", "persen_belum"}:
        return known._replace(isi="lewat", alasan=f"kolom lain: {known.teks}")
    if measure == "persen" and sex != "jml":
        return known._replace(isi="lewat", alasan=f"persen per jenis kelamin: {known.teks}")
    if measure == "persen":
        return known._replace(isi="persen")
    if measure is None and not recapped(known.dokumen):
        return known
    # A column that names a document and no measure counts how many hold it.
    return known._replace(isi="hitung", kolom=Kolom(cast(Ukuran, measure or "memiliki"), sex))


def _measure(found: list[tuple[str, ...]]) -> str | None:
    """The measure of a path: a percent sign anywhere, BELUM anywhere, else the deepest word."""
    flat = {measure for level in found for measure in level}
    if "persen" in flat and "lepas" in flat:
        return "lepas"  # a target, a rise, a rank in percent is no coverage
    if "persen" in flat:
        return "persen_belum" if "belum" in flat else "persen"
    if "belum" in flat and not flat & {"terbit", "dilaporkan", "lalu"}:
        stocks = [level for level in found if {"belum", "memiliki", "wajib"} & set(level)]
        if "belum" in stocks[-1] or "memiliki" in stocks[-1]:
            return "belum"
    for level in reversed(found):
        if hit := _first(level):
            return hit
    return "persen" if "cakupan" in flat else None


def _first(level: tuple[str, ...]) -> str | None:
    for measure in _BY_PRIORITY:
        if measure in level:
            return "memiliki" if measure == "kumulatif" else measure
    if "cakupan" in level:
        return "persen" if set(level) == {"cakupan"} else None
    return next((m for m in ("lepas", "penduduk") if m in level), None)


def _sex(levels: list[Kata], kamus: Kamus) -> Seks:
    for level in reversed(levels):
        found = set(kamus.seks.find(level))
        if {"l", "p"} <= found:
            return "jml"
        if found & {"l", "p"}:
            return "l" if "l" in found else "p"
    return "jml"
