"""Finding a kabupaten/kota or a column by what an operator types."""

from __future__ import annotations

import pytest

from screens.entri.cari import cari_kolom, cari_wilayah
from screens.entri.kolom import Ruang, kolom_layar, ruang
from tests.unit.temuan.bangun import DAFTAR, bersih, lembar


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("13.06", ["13.06"]),
        ("agam", ["13.06"]),
        ("AGAM ", ["13.06"]),
        ("pessel", ["13.01"]),
        ("50 kota", ["13.07"]),
        ("solok", ["13.02", "13.72"]),
        ("kota solok", ["13.72"]),
        ("payak", ["13.76"]),
        ("mentaw", ["13.09"]),
        ("padang pa", ["13.05", "13.74"]),
        ("jakarta", []),
        ("", []),
    ],
)
def test_regions(teks: str, kode: list[str]) -> None:
    assert [w.kode for w in cari_wilayah(DAFTAR, teks)] == kode


def test_columns_by_the_beginning_of_their_heads() -> None:
    split = kolom_layar(lembar(bersih("AKAWIN"), "AKAWIN"), Ruang(80))
    assert cari_kolom(split, "wajib p") == 1
    assert cari_kolom(split, "milik") == 3
    assert cari_kolom(split, "agam") is None
    assert cari_kolom(split, "") is None
    tall = kolom_layar(lembar(bersih("AKAWIN"), "AKAWIN"), ruang(120, 40))
    assert cari_kolom(tall, "memiliki p") == 4
