"""The checker finds every number that is not in the data, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.lakip import PemeriksaAngka
from civreg_tui.domain.lakip.kata import terbilang
from civreg_tui.domain.lakip.sumber import semua_sumber
from civreg_tui.domain.numbers import format_count, format_percent
from tests.unit.lakip import contoh

LAPORAN = contoh.laporan(anggaran=contoh.ANGGARAN)
PERIKSA = PemeriksaAngka(LAPORAN, contoh.FRASA)
SUMBER = semua_sumber(LAPORAN)
ADA = {(s.satuan, s.nilai) for s in SUMBER}
NAMA = ", ".join(b.nama for b in LAPORAN.rekap[0].baris)


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Cakupan 98,53 persen dari target 98 persen.", ()),
        ("Cakupan 98,35 persen dari target 98 persen.", ("98,35",)),
        ("Kekurangan 2.181 akta di Mentawai, 1.954 di Lima Puluh Kota.", ()),
        ("Kekurangan 2.118 akta, 2.118 akta.", ("2.118",)),
        ("Padang Pariaman 98,35 persen, Padang 98,35 persen.", ()),
        ("Kota Padang 98,35 persen.", ("98,35",)),
        ("Akta kematian 247834 dan 247.834.", ()),
        ("Cakupan 98.53 persen.", ("98.53",)),
        ("Akta Kelahiran Anak 0–17 Tahun keadaan 31 Desember 2024.", ()),
        ("DKB Semester II Tahun 2024 dan Peraturan Presiden Nomor 96 Tahun 2018", ("96", "2018")),
        ("1. Kode 13.01, NIP 19700101 199503 1 001.", ()),
        ("Ada 4 (empat) kabupaten/kota.", ()),
        ("Ada 4 (lima) kabupaten/kota.", ("4 (lima)",)),
        ("Pagu Rp1.250.000.000 terserap 94,99 persen.", ()),
        ("Kota Padang Panjang di peringkat 2 dari 19.", ()),
        ("Kota Padang di peringkat 77.", ("77",)),
        ("Angka Arab ٤٥ ditolak.", ("٤٥",)),
        ("Tanpa angka sama sekali.", ()),
        ("", ()),
    ],
)
def test_numbers_that_do_not_match_are_listed(teks, salah):
    assert PERIKSA.periksa(teks) == salah


def test_standing_phrases_may_carry_numbers_of_their_own():
    law = contoh.FRASA.daftar["dasar_hukum"][1]
    assert "96 Tahun 2018" in law
    assert PemeriksaAngka(LAPORAN, contoh.FRASA).periksa(law) == ()


def test_a_wrong_number_gets_the_closest_right_one():
    assert PERIKSA.terdekat("98,54") == "98,53"
    assert PERIKSA.terdekat("1.706.894") == "1.706.893"
    assert PERIKSA.terdekat("٤٥") == ""
    assert (
        PERIKSA.keterangan("98,54") == "98,54 tidak ada dalam data bulan ini. Yang terdekat: 98,53."
    )
    assert "cakupan Kabupaten Padang Pariaman" in PERIKSA.keterangan("98,35")


def test_a_number_leads_back_to_its_place():
    [found] = PERIKSA.rujukan("Kurang 2.181 akta.")
    assert found.angka == "2.181"
    assert ("AK017", "13.09") in {(s.dokumen, s.wilayah) for s in found.sumber}


def test_a_reason_that_is_a_plain_number_hides_no_figure():
    answered = contoh.temuan()[0]
    laporan = contoh.laporan(temuan=(answered.__class__(answered.temuan, "1.234"),))
    assert PemeriksaAngka(laporan).periksa("Ada 1.234 akta.") == ("1.234",)


@given(st.integers(0, 99_999_999))
def test_a_count_passes_exactly_when_it_is_in_the_data(n):
    known = ("jumlah", n) in ADA or ("persen", n * 100) in ADA
    assert (PERIKSA.periksa(f"{NAMA}: {format_count(n)} akta lagi.") == ()) is known


@given(st.integers(0, 30_000))
def test_a_percent_passes_exactly_when_it_is_in_the_data(h):
    assert (PERIKSA.periksa(f"{NAMA}: {format_percent(h)} persen") == ()) is (("persen", h) in ADA)


@given(st.sampled_from(sorted(ADA)))
def test_every_number_of_the_data_passes(pair):
    unit, value = pair
    text = format_percent(value) if unit == "persen" else format_count(value)
    prefix = "peringkat " if unit == "peringkat" else ""
    assert PERIKSA.periksa(f"{NAMA}: {prefix}{text}.") == ()


@given(st.text(max_size=200))
def test_any_text_is_checked_without_failing(teks):
    assert all(isinstance(found, str) for found in PERIKSA.periksa(teks))


@given(st.integers(0, 999))
def test_number_words_are_unique(n):
    assert [m for m in range(1000) if terbilang(m) == terbilang(n)] == [n]
