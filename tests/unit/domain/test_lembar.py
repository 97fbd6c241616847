"""A sheet derives sums and differences; nothing given is never taken for nought."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.config import load_config
from civreg_tui.domain.lembar import KOSONG, Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.periode import Periode

FACTS = load_config().facts
KODE = FACTS.wilayah.kode
A, B = KODE[0], KODE[1]


def sheet(kode: str, rincian: str, cells: dict[Alamat, int | None], **document: object) -> Lembar:
    return Lembar(
        Periode(2024, 12),
        replace(FACTS.dokumen[kode], **document),  # type: ignore[arg-type]
        rincian,  # type: ignore[arg-type]
        "DKB Semester II Tahun 2024",
        KODE,
        {a: Isian(v) for a, v in cells.items()},
    )


def cell(wilayah: str, ukuran: str, seks: str = "jml") -> Alamat:
    return Alamat(wilayah, ukuran, seks)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kode", "rincian", "extra", "kolom"),
    [
        ("AK017", "jumlah", {}, ["wajib.jml", "memiliki.jml"]),
        ("AKAWIN", "lp", {}, ["wajib.l", "wajib.p", "memiliki.l", "memiliki.p"]),
        ("AMATI", "jumlah", {}, ["memiliki.jml"]),
        ("AMATI", "lp", {}, ["memiliki.l", "memiliki.p"]),
        ("AK017", "lp", {"terbit": True},
         ["wajib.l", "wajib.p", "memiliki.l", "memiliki.p", "terbit.jml"]),
        ("AMATI", "lp", {"terbit": True, "dilaporkan": True},
         ["memiliki.l", "memiliki.p", "terbit.l", "terbit.p", "dilaporkan.jml"]),
    ],
)  # fmt: skip
def test_which_columns_are_keyed(kode, rincian, extra, kolom) -> None:
    made = sheet(kode, rincian, {}, **extra)
    assert [f"{k.ukuran}.{k.seks}" for k in made.entry_columns] == kolom
    required = [k for k in kolom if k.split(".")[0] in {"wajib", "memiliki"}]
    assert [f"{k.ukuran}.{k.seks}" for k in made.required_columns] == required
    assert len(made.kosong()) == 19 * len(required)


def test_the_sum_of_the_sexes_needs_both() -> None:
    made = sheet("AKAWIN", "lp", {cell(A, "wajib", "l"): 7, cell(B, "wajib", "l"): 7,
                                  cell(B, "wajib", "p"): 0})  # fmt: skip
    assert made.nilai(A, "wajib") is None
    assert made.nilai(B, "wajib") == 7
    assert made.total("wajib") == 7
    assert made.total("wajib", "l") == 14
    assert made.total("wajib", "p") == 0


def test_a_sheet_of_totals_has_no_sexes() -> None:
    made = sheet("AK017", "jumlah", {cell(A, "wajib"): 10, cell(A, "memiliki"): 4})
    assert [made.nilai(A, "wajib", s) for s in ("l", "p", "jml")] == [None, None, 10]  # type: ignore[arg-type]
    assert made.nilai(A, "belum") == 6
    assert made.nilai(A, "belum", "l") is None
    assert made.total("wajib", "l") is None


def test_empty_nought_and_declared_nil_are_three_things() -> None:
    made = sheet("AK017", "jumlah", {cell(A, "wajib"): 10, cell(B, "wajib"): 0})
    made = made.dengan(cell(A, "memiliki"), Isian(0, nihil=True))
    assert made.isian(cell(A, "memiliki")) != Isian(0) != KOSONG
    assert made.isian(cell(B, "memiliki")) == KOSONG
    assert made.nilai(A, "memiliki") == 0
    assert made.persen(A) == 0
    assert made.nilai(B, "memiliki") is None
    assert made.persen(B) is None
    empty = made.kosong()
    assert cell(A, "memiliki") not in empty
    assert cell(B, "memiliki") in empty
    assert cell(B, "wajib") not in empty


def test_the_province_takes_only_regions_that_have_both() -> None:
    made = sheet("AK017", "jumlah", {cell(A, "wajib"): 200, cell(A, "memiliki"): 100,
                                     cell(B, "wajib"): 1000})  # fmt: skip
    assert made.pecahan_provinsi() == (100, 200)
    assert made.persen_provinsi() == 5000
    assert made.total("wajib") == 1200
    assert made.total("belum") == 100


def test_an_empty_sheet_has_no_figures_at_all() -> None:
    made = sheet("AK017", "jumlah", {})
    assert made.persen_provinsi() is None
    assert made.pecahan_provinsi() == (None, None)
    assert [made.total(u) for u in ("wajib", "memiliki", "belum")] == [None] * 3  # type: ignore[arg-type]


def test_death_certificates_have_no_denominator() -> None:
    made = sheet("AMATI", "jumlah", {cell(k, "memiliki"): 100 for k in KODE})
    assert made.total("memiliki") == 1900
    assert made.persen(A) is None
    assert made.persen_provinsi() is None
    assert made.nilai(A, "wajib") is None
    assert made.nilai(A, "belum") is None


def test_death_certificates_are_measured_against_reported_deaths_alone() -> None:
    cells = {cell(A, "memiliki"): 9000, cell(A, "terbit"): 45, cell(A, "dilaporkan"): 60,
             cell(B, "memiliki"): 9000, cell(B, "terbit"): 45}  # fmt: skip
    made = sheet("AMATI", "jumlah", cells, terbit=True, dilaporkan=True)
    # issued this month ÷ reported this month; the cumulative count never enters
    assert made.persen(A) == 7500
    assert made.persen(B) is None
    assert made.persen_provinsi() == 7500


counts = st.none() | st.integers(0, 10**9)


@given(st.lists(st.tuples(counts, counts), min_size=19, max_size=19))
def test_province_percent_comes_from_the_sums_of_whole_rows(pairs) -> None:
    cells = {}
    for kode, (wajib, memiliki) in zip(KODE, pairs, strict=True):
        cells |= {cell(kode, "wajib"): wajib, cell(kode, "memiliki"): memiliki}
    made = sheet("ACERAI", "jumlah", cells)
    whole = [(w, m) for w, m in pairs if w is not None and m is not None]
    part, base = made.pecahan_provinsi()
    assert (part, base) == (
        (sum(m for _, m in whole), sum(w for w, _ in whole)) if whole else (None, None)
    )
    belum = made.total("belum")
    assert belum == (None if not whole else base - part)


def test_replacing_a_cell_leaves_the_old_sheet_alone() -> None:
    before = sheet("AK017", "jumlah", {cell(A, "wajib"): 10})
    after = before.dengan(cell(A, "wajib"), Isian(11))
    assert (before.nilai(A, "wajib"), after.nilai(A, "wajib")) == (10, 11)
    assert before.dengan(cell(A, "wajib"), KOSONG).nilai(A, "wajib") is None


def test_columns_say_their_name() -> None:
    assert Kolom("wajib", "jml").label == "Wajib Akta JML"
    assert cell(A, "memiliki", "l").kolom == Kolom("memiliki", "l")
