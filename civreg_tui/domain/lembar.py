"""A sheet: the figures of one document in one month, a row per kabupaten/kota."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from civreg_tui.domain.cakupan import Pecahan, add_up, jumlah_pecahan, ratio_hundredths
from civreg_tui.domain.dokumen import Dokumen, Rincian
from civreg_tui.domain.kolom import KOLOM, NAMA_UKURAN, Alamat, Kolom, Seks, Ukuran
from civreg_tui.domain.periode import Periode

__all__ = [
    "KOLOM",
    "KOSONG",
    "NAMA_UKURAN",
    "Alamat",
    "Asal",
    "Isian",
    "Kolom",
    "Lembar",
    "Seks",
    "Ukuran",
]

Asal = Literal["ketik", "softcopy", "bawaan"]


@dataclass(frozen=True, slots=True)
class Isian:
    """What a cell holds. ``angka`` None = not given; ``nihil`` = a zero that was declared."""

    angka: int | None = None
    nihil: bool = False
    asal: Asal = "ketik"


KOSONG = Isian()


@dataclass(frozen=True)
class Lembar:
    """The entered figures of one document in one month; sums and differences are derived."""

    periode: Periode
    dokumen: Dokumen
    rincian: Rincian
    acuan: str
    wilayah: tuple[str, ...]
    isi: Mapping[Alamat, Isian] = field(default_factory=lambda: MappingProxyType({}))
    kelompok: str = ""

    @cached_property
    def entry_columns(self) -> tuple[Kolom, ...]:
        """The columns that are keyed, in the order of the paper."""
        sexes: tuple[Seks, ...] = ("l", "p") if self.rincian == "lp" else ("jml",)
        stocks: tuple[Ukuran, ...] = (
            ("wajib", "memiliki") if self.dokumen.penyebut else ("memiliki",)
        )
        columns = [Kolom(ukuran, seks) for ukuran in stocks for seks in sexes]
        if self.dokumen.terbit:
            columns += [Kolom("terbit", s) for s in (("jml",) if self.dokumen.penyebut else sexes)]
        if self.dokumen.dilaporkan:
            columns.append(Kolom("dilaporkan", "jml"))
        return tuple(columns)

    @cached_property
    def required_columns(self) -> tuple[Kolom, ...]:
        """The keyed columns that must not stay empty (R06)."""
        return tuple(k for k in self.entry_columns if k.ukuran in {"wajib", "memiliki"})

    @cached_property
    def angka(self) -> Mapping[str, Mapping[Kolom, int]]:
        """The keyed figures by region and column; what is absent was not given."""
        rows: dict[str, dict[Kolom, int]] = {kode: {} for kode in self.wilayah}
        for address, isian in self.isi.items():
            if isian.angka is not None and address.wilayah in rows:
                rows[address.wilayah][address.kolom] = isian.angka
        return rows

    @cached_property
    def _kenaikan(self) -> dict[int, tuple[Lembar, Mapping[str, int]]]:
        return {}

    def kenaikan_dari(self, lalu: Lembar) -> Mapping[str, int]:
        """The owners' change from another month by region, in parts per million, rounded down.

        A month is compared with the same neighbour again and again, so the answer is kept.
        """
        kept = self._kenaikan.get(id(lalu))
        if kept is None or kept[0] is not lalu:
            kept = self._kenaikan[id(lalu)] = (lalu, dict(self._rises(lalu)))
        return kept[1]

    def _rises(self, lalu: Lembar) -> Iterator[tuple[str, int]]:
        for kode in self.wilayah:
            now, then = self.nilai(kode, "memiliki"), lalu.nilai(kode, "memiliki")
            if now is not None and then:
                yield kode, (now - then) * 1_000_000 // then

    def isian(self, alamat: Alamat) -> Isian:
        """What stands in a keyed cell (an empty one when nothing does)."""
        return self.isi.get(alamat, KOSONG)

    @cached_property
    def _nilai(self) -> dict[tuple[str, str, str], int | None]:
        return {}

    def nilai(self, wilayah: str, ukuran: Ukuran, seks: Seks = "jml") -> int | None:
        """A figure of a region: keyed, or derived (JML from L and P, belum from wajib)."""
        key = (wilayah, ukuran, seks)
        try:
            return self._nilai[key]
        except KeyError:
            figure = self._nilai[key] = self._hitung(wilayah, ukuran, seks)
            return figure

    def _hitung(self, wilayah: str, ukuran: Ukuran, seks: Seks) -> int | None:
        if ukuran == "belum":
            return self._belum(wilayah, seks)
        row, columns = self.angka.get(wilayah, {}), KOLOM[ukuran]
        given = row.get(columns[seks])
        if given is not None or seks != "jml" or self.rincian != "lp":
            return given
        male, female = row.get(columns["l"]), row.get(columns["p"])
        return None if male is None or female is None else male + female

    def _belum(self, wilayah: str, seks: Seks) -> int | None:
        wajib = self.nilai(wilayah, "wajib", seks)
        memiliki = self.nilai(wilayah, "memiliki", seks)
        return None if wajib is None or memiliki is None else wajib - memiliki

    def total(self, ukuran: Ukuran, seks: Seks = "jml") -> int | None:
        """The province's sum over the regions that have the figure; None when none has."""
        return add_up(self.nilai(kode, ukuran, seks) for kode in self.wilayah)

    def persen(self, wilayah: str) -> int | None:
        """A region's coverage in hundredths of a percent; None without a denominator.

        Akta kematian is measured against the deaths reported, never against population.
        """
        return ratio_hundredths(*self.pecahan(wilayah))

    def pecahan(self, wilayah: str) -> Pecahan:
        """Numerator and denominator of a region's coverage."""
        if self.dokumen.penyebut:
            return self.nilai(wilayah, "memiliki"), self.nilai(wilayah, "wajib")
        return self.nilai(wilayah, "terbit"), self.nilai(wilayah, "dilaporkan")

    def pecahan_provinsi(self) -> Pecahan:
        """Σ numerator and Σ denominator over the regions that have both."""
        return self._pecahan_provinsi

    @cached_property
    def _pecahan_provinsi(self) -> Pecahan:
        return jumlah_pecahan(self.pecahan(kode) for kode in self.wilayah)

    def persen_provinsi(self) -> int | None:
        """The province's coverage in hundredths of a percent: Σ memiliki ÷ Σ wajib."""
        return ratio_hundredths(*self.pecahan_provinsi())

    def kosong(self) -> tuple[Alamat, ...]:
        """The required cells that are still empty, in reading order."""
        return self._kosong

    @cached_property
    def _kosong(self) -> tuple[Alamat, ...]:
        return tuple(
            Alamat(kode, *kolom)
            for kode, row in self.angka.items()
            for kolom in self.required_columns
            if kolom not in row
        )

    @cached_property
    def diketik(self) -> int:
        """How many figures were keyed by hand, rather than taken over."""
        return sum(i.asal == "ketik" and i.angka is not None for i in self.isi.values())

    def dengan(self, alamat: Alamat, isian: Isian) -> Lembar:
        """The same sheet with one cell replaced."""
        return self.dengan_semua({alamat: isian})

    def dengan_semua(self, changes: Mapping[Alamat, Isian]) -> Lembar:
        """The same sheet with some cells replaced; what is known of other rows stays known."""
        made = replace(self, isi=MappingProxyType({**self.isi, **changes}))
        touched = {alamat.wilayah for alamat in changes}
        known = self._nilai.items()
        made._nilai.update({key: value for key, value in known if key[0] not in touched})
        return made
