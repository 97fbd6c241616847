from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.bacaan import Masalah, SelSumber
from civreg_tui.domain.periode import Periode
from tests.unit.temuan.bangun import (
    ATURAN,
    DES,
    KODE,
    Angka,
    baris_sumber,
    bersih,
    menurut,
    pada_bacaan,
    pada_lembar,
    tabel,
)

AGAM, PADANG = "13.06", "13.71"


def test_a_complete_sheet_and_a_complete_softcopy_have_no_findings() -> None:
    for kode in ("ACERAI", "AKAWIN", "AMATI"):
        assert pada_lembar(bersih(kode), kode) == ()
        assert pada_bacaan(tabel(bersih(kode), kode)) == ()


def test_r01_names_the_region_without_a_row_and_how_many_there_are() -> None:
    rows = bersih()
    del rows[AGAM]
    (found,) = pada_bacaan(tabel(rows))
    assert (found.rule, found.level, found.region) == ("R01", "error", AGAM)
    assert found.message == (
        "Kabupaten Agam: belum ada data pada rekap Akta Perceraian (18 dari 19 kabupaten/kota)."
    )


def test_r01_takes_a_sheet_row_without_any_figure_as_missing_and_r06_stays_silent() -> None:
    found = pada_lembar({**bersih(), AGAM: {"wajib.jml": None, "memiliki.jml": None}})
    assert [(t.rule, t.region) for t in found] == [("R01", AGAM)]


def test_r01_leaves_a_region_to_the_row_that_could_not_be_settled() -> None:
    rows = bersih()
    del rows[AGAM]
    odd = baris_sumber(30, "KAB. AGAM", {"wajib.jml": 5, "memiliki.jml": 3}, kode="13.01")
    assert [t.rule for t in pada_bacaan(tabel(rows, ekstra=(odd,)))] == ["R04"]


def test_documents_that_are_not_in_the_files_are_no_finding() -> None:
    assert pada_bacaan() == ()


def test_r02_names_both_rows() -> None:
    again = baris_sumber(40, "KAB AGAM", {"wajib.jml": 7, "memiliki.jml": 3})
    found = menurut(pada_bacaan(tabel(bersih(), ekstra=(again,))), "R02")
    assert [t.message for t in found] == [
        "Kabupaten Agam tercantum 2 kali (baris 13 dan 40). Hapus salah satu."
    ]
    assert found[0].cell == "Lembar!C40"


def test_r02_sees_a_document_that_was_delivered_twice() -> None:
    newer = bersih() | {"13.06": {"wajib.jml": 90, "memiliki.jml": 80}}
    (found,) = menurut(pada_bacaan(tabel(bersih()), tabel(newer)), "R02")
    assert "ada dua versi: lembar Lembar ACERAI baris 5 dan" in found.message
    assert "19 kabupaten/kota ada pada keduanya, 1 di antaranya berbeda angkanya." in found.message
    assert found.region is None


def test_r02_of_rules_that_a_month_froze_before_names_every_region() -> None:
    old = ATURAN["R02"]
    frozen = {**ATURAN, "R02": replace(old, pesan={"utama": old.pesan["utama"]})}
    found = pada_bacaan(tabel(bersih()), tabel(bersih()), aturan=frozen)
    assert len(menurut(found, "R02")) == 19


def test_a_document_in_two_parts_is_whole() -> None:
    rows = bersih()
    parts = [{k: v for k, v in rows.items() if k.startswith(p)} for p in ("13.0", "13.1", "13.7")]
    assert pada_bacaan(*(tabel(part) for part in parts)) == ()


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [
        ("KAB. AGHAM", 'nama "KAB. AGHAM" tidak dikenal.'),
        ("SOLOK", 'nama "SOLOK" bisa berarti Kabupaten Solok atau Kota Solok.'),
    ],
)
def test_r03_unknown_and_ambiguous_names(nama: str, pesan: str) -> None:
    odd = baris_sumber(31, nama, {"wajib.jml": 5, "memiliki.jml": 3})
    (found,) = menurut(pada_bacaan(tabel(bersih(), ekstra=(odd,))), "R03")
    assert found.message == f"Baris 31: {pesan} Pilih kabupaten/kota yang benar."
    assert (found.region, found.cell) == (None, "Lembar!C31")


def test_r04_a_bps_code_beside_a_name() -> None:
    rows = bersih()
    del rows["13.01"]
    odd = baris_sumber(31, "KABUPATEN PESISIR SELATAN", {"wajib.jml": 5}, kode="1302")
    (found,) = pada_bacaan(tabel(rows, ekstra=(odd,)))
    assert found.rule == "R04" and found.region == "13.01"
    assert found.message == (
        "Baris 31: kode 1302 adalah Kabupaten Solok menurut Kemendagri, "
        "tetapi namanya Kabupaten Pesisir Selatan. Mungkin kode BPS."
    )


def test_r04_a_code_that_nobody_has() -> None:
    odd = baris_sumber(31, "KAB. AGAM", {"wajib.jml": 5}, kode="99.99")
    (found,) = menurut(pada_bacaan(tabel(bersih(), ekstra=(odd,))), "R04")
    assert "kode 99.99 tidak ada pada daftar Kemendagri" in found.message


@pytest.mark.parametrize(
    ("isi", "masalah"),
    [
        ("#REF!", "rumus"),
        ("12,5", "desimal"),
        ("-3", "negatif"),
        ("ada", "teks"),
        ("1.2", "ribuan"),
    ],
)
def test_r05_quotes_the_cell_and_is_not_said_again_as_empty(isi: str, masalah: Masalah) -> None:
    rows: dict[str, dict[str, SelSumber | Angka]] = {k: dict(v) for k, v in bersih().items()}
    rows[AGAM]["wajib.jml"] = SelSumber("Lembar!F13", isi, masalah=masalah)
    (found,) = pada_bacaan(tabel(rows))
    assert (found.rule, found.region, found.cell) == ("R05", AGAM, "Lembar!F13")
    assert found.message.startswith(f'Kabupaten Agam, kolom Wajib Akta JML: "{isi}" bukan')


def test_r05_names_the_total_row_and_rows_that_did_not_settle() -> None:
    broken = SelSumber("Lembar!F27", "#REF!", masalah="rumus")
    total = baris_sumber(27, "JUMLAH", {"wajib.jml": broken}, jumlah=True)
    (found,) = pada_bacaan(tabel(bersih(), jumlah=(total,)))
    assert found.message.startswith("JUMLAH, kolom Wajib Akta JML")
    assert found.region is None


def test_r05_refuses_a_negative_entry_and_accepts_zero() -> None:
    rows = {**bersih(), AGAM: {"wajib.jml": 10, "memiliki.jml": -1}}
    assert [t.rule for t in pada_lembar(rows, hanya="R05")] == ["R05"]
    assert pada_lembar({**rows, AGAM: {"wajib.jml": 10, "memiliki.jml": 0}}, hanya="R05") == ()


def test_r06_an_empty_required_cell_is_not_zero_and_zero_is_not_empty() -> None:
    rows = bersih()
    (found,) = pada_lembar({**rows, AGAM: {"wajib.jml": 10, "memiliki.jml": None}})
    assert found.message == (
        "Kabupaten Agam, kolom Memiliki JML kosong. Isi angka, atau tulis NIHIL bila memang nol."
    )
    assert pada_lembar({**rows, AGAM: {"wajib.jml": 10, "memiliki.jml": 0}}, hanya="R06") == ()


def test_r06_asks_a_file_only_for_the_columns_that_it_fills_somewhere() -> None:
    rows: dict[str, dict[str, Angka]] = {
        k: {"wajib.l": None, "wajib.p": None, **v} for k, v in bersih().items()
    }
    assert pada_bacaan(tabel(rows)) == ()
    rows[PADANG]["wajib.l"] = 7
    found = pada_bacaan(tabel(rows))
    assert {t.rule for t in found} == {"R06"}
    assert len(found) == 18


def test_r06_accepts_a_total_that_the_sexes_give() -> None:
    rows = bersih("AKAWIN")
    for row in rows.values():
        row["wajib.jml"] = None
    assert pada_bacaan(tabel(rows, "AKAWIN")) == ()


def test_r06_a_table_that_nobody_filled_lacks_every_total() -> None:
    rows = {k: dict.fromkeys(v) for k, v in bersih().items()}
    assert len(menurut(pada_bacaan(tabel(rows)), "R06")) == 2 * len(KODE)


def test_r06_of_sexes_that_nobody_filled_only_the_total_is_required() -> None:
    rows = {k: dict.fromkeys(("wajib.l", "wajib.p", "wajib.jml")) for k in KODE}
    found = menurut(pada_bacaan(tabel(rows)), "R06")
    assert {t.kolom.seks for t in found if t.kolom} == {"jml"}
    assert len(found) == len(KODE)


def test_r06_reports_the_gap_of_one_row() -> None:
    rows = bersih()
    rows[AGAM]["memiliki.jml"] = None
    (found,) = pada_bacaan(tabel(rows))
    assert (found.rule, found.region) == ("R06", AGAM)


def test_r12_compares_the_title_with_the_month_being_processed() -> None:
    (found,) = pada_bacaan(tabel(bersih(), periode=Periode(2024, 6), teks_periode="30 JUNI 2024"))
    assert found.message == (
        'Judul softcopy menyebut "30 JUNI 2024", sedangkan yang dikerjakan keadaan Desember 2024.'
    )
    assert pada_bacaan(tabel(bersih(), periode=None)) == ()


def test_r12_without_a_month_compares_the_titles_with_each_other() -> None:
    alone = tabel(bersih(), periode=Periode(2024, 6))
    assert menurut(pada_bacaan(alone, periode=None), "R12") == []
    two = (tabel(bersih("AMATI"), "AMATI"), tabel(bersih("AKAWIN"), "AKAWIN"))
    (found,) = menurut(pada_bacaan(alone, *two, periode=None), "R12")
    assert found.document == "ACERAI"
    assert DES.label in found.message


def test_r13_a_heading_copied_from_another_document() -> None:
    (found,) = pada_bacaan(tabel(bersih(), judul="AKAWIN"))
    assert (found.rule, found.level) == ("R13", "error")
    assert found.message == ("Lembar ini berjudul Akta Perkawinan, padahal isinya Akta Perceraian.")


def test_r13_does_not_mix_the_figures_into_the_other_document() -> None:
    copied = tabel(bersih(), "AKAWIN", judul="AKAWIN", isi="ACERAI")
    found = pada_bacaan(tabel(bersih("AKAWIN"), "AKAWIN"), copied)
    assert [(t.rule, t.document) for t in found] == [("R13", "ACERAI")]
