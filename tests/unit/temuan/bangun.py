"""Builders: sheets, softcopy tables and subjects with only what a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from civreg_tui.config.build import build_config
from civreg_tui.config.tables import read_defaults
from civreg_tui.domain.bacaan import Bacaan, BarisSumber, SelSumber, TabelSumber
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar, Seks, Ukuran
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import (
    SubjekBulan,
    SubjekLembar,
    Temuan,
    periksa_bacaan,
    periksa_bulan,
    periksa_lembar,
)
from civreg_tui.domain.temuan.model import Aturan
from civreg_tui.domain.wilayah import Jenis, Penetapan

FACTS = build_config(read_defaults(), "data").facts
ATURAN = FACTS.aturan
DAFTAR = FACTS.wilayah
KODE = DAFTAR.kode
S1, S2 = "DKB Semester I Tahun 2024", "DKB Semester II Tahun 2024"
DES, NOV = Periode(2024, 12), Periode(2024, 11)

Angka = int | None
Baris = Mapping[str, Angka]
"""Column names (``wajib.jml``) to figures."""


def kolom(nama: str) -> Kolom:
    ukuran, _, seks = nama.partition(".")
    return Kolom(_ukuran(ukuran), _seks(seks or "jml"))


def _ukuran(nama: str) -> Ukuran:
    match nama:
        case "wajib" | "memiliki" | "belum" | "terbit" | "dilaporkan":
            return nama
    raise AssertionError(nama)


def _seks(nama: str) -> Seks:
    match nama:
        case "l" | "p" | "jml":
            return nama
    raise AssertionError(nama)


def bersih(kode: str = "ACERAI", langkah: int = 0) -> dict[str, dict[str, Angka]]:
    """Plausible, distinct figures for the 19 regions; ``langkah`` moves them a little."""
    rows: dict[str, dict[str, Angka]] = {}
    for i, region in enumerate(KODE):
        due, owned = 100_000 + 1_371 * i, 60_000 + 907 * i + 10 * langkah
        if kode == "AMATI":
            rows[region] = {"memiliki.l": 5_000 + 311 * i + langkah, "memiliki.p": 4_000 + 97 * i}
        elif kode == "AKAWIN":
            rows[region] = {
                "wajib.l": due // 2 - 7 - i,
                "wajib.p": due - due // 2 + 7 + i,
                "memiliki.l": owned // 2 - 11 - i,
                "memiliki.p": owned - owned // 2 + 11 + i,
            }
        else:
            rows[region] = {"wajib.jml": due, "memiliki.jml": owned}
    return rows


def lembar(
    rows: Mapping[str, Baris],
    kode: str = "ACERAI",
    periode: Periode = DES,
    acuan: str = S2,
    kelompok: str = "",
) -> Lembar:
    document = FACTS.dokumen[kode]
    cells = {
        Alamat(region, *kolom(name)): Isian(value, nihil=value == 0)
        for region, row in rows.items()
        for name, value in row.items()
        if value is not None
    }
    return Lembar(
        periode, document, document.rincian, acuan, KODE, MappingProxyType(cells), kelompok
    )


def subjek(sheet: Lembar, **lain: object) -> SubjekLembar:
    return replace(SubjekLembar(sheet, DAFTAR), **lain)  # type: ignore[arg-type]


def pada_lembar(
    rows: Mapping[str, Baris], kode: str = "ACERAI", hanya: str | None = None, **lain: object
) -> tuple[Temuan, ...]:
    """The findings on a sheet of these rows."""
    only = None if hanya is None else {hanya}
    return periksa_lembar(subjek(lembar(rows, kode), **lain), ATURAN, hanya=only)


def dibanding(
    rule: str,
    kini: Mapping[str, Baris],
    lalu: Mapping[str, Baris],
    kode: str = "ACERAI",
    acuan: tuple[str, str] = (S2, S2),
    **lain: object,
) -> tuple[Temuan, ...]:
    """One rule's findings on this month's rows beside last month's."""
    now, then = lembar(kini, kode, DES, acuan[0]), lembar(lalu, kode, NOV, acuan[1])
    return periksa_lembar(subjek(now, lalu=then, **lain), ATURAN, hanya={rule})


def baris_sumber(
    nomor: int,
    nama: str,
    angka: Mapping[str, SelSumber | Angka],
    *,
    kode: str = "",
    persen: int | None = None,
    jumlah: bool = False,
) -> BarisSumber:
    cells = {
        kolom(name): value if isinstance(value, SelSumber) else sel(nomor, name, value)
        for name, value in angka.items()
        if value is not None
    }
    printed = None if persen is None else SelSumber(f"Lembar!M{nomor}", str(persen), persen)
    settled = Penetapan(None) if jumlah else DAFTAR.settle(kode, nama)
    return BarisSumber(nomor, kode, nama, settled, f"Lembar!C{nomor}", cells, printed)


def sel(nomor: int, nama: str, angka: Angka) -> SelSumber:
    text = "" if angka is None else str(angka)
    return SelSumber(f"Lembar!{nama}{nomor}", text, angka)


def tabel(
    rows: Mapping[str, Mapping[str, SelSumber | Angka]],
    kode: str = "ACERAI",
    *,
    jumlah: tuple[BarisSumber, ...] = (),
    persen: Mapping[str, int] | None = None,
    acuan: str | None = S2,
    periode: Periode | None = DES,
    teks_periode: str = "KEADAAN s.d. 31 DESEMBER 2024",
    judul: str | None = None,
    isi: str | None = None,
    subjumlah: tuple[tuple[Jenis, BarisSumber], ...] = (),
    ekstra: tuple[BarisSumber, ...] = (),
) -> TabelSumber:
    """A softcopy table whose first region stands on row 8."""
    made = tuple(
        baris_sumber(
            nomor, DAFTAR[region].nama, figures, kode=region, persen=(persen or {}).get(region)
        )
        for nomor, (region, figures) in enumerate(rows.items(), 8)
    )
    columns = dict.fromkeys(kolom(name) for figures in rows.values() for name in figures)
    return TabelSumber(
        berkas="contoh.xlsx",
        lembar=f"Lembar {kode}",
        baris_judul=5,
        dokumen=kode,
        dokumen_judul=judul or kode,
        dokumen_isi=isi or kode,
        periode=periode,
        teks_periode=teks_periode,
        acuan=acuan,
        kelompok="",
        kolom=tuple(columns),
        baris=(*made, *ekstra),
        jumlah=jumlah,
        subjumlah=subjumlah,
    )


def pada_bacaan(
    *tabel: TabelSumber,
    periode: Periode | None = DES,
    penduduk: Mapping[str, int] | None = None,
    aturan: Mapping[str, Aturan] = ATURAN,
) -> tuple[Temuan, ...]:
    """The findings on what the tables contain."""
    bacaan = Bacaan((), tabel, None, None)
    return periksa_bacaan(bacaan, periode, FACTS.dokumen, DAFTAR, penduduk, aturan)


def pada_bulan(hanya: str, **lain: object) -> tuple[Temuan, ...]:
    """One rule's findings on December 2024."""
    month = replace(SubjekBulan(DES, DAFTAR), **lain)  # type: ignore[arg-type]
    return tuple(t for t in periksa_bulan(month, ATURAN) if t.rule == hanya)


def menurut(temuan: tuple[Temuan, ...], rule: str) -> list[Temuan]:
    return [t for t in temuan if t.rule == rule]


def tanpa(aturan: Mapping[str, Aturan], rule: str) -> dict[str, Aturan]:
    return {**aturan, rule: replace(aturan[rule], aktif=False)}
