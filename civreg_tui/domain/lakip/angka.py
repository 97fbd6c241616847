"""The checker: every number in a text must stand in the data, and leads back to where it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from civreg_tui.domain.lakip.frasa import Frasa
from civreg_tui.domain.lakip.kata import terbilang
from civreg_tui.domain.lakip.sumber import Satuan, Sumber, semua_sumber
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import Periode, tanggal

_NOMOR_BUTIR = re.compile(r"^\s*\d{1,2}[.)]\s+", re.MULTILINE)
_ANGKA = re.compile(r"(?P<peringkat>peringkat (?:ke-)?)?(?P<angka>\d(?:[\d.,]*\d)?)", re.IGNORECASE)
_BULAT = re.compile(r"\d{1,15}|\d{1,3}(?:\.\d{3})+")
_DESIMAL = re.compile(r"(\d{1,15}|\d{1,3}(?:\.\d{3})+),(\d{1,2})")
_ANGKA_SAJA = re.compile(r"[\d.,\s]{0,4}|\d+|\d+,\d+|\d{1,3}(?:\.\d{3})+")
_PASANGAN = re.compile(r"(?<![\d.,])(\d{1,3}) \(([a-z]+(?: [a-z]+){0,4})\)")
_KATA_BILANGAN = {terbilang(n): n for n in range(1000)}


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A number as written, and every place in the data where it stands."""

    angka: str
    sumber: tuple[Sumber, ...]


class PemeriksaAngka:
    """Checks many paragraphs against one report; build it once, it indexes all the numbers."""

    def __init__(self, laporan: Laporan, frasa: Frasa | None = None) -> None:
        self._index: dict[tuple[Satuan, int], list[Sumber]] = {}
        for source in semua_sumber(laporan):
            self._index.setdefault((source.satuan, source.nilai), []).append(source)
        self._names = {b.kode: _pendek(b.nama) for r in laporan.rekap for b in r.baris}
        terms = (*_teks_data(laporan), *(frasa.ungkapan if frasa else ()))
        self._terms = _pola(terms)

    def periksa(self, teks: str) -> tuple[str, ...]:
        """The numbers of a text that are not in the data, as written, each once.

        A number that only a kabupaten/kota has counts when the text names that region.
        """
        named = teks.casefold()
        wrong = [
            found.angka
            for found in self.rujukan(teks)
            if not any(self._disebut(source, named) for source in found.sumber)
        ]
        wrong += [
            match[0]
            for match in _PASANGAN.finditer(self._bersih(teks))
            if _KATA_BILANGAN.get(match[2], int(match[1])) != int(match[1])
        ]
        return tuple(dict.fromkeys(wrong))

    def rujukan(self, teks: str) -> tuple[Rujukan, ...]:
        """Every number of a text with its places in the data, in reading order."""
        found = _ANGKA.finditer(self._bersih(teks))
        return tuple(Rujukan(m["angka"], self._cari(m["angka"], m["peringkat"])) for m in found)

    def terdekat(self, angka: str) -> str:
        """The number in the data closest to a wrong one, as written; empty when there is none."""
        values = list(_baca(angka))
        if not values:
            return ""
        unit, value = values[0]
        near = [known for known_unit, known in self._index if known_unit == unit]
        if not near:
            return ""
        best = min(near, key=lambda known: (abs(known - value), known))
        return format_percent(best) if unit == "persen" else format_count(best)

    def keterangan(self, angka: str) -> str:
        """One line on a number that ``periksa`` listed: whose it is, or which one is close."""
        owners = [s.uraian for s in self._cari(angka, None) if s.wilayah in self._names]
        if owners:
            return f"{angka} adalah {owners[0]}, yang tidak disebut dalam teks ini."
        near = self.terdekat(angka)
        hint = f" Yang terdekat: {near}." if near else ""
        return f"{angka} tidak ada dalam data bulan ini.{hint}"

    def _disebut(self, source: Sumber, named: str) -> bool:
        name = self._names.get(source.wilayah or "")
        return name is None or name in named

    def _bersih(self, teks: str) -> str:
        plain = _NOMOR_BUTIR.sub("", teks)
        return self._terms.sub(" ", plain) if self._terms else plain

    def _cari(self, angka: str, peringkat: str | None) -> tuple[Sumber, ...]:
        keys = list(_baca(angka))
        if peringkat:
            keys = [("peringkat", value) for unit, value in keys if unit == "jumlah"]
        return tuple(source for key in keys for source in self._index.get(key, ()))


def _pendek(nama: str) -> str:
    """The part of a region's name that people write: ``mentawai``, ``padang pariaman``."""
    name = nama.casefold()
    for prefix in ("kabupaten ", "kota ", "kepulauan "):
        name = name.removeprefix(prefix)
    return name


def _baca(angka: str) -> Iterator[tuple[Satuan, int]]:
    """What a written number can mean: a count, a percent in hundredths, or both."""
    if not angka.isascii():
        return
    decimal = _DESIMAL.fullmatch(angka)
    if decimal:
        whole = int(decimal[1].replace(".", ""))
        yield "persen", whole * 100 + int(decimal[2].ljust(2, "0"))
    elif _BULAT.fullmatch(angka):
        value = int(angka.replace(".", ""))
        yield "jumlah", value
        yield "persen", value * 100


def _teks_data(laporan: Laporan) -> Iterator[str]:
    """Texts of the record that carry digits of their own: names, codes, dates, reasons."""
    kantor = laporan.kantor
    yield from (laporan.keadaan, laporan.acuan, laporan.dicetak, kantor.alamat)
    yield tanggal(Periode.parse(laporan.periode).last_day)
    for pejabat in kantor.pejabat.values():
        yield from (pejabat.nama, pejabat.jabatan, pejabat.nip)
    if laporan.revisi:
        yield from (laporan.revisi.kode, laporan.revisi.hash, laporan.revisi.pada)
    for rekap in laporan.rekap:
        dokumen = rekap.dokumen
        yield from (dokumen.nama, dokumen.pemilik, dokumen.kelompok, dokumen.singkat, dokumen.kode)
        yield rekap.acuan
        yield from (text for row in rekap.baris for text in (row.kode, row.nama))
        yield from (point.acuan for point in rekap.seri)
    for found in laporan.temuan:
        yield from (found.temuan.message, " ".join((found.alasan or "").split()).rstrip(". "))
    for line in laporan.anggaran:
        yield from (" ".join(text.split()).rstrip(". ") for text in (line.program, line.kegiatan))


def _pola(terms: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all texts that carry digits, the longest first, never inside a number."""
    known = {term for term in terms if _berangka(term)}
    if not known:
        return None
    ordered = sorted(known, key=lambda term: (-len(term), term))
    body = "|".join(re.escape(term) for term in ordered)
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{body})(?![.,]?\d)(?!\w)", re.IGNORECASE)


def _berangka(term: str) -> bool:
    """Whether a text carries digits and is no plain figure, which it would hide elsewhere."""
    return re.search(r"\d", term) is not None and not _ANGKA_SAJA.fullmatch(term)
