"""The trail's names of cells, columns and sheets, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.kolom import KOLOM, Alamat, Kolom
from civreg_tui.domain.trail_names import (
    cell_name,
    cell_of,
    column_name,
    column_of,
    document_of,
    figure_of,
    figure_text,
    place_of,
)

CODES = st.sampled_from(["AK017", "AKAWIN", "AMATI"])
REGIONS = st.sampled_from(["13.01", "13.77"])
COLUMNS = st.sampled_from([kolom for row in KOLOM.values() for kolom in row.values()])


def test_as_it_stands_in_every_trail() -> None:
    assert cell_name("AK017", Alamat("13.06", "wajib", "jml")) == "AK017/13.06/wajib/jml"
    assert column_name("AK017", Kolom("memiliki", "l")) == "AK017/memiliki/l"


@given(CODES, REGIONS, COLUMNS)
def test_a_cell_is_found_again(dokumen: str, wilayah: str, kolom: Kolom) -> None:
    alamat = Alamat(wilayah, *kolom)
    name = cell_name(dokumen, alamat)
    assert cell_of(name) == (dokumen, alamat)
    assert place_of(name) == (dokumen, wilayah, kolom)
    assert document_of(name) == dokumen


@given(CODES, COLUMNS)
def test_a_column_is_found_again(dokumen: str, kolom: Kolom) -> None:
    name = column_name(dokumen, kolom)
    assert column_of(name) == (dokumen, kolom)
    assert place_of(name) == (dokumen, None, kolom)


def test_a_sheet_has_neither() -> None:
    assert place_of("AK017") == ("AK017", None, None)
    assert document_of("AK017") == "AK017"


@pytest.mark.parametrize("angka", [None, 0, 1_706_893])
def test_a_decided_figure_is_found_again(angka: int | None) -> None:
    assert figure_of(figure_text(angka)) == angka


def test_no_decision_is_no_figure() -> None:
    assert figure_of(None) is None
    assert figure_text(None) == "None"
