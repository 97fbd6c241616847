"""Wrong entries in the wording file are named with their remedy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.lakip import Frasa, FrasaSalah, susun
from tests.unit.lakip import contoh

BAGIAN = [{"id": "a", "judul": "A", "tingkat": 1}]


def with_phrase(key: str, text: str) -> Frasa:
    return replace(contoh.FRASA, kalimat={**contoh.FRASA.kalimat, key: text})


def test_an_unknown_field_is_named_with_the_known_ones():
    frasa = with_phrase("realisasi.cakupan", "Cakupan {persenn}")
    with pytest.raises(FrasaSalah, match=r"«realisasi\.cakupan» memakai isian \{persenn\}.*persen"):
        susun(contoh.laporan(), "bulanan", frasa)


def test_attributes_are_no_fields():
    frasa = with_phrase("pengantar.awal", "{bidang.__class__}")
    with pytest.raises(FrasaSalah, match="isian"):
        susun(contoh.laporan(), "bulanan", frasa)


def test_braces_in_data_are_only_text():
    answered = contoh.temuan()[0]
    laporan = contoh.laporan(temuan=(replace(answered, alasan="{pindah} [/] =1+1"),))
    found = next(b for b in susun(laporan, "bulanan", contoh.FRASA) if b.id == "bab3.analisis")
    assert "«{pindah} [/] =1+1»" in found.paragraf[-1]


def test_the_office_may_add_a_section_of_its_own():
    data = {"bagian": [{"id": "x", "judul": "Tambahan", "teks": ["Untuk {bidang}."]}]}
    frasa = replace(contoh.FRASA, kerangka=Frasa.dari(data).kerangka)
    [only] = susun(contoh.laporan(), "bulanan", frasa)
    assert only.paragraf == ("Untuk Bidang Fasilitasi Pencatatan Sipil.",)


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        ({}, "bagian"),
        ({"bagian": [{"id": "", "judul": "A"}]}, "id dan judul"),
        ({"bagian": [{"id": "a", "judul": "A", "tingkat": 9}]}, "tingkat"),
        ({"bagian": BAGIAN, "kalimat": {"a": {"b": 1}}}, "a.b"),
        ({"bagian": BAGIAN, "kalimat": 3}, "kalimat"),
        ({"bagian": BAGIAN, "daftar": {"x": "y"}}, "daftar.x"),
        ({"bagian": BAGIAN, "daftar": 1}, "daftar"),
    ],
)
def test_wrong_entries_are_named(data, pesan):
    with pytest.raises(FrasaSalah, match=pesan):
        Frasa.dari(data)


def test_an_unpaired_brace_is_named():
    with pytest.raises(FrasaSalah, match="kurung kurawal"):
        with_phrase("x", "{")("x")


def test_a_missing_phrase_is_named():
    with pytest.raises(FrasaSalah, match="tidak ada"):
        contoh.FRASA("tidak.ada")
