"""The rekap workbook, reopened with another library and recomputed from the published source."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import openpyxl
import pytest

from civreg_tui.domain.laporan import Perubahan
from civreg_tui.papers.rekap import write_rekap
from tests.unit.papers import sample

FIRST, LAST, TOTAL = 13, 31, 32
SHEETS = [
    "Ringkasan",
    "Akta Kelahiran 0-17",
    "Akta Perkawinan",
    "Akta Perceraian",
    "Akta Kematian",
    "Peringkat",
    "Tren",
    "Temuan",
    "Waktu SOP",
    "Data",
]
BIRTH = "Akta Kelahiran 0-17"


def percent(part: int, whole: int) -> float:
    exact = Decimal(part) * 100 / Decimal(whole)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def reopened(content: bytes, *, data_only: bool = True) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content), data_only=data_only)


def texts(sheet) -> list[str]:
    return [cell.value for row in sheet for cell in row if isinstance(cell.value, str)]


def test_a_sheet_for_every_paper(cached):
    assert cached.sheetnames == SHEETS


def test_the_birth_recap_holds_the_published_figures(cached):
    sheet = cached[BIRTH]
    for row, source in enumerate(sample.published(), FIRST):
        wajib = int(source["wajib_akta_lahir_0_17"])
        have = int(source["memiliki_akta_lahir_0_17"])
        assert sheet.cell(row, 2).value == source["kode_kemendagri"]
        assert [sheet.cell(row, c).value for c in (4, 5, 6)] == [wajib, have, wajib - have]
        assert sheet.cell(row, 7).value == percent(have, wajib)
        assert f"{sheet.cell(row, 7).value:.2f}" == source["persen_tercetak_akta_lahir"]
    totals = [sheet.cell(TOTAL, c).value for c in (4, 5, 6, 7)]
    assert totals == [1_732_411, 1_706_893, 25_518, 98.53]


def test_ranks_are_unrounded_and_the_four_below_98_are_marked(cached):
    sheet = cached[BIRTH]
    by_name = {sheet.cell(r, 3).value: r for r in range(FIRST, LAST + 1)}
    assert sheet.cell(by_name["Kabupaten Solok Selatan"], 8).value == 1
    assert sheet.cell(by_name["Kota Padang Panjang"], 8).value == 2
    below = {n: sheet.cell(r, 9).value for n, r in by_name.items() if sheet.cell(r, 9).value}
    assert below == {
        "Kabupaten Kepulauan Mentawai": 2181,
        "Kabupaten Lima Puluh Kota": 1954,
        "Kabupaten Pasaman": 1391,
        "Kabupaten Dharmasraya": 627,
    }
    marked = {n for n, r in by_name.items() if "▼" in (sheet.cell(r, 10).value or "")}
    assert marked == set(below)
    assert sheet.conditional_formatting


def test_sums_differences_percents_and_ranks_are_live_formulas(formulas):
    sheet = formulas[BIRTH]
    assert sheet.cell(FIRST, 4).value == 157_582
    assert sheet.cell(FIRST, 6).value == '=IF(COUNT(D13,E13)<2,"",D13-E13)'
    assert "ROUND(E13*10000/D13,0)/100" in sheet.cell(FIRST, 7).value
    assert "$E$13:$E$31" in sheet.cell(FIRST, 8).value.text
    assert "SUM($D$13:$D$31)" in sheet.cell(TOTAL, 4).value
    summary = formulas["Ringkasan"]
    linked = [c.value for row in summary for c in row if "!" in str(c.value)]
    assert any("'Akta Kelahiran 0-17'!D32" in value for value in linked)


def test_laki_laki_and_perempuan_add_up_in_the_marriage_recap(cached, formulas):
    sheet = cached["Akta Perkawinan"]
    for row in range(FIRST, TOTAL + 1):
        figures = [sheet.cell(row, c).value for c in range(4, 14)]
        assert figures[2] == figures[0] + figures[1]
        assert figures[5] == figures[3] + figures[4]
        assert figures[8] == figures[2] - figures[5]
        assert figures[9] == percent(figures[5], figures[2])
    numbers = [sheet.cell(FIRST - 1, c).value for c in range(4, 16)]
    assert numbers[2] == "6=(4+5)"
    assert numbers[6] == "10=(4-7)"
    assert numbers[9] == "13=(9:6×100)"


def test_example_figures_say_so(cached):
    line = next(t for t in texts(cached["Akta Perkawinan"]) if t.startswith("Sumber"))
    assert "ANGKA CONTOH, BUKAN RESMI" in line
    assert not any("CONTOH, BUKAN" in t for t in texts(cached[BIRTH]))


def test_deaths_have_no_denominator_and_so_no_percent(cached):
    sheet = cached["Akta Kematian"]
    heads = {sheet.cell(10, c).value for c in range(1, 12)}
    assert not {"PERSEN (%)", "WAJIB AKTA"} & heads
    assert sheet.cell(TOTAL, 6).value == 247_834
    row = next(r for r in cached["Ringkasan"].values if "Akta Kematian" in r)
    assert row[5] == "–"


def test_the_summary_compares_with_targets(cached):
    rows = {r[1]: r for r in cached["Ringkasan"].values if isinstance(r[0], int) and r[9]}
    birth = rows["Akta Kelahiran Anak 0–17 Tahun"]
    assert birth[2:6] == (1_732_411, 1_706_893, 25_518, 98.53)
    assert birth[7:10] == (98, 100.54, "Sangat Tinggi")
    assert birth[10:13] == ("19 dari 19", 4, 6153)


def test_the_ranking_is_ordered_and_has_a_native_chart(cached, formulas):
    sheet = cached["Peringkat"]
    ranks = [row[0] for row in sheet.values if isinstance(row[0], int)]
    assert ranks == list(range(1, 20)) * 3
    assert len(formulas["Peringkat"]._charts) == 3
    assert len(formulas["Tren"]._charts) == 4


def test_the_trend_marks_example_months(cached):
    months = [row[0] for row in cached["Tren"].values if isinstance(row[0], str)]
    assert "November 2024 *" in months
    assert "Desember 2024" in months
    assert "Desember 2024 *" in months, "the marriage figures are examples in December too"


def test_names_and_reasons_that_look_like_formulas_stay_text(formulas):
    evil = '=HYPERLINK("http://x","klik")'
    one = sample.rekap("AK017", 9800)
    rows = (replace(one.baris[0], nama=evil), *one.baris[1:])
    content = write_rekap(sample.laporan(recaps=(replace(one, baris=rows),)))
    for sheet in reopened(content, data_only=False):
        for row in sheet:
            for cell in row:
                if cell.value in {evil, "=pindah", "@kasi"}:
                    assert cell.data_type == "s"
    assert any(c.value == "=pindah" and c.data_type == "s" for r in formulas["Temuan"] for c in r)


def test_missing_is_an_empty_cell_and_nil_a_zero():
    one = sample.rekap("ACERAI", 6000, missing=frozenset({"13.05"}))
    nil = replace(
        one.baris[0],
        memiliki=sample.trio(0),
        belum=one.baris[0].wajib,
        persen=0,
        kekurangan=5774,
    )
    one = replace(one, baris=(nil, *one.baris[1:]))
    sheet = reopened(write_rekap(sample.laporan(recaps=(one,))))["Akta Perceraian"]
    missing = [sheet.cell(FIRST + 4, c).value for c in range(4, 11)]
    assert missing == [None, None, None, "–", None, None, "belum ada data"]
    assert [sheet.cell(FIRST, c).value for c in (5, 7)] == [0, 0]
    assert sheet.cell(FIRST, 5).number_format.count('"-"') == 1


@pytest.mark.parametrize("draf", [True, False])
def test_a_draft_says_so_on_every_sheet(draf):
    content = write_rekap(sample.laporan(draf=draf))
    heads = [sheet.oddHeader.left.text or "" for sheet in reopened(content)]
    assert ["DRAF" in head for head in heads] == [draf] * len(SHEETS)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        drawings = [parts.read(n) for n in parts.namelist() if n.startswith("xl/drawings/drawing")]
    assert sum(b"<xdr:pic>" in drawing for drawing in drawings) == (len(SHEETS) if draf else 0)


def test_a_voided_revision_is_a_draft_again(laporan):
    voided = replace(laporan, revisi=replace(laporan.revisi, gugur="angka berubah"))
    sheet = reopened(write_rekap(voided))[BIRTH]
    assert "DRAF" in sheet.oddHeader.left.text
    assert "K7QF" not in sheet.oddFooter.left.text


def test_the_page_is_folio_with_code_and_page_numbers(cached):
    for sheet in cached:
        assert int(sheet.page_setup.paperSize) == 14
        assert "K7QF-2M9D" in sheet.oddFooter.left.text
        assert "9f2c4b7a11d03e58" in sheet.oddFooter.left.text
        assert "&P dari &N" in sheet.oddFooter.right.text
        assert sheet.print_area
    assert cached[BIRTH].freeze_panes == "D13"
    assert cached[BIRTH].print_title_rows == "$10:$12"


def test_signatures_stand_under_every_recap(cached):
    for name in SHEETS[:5]:
        found = texts(cached[name])
        assert "Mengetahui," in found
        assert "Padang, 5 Januari 2025" in found
        assert "NIP. 19700101 199503 1 001" in found


def test_changes_since_the_last_revision_get_a_sheet(laporan):
    change = Perubahan("ACERAI", "13.05", "memiliki", "jml", 4388, 4380, "salah ketik")
    book = reopened(write_rekap(replace(laporan, perubahan=(change,))))
    row = next(r for r in book["Perubahan"].values if r[0] == 1)
    assert row[1:9] == (
        "Akta Perceraian",
        "Kabupaten Padang Pariaman",
        "Memiliki",
        "JML",
        4388,
        4380,
        -8,
        "salah ketik",
    )


def test_the_data_sheet_is_tidy(cached):
    rows = list(cached["Data"].values)
    assert rows[0][:7] == (
        "periode",
        "dokumen",
        "kode_wilayah",
        "wilayah",
        "ukuran",
        "seks",
        "nilai",
    )
    wajib = [r[6] for r in rows if r[1] == "AK017" and r[4] == "wajib"]
    assert sum(wajib) == 1_732_411


def test_two_runs_give_the_same_bytes(laporan, rekap_bytes):
    assert write_rekap(laporan) == rekap_bytes
    later = replace(laporan, dicetak="2025-03-01")
    assert write_rekap(later) == rekap_bytes


@pytest.mark.parametrize("points", [(), ("2024-12",)])
def test_a_month_without_history_still_has_a_trend_sheet(points):
    one = sample.rekap("AK017", 9800)
    one = replace(one, seri=tuple(p for p in one.seri if p.periode in points))
    book = reopened(write_rekap(sample.laporan(recaps=(one,))))
    assert "Tren" in book.sheetnames


def test_two_documents_with_the_same_sheet_name_are_kept_apart():
    first = sample.rekap("AK017", 9800, lembar="Akta: [Lahir]/?")
    second = sample.rekap("ACERAI", lembar="akta   lahir")
    names = reopened(write_rekap(sample.laporan(recaps=(first, second)))).sheetnames
    assert len({name.casefold() for name in names}) == len(names)


def test_a_month_without_documents_is_still_a_workbook():
    assert "Ringkasan" in reopened(write_rekap(sample.laporan(recaps=()))).sheetnames


def test_odd_characters_and_endless_texts_do_no_harm(laporan):
    found = laporan.temuan[0]
    odd = replace(found, alasan="a\x00b\ud800" + "x" * 40_000)
    sheet = reopened(write_rekap(replace(laporan, temuan=(odd,))))["Temuan"]
    reason = next(row[7] for row in sheet.values if row[2] == "R20")
    assert reason.startswith("abxxx")


def test_the_summary_stays_one_page_however_many_miss_their_target():
    # GIVEN three documents with all nineteen regions below their targets
    recaps = tuple(sample.rekap(kode, 10_000) for kode in ("AK017", "AKAWIN", "ACERAI"))
    sheet = reopened(write_rekap(sample.laporan(recaps=recaps)))["Ringkasan"]
    # THEN the largest gaps of each are listed, and how many more there are
    listed = [row[7].value for row in sheet.iter_rows(min_row=18) if isinstance(row[0].value, int)]
    assert [listed.count(name) for name in dict.fromkeys(listed)] == [6, 6, 6]
    assert any(text.startswith("dan 39 lainnya") for text in texts(sheet))
    assert sheet.page_setup.fitToHeight in {None, 1}  # None is the format's default of one page
