"""A changed rule is tried on all stored months, and nothing is changed by it."""

from __future__ import annotations

import pytest

from civreg_tui.config import KonfigurasiSalah
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.trial import try_rules
from tests.unit.services.bantu import BULAN, terakhir


def berkas(tmp_path, text: str):
    path = tmp_path / "coba.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_stricter_threshold_shows_what_it_would_have_flagged(demo, tmp_path) -> None:
    ws = demo(6)
    before, rules = terakhir(ws), check_month(ws, BULAN)
    tried = try_rules(ws, berkas(tmp_path, '[aturan.R21.ambang]\npoin = "0,3"\n'))
    assert [r.periode for r in tried] == [m.periode for m in ws.store.months.all()]
    last = tried[-1]
    assert last.baru == last.temuan != ()
    assert {f.rule for f in last.temuan} == {"R21"}
    assert last.hilang == ()
    assert terakhir(ws) == before
    assert check_month(ws, BULAN) == rules


def test_a_rule_switched_off_shows_what_would_be_lost(demo, tmp_path) -> None:
    ws = demo(6)
    tried = try_rules(ws, berkas(tmp_path, "[aturan.R29]\naktif = false\n"))
    assert [f.rule for f in tried[-1].hilang] == ["R29"]
    assert tried[-1].temuan == tried[-1].baru == ()


def test_a_changed_level_is_another_finding(demo, tmp_path) -> None:
    tried = try_rules(demo(6), berkas(tmp_path, '[aturan.R29]\nlevel = "warning"\n'))
    assert [f.level for f in tried[-1].baru] == ["warning"]
    assert [f.level for f in tried[-1].hilang] == ["info"]


def test_a_rule_newer_than_the_month_is_tried_too(demo, tmp_path) -> None:
    ws = demo(6)
    sql = ws.store.database.sql
    sql.execute("UPDATE berkas SET definisi = json_remove(definisi, '$.aturan.R29')")
    tried = try_rules(ws, berkas(tmp_path, "[aturan.R29]\naktif = true\n"))
    assert [f.rule for f in tried[-1].baru] == ["R29"]


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("", Ditolak, "tidak memuat"),
        ("[kop]\nnama = 1\n", KonfigurasiSalah, "bukan [kop]"),
        ("[aturan.R77]\njudul = 'x'\n", KonfigurasiSalah, "belum ada fungsinya"),
        ("[aturan.R21.ambang]\nlain = 1\n", KonfigurasiSalah, "tidak dikenal"),
        ("[aturan.R21.ambang]\npoin = 'banyak'\n", KonfigurasiSalah, "coba.toml"),
        ("[aturan", KonfigurasiSalah, "bukan TOML"),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(demo, tmp_path, text, error, told) -> None:
    with pytest.raises(error) as refusal:
        try_rules(demo(3), berkas(tmp_path, text))
    assert told in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_names_the_option(demo, tmp_path) -> None:
    with pytest.raises(Ditolak, match="--coba"):
        try_rules(demo(3), tmp_path / "tidak-ada.toml")


def test_all_months_together_say_what_each_says_alone(demo) -> None:
    ws = demo(5)
    shared = Archive(ws)
    for periode in shared.months:
        assert check_month(ws, periode, shared) == check_month(ws, periode)
