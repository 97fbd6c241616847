"""Words to meanings: figures, names, months, documents and headings, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civreg_tui.config import Facts
from civreg_tui.domain.periode import Periode, parse_acuan
from civreg_tui.softcopy.recognition.documents import age_label, documents_in
from civreg_tui.softcopy.recognition.figures import count_cell, percent_cell
from civreg_tui.softcopy.recognition.headings import read_heading
from civreg_tui.softcopy.recognition.kamus import load_kamus
from civreg_tui.softcopy.recognition.labels import Label, Labels
from civreg_tui.softcopy.recognition.periods import period_in, period_of

KAMUS = load_kamus()


@pytest.mark.parametrize(
    ("value", "count", "problem"),
    [
        (1234.0, 1234, None), (0.0, 0, None), ("1.234", 1234, None), (" 1234\xa0", 1234, None),
        ("1.234.567", 1234567, None), ("1,234,567", 1234567, None), ("1 234", 1234, None),
        ("1.234,00", 1234, None), ("1,234.00", 1234, None), ("157582.0", 157582, None),
        ("NIHIL", 0, None), ("-", 0, None), ("–", 0, None), ("nihil ", 0, None),
        (None, None, None), ("   ", None, None), ("\xa0", None, None), ("'12", 12, None),
        (1.234, None, "ribuan"), ("1,234", None, "ribuan"), (98.53, None, "ribuan"),
        (0.98531, None, "desimal"), ("98,53", None, "desimal"), ("1.234,5", None, "desimal"),
        (-5.0, None, "negatif"), ("-5", None, "negatif"), ("(5)", None, "negatif"),
        ("#REF!", None, "rumus"), ("#N/A", None, "rumus"), ("=A1+B1", None, "rumus"),
        ("Err:502", None, "rumus"), ("abc", None, "teks"), ("12 34", None, "teks"),
        ("1.23.456", None, "teks"), ("12a", None, "teks"), ("١٢", None, "teks"),
        (float("inf"), None, "teks"), (1e15, None, "teks"), ("TRUE", None, "teks"),
    ],
)  # fmt: skip
def test_counts_are_parsed_strictly(value: object, count: int | None, problem: str | None) -> None:
    cell = count_cell(value, "A!B2", KAMUS.nihil)  # type: ignore[arg-type]

    assert (cell.angka, cell.masalah, cell.alamat) == (count, problem, "A!B2")


@settings(deadline=None)
@given(st.integers(0, 999_999_999_999))
def test_any_count_survives_the_ways_it_is_written(count: int) -> None:
    dotted = f"{count:,}".replace(",", ".")

    for text in (str(count), dotted, f" {dotted}\xa0", float(count)):
        assert count_cell(text, "", KAMUS.nihil).angka == count


@settings(deadline=None)
@given(st.text(max_size=20) | st.floats() | st.none())
def test_any_cell_gives_a_count_a_problem_or_nothing(value: str | float | None) -> None:
    cell = count_cell(value, "", KAMUS.nihil)

    assert cell.angka is None or cell.masalah is None
    assert cell.angka is None or cell.angka >= 0
    assert percent_cell(value, "", pecahan=False).angka is None or value is not None


@pytest.mark.parametrize(
    ("value", "fraction", "hundredths"),
    [("98,53", False, 9853), ("98,53%", True, 9853), (0.9853, True, 9853), (98.525, False, 9853),
     ("98.5", False, 9850), ("100", False, 10000), ("0,985", True, 9850), ("-", False, None),
     ("#DIV/0!", False, None), (None, False, None), ("99,995 %", False, 10000)],
)  # fmt: skip
def test_percents_in_three_notations(
    value: str | float | None, fraction: bool, hundredths: int | None
) -> None:
    assert percent_cell(value, "", pecahan=fraction).angka == hundredths


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("KEADAAN s.d. 31 DESEMBER 2024", "2024-12"), ("Bulan Desember 2024", "2024-12"),
        ("s/d NOPEMBER 2024", "2024-11"), ("28 Pebruari 2025", "2025-02"),
        ("JANUARI S.D. MARET 2025", "2025-03"), ("PER 31-12-2024", "2024-12"),
        ("31.12.2024", "2024-12"), ("2024-12-31", "2024-12"), ("DES 2024", "2024-12"),
        ("BULAN DESEMBER TAHUN ANGGARAN 2024", "2024-12"), ("Agustus, 2024", "2024-08"),
        ("31 December 2024", "2024-12"), ("TRIWULAN III TAHUN 2024", "2024-09"),
        ("SEMESTER I TAHUN 2024", "2024-06"), ("Sumber: DKB Semester II Tahun 2024", None),
        ("Padang, 6 Januari 2025", None), ("Dicetak 6 Januari 2025", None),
        ("TAHUN 2024", None), ("PROVINSI SUMATERA BARAT", None), ("MEI", None),
        ("99/99/2024", None),
    ],
)  # fmt: skip
def test_months_in_title_lines(line: str, month: str | None) -> None:
    assert period_in(line, KAMUS) == (Periode.parse(month) if month else None)


def test_a_named_month_goes_before_a_semester() -> None:
    lines = ["KEADAAN SEMESTER II TAHUN 2024", "BULAN NOPEMBER 2024"]

    assert period_of(lines, KAMUS) == (Periode(2024, 11), "BULAN NOPEMBER 2024")


@pytest.mark.parametrize(
    "text",
    ["DKB Semester II Tahun 2024", "angka per DKB Smt. II Thn 2024", "DKB SEM 2/2024",
     "Data Konsolidasi Bersih 2024 Semester II", "dkb s2 2024"],
)  # fmt: skip
def test_bases_in_every_spelling(text: str) -> None:
    assert parse_acuan(text) == "DKB Semester II Tahun 2024"


@pytest.mark.parametrize("text", ["PROSES 1 2024", "KEADAAN s.d. 31 DESEMBER 2024", "TAHUN 2024"])
def test_texts_that_name_no_base(text: str) -> None:
    assert parse_acuan(text) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("REKAP AKTA KELAHIRAN ANAK (0-17 TAHUN)", ("AK017",)), ("AktaLahir0-17 (rev)", ("AK017",)),
        ("AKTE KELAHIRAN USIA 0 s/d 18 TH", ("AK017",)), ("Akta Lahir < 18 tahun", ("AK017",)),
        ("AKTA KELAHIRAN BALITA", ("AK04",)), ("AKTA LAHIR 0-4 TAHUN", ("AK04",)),
        ("AKTA KELAHIRAN SEMUA UMUR", ("AKALL",)), ("AKTA KELAHIRAN", ("LAHIR",)),
        ("AKTA PERKAWINAN/BUKU NIKAH", ("AKAWIN",)), ("STATUS KAWIN(JML)", ("AKAWIN",)),
        ("STATUS CERAI(JML)", ("ACERAI",)), ("AKTACERAI", ("ACERAI",)),
        ("MENINGGAL(LK)", ("AMATI",)),
        ("KEPEMILIKAN KTP-el", ("lain:KTP-el",)), ("KARTU IDENTITAS ANAK", ("lain:KIA",)),
        ("STATUS CERAI MATI", ("lain:status lain",)), ("PROVINSI SUMATERA BARAT", ()),
    ],
)  # fmt: skip
def test_documents_in_texts(text: str, codes: tuple[str, ...]) -> None:
    assert documents_in(text, KAMUS) == codes


def test_age_labels_are_kept_as_written() -> None:
    assert age_label(["REKAP", "AKTA KELAHIRAN (0 - 18 TAHUN)"]) == "0-18 tahun"
    assert age_label(["Akta Lahir < 18 tahun"]) == "<18 tahun"
    assert age_label(["AKTA PERCERAIAN"]) == ""


@pytest.mark.parametrize(
    ("path", "meaning"),
    [
        (("WAJIB AKTA", "L"), "wajib.l"), (("WAJIB AKTA(DINAMIS - JML)",), "wajib.jml"),
        (("MEMILIKI", "L+P"), "memiliki.jml"), (("BELUM", "MEMILIKI"), "belum.jml"),
        (("WAJIB MEMILIKI AKTA",), "wajib.jml"), (("BELUM MEMILIKI", "LAKI-LAKI"), "belum.l"),
        (("PEREMPUAN", "JUMLAH WAJIB"), "wajib.p"), (("PENDUDUK STATUS KAWIN",), "wajib.jml"),
        (("CAKUPAN KEPEMILIKAN AKTA", "MEMILIKI", "PR"), "memiliki.p"),
        (("AKTA KEMATIAN s.d. BULAN INI", "JML"), "memiliki.jml"),
        (("TERBIT BULAN INI", "P"), "terbit.p"), (("MENINGGAL(JML)",), "memiliki.jml"),
        (("KEMATIAN DILAPORKAN BULAN INI (opsional)",), "dilaporkan.jml"),
        (("PERSEN (%)",), "persen"), (("CAKUPAN",), "persen"), (("MEMILIKI", "%"), "persen"),
        (("PERSEN BELUM MEMILIKI",), "lewat"), (("JUMLAH PENDUDUK",), "lewat"),
        (("BULAN LALU",), "lewat"), (("PERSEN", "L"), "lewat"), (("KETERANGAN",), "label"),
        (("KAB./KOTA",), "label"), (("KODE WILAYAH",), "label"), (("TERITORI",), "asing"),
    ],
)  # fmt: skip
def test_headings_mean_what_their_words_say(path: tuple[str, ...], meaning: str) -> None:
    heading = read_heading(path, KAMUS)

    assert (
        ".".join(heading.kolom) if heading.isi == "hitung" and heading.kolom else heading.isi
    ) == meaning


@pytest.mark.parametrize(
    ("code", "name", "region"),
    [
        (None, "Kab. Pesisir Sel.", "13.01"), (None, "13.06 KAB. AGAM", "13.06"),
        (None, "Kab. Agam (13.06)", "13.06"), (None, "1306 - Kab Agam", "13.06"),
        (13.1, "DHARMASRAYA", "13.10"), ("13,06", "AGAM", "13.06"),
        (None, "3. KAB. SIJUNJUNG", "13.03"),
        (None, "PEMKAB SOLOK", "13.02"), (None, "Pemko Solok", "13.72"),
        (None, "(KOTA) PADANG", "13.71"), (None, "50 KOTA", "13.07"),
        (None, "LIMA PULUH KOTA", "13.07"),
        (None, "PADANG (KOTA)", "13.71"),
        (None, "SOLOK, KAB.", "13.02"), (None, "Disdukcapil Kota Padang", "13.71"),
        ("13.72", "SOLOK", "13.72"),
        (None, "PADANG PARIAMAN*", "13.05"), (None, "SOLOK", None), (None, "KAB. PADANG", None),
        ("1302", "PESISIR SELATAN", None), (None, "PADANG UTARA", None), ("13.06", "", "13.06"),
    ],
)  # fmt: skip
def test_labels_settle_on_one_region_or_none(
    code: str | float | None, name: str, region: str | None, facts: Facts
) -> None:
    labels = Labels(facts.wilayah, KAMUS)

    settled = labels.settle(labels.label(code, name), None).wilayah

    assert (settled.kode if settled else None) == region


def test_rows_of_other_provinces_are_told_by_their_code(facts: Facts) -> None:
    labels = Labels(facts.wilayah, KAMUS)

    assert labels.is_abroad(Label("11.01", "KAB. ACEH SELATAN"))
    assert not labels.is_abroad(Label("13.99", "KAB. BARU"))
    assert not labels.is_abroad(Label("", "KAB. BARU"))


def test_four_digits_that_are_no_code_of_the_province_stay_in_the_name(facts: Facts) -> None:
    labels = Labels(facts.wilayah, KAMUS)

    assert labels.label(None, "Nagari Nomor 9993") == Label("", "Nagari Nomor 9993")
    assert labels.label(None, "KAB. AGAM 1307") == Label("1307", "KAB. AGAM")
