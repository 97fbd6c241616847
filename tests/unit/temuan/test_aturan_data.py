from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.temuan import Aturan
from civreg_tui.domain.temuan.aturan.daftar import ATURAN_BULAN, ATURAN_FUNGSI, ATURAN_TABEL
from civreg_tui.domain.temuan.model import Lokasi, desimal, nama_nilai
from tests.aturan_md import TUJUAN, current
from tests.unit.temuan.bangun import ATURAN, FACTS


def test_thirty_rules_each_with_data_and_one_function() -> None:
    assert list(ATURAN) == [f"R{number:02d}" for number in range(1, 31)]
    assert set(ATURAN_FUNGSI) == set(ATURAN)
    assert not set(ATURAN_TABEL) & set(ATURAN_BULAN)
    assert len(set(ATURAN_FUNGSI.values())) == 30


def test_the_levels_of_the_procedure() -> None:
    levels = {level: [k for k, a in ATURAN.items() if a.level == level] for level in
              ("warning", "info")}  # fmt: skip
    assert levels["info"] == ["R29", "R30"]
    warnings = "R14 R17 R18 R19 R20 R21 R22 R23 R24 R25 R26 R27"
    assert levels["warning"] == warnings.split()


def test_reasons_can_be_picked() -> None:
    assert FACTS.alasan[0] == "pindah" and "belum melapor" in FACTS.alasan


def test_the_documented_table_is_current() -> None:
    assert TUJUAN.read_text(encoding="utf-8") == current(), "jalankan: python -m tests.aturan_md"


def test_messages_take_values_as_plain_text() -> None:
    rule = replace(ATURAN["R03"], pesan={"utama": "{teks} {tidak_ada}"})
    found = rule.lapor(Lokasi(), "", teks="{kab} %s [bold]")
    assert found.message == "{kab} %s [bold] {tidak_ada}"


@pytest.mark.parametrize("ambang", [{"turun": "setengah"}, {"tingkat_semua": "gawat"}])
def test_a_wrong_threshold_is_refused(ambang: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        Aturan("R99", "error", "contoh", {"utama": "contoh"}, ambang)


def test_a_broken_template_is_refused() -> None:
    with pytest.raises(ValueError):
        Aturan("R99", "error", "contoh", {"utama": "kurung {kab"})


def test_decimals_are_exact() -> None:
    assert desimal("0,1") + desimal("0,2") == desimal("0,3")
    assert nama_nilai("{a} dan {b}") == {"a", "b"}
