"""The composed text against numbers worked out by hand from the published figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.lakip import BagianLakip, PemeriksaAngka, susun
from civreg_tui.domain.laporan import Anggaran, Laporan, Rekap, Sasaran, Trio
from tests.unit.lakip import contoh
from tests.unit.lakip.angka_resmi import BARIS


def bagian(laporan: Laporan, id_: str, edisi: str = "bulanan") -> BagianLakip:
    return next(b for b in susun(laporan, edisi, contoh.FRASA) if b.id == id_)


def teks(laporan: Laporan, id_: str, edisi: str = "bulanan") -> str:
    return "\n".join(bagian(laporan, id_, edisi).paragraf)


def test_outline_follows_the_four_chapters_in_order():
    # GIVEN the delivered outline WHEN the month is composed THEN the chapters are all there
    ids = [b.id for b in susun(contoh.laporan(), "bulanan", contoh.FRASA)]
    wanted = [
        "bab1", "bab2", "bab3", "bab3.target", "bab3.banding", "bab3.renstra", "bab3.nasional",
        "bab3.analisis", "bab3.efisiensi", "bab3.program", "bab3.anggaran", "bab4", "lampiran",
    ]  # fmt: skip
    assert [i for i in ids if i in wanted] == wanted


def test_realisation_names_coverage_target_and_capaian_apart():
    text = teks(contoh.laporan(), "bab3.target")
    assert "sebesar 98,53 persen" in text
    assert "1.706.893" in text
    assert "1.732.411" in text
    assert "melampaui target 98,00 persen dengan selisih 0,53 poin persen" in text
    assert "capaian kinerjanya 100,54 persen dengan kategori Sangat Tinggi" in text
    assert "15 (lima belas) telah mencapai target dan 4 (empat) belum" in text
    assert "sebesar 57,16 persen, yaitu 61.143 orang" in text


def test_who_holds_back_is_named_with_the_shortfall_in_certificates():
    text = teks(contoh.laporan(), "bab3.analisis")
    assert (
        "Kabupaten Kepulauan Mentawai (91,22 persen, kurang 2.181 akta), "
        "Kabupaten Lima Puluh Kota (96,24 persen, kurang 1.954 akta), "
        "Kabupaten Pasaman (96,60 persen, kurang 1.391 akta), dan "
        "Kabupaten Dharmasraya (97,16 persen, kurang 627 akta)"
    ) in text
    assert "Kekurangan seluruhnya 6.153 akta" in text
    assert "35,45 persen dari seluruh kekurangan" in text  # 2181 / 6153
    assert "Kota Padang (lebih 4.221 akta)" in text  # 272411 − ceil(0,98 × 273663)
    assert "Kabupaten Solok Selatan (99,91 persen), Kota Padang Panjang (99,91 persen)" in text
    assert "«acuan DKB berganti» untuk Kota Padang" in text


def test_deaths_have_no_percent_until_deaths_were_reported():
    text = teks(contoh.laporan(), "bab3.target").splitlines()[-1]
    assert "247.834 akta" in text
    assert "tidak dinyatakan dalam persen" in text
    assert "144.489 untuk laki-laki dan 103.345 untuk perempuan" in text


def test_deaths_get_a_labelled_percent_when_they_were_reported():
    # GIVEN one region that reports 200 deaths and 150 certificates issued
    mati = contoh.rekap_mati()
    first = replace(mati.baris[0], terbit=Trio(jml=150), dilaporkan=200)
    rows = (first, *mati.baris[1:])
    mati = replace(mati, baris=rows, provinsi=replace(mati.provinsi, persen=7500))
    text = teks(contoh.laporan(rekap=(mati,)), "bab3.target")
    assert (
        "150 akta untuk 200 kematian, atau 75,00 persen terhadap kematian yang dilaporkan" in text
    )
    assert "tidak dinyatakan dalam persen" not in text


def test_a_document_without_target_has_no_capaian():
    text = teks(contoh.laporan(rekap=(contoh.rekap_cerai(),)), "bab3.target")
    assert "Target tahun 2024 belum ditetapkan, sehingga capaian kinerja tidak dihitung." in text


def test_a_missed_target_tells_points_and_certificates():
    # 99 % of 1.732.411 is 1.715.086,89: 8.194 certificates are missing
    text = teks(contoh.laporan(rekap=(contoh.rekap_lahir(target=9900),)), "bab3.target")
    assert "belum mencapai target 99,00 persen" in text
    assert "0,47 poin persen atau 8.194 akta" in text


def test_a_target_missed_only_before_rounding_is_still_missed():
    # 98,53 % of 1.732.411 is 1.706.944,5…: 52 certificates more than there are
    text = teks(contoh.laporan(rekap=(contoh.rekap_lahir(target=9853),)), "bab3.target")
    assert "Setelah dibulatkan" in text
    assert "masih kurang 52 akta" in text


def test_comparison_explains_a_fall_by_the_grown_denominator():
    text = teks(contoh.laporan(), "bab3.banding")
    assert "turun 1,14 poin persen, yaitu dari 99,67 persen menjadi 98,53 persen" in text
    assert "Cakupan turun walaupun pemilik akta bertambah" in text
    assert "dari DKB Semester I Tahun 2024 menjadi DKB Semester II Tahun 2024" in text
    assert "Angka November 2024 adalah angka contoh, bukan resmi." in text
    assert "95,12 persen pada tahun 2021 dan 96,36 persen pada tahun 2022" in text
    assert "bertambah 3.612 akta, yaitu dari 244.222 menjadi 247.834 akta" in text


def test_without_history_nothing_is_compared():
    text = teks(contoh.laporan(rekap=(contoh.rekap_cerai(),)), "bab3.banding")
    assert "tidak tercatat" in text
    assert "poin persen" not in text


def test_january_compares_with_december_only_once():
    # GIVEN a January, whose month before is last December
    lahir = contoh.rekap_lahir()
    seri = (contoh.titik("2024-12", "AK017", 1_700_000, 1_730_000, contoh.ACUAN),)
    text = teks(
        contoh.laporan(periode="2025-01", rekap=(replace(lahir, seri=seri),)), "bab3.banding"
    )
    assert text.count("Dibandingkan dengan Desember 2024") == 1


def test_renstra_and_nation():
    assert "masih diperlukan 8.194 akta" in teks(contoh.laporan(), "bab3.renstra")
    nation = teks(contoh.laporan(), "bab3.nasional")
    assert "di bawah target nasional 100,00 persen dengan selisih 1,47 poin persen" in nation
    assert "25.518 akta" in nation


@pytest.mark.parametrize(
    ("anggaran", "wanted"),
    [
        ((), "Pagu dan realisasi anggaran tidak dicatat"),
        ((Anggaran("P", "K", 1000, 900),), "terdapat efisiensi 10,54 poin persen"),
        ((Anggaran("P", "K", 100, 110),), "belum efisien karena serapan lebih tinggi 9,46"),
        ((Anggaran("P", "K", 0, 0),), "Pagu dan realisasi anggaran tidak dicatat"),
    ],
)
def test_efficiency_only_with_a_budget(anggaran, wanted):
    assert wanted in teks(contoh.laporan(anggaran=anggaran), "bab3.efisiensi")


def test_time_is_measured_against_the_standard_of_the_finished_steps():
    text = teks(contoh.laporan(), "bab3.efisiensi")
    assert (
        "5 (lima) langkah yang telah selesai memerlukan 72 menit dari waktu baku 105 menit" in text
    )


def test_a_draft_says_so_and_a_validated_month_gives_its_code():
    assert "2412-R1-7F3A-9C21" in teks(contoh.laporan(), "pengantar")
    assert "belum divalidasi" in teks(contoh.laporan(revisi=None), "pengantar")


def test_example_figures_are_labelled():
    for section in ("ikhtisar", "bab1.isu", "bab3.target", "bab3.analisis", "bab4.simpulan"):
        assert "Angka Akta Perkawinan adalah angka contoh" in teks(contoh.laporan(), section)


def test_the_annual_edition_speaks_of_the_year():
    assert "tahun 2024 dapat diselesaikan" in teks(contoh.laporan(), "pengantar", "tahunan")
    first = bagian(contoh.laporan(), "bab3.banding", "tahunan").paragraf[0]
    assert first.startswith("Dibandingkan dengan Desember 2023")


@pytest.mark.parametrize("edisi", ["bulanan", "tahunan"])
@pytest.mark.parametrize("anggaran", [(), contoh.ANGGARAN])
@pytest.mark.parametrize("target", [None, 9800, 9853, 9900, 10000])
def test_every_composed_number_is_in_the_data(edisi, anggaran, target):
    # GIVEN any combination of edition, budget and target
    lahir = contoh.rekap_lahir(target=target)
    others = (contoh.rekap_kawin(), contoh.rekap_cerai(), contoh.rekap_mati())
    laporan = contoh.laporan(anggaran=anggaran, rekap=(lahir, *others))
    checker = PemeriksaAngka(laporan, contoh.FRASA)
    # THEN the checker proves every paragraph and every suggestion
    for b in susun(laporan, edisi, contoh.FRASA):
        for paragraph in (*b.paragraf, *b.saran):
            assert checker.periksa(paragraph) == (), paragraph


def test_same_input_same_text():
    one, two = (susun(contoh.laporan(), "bulanan", contoh.FRASA) for _ in range(2))
    assert one == two


def test_a_negative_indicator_is_worded_as_a_limit():
    laporan = contoh.laporan(rekap=(contoh.rekap_lahir(negatif=True),))
    assert "melebihi batas target 98,00 persen sebesar 0,53" in teks(laporan, "bab3.target")


def test_missing_figures_are_said_to_be_missing():
    # GIVEN a month in which nothing was entered for divorces
    cerai = contoh.rekap_cerai()
    rows = tuple(
        replace(b, memiliki=Trio(), belum=Trio(), persen=None, peringkat=None) for b in cerai.baris
    )
    province = replace(cerai.provinsi, memiliki=Trio(), belum=Trio(), persen=None)
    empty = replace(cerai, baris=rows, provinsi=province, terlapor=0)
    laporan = contoh.laporan(rekap=(empty,))
    assert "Data Akta Perceraian belum tersedia" in teks(laporan, "bab3.target")
    assert "0,00" not in "".join(
        p for b in susun(laporan, "bulanan", contoh.FRASA) for p in b.paragraf
    )


def _lahir(angka) -> Rekap:
    """AK017 with figures of one's own: ``angka`` gives wajib and memiliki of the i-th region."""
    rows = [
        (k, n, *(Trio(jml=v) for v in angka(i, w, m))) for i, (k, n, w, m, *_) in enumerate(BARIS)
    ]
    return contoh.rekap(contoh.AK017, rows, Sasaran("AK017", 2024, 9800), contoh.seri_lahir())


def test_regions_without_wajib_neither_reach_nor_miss_a_target():
    # GIVEN two regions with nobody to hold the document
    laporan = contoh.laporan(rekap=(_lahir(lambda i, w, m: (0, 0) if i in {0, 1} else (w, m)),))
    wanted = "Dari 17 (tujuh belas) kabupaten/kota, 13 (tiga belas) telah mencapai target"
    assert wanted in teks(laporan, "bab3.target")


def test_a_document_nobody_must_hold_has_no_coverage_and_no_success():
    laporan = contoh.laporan(rekap=(_lahir(lambda *_: (0, 0)),))
    assert "wajib akta nihil" in teks(laporan, "ikhtisar")
    assert "mencapai target" not in teks(laporan, "bab1.isu")
    assert "cakupannya tidak dihitung" in teks(laporan, "bab3.target")
    assert "tidak dihitung karena wajib aktanya nihil" in teks(laporan, "bab4.simpulan")
    for b in susun(laporan, "bulanan", contoh.FRASA):
        assert not any("– persen" in p for p in b.paragraf), b.id


def test_equal_coverage_everywhere_has_no_best_and_no_last():
    laporan = contoh.laporan(rekap=(_lahir(lambda _, w, __: (w, w)),))
    text = teks(laporan, "bab3.analisis")
    assert "di 19 (sembilan belas) kabupaten/kota sama, yaitu 100,00 persen" in text
    assert "terendah" not in text


def test_sums_of_some_regions_are_not_compared_with_whole_months():
    # GIVEN a third of the regions without figures, the rest as they were
    part = _lahir(lambda i, w, m: (w, m) if i % 3 else (w, None))
    laporan = contoh.laporan(rekap=(part,))
    text = teks(laporan, "bab3.banding")
    assert "belum diperbandingkan karena rekapnya belum mencakup semua kabupaten/kota" in text
    assert "berkurang" not in text
    assert "dihitung dari 12 (dua belas) kabupaten/kota" in teks(laporan, "bab3.target")
    tables = {t.id for b in susun(laporan, "bulanan", contoh.FRASA) for t in b.tabel}
    assert not tables & {"banding", "pemilik"}


def test_a_long_list_names_the_first_and_counts_the_rest():
    # GIVEN all nineteen below the target
    laporan = contoh.laporan(rekap=(_lahir(lambda _, w, __: (w, w * 9 // 10)),))
    for section in ("ikhtisar", "bab3.analisis", "bab4.simpulan"):
        text = teks(laporan, section)
        assert "dan empat belas kabupaten/kota lainnya" in text
        assert "Kabupaten Solok Selatan" not in text
    table = next(t for b in susun(laporan, "bulanan", contoh.FRASA) for t in b.tabel
                 if t.id == "kurang_AK017")  # fmt: skip
    assert len(table.baris) == 20


def test_incomplete_recaps_say_how_many_are_in():
    cerai = contoh.rekap_cerai()
    gone = replace(cerai.baris[0], memiliki=Trio(), belum=Trio(), persen=None, peringkat=None)
    part = replace(cerai, baris=(gone, *cerai.baris[1:]), terlapor=18)
    text = teks(contoh.laporan(rekap=(part,)), "bab3.target")
    assert "baru mencakup 18 (delapan belas) dari 19 (sembilan belas) kabupaten/kota" in text
