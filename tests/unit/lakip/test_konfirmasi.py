"""Targets that the office has not confirmed are never printed as if they were settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.config import load_config
from civreg_tui.domain import konfirmasi
from civreg_tui.domain.lakip import PemeriksaAngka, susun
from civreg_tui.domain.laporan import Laporan, Sasaran
from tests.unit.lakip import contoh

SEMUA = ("target", "renstra", "nasional")


def laporan(*ragu: str) -> Laporan:
    lahir = contoh.rekap_lahir()
    goals = replace(lahir.sasaran, belum_dikonfirmasi=ragu)
    return contoh.laporan(rekap=(replace(lahir, sasaran=goals), contoh.rekap_cerai()))


def paragraf(report: Laporan, id_: str) -> str:
    return " ".join(next(b for b in susun(report, "bulanan", contoh.FRASA) if b.id == id_).paragraf)


def catatan(report: Laporan) -> dict[str, str]:
    sections = susun(report, "bulanan", contoh.FRASA)
    return {t.id: t.catatan for b in sections for t in (*b.tabel, *b.grafik)}


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ("ikhtisar", "Target ini belum dikonfirmasi."),
        ("bab2.target", "Target ini menurut konfigurasi program dan belum dikonfirmasi oleh"),
        ("bab3.target", "Target ini belum dikonfirmasi."),
        ("bab3.renstra", "Target Renstra ini menurut konfigurasi program dan belum dikonfirmasi"),
        ("bab3.nasional", "Target nasional ini menurut konfigurasi program dan belum dikonfirm"),
        ("bab4.simpulan", "Target ini belum dikonfirmasi."),
    ],
)
def test_an_unconfirmed_target_says_so_wherever_it_is_written(section, sentence):
    assert sentence in paragraf(laporan(*SEMUA), section)
    assert "dikonfirmasi" not in paragraf(laporan(), section)


def test_only_the_unconfirmed_one_is_named():
    report = laporan("nasional")
    assert "dikonfirmasi" not in paragraf(report, "bab3.renstra")
    assert "belum dikonfirmasi" in paragraf(report, "bab3.nasional")


def test_every_table_and_chart_with_a_target_has_the_note():
    notes = catatan(laporan(*SEMUA))
    for table in ("indikator", "target", "grafik_AK017", "kurang_AK017", "rekap_AK017"):
        assert "belum dikonfirmasi" in notes[table], table
    assert notes["renstra"] == "Target Renstra menurut konfigurasi program; belum dikonfirmasi."
    assert notes["nasional"] == "Target nasional menurut konfigurasi program; belum dikonfirmasi."
    assert not any("dikonfirmasi" in note for note in catatan(laporan()).values())


def test_the_source_of_a_confirmed_figure_is_told():
    goals = Sasaran("AK017", 2023, nasional=9800, sumber_angka={"nasional": "pemberitaan"})
    lahir = replace(contoh.rekap_lahir(), sasaran=goals)
    assert konfirmasi.catatan((lahir,)) == "Target nasional menurut pemberitaan."


def test_each_figure_has_its_own_source(tmp_path):
    file = tmp_path / "civreg.toml"
    file.write_text(
        'sasaran = [{dokumen = "AK017", tahun = 2024, target = "98", nasional = "100", '
        'belum_dikonfirmasi = ["nasional"], sumber = {target = "Renstra", nasional = "pers"}}]\n'
    )
    goals = next(s for s in load_config(file).facts.sasaran if s.tahun == 2024)
    lahir = replace(contoh.rekap_lahir(), sasaran=goals)
    assert konfirmasi.catatan((lahir,)) == (
        "Target menurut Renstra. Target nasional menurut pers; belum dikonfirmasi."
    )


def test_no_number_comes_in_with_the_notes():
    report = laporan(*SEMUA)
    checker = PemeriksaAngka(report, contoh.FRASA)
    for section in susun(report, "tahunan", contoh.FRASA):
        for text in section.paragraf:
            assert checker.periksa(text) == (), text


def test_the_delivered_figures_are_unconfirmed_until_the_office_writes_them_again(tmp_path):
    # GIVEN the program's own targets
    plain = {(s.dokumen, s.tahun): s for s in load_config(None).facts.sasaran}
    assert plain["AK017", 2024].belum_dikonfirmasi == SEMUA
    assert plain["AK017", 2023].belum_dikonfirmasi == ()
    # WHEN the office writes its own line THEN it counts as confirmed
    file = tmp_path / "civreg.toml"
    file.write_text(
        'sasaran = [{dokumen = "AK017", tahun = 2024, target = "98", nasional = "100"}]\n'
    )
    own = {(s.dokumen, s.tahun): s for s in load_config(file).facts.sasaran}
    assert own["AK017", 2024] == Sasaran("AK017", 2024, target=9800, nasional=10000)
