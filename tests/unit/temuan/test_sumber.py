from __future__ import annotations

from collections.abc import Mapping

import pytest

from civreg_tui.domain.bacaan import BarisSumber
from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.temuan.aturan.sumber import is_subtotal
from tests.unit.temuan.bangun import (
    DAFTAR,
    KODE,
    Angka,
    Baris,
    baris_sumber,
    bersih,
    kolom,
    menurut,
    pada_bacaan,
    pada_lembar,
    tabel,
)

AGAM = "13.06"


def jumlah(rows: Mapping[str, Baris], nama: str = "wajib.jml") -> int:
    return sum(row[nama] or 0 for row in rows.values())


def total(
    nama: str, angka: Mapping[str, Angka], *, nomor: int = 27, persen: int | None = None
) -> BarisSumber:
    return baris_sumber(nomor, nama, angka, persen=persen, jumlah=True)


@pytest.mark.parametrize(("lebih", "count"), [(-1, 1), (0, 0), (1, 1)])
def test_r11_the_total_row_to_the_last_one(lebih: int, count: int) -> None:
    rows = bersih()
    row = total("JUMLAH", {"wajib.jml": jumlah(rows) + lebih})
    found = pada_bacaan(tabel(rows, jumlah=(row,)))
    assert [t.rule for t in found] == ["R11"] * count
    for t in found:
        assert "(selisih 1) pada kolom Wajib Akta JML." in t.message
        assert t.cell == "Lembar!wajib.jml27"


def test_r11_says_nothing_about_a_column_that_is_not_complete() -> None:
    rows = bersih()
    row = total("JUMLAH", {"wajib.jml": jumlah(rows)})
    rows[AGAM]["wajib.jml"] = None
    assert menurut(pada_bacaan(tabel(rows, jumlah=(row,))), "R11") == []
    del rows[AGAM]
    assert menurut(pada_bacaan(tabel(rows, jumlah=(row,))), "R11") == []


def test_r11_counts_a_row_that_did_not_settle() -> None:
    rows = bersih()
    row = total("JUMLAH", {"wajib.jml": jumlah(rows)})
    odd = baris_sumber(13, "KAB. AGHAM", rows.pop(AGAM))
    assert menurut(pada_bacaan(tabel(rows, jumlah=(row,), ekstra=(odd,))), "R11") == []


def test_r11_knows_the_parts_of_a_province() -> None:
    rows = bersih()
    parts = {
        kind: sum(rows[k]["wajib.jml"] or 0 for k in KODE if DAFTAR[k].jenis == kind)
        for kind in ("kabupaten", "kota")
    }
    good = (
        total("SUB JUMLAH", {"wajib.jml": parts["kabupaten"]}, nomor=50),
        total("JUMLAH KOTA", {"wajib.jml": parts["kota"]}, nomor=51),
        total("JUMLAH KABUPATEN/KOTA", {"wajib.jml": jumlah(rows)}, nomor=52),
    )
    assert pada_bacaan(tabel(rows, jumlah=good)) == ()
    bad = total("JUMLAH KOTA", {"wajib.jml": parts["kota"] + 9}, nomor=51)
    (found,) = pada_bacaan(tabel(rows, jumlah=(bad,)))
    assert "(selisih 9)" in found.message


def test_r11_subtotals_that_the_reader_told_apart() -> None:
    rows = bersih()
    part = sum(rows[k]["wajib.jml"] or 0 for k in KODE if DAFTAR[k].jenis == "kota")
    for more, count in ((0, 0), (1, 1)):
        row = total("JUMLAH", {"wajib.jml": part + more}, nomor=51)
        found = pada_bacaan(tabel(rows, subjumlah=(("kota", row),)))
        assert len(found) == count


def test_r11_the_total_of_one_of_two_tables_is_of_its_own_rows() -> None:
    rows = bersih()
    parts = [{k: v for k, v in rows.items() if DAFTAR[k].jenis == j} for j in ("kabupaten", "kota")]
    for more, count in ((0, 0), (5, 2)):
        tables = [
            tabel(part, jumlah=(total("JUMLAH", {"wajib.jml": jumlah(part) + more}),))
            for part in parts
        ]
        found = pada_bacaan(*tables)
        assert [t.rule for t in found] == ["R11"] * count


@pytest.mark.parametrize(
    ("nama", "part"),
    [
        ("JUMLAH", False),
        ("PROVINSI SUMATERA BARAT", False),
        ("JUMLAH KAB/KOTA", False),
        ("SUB JUMLAH", True),
        ("SUBTOTAL", True),
        ("JUMLAH KAB", True),
        ("TOTAL KOTA", True),
    ],
)
def test_which_totals_are_of_a_part(nama: str, part: bool) -> None:
    assert is_subtotal(total(nama, {})) is part


def test_r11_on_a_sheet_compares_the_softcopy_total_with_the_entry_as_a_warning() -> None:
    rows = bersih()
    source = tabel(rows, jumlah=(total("JUMLAH", {"wajib.jml": jumlah(rows)}),))
    assert pada_lembar(rows, sumber=(source,)) == ()
    keyed = {**rows, AGAM: {**rows[AGAM], "wajib.jml": (rows[AGAM]["wajib.jml"] or 0) + 90}}
    (found,) = pada_lembar(keyed, hanya="R11", sumber=(source,))
    assert found.level == "warning" and "(selisih 90)" in found.message
    keyed[AGAM] = {"wajib.jml": None, "memiliki.jml": 1}
    assert pada_lembar(keyed, hanya="R11", sumber=(source,)) == ()


@pytest.mark.parametrize(("lebih", "count"), [(-1, 1), (0, 0), (1, 1)])
def test_r15_hardcopy_against_entry(lebih: int, count: int) -> None:
    rows = bersih()
    control = {kolom("wajib"): jumlah(rows) + lebih}
    found = pada_lembar(rows, hanya="R15", kendali=control)
    assert len(found) == count
    for t in found:
        assert t.level == "error"
        assert t.message.startswith("Akta Perceraian, Wajib Akta JML: hardcopy ")
        assert ", entri " in t.message and "(selisih 1)" in t.message


def test_r15_blames_the_softcopy_when_the_entry_repeats_it() -> None:
    rows = bersih()
    control = {kolom("memiliki"): jumlah(rows, "memiliki.jml") - 10}
    (found,) = pada_lembar(rows, hanya="R15", kendali=control, sumber=(tabel(rows),))
    assert ", softcopy " in found.message
    assert found.message.endswith("Konfirmasi ke Bidang PIAK dan Pemanfaatan Data.")


def test_r15_waits_for_a_complete_column_and_uses_the_softcopy_until_then() -> None:
    rows = bersih()
    control = {kolom("wajib"): 5}
    keyed = {**rows, AGAM: {"memiliki.jml": 3}}
    assert pada_lembar(keyed, hanya="R15", kendali=control) == ()
    assert len(pada_lembar(keyed, hanya="R15", kendali=control, sumber=(tabel(rows),))) == 1


def test_r15_knows_belum_and_the_sum_of_the_sexes() -> None:
    rows = bersih("AKAWIN")
    due = jumlah(rows, "wajib.l") + jumlah(rows, "wajib.p")
    owned = jumlah(rows, "memiliki.l") + jumlah(rows, "memiliki.p")
    good = {kolom("wajib"): due, kolom("belum"): due - owned}
    assert pada_lembar(rows, "AKAWIN", hanya="R15", kendali=good) == ()
    bad = {kolom("belum"): due - owned + 1}
    assert len(pada_lembar(rows, "AKAWIN", hanya="R15", kendali=bad)) == 1


def uneven() -> dict[str, dict[str, Angka]]:
    """Coverage so uneven that the mean of percents is far from Σ ÷ Σ."""
    return {k: {"wajib.jml": 1_000 * (i + 1), "memiliki.jml": 50 * (i + 1) + 37 * i * i}
            for i, k in enumerate(KODE)}  # fmt: skip


def mean_and_true(rows: Mapping[str, Baris]) -> tuple[int, int]:
    percents = [ratio_hundredths(r["memiliki.jml"], r["wajib.jml"]) or 0 for r in rows.values()]
    true = ratio_hundredths(jumlah(rows, "memiliki.jml"), jumlah(rows)) or 0
    return (2 * sum(percents) + 19) // 38, true


def test_r30_names_the_mean_for_what_it_is_and_r14_stays_silent() -> None:
    rows = uneven()
    mean, true = mean_and_true(rows)
    row = total("JUMLAH", {"wajib.jml": jumlah(rows)}, persen=mean)
    (found,) = pada_bacaan(tabel(rows, jumlah=(row,)))
    assert (found.rule, found.level) == ("R30", "info")
    assert f"= {true // 100},{true % 100:02d} %." in found.message


def test_r30_is_silent_for_the_right_percent_and_its_neighbours() -> None:
    rows = uneven()
    _, true = mean_and_true(rows)
    for printed in (true - 1, true, true + 1):
        row = total("JUMLAH", {"wajib.jml": jumlah(rows)}, persen=printed)
        assert pada_bacaan(tabel(rows, jumlah=(row,))) == ()


def test_r30_what_rounds_to_the_right_percent_is_right_though_the_mean_is_near() -> None:
    # GIVEN a mean of 50,21 % where Σ ÷ Σ is 50,19 %
    rows = {k: {"wajib.jml": 10_000, "memiliki.jml": 5_000} for k in KODE}
    rows[AGAM] = {"wajib.jml": 9_000, "memiliki.jml": 4_860}
    assert mean_and_true(rows) == (5_021, 5_019)
    for printed, count in ((5_020, 0), (5_021, 1)):
        row = total("JUMLAH", {"wajib.jml": jumlah(rows)}, persen=printed)
        assert len(menurut(pada_bacaan(tabel(rows, jumlah=(row,))), "R30")) == count


def test_a_total_percent_that_is_neither_is_r14() -> None:
    rows = uneven()
    mean, true = mean_and_true(rows)
    wrong = max(mean, true) + 700
    row = total("JUMLAH", {"wajib.jml": jumlah(rows)}, persen=wrong)
    (found,) = pada_bacaan(tabel(rows, jumlah=(row,)))
    assert (found.rule, found.region) == ("R14", None)
    assert found.message.startswith("Baris JUMLAH: persen tertulis")
