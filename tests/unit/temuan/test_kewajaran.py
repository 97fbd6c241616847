from __future__ import annotations

import pytest

from civreg_tui.domain.temuan import periksa_lembar
from tests.unit.temuan.bangun import (
    ATURAN,
    DES,
    KODE,
    NOV,
    Angka,
    bersih,
    lembar,
    menurut,
    pada_bacaan,
    pada_lembar,
    subjek,
    tabel,
)

AGAM, PADANG = "13.06", "13.71"


def test_r17_two_regions_with_the_same_row() -> None:
    rows = {**bersih(), PADANG: bersih()[AGAM]}
    (found,) = pada_lembar(rows)
    assert (found.rule, found.level, found.region) == ("R17", "warning", PADANG)
    assert found.message == (
        "Angka Kota Padang sama persis dengan Kabupaten Agam. Kemungkinan salah salin baris."
    )


def test_r17_one_figure_apart_is_no_copy() -> None:
    row = bersih()[AGAM]
    assert pada_lembar({**bersih(), PADANG: row | {"wajib.jml": 99_999}}, hanya="R17") == ()


def test_r17_all_rows_the_same_is_an_error_said_once() -> None:
    rows: dict[str, dict[str, Angka]] = {k: {"wajib.jml": 9, "memiliki.jml": 4} for k in KODE}
    (found,) = pada_lembar(rows, hanya="R17")
    assert (found.level, found.region) == ("error", None)
    rows[AGAM] = bersih()[AGAM]
    assert [t.level for t in pada_lembar(rows, hanya="R17")] == ["warning"] * 17


@pytest.mark.parametrize("row", [{}, {"wajib.jml": 0, "memiliki.jml": 0}])
def test_r17_empty_rows_and_rows_of_zeros_are_no_copies(row: dict[str, Angka]) -> None:
    assert pada_lembar({**bersih(), AGAM: row, PADANG: row}, hanya="R17") == ()


@pytest.mark.parametrize(("count", "hits"), [(999, 0), (1_000, 1)])
def test_r17_a_single_small_figure_may_coincide(count: int, hits: int) -> None:
    row: dict[str, Angka] = {"memiliki.jml": count}
    found = pada_bacaan(tabel({**bersih("AMATI"), AGAM: row, PADANG: row}, "AMATI"))
    assert len(menurut(found, "R17")) == hits


@pytest.mark.parametrize(("l", "count"), [(899, 1), (900, 0), (1_150, 0), (1_151, 1)])
def test_r24_sexes_of_the_denominator(l: int, count: int) -> None:  # noqa: E741
    row: dict[str, Angka] = {"wajib.l": l, "wajib.p": 1_000, "memiliki.l": 1, "memiliki.p": 2}
    found = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R24")
    assert len(found) == count


def test_r24_message() -> None:
    row: dict[str, Angka] = {"wajib.l": 500, "wajib.p": 1_000}
    (found,) = pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R24")
    assert found.message == (
        "Kabupaten Agam: L : P wajib akta = 0,50, di luar kewajaran (0,90–1,15)."
    )


def test_r24_divorced_women_outnumber_men_and_that_is_normal() -> None:
    row: dict[str, Angka] = {"wajib.l": 400, "wajib.p": 1_000, "memiliki.l": 1, "memiliki.p": 2}
    assert menurut(pada_bacaan(tabel({**bersih(), AGAM: row})), "R24") == []


@pytest.mark.parametrize(
    ("kode", "wajib", "count"),
    [
        ("AK017", 21_999, 1),
        ("AK017", 22_000, 0),
        ("AK017", 38_000, 0),
        ("AK017", 38_001, 1),
        ("ACERAI", 299, 1),
        ("ACERAI", 300, 0),
        ("ACERAI", 4_000, 0),
        ("ACERAI", 4_001, 1),
    ],
)
def test_r24_share_of_the_population(kode: str, wajib: int, count: int) -> None:
    rows: dict[str, dict[str, Angka]] = {**bersih(kode), AGAM: {"wajib.jml": wajib}}
    found = pada_lembar(rows, kode, hanya="R24", penduduk={AGAM: 100_000})
    assert len(found) == count
    assert pada_lembar(rows, kode, hanya="R24") == ()
    assert pada_lembar(rows, kode, hanya="R24", penduduk={AGAM: 0}) == ()


def test_r24_shares_are_percents() -> None:
    rows: dict[str, dict[str, Angka]] = {**bersih("AK017"), AGAM: {"wajib.jml": 10_000}}
    (found,) = pada_lembar(rows, "AK017", hanya="R24", penduduk={AGAM: 100_000})
    assert found.message.endswith("= 10,00 %, di luar kewajaran (22,00 %–38,00 %).")


@pytest.mark.parametrize(
    ("kode", "row", "cell"),
    [
        ("AMATI", {"memiliki.l": 1_500_014_785, "memiliki.p": 5_000}, "memiliki.l"),
        ("AMATI", {"memiliki.l": 5_000, "memiliki.p": 110_001}, "memiliki.p"),
        ("AMATI", {"memiliki.l": 55_001, "memiliki.p": 55_000}, "memiliki.jml"),
        ("AMATI", {"memiliki.l": 55_000, "memiliki.p": 55_000}, None),
        ("AKAWIN", {"wajib.l": 55_001, "wajib.p": 55_000}, "wajib.jml"),
        ("AK017", {"wajib.jml": 110_001}, "wajib.jml"),
    ],
)
def test_r24_more_persons_than_live_there(
    kode: str, row: dict[str, Angka], cell: str | None
) -> None:
    found = pada_lembar({**bersih(kode), AGAM: row}, kode, hanya="R24", penduduk={AGAM: 100_000})
    places = [f"{t.kolom.ukuran}.{t.kolom.seks}" for t in found if t.kolom]
    assert places == ([] if cell is None else [cell])
    assert all(t.level == "warning" for t in found)


def test_r24_says_how_many_persons_against_the_population() -> None:
    rows: dict[str, dict[str, Angka]] = {**bersih("AMATI"), AGAM: {"memiliki.l": 150_000}}
    (found,) = pada_lembar(rows, "AMATI", hanya="R24", penduduk={AGAM: 100_000})
    assert found.message == (
        "Kabupaten Agam: akta kematian L (semua umur) ÷ penduduk = 150,00 %, "
        "di luar kewajaran (0,00 %–110,00 %)."
    )


def test_r25_the_age_label_of_the_series_changed() -> None:
    now, then = lembar(bersih(), "AK017", DES), lembar(bersih(), "AK017", NOV)
    labels = [("0-17 tahun", "0-18 tahun", 1), ("0-17 tahun", "0–17 Tahun", 0), ("", "0-17", 0)]
    for old, new, count in labels:
        sheet = lembar(bersih(), "AK017", kelompok=new)
        subject = subjek(sheet, lalu=lembar(bersih(langkah=1), "AK017", NOV, kelompok=old))
        found = periksa_lembar(subject, ATURAN, hanya={"R25"})
        assert len(found) == count
    assert now.kelompok == then.kelompok == ""


def test_r25_message_names_both_labels() -> None:
    sheet = lembar(bersih(), "AK017", kelompok="0-18")
    subject = subjek(sheet, lalu=lembar(bersih(), "AK017", NOV, kelompok="0-17"))
    (found,) = periksa_lembar(subject, ATURAN, hanya={"R25"})
    assert found.message == (
        "Kelompok umur berubah dari 0-17 ke 0-18; cakupan tidak dapat dibandingkan langsung."
    )


def kawin(**angka: Angka) -> dict[str, dict[str, Angka]]:
    row = bersih("AKAWIN")[AGAM] | {k.replace("_", "."): v for k, v in angka.items()}
    return {**bersih("AKAWIN"), AGAM: row}


def test_r25_equal_sexes_among_the_owners_are_couples() -> None:
    (found,) = pada_lembar(kawin(memiliki_l=700, memiliki_p=700), "AKAWIN", hanya="R25")
    assert found.message == (
        "Kabupaten Agam: L dan P sama persis (700). Apakah satuannya pasangan, bukan jiwa?"
    )
    assert pada_lembar(kawin(memiliki_l=700, memiliki_p=701), "AKAWIN", hanya="R25") == ()
    assert pada_lembar(kawin(memiliki_l=0, memiliki_p=0), "AKAWIN", hanya="R25") == ()


def test_r25_one_equal_denominator_may_be_chance_two_are_not() -> None:
    rows = kawin(wajib_l=7_644, wajib_p=7_644)
    assert pada_lembar(rows, "AKAWIN", hanya="R25") == ()
    rows[PADANG] = rows[PADANG] | {"wajib.l": 9_000, "wajib.p": 9_000}
    assert {t.region for t in pada_lembar(rows, "AKAWIN", hanya="R25")} == {AGAM, PADANG}


def test_r25_other_documents_may_have_equal_sexes() -> None:
    row: dict[str, Angka] = {"memiliki.l": 50, "memiliki.p": 50}
    assert pada_lembar({**bersih("AMATI"), AGAM: row}, "AMATI", hanya="R25") == ()


def test_r29_lists_who_is_below_and_what_is_lacking() -> None:
    rows: dict[str, dict[str, Angka]] = {
        k: {"wajib.jml": 10_000, "memiliki.jml": 9_900} for k in KODE
    }
    rows["13.09"] = {"wajib.jml": 32_180, "memiliki.jml": 29_356}
    rows["13.07"] = {"wajib.jml": 111_227, "memiliki.jml": 107_049}
    (found,) = pada_lembar(rows, "AK017", hanya="R29", target=9_800)
    assert found.level == "info"
    assert found.message == (
        "2 kabupaten/kota di bawah target 98,00 %: Kabupaten Lima Puluh Kota, "
        "Kabupaten Kepulauan Mentawai. Kekurangan 4.135 akta."
    )


@pytest.mark.parametrize(("memiliki", "count"), [(9_799, 1), (9_800, 0), (None, 0)])
def test_r29_at_the_target(memiliki: Angka, count: int) -> None:
    rows: dict[str, dict[str, Angka]] = {AGAM: {"wajib.jml": 10_000, "memiliki.jml": memiliki}}
    assert len(pada_lembar(rows, hanya="R29", target=9_800)) == count
    assert pada_lembar(rows, hanya="R29") == ()
