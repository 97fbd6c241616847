"""The outline and the phrases of the LAKIP, as ``data/lakip.toml`` gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter
from typing import cast

from civreg_tui.domain.salah import SalahIsi


class FrasaSalah(SalahIsi):
    """A wrong entry in ``lakip.toml``; the text names the entry and the remedy."""


@dataclass(frozen=True, slots=True)
class Kerangka:
    """A section of the outline: id, heading level and number, and standing text if any."""

    id: str
    tingkat: int
    nomor: str
    judul: str
    penilaian: bool = False
    lampiran: bool = False
    teks: tuple[str, ...] = ()
    edisi: str = ""


@dataclass(frozen=True)
class Frasa:
    """Everything in the LAKIP that is wording and not figure."""

    kerangka: tuple[Kerangka, ...]
    kalimat: Mapping[str, str] = field(default_factory=dict)
    daftar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ungkapan: tuple[str, ...] = ()

    @classmethod
    def dari(cls, data: Mapping[str, object]) -> Frasa:
        """Read the parsed TOML; FrasaSalah names what is missing or wrong."""
        outline = tuple(_kerangka(entry) for entry in _tables(data, "bagian"))
        phrases = _phrases(data.get("kalimat", {}))
        lists = {key: _texts("daftar", key, v) for key, v in _mapping(data, "daftar").items()}
        return cls(
            outline, phrases, lists, lists.get("ungkapan", ()) + lists.get("dasar_hukum", ())
        )

    def __call__(self, kunci: str, **nilai: str) -> str:
        """A phrase with its fields filled in; FrasaSalah for an unknown phrase or field."""
        template = self.kalimat.get(kunci)
        if template is None:
            raise FrasaSalah(f"lakip.toml: kalimat «{kunci}» tidak ada. Tambahkan di [kalimat].")
        return isi_kolom(template, nilai, f"kalimat «{kunci}»")

    def bila_ada(self, kunci: str, **nilai: str) -> tuple[str, ...]:
        """The phrase if the office has one under that name, else nothing."""
        return (self(kunci, **nilai),) if self.kalimat.get(kunci) else ()


def isi_kolom(template: str, nilai: Mapping[str, str], letak: str) -> str:
    """Fill ``{fields}`` with plain values; FrasaSalah names a field that does not exist."""
    parts = []
    try:
        pieces = list(Formatter().parse(template))
    except ValueError:
        raise FrasaSalah(
            f"lakip.toml: {letak} memuat kurung kurawal yang tidak berpasangan."
        ) from None
    for literal, name, _, _ in pieces:
        parts.append(literal)
        if name is not None:
            parts.append(_nilai(nilai, name, letak))
    return "".join(parts)


def _nilai(nilai: Mapping[str, str], name: str, letak: str) -> str:
    if name not in nilai:
        known = ", ".join(f"{{{key}}}" for key in sorted(nilai)) or "tidak ada"
        raise FrasaSalah(f"lakip.toml: {letak} memakai isian {{{name}}}. Yang tersedia: {known}.")
    return nilai[name]


def _mapping(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key, {})
    if not isinstance(value, Mapping):
        raise FrasaSalah(f"lakip.toml: [{key}] harus berupa tabel.")
    return cast("Mapping[str, object]", value)


def _tables(data: Mapping[str, object], key: str) -> Sequence[Mapping[str, object]]:
    value = data.get(key)
    if not isinstance(value, list) or not all(isinstance(entry, Mapping) for entry in value):
        raise FrasaSalah(f"lakip.toml: daftar [[{key}]] tidak ada atau salah bentuk.")
    return value


def _phrases(value: object, awal: str = "") -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise FrasaSalah("lakip.toml: [kalimat] harus berupa tabel.")
    found: dict[str, str] = {}
    for key, entry in value.items():
        if isinstance(entry, Mapping):
            found |= _phrases(entry, f"{awal}{key}.")
        elif isinstance(entry, str):
            found[f"{awal}{key}"] = entry
        else:
            raise FrasaSalah(f"lakip.toml: kalimat «{awal}{key}» harus berupa teks.")
    return found


def _texts(table: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise FrasaSalah(f"lakip.toml: {table}.{key} harus berupa daftar teks.")
    return tuple(value)


def _kerangka(entry: Mapping[str, object]) -> Kerangka:
    texts = {key: entry.get(key, "") for key in ("id", "nomor", "judul", "edisi")}
    level = entry.get("tingkat", 2)
    if not all(isinstance(v, str) for v in texts.values()) or not texts["id"] or not texts["judul"]:
        raise FrasaSalah(
            f"lakip.toml: [[bagian]] {entry.get('id', '')!s}: id dan judul harus diisi."
        )
    if not isinstance(level, int) or level not in range(1, 5):
        raise FrasaSalah(f"lakip.toml: bagian «{texts['id']}»: tingkat harus 1 sampai 4.")
    return Kerangka(
        id=str(texts["id"]),
        tingkat=level,
        nomor=str(texts["nomor"]),
        judul=str(texts["judul"]),
        edisi=str(texts["edisi"]),
        penilaian=entry.get("penilaian") is True,
        lampiran=entry.get("lampiran") is True,
        teks=_texts("bagian", f"{texts['id']}.teks", entry.get("teks", [])),
    )
