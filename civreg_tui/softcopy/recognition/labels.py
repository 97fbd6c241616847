"""Row labels: which region, which section, which total a row's first cells speak of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from civreg_tui.domain.wilayah import DaftarWilayah, Jenis, Penetapan, normal_name
from civreg_tui.softcopy.files.grid import PANJANG_TEKS, Nilai, as_text
from civreg_tui.softcopy.recognition.kamus import Kamus
from civreg_tui.softcopy.recognition.words import Kata, words

_LEADING_CODE = re.compile(r"^\W*(\d{2}\s?[.,]\s?\d{1,2}|\d{4})\s*(?:[-–—:.)/]|\s)\s*(?=\S)")
_TRAILING_CODE = re.compile(r"\s*[(\[\-–/]?\s*(\d{2}\.\d{2}|\d{4})\s*[)\]]?$")
_FOREIGN = re.compile(r"(\d{2})\.\d{2}")
_DOTTED = re.compile(r"(\d{2})\s*[,.]\s*(\d{1,2})")
_BELOW = re.compile(r"\d{2}\.?\d{2}\.?(\d{2})(?:\.?(\d{4}))?")
_BRACKETS = re.compile(r"[()\[\]]")
_DIGITS = re.compile(r"\d")
_ORDINAL = re.compile(r"^(?:\d{1,2}|[A-Za-z])\s*[.)]\s*(?=\S)")
_MARKS = re.compile(r"(?:[\s†:;'\"]|\*+\)?|(?<=\s)\d\))+$|^[\s*†:;'\"]+")
_KIND_LAST = re.compile(r"^(.*\S)[\s,(]+(KABUPATEN|KAB|KOTAMADYA|KODYA|KOTA)[.)\s]*$")
_SECTION = re.compile(r"^(?:[A-Z]|[IVX]+|\d)?\W*(KABUPATEN|KAB|KOTA|KOTAMADYA)\W*$")


Cakup = Literal["provinsi", "bagian", "tidak disebut"]
"""What a total row's own words say it adds up."""


class Label(NamedTuple):
    """A row's label cells as texts: the code and the name, taken apart when they share a cell."""

    kode: str
    nama: str


class Labels:
    """Reads row labels against one province's regions and the vocabulary."""

    def __init__(self, daftar: DaftarWilayah, kamus: Kamus) -> None:
        self.daftar = daftar
        self.kamus = kamus
        self._words = {word for name in daftar.names for word in words(name)}
        self._provinces = {kode[:2] for kode in daftar.kode}
        self._known = lru_cache(maxsize=4096)(self._candidates)

    def label(self, kode: Nilai, nama: Nilai) -> Label:
        """The code and the name of a row; a code inside the name cell is taken out of it."""
        code, name = code_text(kode), " ".join(as_text(nama)[:PANJANG_TEKS].split())
        if self._known(name):
            return Label(code, name)
        for pattern in (_LEADING_CODE, _TRAILING_CODE) if _DIGITS.search(name) else ():
            match = pattern.search(name)
            if match and not self._may_be_code(match[1]):
                continue
            rest = (name[: match.start()] + name[match.end() :]).strip() if match else ""
            if match and (self._known(rest) or not code):
                return Label(code or code_text(match[1].replace(" ", "")), rest)
        return Label(code, name)

    @property
    def province_code(self) -> str:
        """The two digits that all codes begin with; empty for regions of several provinces."""
        return next(iter(self._provinces)) if len(self._provinces) == 1 else ""

    def _may_be_code(self, text: str) -> bool:
        """Four digits are a code only of this province; else they are a year or a number."""
        return len(text) != 4 or not text.isdecimal() or text[:2] in self._provinces

    def settle(self, label: Label, bagian: Jenis | None) -> Penetapan:
        """The region of a label; other ways to write the name are tried before giving up."""
        variants = self._known(label.nama)
        name = variants[0] if variants else label.nama
        return self.daftar.settle(label.kode, name, bagian, dikenal=bool(variants))

    def knows(self, name: str) -> bool:
        """Whether a name means a region, or several."""
        return bool(self._known(name))

    def is_region(self, text: str) -> bool:
        """Whether a text names a region in any of its spellings."""
        return bool(self._known(self.label(None, text).nama))

    def _candidates(self, name: str) -> tuple[str, ...]:
        """The spellings of a name that the register knows, the plainest first."""
        if self._words.isdisjoint(words(name)):
            return ()
        return tuple(v for v in self._variants(name) if self.daftar.by_name(v))

    def _variants(self, name: str) -> list[str]:
        bare = _MARKS.sub("", name)
        variants = [name, bare, _ORDINAL.sub("", bare)]
        text = words(bare)
        for prefix, instead in self.kamus.awalan.items():
            if text[: len(prefix)] == prefix:
                rest = bare[len(" ".join(prefix)) :].strip(" .:-")
                variants.append(f"{instead} {rest}".strip())
        variants.append(" ".join(_BRACKETS.sub(" ", bare).split()))
        if match := _KIND_LAST.match(normal_name(bare)):
            variants.append(f"{match[2]} {match[1]}")
        return [v for v in dict.fromkeys(variants) if v]

    def section(self, texts: list[str]) -> Jenis | None:
        """The kind of regions that a section row opens, from its label cells."""
        joined = " ".join(" ".join(texts).upper().split())
        match = _SECTION.match(joined)
        if match is None:
            return None
        return "kabupaten" if match[1].startswith("KAB") else "kota"

    def is_below(self, label: Label) -> bool:
        """Whether the code is of a kecamatan or desa (13.01.02, 1301022001)."""
        match = _BELOW.fullmatch(label.kode)
        return match is not None and bool((match[1] + (match[2] or "")).strip("0"))

    def is_abroad(self, label: Label) -> bool:
        """Whether the code is of another province: national exports list all of them."""
        match = _FOREIGN.fullmatch(label.kode)
        return match is not None and match[1] not in self._provinces

    def is_province(self, label: Label) -> bool:
        """Whether the label is the province itself."""
        return words(label.nama) in self.kamus.provinsi

    def is_total(self, label: Label) -> bool:
        """Whether the label opens a total row (JUMLAH, SUB TOTAL, the province)."""
        first = words(label.nama)[:1]
        known = self.kamus.jumlah | self.kamus.sub
        return self.is_province(label) or bool(first and first[0] in known)

    def total_scope(self, label: Label) -> tuple[Cakup, Jenis | None]:
        """Whether a total row says it adds up the province or a part, and which part."""
        text: Kata = words(label.nama)
        if self.is_province(label) or set(text) & {"PROVINSI", "PROV", "GRAND", "SELURUH"}:
            return "provinsi", None
        kab, kota = bool({"KAB", "KABUPATEN"} & set(text)), "KOTA" in text
        if kab and kota:
            return "provinsi", None
        if kab or kota:
            return "bagian", "kabupaten" if kab else "kota"
        return ("bagian" if set(text) & self.kamus.sub else "tidak disebut"), None


def code_text(value: Nilai) -> str:
    """A code cell as text; a code that became a number keeps its dot (13.1)."""
    text = as_text(value).strip().lstrip("'").strip()
    if match := _DOTTED.fullmatch(text):
        return f"{match[1]}.{match[2]}"
    return text
