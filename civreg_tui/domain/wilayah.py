"""The kabupaten/kota, and settling which one a code and a name in a file mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Jenis = Literal["kabupaten", "kota"]


@dataclass(frozen=True, slots=True)
class Wilayah:
    """One kabupaten or kota; ``kode`` is Kemendagri's with the dot (``13.01``)."""

    kode: str
    nama: str
    bps: str
    singkat: str
    alias: tuple[str, ...] = ()

    @property
    def jenis(self) -> Jenis:
        """Whether it is a kabupaten or a kota, from its official name."""
        return "kota" if self.nama.upper().startswith("KOTA ") else "kabupaten"


@dataclass(frozen=True, slots=True)
class Penetapan:
    """The outcome of settling a row: a region, or the rule that failed and the candidates."""

    wilayah: Wilayah | None
    rule: Literal["R03", "R04"] | None = None
    kandidat: tuple[Wilayah, ...] = ()
    menurut_kode: Wilayah | None = None


_PREFIX = re.compile(r"^(?:ADM )?(KABUPATEN|KAB|KOTAMADYA|KODYA|KOTA)(?: ADM)? (?=\S)")
_FOLDED = re.compile(r"[.,\-–_\s\u00a0\u2007\u202f]+")
_SLASH = re.compile(r"\s*/\s*")
_BLANKS = re.compile(r"[\s\u00a0]+")
_DOTTED = re.compile(r"\d{2}\.\d{2}")
_DAMAGED = re.compile(r"\d{2}\.\d")
_UNDOTTED = re.compile(r"\d{4}")


def normal_name(text: str) -> str:
    """Upper case, dots, commas, hyphens and every kind of blank folded to one blank."""
    folded = _FOLDED.sub(" ", text.upper())
    return (_SLASH.sub("/", folded) if "/" in folded else folded).strip()


def split_kind(name: str) -> tuple[Jenis | None, str]:
    """A normalised name without its KAB/KOTA prefix, and the kind that the prefix says."""
    match = _PREFIX.match(name)
    if match is None:
        return None, name
    return ("kabupaten" if match[1].startswith("KAB") else "kota"), name[match.end() :]


_TAK_DIKENAL = Penetapan(None, "R03")


class DaftarWilayah:
    """All regions of the province in official order, found by code, alias or both."""

    def __init__(self, wilayah: Iterable[Wilayah]) -> None:
        self.semua = tuple(wilayah)
        self._by_code = {w.kode: w for w in self.semua}
        self._by_name: dict[str, list[Wilayah]] = {}
        for region in self.semua:
            for alias in self._names(region):
                self._by_name.setdefault(alias, []).append(region)

    @staticmethod
    def _names(region: Wilayah) -> set[str]:
        official = split_kind(normal_name(region.nama))[1]
        return {official} | {normal_name(alias) for alias in region.alias}

    def __len__(self) -> int:
        return len(self.semua)

    def __contains__(self, kode: object) -> bool:
        return kode in self._by_code

    def __getitem__(self, kode: str) -> Wilayah:
        return self._by_code[kode]

    @property
    def kode(self) -> tuple[str, ...]:
        """The Kemendagri codes in official order."""
        return tuple(self._by_code)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and alias by which a region is known, normalised."""
        return tuple(self._by_name)

    def by_name(self, text: str, bagian: Jenis | None = None) -> tuple[Wilayah, ...]:
        """Every region that the name can mean; exact aliases only, never prefixes."""
        full = normal_name(text)
        kind, rest = split_kind(full)
        found = self._by_name.get(rest, []) or self._by_name.get(full, [])
        if kind is not None and rest in self._by_name:
            return tuple(w for w in found if w.jenis == kind)
        if len(found) > 1 and bagian is not None:
            return tuple(w for w in found if w.jenis == bagian)
        return tuple(found)

    def by_code(self, text: str) -> tuple[Wilayah | None, bool]:
        """The region a code text names, and whether the code could stand without a name.

        Only an undamaged dotted code (``13.01``) stands alone: ``1301`` may be BPS and
        ``13.1`` is a code that a spreadsheet read as a number.
        """
        clean = _BLANKS.sub("", text).removesuffix(".0").strip(".")
        if _DOTTED.fullmatch(clean):
            return self._by_code.get(clean), True
        if _DAMAGED.fullmatch(clean):
            return self._by_code.get(clean + "0"), False
        if _UNDOTTED.fullmatch(clean):
            return self._by_code.get(f"{clean[:2]}.{clean[2:]}"), False
        return None, False

    def settle(
        self, kode: str, nama: str, bagian: Jenis | None = None, *, dikenal: bool = True
    ) -> Penetapan:
        """Settle a row on one region from its code, its name and the section it stands under.

        ``dikenal`` False spares looking up a name that is known to mean nothing.
        """
        named = self.by_name(nama, bagian) if dikenal and nama.strip() else ()
        if not kode.strip():
            return self._from_name(named)
        coded, alone = self.by_code(kode)
        if not nama.strip():
            return Penetapan(coded) if coded and alone else Penetapan(None, "R03")
        if not named:
            return Penetapan(None, "R03", kandidat=(coded,)) if coded else _TAK_DIKENAL
        if coded in named:
            return Penetapan(coded)
        return Penetapan(None, "R04", kandidat=named, menurut_kode=coded)

    @staticmethod
    def _from_name(named: tuple[Wilayah, ...]) -> Penetapan:
        if len(named) == 1:
            return Penetapan(named[0])
        return Penetapan(None, "R03", kandidat=named) if named else _TAK_DIKENAL
