from __future__ import annotations

import pytest

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.temuan import Temuan
from tests.unit.temuan.bangun import (
    Angka,
    Baris,
    baris_sumber,
    bersih,
    menurut,
    pada_bacaan,
    pada_lembar,
    tabel,
)

PESSEL = "13.01"


def satu(row: Baris, persen: int, **lain: object) -> list[Temuan]:
    rows: dict[str, Baris] = {**bersih(), PESSEL: row}
    table: TabelSumber = tabel(rows, persen={PESSEL: persen}, **lain)  # type: ignore[arg-type]
    return menurut(pada_bacaan(table), "R14")


@pytest.mark.parametrize(
    ("persen", "count"), [(2833, 1), (2834, 0), (2835, 0), (2836, 0), (2837, 1)]
)
def test_r14_tolerates_one_hundredth(persen: int, count: int) -> None:
    assert len(satu({"wajib.jml": 9_623, "memiliki.jml": 2_728}, persen)) == count


def test_r14_names_two_swapped_digits() -> None:
    (found,) = satu({"wajib.jml": 9_623, "memiliki.jml": 2_782}, 2835)
    assert found.message == (
        "Kabupaten Pesisir Selatan: persen tertulis 28,35 %, hasil hitung 28,91 %. "
        "Kemungkinan salah ketik pada Memiliki JML: 2.782 seharusnya 2.728?"
    )
    assert found.level == "warning"
    assert found.cell == "Lembar!memiliki.jml8"


def test_r14_names_one_wrong_digit_in_the_denominator() -> None:
    (found,) = satu({"wajib.jml": 9_823, "memiliki.jml": 2_728}, 2835)
    assert "pada Wajib Akta JML: 9.823 seharusnya 9.623?" in found.message


def test_r14_without_a_plausible_slip_only_states_both() -> None:
    (found,) = satu({"wajib.jml": 9_623, "memiliki.jml": 2_728}, 9999)
    assert found.message.endswith("persen tertulis 99,99 %, hasil hitung 28,35 %.")
    assert found.cell == "Lembar!M8"


@pytest.mark.parametrize(
    ("wajib", "memiliki", "guess"),
    [
        (157_582, 156_615, "pada Memiliki JML: 158.615 seharusnya 156.615?"),
        (159_582, 158_615, "pada Wajib Akta JML: 157.582 seharusnya 159.582?"),
    ],
)
def test_r14_lets_the_total_row_decide_between_two_guesses(
    wajib: int, memiliki: int, guess: str
) -> None:
    rows: dict[str, Baris] = {**bersih(), PESSEL: {"wajib.jml": 157_582, "memiliki.jml": 158_615}}
    due = sum(r["wajib.jml"] or 0 for r in rows.values()) + wajib - 157_582
    owned = sum(r["memiliki.jml"] or 0 for r in rows.values()) + memiliki - 158_615
    total = baris_sumber(27, "JUMLAH", {"wajib.jml": due, "memiliki.jml": owned}, jumlah=True)
    (found,) = menurut(pada_bacaan(tabel(rows, persen={PESSEL: 9939}, jumlah=(total,))), "R14")
    assert guess in found.message


@pytest.mark.parametrize(
    ("wajib", "memiliki", "guess"),
    [
        (157_582, 156_615, "pada Memiliki JML: 158.615 seharusnya 156.615?"),
        (159_582, 158_615, "pada Wajib Akta JML: 157.582 seharusnya 159.582?"),
    ],
)
def test_r14_lets_the_sexes_decide_between_two_guesses(
    wajib: int, memiliki: int, guess: str
) -> None:
    row: dict[str, Angka] = {
        "wajib.l": 80_000, "wajib.p": wajib - 80_000, "wajib.jml": 157_582,
        "memiliki.l": 79_000, "memiliki.p": memiliki - 79_000, "memiliki.jml": 158_615,
    }  # fmt: skip
    (found,) = satu(row, 9939)
    assert guess in found.message


def test_r14_doubts_only_the_percent_when_everything_else_confirms_the_row() -> None:
    row = {"wajib.jml": 9_623, "memiliki.jml": 2_782, "belum.jml": 9_623 - 2_782}
    (found,) = satu(row, 2835)
    assert "Kemungkinan" not in found.message


def test_r14_lets_the_total_row_testify() -> None:
    rows: dict[str, Baris] = {**bersih(), PESSEL: {"wajib.jml": 9_623, "memiliki.jml": 2_782}}
    owned = sum(r["memiliki.jml"] or 0 for r in rows.values())
    due = sum(r["wajib.jml"] or 0 for r in rows.values())
    total = baris_sumber(27, "JUMLAH", {"wajib.jml": due, "memiliki.jml": owned}, jumlah=True)
    confirmed = tabel(rows, persen={PESSEL: 2835}, jumlah=(total,))
    (found,) = menurut(pada_bacaan(confirmed), "R14")
    assert "Kemungkinan" not in found.message


def test_r14_looks_into_the_sexes_where_the_total_is_derived() -> None:
    row: dict[str, Angka] = {
        "wajib.l": 5_000, "wajib.p": 5_100, "memiliki.l": 2_130, "memiliki.p": 1_500
    }  # fmt: skip
    printed = ratio_hundredths(2_310 + 1_500, 10_100) or 0
    rows: dict[str, Baris] = {**bersih("AKAWIN"), PESSEL: row}
    found = menurut(pada_bacaan(tabel(rows, "AKAWIN", persen={PESSEL: printed})), "R14")
    assert "pada Memiliki L: 2.130 seharusnya 2.310?" in found[0].message


def test_r14_lets_belum_decide_between_two_guesses_in_the_sexes() -> None:
    # GIVEN 4.000 instead of 4.500 owners, or 9.000 instead of 8.000 due, would give 50,00 %
    row: dict[str, Angka] = {
        "wajib.l": 8_000, "wajib.p": 10_000, "memiliki.l": 4_500, "memiliki.p": 5_000,
        "belum.jml": 9_500,
    }  # fmt: skip
    rows: dict[str, Baris] = {**bersih("AKAWIN"), PESSEL: row}
    (found,) = menurut(pada_bacaan(tabel(rows, "AKAWIN", persen={PESSEL: 5000})), "R14")
    assert "pada Wajib Akta L: 8.000 seharusnya 9.000?" in found.message


def test_r14_on_a_sheet_holds_the_entry_against_the_printed_percent() -> None:
    source = tabel({PESSEL: {"wajib.jml": 9_623, "memiliki.jml": 2_728}}, persen={PESSEL: 2835})
    rows: dict[str, Baris] = {**bersih(), PESSEL: {"wajib.jml": 9_623, "memiliki.jml": 2_728}}
    assert pada_lembar(rows, hanya="R14", sumber=(source,)) == ()
    rows[PESSEL] = {"wajib.jml": 9_623, "memiliki.jml": 2_782}
    (found,) = pada_lembar(rows, hanya="R14", sumber=(source,))
    assert "2.782 seharusnya 2.728?" in found.message


def test_r14_needs_a_denominator_and_both_figures() -> None:
    assert satu({"wajib.jml": 0, "memiliki.jml": 0}, 10_000) == []
    assert satu({"wajib.jml": 9_623}, 2835) == []
    row = {PESSEL: {"memiliki.jml": 5, "wajib.jml": 10}}
    assert menurut(pada_bacaan(tabel(row, "AMATI", persen={PESSEL: 99})), "R14") == []
