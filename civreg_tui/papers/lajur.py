"""The printed columns of a document's table, and the numbers under their heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from civreg_tui.domain.dokumen import Dokumen, Rincian
from civreg_tui.domain.lembar import Seks, Ukuran

Isi = Literal["no", "kode", "nama", "persen", "peringkat", "kurang", "keterangan"] | Ukuran

LEBAR: dict[str, float] = {"no": 5, "kode": 8, "nama": 31, "keterangan": 22}
LEBAR_HALAMAN = 165.0
"""Characters of Arial 10 that fill an F4 page on its side at the scale of a whole table."""
LEBAR_ANGKA = (9.5, 17.0)
"""Narrowest and widest a column of figures becomes."""

KEPALA: dict[str, str] = {
    "wajib": "WAJIB AKTA",
    "memiliki": "MEMILIKI",
    "belum": "BELUM MEMILIKI",
    "terbit": "TERBIT BULAN INI",
    "dilaporkan": "KEMATIAN DILAPORKAN BULAN INI",
    "persen": "PERSEN (%)",
    "peringkat": "PERING-\nKAT",
    "kurang": "KURANG DARI TARGET",
    "keterangan": "KETERANGAN",
}


@dataclass(frozen=True, slots=True)
class Lajur:
    """One column: its head, the lower head (empty = the head spans both) and what it holds."""

    kepala: str
    anak: str
    isi: Isi
    seks: Seks = "jml"

    @property
    def angka(self) -> bool:
        """Whether the column holds counts."""
        return self.isi in {*get_args(Ukuran), "kurang"}


def lajur_rekap(dokumen: Dokumen, rincian: Rincian, *, kurang: bool) -> tuple[Lajur, ...]:
    """The columns of a recap as the office prints it, with the shortfall where one can be."""
    sexes: tuple[Seks, ...] = ("l", "p", "jml") if rincian == "lp" else ("jml",)
    columns = [Lajur("NO", "", "no"), Lajur("KODE", "", "kode")]
    columns.append(Lajur("KABUPATEN/KOTA", "", "nama"))
    columns += lajur_ukuran(dokumen, sexes)
    if dokumen.penyebut or (dokumen.terbit and dokumen.dilaporkan):
        columns += [
            Lajur(KEPALA["persen"], "", "persen"),
            Lajur(KEPALA["peringkat"], "", "peringkat"),
        ]
        if kurang:
            columns.append(Lajur(KEPALA["kurang"], "", "kurang"))
    columns.append(Lajur(KEPALA["keterangan"], "", "keterangan"))
    return tuple(columns)


def lajur_ukuran(dokumen: Dokumen, sexes: tuple[Seks, ...]) -> list[Lajur]:
    """The columns of figures: wajib, memiliki, belum, or the deaths with what goes with them."""
    stocks: tuple[Ukuran, ...] = (
        ("wajib", "memiliki", "belum") if dokumen.penyebut else ("memiliki",)
    )
    columns = [
        Lajur(kepala_ukuran(dokumen, ukuran), seks.upper(), ukuran, seks)
        for ukuran in stocks
        for seks in sexes
    ]
    if dokumen.terbit:
        issued: tuple[Seks, ...] = ("jml",) if dokumen.penyebut else sexes
        columns += [Lajur(KEPALA["terbit"], s.upper(), "terbit", s) for s in issued]
    if dokumen.dilaporkan:
        columns.append(Lajur(KEPALA["dilaporkan"], "JML", "dilaporkan"))
    return columns


def kepala_ukuran(dokumen: Dokumen, ukuran: Ukuran) -> str:
    """The head over a measure; deaths are counted up to and including the month."""
    if ukuran == "memiliki" and not dokumen.penyebut:
        return "AKTA KEMATIAN s.d. BULAN INI"
    return KEPALA[ukuran]


def lebar(columns: tuple[Lajur, ...]) -> list[float]:
    """Column widths in characters, the columns of figures sharing what the others leave."""
    fixed = sum(LEBAR.get(column.isi, 0) for column in columns)
    figures = sum(column.isi not in LEBAR for column in columns)
    low, high = LEBAR_ANGKA
    share = min(high, max(low, (LEBAR_HALAMAN - fixed) / max(1, figures)))
    return [LEBAR.get(column.isi, share) for column in columns]


def nomor_lajur(columns: tuple[Lajur, ...]) -> list[str]:
    """The numbering row: ``1 2 3 4 5 6=(4+5)``, with the sum a computed column stands for."""
    place = {(column.isi, column.seks): i for i, column in enumerate(columns, 1)}
    return [_nomor(i, column, place) for i, column in enumerate(columns, 1)]


def _nomor(number: int, column: Lajur, place: dict[tuple[Isi, Seks], int]) -> str:
    isi, seks = column.isi, column.seks
    if isi == "belum":
        return f"{number}=({place['wajib', seks]}-{place['memiliki', seks]})"
    if isi == "persen":
        part, whole = pecahan(place)
        return f"{number}=({place[part]}:{place[whole]}×100)"
    if seks == "jml" and (isi, "l") in place:
        return f"{number}=({place[isi, 'l']}+{place[isi, 'p']})"
    return str(number)


def pecahan(place: dict[tuple[Isi, Seks], int]) -> tuple[tuple[Isi, Seks], tuple[Isi, Seks]]:
    """Which columns are numerator and denominator of the percent.

    Deaths are measured against the deaths reported, never against the population.
    """
    if ("wajib", "jml") in place:
        return ("memiliki", "jml"), ("wajib", "jml")
    return ("terbit", "jml"), ("dilaporkan", "jml")
