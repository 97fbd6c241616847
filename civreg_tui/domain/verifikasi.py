"""Second keying: a figure is keyed again without being seen, and two equal keyings decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from civreg_tui.domain.lembar import Alamat, Isian

Hasil = Literal["cocok", "beda", "ganti"]
SAMPEL_MINIMUM = 20
"""A sample has a tenth of the cells, but never fewer than this."""


@dataclass(frozen=True, slots=True)
class Ulangan:
    """Where the second keying of a cell stands.

    ``pertama`` stood there when it was keyed again; ``nilai`` is the value agreed on, or while
    they differ (``beda``) the one to be confirmed. ``salah`` counts discarded second keyings.
    """

    pertama: Isian
    hasil: Hasil
    nilai: Isian
    salah: int = 0


def sama(satu: Isian, lain: Isian) -> bool:
    """Whether two cells say the same; where they came from does not matter."""
    return (satu.angka, satu.nihil) == (lain.angka, lain.nihil)


def ketik_ulang(pertama: Isian, sebelum: Ulangan | None, ketikan: Isian) -> Ulangan:
    """Key a cell again: equal agrees, different asks again, the same new value twice wins."""
    ditunda = _ditunda(pertama, sebelum)
    salah = ditunda.salah if ditunda else 0
    if sama(ketikan, pertama):
        return Ulangan(pertama, "cocok", pertama, salah + (ditunda is not None))
    if ditunda and sama(ketikan, ditunda.nilai):
        return Ulangan(pertama, "ganti", ketikan, salah)
    return Ulangan(pertama, "beda", ketikan, salah + (ditunda is not None))


def _ditunda(pertama: Isian, sebelum: Ulangan | None) -> Ulangan | None:
    """The keying still to be confirmed; it lapses when the cell was changed meanwhile."""
    waits = sebelum is not None and sebelum.hasil == "beda" and sama(sebelum.pertama, pertama)
    return sebelum if waits else None


def terverifikasi(ulangan: Ulangan | None, kini: Isian) -> bool:
    """Whether the cell was keyed twice to the value that stands there now."""
    return ulangan is not None and ulangan.hasil != "beda" and sama(ulangan.nilai, kini)


@dataclass(frozen=True, slots=True)
class SelRisiko:
    """A filled cell with what speaks for keying it again.

    ``pengaruh`` is its share of the province's figure, in millionths.
    """

    dokumen: str
    alamat: Alamat
    tanpa_softcopy: bool
    temuan: int
    pengaruh: int


def sampel(cells: Iterable[SelRisiko], banyak: int | None = None) -> tuple[SelRisiko, ...]:
    """The riskiest cells first: not matched by the softcopy, out of band, largest effect."""
    ranked = sorted(cells, key=lambda c: (not c.tanpa_softcopy, -c.temuan, -c.pengaruh))
    size = max(SAMPEL_MINIMUM, -(-len(ranked) // 10)) if banyak is None else banyak
    return tuple(ranked[:size])


@dataclass(frozen=True, slots=True)
class Ketikan:
    """One act of keying from the trail: a first keying (``ulangan`` None) or a second one."""

    akun: str
    sel: str
    ulangan: Ulangan | None = None


@dataclass(frozen=True)
class Hitungan:
    """Cells keyed twice, how many by the same person, and slips by who made them."""

    sel: int = 0
    sendiri: int = 0
    pengentri: Mapping[str, int] = field(default_factory=dict)
    pengulang: Mapping[str, int] = field(default_factory=dict)


def hitung(ketikan: Iterable[Ketikan]) -> Hitungan:
    """Count over a month's keying in order: whose figure stood there, whose second was wrong."""
    writer: dict[str, str] = {}
    settled: dict[str, bool] = {}
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for act in ketikan:
        if act.ulangan is None:
            writer[act.sel] = act.akun
        elif act.ulangan.hasil != "beda":
            keyer = writer.get(act.sel, "")
            settled[act.sel] = keyer == act.akun
            first[keyer] += act.ulangan.hasil == "ganti"
            second[act.akun] += act.ulangan.salah
            if act.ulangan.hasil == "ganti":
                writer[act.sel] = act.akun
    return Hitungan(len(settled), sum(settled.values()), dict(+first), dict(+second))
