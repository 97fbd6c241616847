"""What a finding is, and what a rule is told about itself by ``data/aturan.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from string import Formatter
from typing import Literal, cast

from civreg_tui.domain.kolom import Kolom

Level = Literal["error", "warning", "info"]
NAMA_LEVEL: dict[Level, str] = {"error": "Salah", "warning": "Peringatan", "info": "Info"}


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. ``bukti`` holds the values it rests on: when they change, it comes back.

    ``perihal`` tells findings of one rule apart that share their place.
    """

    rule: str
    level: Level
    message: str
    document: str | None = None
    region: str | None = None
    cell: str | None = None
    kolom: Kolom | None = None
    bukti: str = ""
    perihal: str = ""

    @property
    def kunci(self) -> str:
        """Identifies the finding across runs, whatever its values are."""
        kolom = f"{self.kolom.ukuran}.{self.kolom.seks}" if self.kolom else ""
        parts = (self.rule, self.document or "", self.region or "", kolom)
        return "|".join((*parts, self.perihal) if self.perihal else parts)


@dataclass(frozen=True, slots=True)
class Lokasi:
    """What a finding points at: document, region, source cell, column, as far as known."""

    document: str | None = None
    region: str | None = None
    cell: str | None = None
    kolom: Kolom | None = None
    perihal: str = ""


TANPA_LOKASI = Lokasi()


class _Nilai(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@lru_cache(maxsize=256)
def desimal(text: int | str) -> Fraction:
    """An exact decimal written as ``1,5`` (or a whole number); ValueError for anything else."""
    return Fraction(str(text).replace(",", "."))


def nama_nilai(template: str) -> frozenset[str]:
    """The value names a message template uses; ValueError when its braces do not match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _check_threshold(name: str, value: int | str) -> None:
    if name.startswith("tingkat_"):
        if value not in NAMA_LEVEL:
            raise ValueError(f"ambang.{name}: isinya harus error, warning atau info.")
    elif not name.endswith("_dokumen"):
        try:
            desimal(value)
        except (ValueError, ZeroDivisionError):
            raise ValueError(f'ambang.{name}: isinya harus angka, misalnya 2 atau "0,5".') from None


def _check_template(name: str, template: str) -> None:
    try:
        nama_nilai(template)
    except ValueError:
        raise ValueError(f"pesan.{name}: kurung kurawal tidak berpasangan.") from None


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule as data: its level, message templates, thresholds and the documents it covers.

    ``kosong`` says in words how figures that were not given count, ``catatan`` what the
    thresholds mean; both are for people.
    ValueError when a threshold is no number or level, or a template's braces do not match.
    """

    id: str
    level: Level
    judul: str
    pesan: Mapping[str, str]
    ambang: Mapping[str, int | str] = field(default_factory=dict)
    dokumen: tuple[str, ...] = ()
    aktif: bool = True
    kosong: str = "dilewati"
    catatan: str = ""

    def __post_init__(self) -> None:
        for name, template in self.pesan.items():
            _check_template(name, template)
        for name, value in self.ambang.items():
            _check_threshold(name, value)

    def berlaku(self, dokumen: str) -> bool:
        """Whether the rule looks at a document (no list of documents means all of them)."""
        return not self.dokumen or dokumen in self.dokumen

    def batas(self, nama: str) -> Fraction:
        """A threshold as an exact number; KeyError when the data do not hold it."""
        return desimal(self.ambang[nama])

    def tingkat(self, nama: str) -> Level:
        """A level that the data give for a special case (``error``, ``warning``, ``info``)."""
        return cast(Level, self.ambang.get(nama, self.level))

    def lapor(
        self,
        lokasi: Lokasi,
        bukti: str,
        *,
        varian: str = "utama",
        level: Level | None = None,
        **nilai: object,
    ) -> Temuan:
        """A finding of this rule; ``nilai`` enter the chosen message as plain text."""
        message = self.pesan[varian].format_map(_Nilai(nilai))
        return Temuan(
            self.id,
            level or self.level,
            message,
            lokasi.document,
            lokasi.region,
            lokasi.cell,
            lokasi.kolom,
            bukti,
            lokasi.perihal,
        )
