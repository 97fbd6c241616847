from __future__ import annotations

import pytest

from tests.unit.temuan.bangun import (
    DAFTAR,
    S1,
    S2,
    baris_sumber,
    bersih,
    lembar,
    menurut,
    pada_bacaan,
    pada_lembar,
    tabel,
)

AGAM = "13.06"


def test_r07_names_the_group_the_sum_and_the_gap() -> None:
    rows = bersih("AKAWIN")
    rows[AGAM] |= {"wajib.jml": 200_000}
    (found,) = menurut(pada_bacaan(tabel(rows, "AKAWIN")), "R07")
    male, female = rows[AGAM]["wajib.l"], rows[AGAM]["wajib.p"]
    assert male is not None and female is not None
    assert found.message.startswith("Kabupaten Agam, Wajib Akta: L ")
    assert f"JML tertulis 200.000 (selisih {200_000 - male - female:,}".replace(",", ".")[:40] in (
        found.message
    )


@pytest.mark.parametrize(("jml", "count"), [(99, 1), (100, 0), (101, 1)])
def test_r07_allows_no_difference_at_all(jml: int, count: int) -> None:
    rows = {AGAM: {"wajib.l": 40, "wajib.p": 60, "wajib.jml": jml, "memiliki.jml": 1}}
    assert len(menurut(pada_bacaan(tabel(rows)), "R07")) == count


def test_r07_is_silent_without_one_of_the_three() -> None:
    rows = {AGAM: {"wajib.l": 40, "wajib.jml": 99, "memiliki.jml": 1}}
    assert menurut(pada_bacaan(tabel(rows)), "R07") == []


def test_r08_adds_what_the_file_prints() -> None:
    rows = bersih()
    rows[AGAM] = {"wajib.jml": 1_000, "memiliki.jml": 600, "belum.jml": 300}
    (found,) = menurut(pada_bacaan(tabel(rows)), "R08")
    assert found.level == "error"
    assert found.message == (
        "Kabupaten Agam: memiliki 600 + belum 300 = 900, "
        "tidak sama dengan wajib akta 1.000 (selisih 100)."
    )
    rows[AGAM] |= {"belum.jml": 400}
    assert menurut(pada_bacaan(tabel(rows)), "R08") == []


def test_r08_looks_at_each_sex() -> None:
    rows = {AGAM: {"wajib.l": 10, "memiliki.l": 4, "belum.l": 5}}
    (found,) = menurut(pada_bacaan(tabel(rows, "AKAWIN")), "R08")
    assert found.message.startswith("Kabupaten Agam (laki-laki): memiliki 4")


def test_r08_on_a_sheet_is_a_warning_since_belum_is_not_keyed() -> None:
    source = tabel({AGAM: {"wajib.jml": 1_000, "memiliki.jml": 600, "belum.jml": 400}})
    rows = {**bersih(), AGAM: {"wajib.jml": 1_000, "memiliki.jml": 601}}
    (found,) = pada_lembar(rows, hanya="R08", sumber=(source,))
    assert (found.level, found.cell) == ("warning", "Lembar!belum.jml8")


@pytest.mark.parametrize(("memiliki", "count"), [(999, 0), (1_000, 0), (1_001, 1)])
def test_r09_at_the_threshold(memiliki: int, count: int) -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 1_000, "memiliki.jml": memiliki}}
    found = pada_lembar(rows, hanya="R09")
    assert len(found) == count
    assert all(t.level == "error" for t in found)
    assert len(menurut(pada_bacaan(tabel(rows)), "R09")) == count


def test_r09_message_names_the_coverage() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 1_000, "memiliki.jml": 1_013}}
    (found,) = pada_lembar(rows, hanya="R09")
    assert found.message == (
        "Kabupaten Agam: yang memiliki akta (1.013) melebihi wajib akta (1.000) — "
        "cakupan 101,30 %. Biasanya penyebut memakai DKB semester lama."
    )


def test_r09_names_the_sex_where_that_shows_it() -> None:
    row = {"wajib.l": 10, "wajib.p": 90, "memiliki.l": 11, "memiliki.p": 20}
    (found,) = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R09")
    assert found.kolom is not None and found.kolom.seks == "l"
    assert "Kabupaten Agam (laki-laki)" in found.message


def test_r09_says_it_once_where_a_sex_and_the_sum_both_exceed() -> None:
    row = {"wajib.l": 10, "wajib.p": 20, "memiliki.l": 40, "memiliki.p": 20}
    (found,) = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R09")
    assert found.kolom is not None and found.kolom.seks == "l"


@pytest.mark.parametrize(("acuan", "level"), [(S2, "error"), ("", "error"), (S1, "warning")])
def test_r09_is_a_warning_only_when_the_bases_are_known_to_differ(acuan: str, level: str) -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": 11}}
    (found,) = menurut(pada_bacaan(tabel(rows, acuan=acuan or None)), "R09")
    assert found.level == level


def test_r09_takes_the_recorded_base_of_the_numerators() -> None:
    from civreg_tui.domain.temuan import periksa_lembar
    from tests.unit.temuan.bangun import ATURAN, subjek

    sheet = lembar({**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": 11}}, acuan=S1)
    (found,) = periksa_lembar(subjek(sheet, acuan_memiliki=S1), ATURAN, hanya={"R09"})
    assert found.level == "error"


def test_r10_zero_denominator_is_not_also_r09() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 0, "memiliki.jml": 3}}
    found = pada_lembar(rows)
    assert [t.rule for t in found] == ["R10"]
    assert found[0].message == "Kabupaten Agam: wajib akta nol, cakupan tidak dapat dihitung."
    assert pada_lembar({**rows, AGAM: {"wajib.jml": 0, "memiliki.jml": 0}}, hanya="R10") == ()
    assert pada_lembar({**rows, AGAM: {"wajib.jml": None, "memiliki.jml": 3}}, hanya="R10") == ()


def test_r10_names_a_sex_when_the_total_is_fine() -> None:
    row = {"wajib.l": 0, "wajib.p": 90, "memiliki.l": 2, "memiliki.p": 20}
    (found,) = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R10")
    assert "(laki-laki)" in found.message


def test_r10_names_the_sum_alone_when_it_is_zero_too() -> None:
    row = {"wajib.l": 0, "wajib.p": 0, "memiliki.l": 2, "memiliki.p": 20}
    (found,) = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R10")
    assert found.kolom is not None and found.kolom.seks == "jml"


def test_akta_kematian_has_no_denominator_to_exceed() -> None:
    row = {"wajib.jml": 0, "memiliki.jml": 5}
    found = pada_bacaan(tabel({**bersih("AMATI"), AGAM: row}, "AMATI"))
    assert menurut(found, "R09") == menurut(found, "R10") == []


@pytest.mark.parametrize(("terbit", "count"), [(99, 0), (100, 0), (101, 1), (None, 0)])
def test_r26_issued_against_the_whole(terbit: int | None, count: int) -> None:
    rows = {**bersih("AMATI"), AGAM: {"memiliki.jml": 100, "terbit.jml": terbit}}
    found = menurut(pada_bacaan(tabel(rows, "AMATI")), "R26")
    assert len(found) == count
    if found:
        assert "terbit bulan ini 101 lebih besar daripada jumlah s.d. bulan ini 100" in (
            found[0].message
        )


def test_findings_of_a_sheet_point_at_the_softcopy_cell() -> None:
    source = tabel({AGAM: {"wajib.jml": 5, "memiliki.jml": 4}})
    rows = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": 11}}
    (found,) = pada_lembar(rows, hanya="R09", sumber=(source,))
    assert found.cell == "Lembar!memiliki.jml8"
    assert DAFTAR[AGAM].nama in found.message
    assert baris_sumber(8, "AGAM", {}).wilayah == AGAM
