"""The column of names is found by what stands in it, wherever it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from civreg_tui.config import Facts
from civreg_tui.domain.lembar import Kolom
from civreg_tui.softcopy.files.source import Berkas
from civreg_tui.softcopy.reading import read_berkas
from tests.unit.softcopy.figures import DATA, Angka, figures

Isi = Callable[[Angka], object]

KOLOM: dict[str, Isi] = {
    "STATUS CERAI (JML)": lambda r: r.wajib,
    "MEMILIKI AKTA CERAI (JML)": lambda r: r.memiliki,
    "BELUM MEMILIKI": lambda r: r.belum,
    "PERSEN": lambda r: r.persen,
    "KABUPATEN/KOTA": lambda r: r.nama,
    "KODE": lambda r: r.kode,
    "NO": lambda r: int(r.kode[3:]),
}
WAJIB, MEMILIKI, BELUM, PERSEN, NAMA, KODE, NO = KOLOM


def delivered(*heads: str) -> Berkas:
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";")
    rows.writerow(["REKAP AKTA PERCERAIAN KEADAAN S.D. 31 DESEMBER 2024"])
    rows.writerow(heads)
    rows.writerows([KOLOM[head](row) for head in heads] for row in figures("ACERAI"))
    return Berkas("cerai.csv", text.getvalue().encode("cp1252"), "x")


@pytest.mark.parametrize(
    ("heads", "address"),
    [
        ((WAJIB, MEMILIKI, BELUM, PERSEN, NAMA), "cerai!B3"),
        ((WAJIB, MEMILIKI, BELUM, PERSEN, NAMA, KODE), "cerai!B3"),
        ((NO, MEMILIKI, WAJIB, NAMA), "cerai!B3"),
        ((MEMILIKI, WAJIB, NAMA, BELUM, PERSEN), "cerai!A3"),
        ((KODE, NAMA, WAJIB, MEMILIKI), "cerai!D3"),
    ],
)
def test_figures_may_stand_before_the_names(
    facts: Facts, heads: tuple[str, ...], address: str
) -> None:
    (table,) = read_berkas([delivered(*heads)], facts).tabel
    read = {row.wilayah: row for row in table.baris}
    for row in figures("ACERAI"):
        cells = read[row.kode].sel
        assert cells[Kolom("wajib", "jml")].angka == row.wajib
        assert cells[Kolom("memiliki", "jml")].angka == row.memiliki
    assert read["13.01"].sel[Kolom("memiliki", "jml")].alamat == address


def test_codes_never_stand_in_for_names(facts: Facts) -> None:
    content = (DATA / "sumbar_dkb_s2_2024.csv").read_bytes()
    tables = read_berkas([Berkas("terbitan.csv", content, "x")], facts).tabel
    read = {table.dokumen: {row.wilayah for row in table.baris} for table in tables}
    assert read["ACERAI"] == {row.kode for row in figures("ACERAI")}
