from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.temuan.diagnosa import (
    diagnosa_baris,
    diagnosa_kolom,
    diagnosa_lembar,
    diagnosa_pasangan,
)
from tests.unit.temuan.bangun import DAFTAR, KODE, NOV, bersih, kolom, lembar

AGAM = "13.06"
MEMILIKI, WAJIB = kolom("memiliki"), kolom("wajib")
BENAR: dict[str, int | None] = {k: 20_003 + 7_919 * i * (i + 1) for i, k in enumerate(KODE)}
KENDALI = sum(v or 0 for v in BENAR.values())


def dengan(kode: str, angka: int | None) -> dict[str, int | None]:
    return {**BENAR, kode: angka}


def test_a_column_that_foots_needs_no_diagnosis() -> None:
    assert diagnosa_kolom(MEMILIKI, BENAR, KENDALI, DAFTAR) == ()


def test_swapped_digits_are_found_and_said_in_words() -> None:
    nilai = {"13.01": 156_615, "13.02": 122_394, "13.03": 75_205}
    (found, *_) = diagnosa_kolom(MEMILIKI, nilai, 156_615 + 122_349 + 75_205, DAFTAR)
    assert (found.wilayah, found.ditulis, found.seharusnya) == (("13.02",), 122_394, 122_349)
    assert found.kalimat == (
        "Kabupaten Solok: tertulis 122.394, mungkin seharusnya 122.349 (dua angka bertukar tempat)."
    )


def test_the_one_empty_cell_gets_the_difference() -> None:
    (found,) = diagnosa_kolom(MEMILIKI, dengan(AGAM, None), KENDALI, DAFTAR)
    assert (found.sebab, found.wilayah, found.seharusnya) == ("kosong", (AGAM,), BENAR[AGAM])
    assert "masih kosong" in found.kalimat


def test_two_empty_cells_or_a_sum_already_too_large_say_nothing() -> None:
    assert diagnosa_kolom(MEMILIKI, {**dengan(AGAM, None), "13.01": None}, KENDALI, DAFTAR) == ()
    assert diagnosa_kolom(MEMILIKI, dengan(AGAM, None), 5, DAFTAR) == ()


@pytest.mark.parametrize(("neighbour", "sebab"), [("13.05", "atas"), ("13.07", "bawah")])
def test_a_neighbours_value(neighbour: str, sebab: str) -> None:
    found = diagnosa_kolom(MEMILIKI, dengan(AGAM, BENAR[neighbour]), KENDALI, DAFTAR)
    assert (sebab, (AGAM,), BENAR[AGAM]) in [(d.sebab, d.wilayah, d.seharusnya) for d in found]


def test_a_value_from_the_other_column() -> None:
    wajib: dict[str, int | None] = {k: (v or 0) + 333 for k, v in BENAR.items()}
    nilai = dengan(AGAM, wajib[AGAM])
    (found, *_) = diagnosa_kolom(MEMILIKI, nilai, KENDALI, DAFTAR, tetangga={WAJIB: wajib})
    assert (found.sebab, found.wilayah) == ("kolom", (AGAM,))
    assert "kolom Wajib Akta JML" in found.kalimat


def test_a_row_keyed_twice_that_pushed_the_others_down() -> None:
    values = [BENAR[k] for k in KODE]
    shifted = dict(zip(KODE, [*values[:6], values[5], *values[6:-1]], strict=True))
    found = diagnosa_kolom(MEMILIKI, shifted, KENDALI, DAFTAR, lalu=BENAR)
    assert found[0].sebab == "geser"
    assert found[0].wilayah[0] == "13.07" and found[0].seharusnya == BENAR["13.77"]


def test_last_months_figure_decides_between_two_candidates() -> None:
    # Both 132 and 231 can lose 99 by swapping two digits.
    nilai: dict[str, int | None] = {"13.01": 231, "13.02": 231, "13.03": 500}
    for wrong in ("13.01", "13.02"):
        lalu = {"13.01": 230, "13.02": 230, "13.03": 500, wrong: 131}
        (found, *_) = diagnosa_kolom(MEMILIKI, nilai, 132 + 231 + 500, DAFTAR, lalu=lalu)
        assert found.wilayah == (wrong,)


@given(st.sampled_from(KODE), st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_anywhere_is_always_among_the_answers(
    kode: str, place: int, add: int
) -> None:
    digits = list(str(BENAR[kode]))
    digits[place] = str((int(digits[place]) + add) % 10)
    typed = int("".join(digits))
    found = diagnosa_kolom(MEMILIKI, dengan(kode, typed), KENDALI, DAFTAR, terbanyak=99)
    if len(str(typed)) == len(str(BENAR[kode])):
        assert (kode, BENAR[kode]) in [(d.wilayah[0], d.seharusnya) for d in found]
    for d in found:
        if d.sebab != "geser":
            assert (
                sum(v or 0 for v in dengan(kode, typed).values())
                - (d.ditulis or 0)
                + (d.seharusnya)
                == KENDALI
            )


@pytest.mark.parametrize(
    ("entri", "softcopy", "kalimat"),
    [
        (5, 5, ""),
        (None, None, ""),
        (None, 1_200, "Belum dientri; softcopy 1.200."),
        (1_200, None, "Entri 1.200; softcopy tidak memuat angka ini."),
        (
            165_615,
            156_615,
            "Entri 165.615, softcopy 156.615: dua angka bertukar tempat (lebih 9.000).",
        ),
        (0, 7, "Entri 0, softcopy 7: satu angka salah (kurang 7)."),
        (1_111, 5_678, "Entri 1.111, softcopy 5.678: kurang 4.567."),
    ],
)
def test_how_an_entry_differs_in_words(
    entri: int | None, softcopy: int | None, kalimat: str
) -> None:
    assert diagnosa_pasangan(entri, softcopy) == kalimat


def test_exchanged_rows() -> None:
    entri = {**BENAR, "13.01": BENAR["13.02"], "13.02": BENAR["13.01"]}
    assert diagnosa_baris(entri, BENAR, DAFTAR) == (
        "Kabupaten Pesisir Selatan dan Kabupaten Solok bertukar baris.",
    )
    assert diagnosa_baris(BENAR, BENAR, DAFTAR) == ()


def test_shifted_rows() -> None:
    values = [BENAR[k] for k in KODE]
    entri = dict(zip(KODE, [*values[:6], values[5], *values[6:-1]], strict=True))
    assert diagnosa_baris(entri, BENAR, DAFTAR) == (
        "Kabupaten Lima Puluh Kota sampai Kota Pariaman bergeser: isinya milik baris di atasnya.",
    )


def test_a_sheet_brings_its_own_context() -> None:
    rows, then = bersih(), lembar(bersih(langkah=-1), periode=NOV)
    control = sum(row["memiliki.jml"] or 0 for row in rows.values())
    rows[AGAM]["memiliki.jml"] = rows[AGAM]["wajib.jml"]
    (found, *_) = diagnosa_lembar(lembar(rows), MEMILIKI, control, DAFTAR, then)
    assert (found.sebab, found.wilayah) == ("kolom", (AGAM,))
    assert found.seharusnya == bersih()[AGAM]["memiliki.jml"]


def test_a_row_left_out_is_named_with_its_figure_and_the_rows_that_moved_up() -> None:
    values = [BENAR[k] for k in KODE]
    moved = dict(zip(KODE, [*values[:5], *values[6:], None], strict=True))
    (found, *_) = diagnosa_kolom(MEMILIKI, moved, KENDALI, DAFTAR, lalu=BENAR)
    assert (found.sebab, found.wilayah, found.seharusnya) == ("geser", KODE[5:], BENAR[AGAM])
    assert found.kalimat.startswith("Kabupaten Agam sampai Kota Pariaman bergeser satu baris ke at")


def test_rows_moved_only_as_far_as_the_keying_was_in_step_again() -> None:
    values = [BENAR[k] for k in KODE]
    order = [*range(4), 3, *range(4, 8), *range(9, len(KODE))]
    moved = dict(zip(KODE, [values[i] for i in order], strict=True))
    (found, *_) = diagnosa_kolom(MEMILIKI, moved, KENDALI, DAFTAR, lalu=BENAR)
    assert (found.sebab, found.wilayah, found.seharusnya) == ("geser", KODE[4:9], values[8])


def test_rows_that_hold_each_others_figure_are_named_though_the_column_foots() -> None:
    moved = {**BENAR, "13.01": BENAR["13.02"], "13.02": BENAR["13.01"]}
    (found,) = diagnosa_kolom(MEMILIKI, moved, KENDALI, DAFTAR, lalu=BENAR)
    assert (found.sebab, found.wilayah) == ("bertukar", ("13.01", "13.02"))
    assert found.kalimat == (
        "Kabupaten Pesisir Selatan (35.841) dan Kabupaten Solok (20.003) mungkin bertukar baris."
    )


def test_without_anything_to_expect_no_rows_are_said_to_be_exchanged() -> None:
    moved = {**BENAR, "13.01": BENAR["13.02"], "13.02": BENAR["13.01"]}
    assert diagnosa_kolom(MEMILIKI, moved, KENDALI, DAFTAR) == ()


def test_a_neighbouring_column_that_keeps_step_says_what_to_expect() -> None:
    moved = {**BENAR, "13.01": BENAR["13.02"], "13.02": BENAR["13.01"]}
    due = {WAJIB: {k: (v or 0) * 101 // 100 for k, v in BENAR.items()}}
    (found,) = diagnosa_kolom(MEMILIKI, moved, KENDALI, DAFTAR, tetangga=due)
    assert found.wilayah == ("13.01", "13.02")


def test_figures_exchanged_between_two_columns_of_a_row() -> None:
    due: dict[str, int | None] = {k: (v or 0) + 4_321 for k, v in BENAR.items()}
    nilai = dengan(AGAM, due[AGAM])
    crossed = {WAJIB: {**due, AGAM: BENAR[AGAM]}}
    (found, *_) = diagnosa_kolom(MEMILIKI, nilai, KENDALI, DAFTAR, tetangga=crossed)
    assert (found.sebab, found.wilayah, found.seharusnya) == ("silang", (AGAM,), BENAR[AGAM])


def test_the_softcopy_settles_which_of_several_cells_it_is() -> None:
    nilai = dengan("13.77", (BENAR["13.77"] or 0) + 1)
    without = diagnosa_kolom(MEMILIKI, nilai, KENDALI, DAFTAR)
    (found, *_) = diagnosa_kolom(MEMILIKI, nilai, KENDALI, DAFTAR, sumber=BENAR)
    assert without[0].wilayah != ("13.77",)
    assert (found.wilayah, found.seharusnya) == (("13.77",), BENAR["13.77"])
