"""A rule's form: what it shows, what it asks for, and the lines that say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from civreg_tui.config import load_config
from civreg_tui.config.build import build_config
from civreg_tui.config.tables import overlay, read_defaults
from civreg_tui.domain.salah import SalahIsi
from civreg_tui.services.pemeriksaan.check import check_month
from civreg_tui.services.pemeriksaan.rule_change import UbahAturan, change_of, form_of
from civreg_tui.services.pemeriksaan.trial import try_change
from tests.unit.services.bantu import BULAN, terakhir

ATURAN = load_config().facts.aturan


@pytest.mark.parametrize("kode", ATURAN)
def test_a_form_left_as_it_is_asks_for_nothing(kode: str) -> None:
    with pytest.raises(SalahIsi, match="Belum ada yang diubah"):
        change_of(ATURAN[kode], form_of(ATURAN[kode]))


@pytest.mark.parametrize(
    ("kode", "ruas", "isi", "tabel"),
    [
        ("R21", "poin", "0,3", {"ambang": {"poin": "0,3"}}),
        ("R21", "poin", " 0.30 ", {"ambang": {"poin": "0,30"}}),
        ("R21", "poin", "3", {"ambang": {"poin": 3}}),
        ("R21", "tingkat", "salah", {"level": "error"}),
        ("R21", "tingkat", "Mati", {"aktif": False}),
        ("R20", "tingkat_kumulatif", "Peringatan", {"ambang": {"tingkat_kumulatif": "warning"}}),
        ("R25", "pasangan_dokumen", "AKAWIN ACERAI",
         {"ambang": {"pasangan_dokumen": "AKAWIN ACERAI"}}),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_the_rule_and_its_lines(kode, ruas, isi, tabel) -> None:
    rule = ATURAN[kode]
    change = change_of(rule, form_of(rule) | {ruas: isi})
    assert change.tabel == {"aturan": {kode: tabel}}
    # THEN the lines, written into civreg.toml, make the same rule
    raw = read_defaults()
    written = tomli.loads("\n".join(change.baris))
    overlay(raw, written, Path("civreg.toml"))
    assert written == change.tabel
    assert build_config(raw, "uji").facts.aturan[kode] == change.pada(rule)


@pytest.mark.parametrize("isi", ["", "dua", "-1", "1/2", "1e3x", "½"])
def test_what_is_no_number_is_refused(isi: str) -> None:
    with pytest.raises(SalahIsi, match="poin: tulis angka"):
        change_of(ATURAN["R21"], form_of(ATURAN["R21"]) | {"poin": isi})


def test_a_switched_off_rule_is_switched_on_again() -> None:
    off = UbahAturan("R21", aktif=False).pada(ATURAN["R21"])
    assert form_of(off)["tingkat"] == "mati"
    assert change_of(off, form_of(ATURAN["R21"])).tabel == {"aturan": {"R21": {"aktif": True}}}


def test_a_trial_tells_before_and_after_and_keeps_nothing(demo) -> None:
    ws = demo(6)
    before, rules = terakhir(ws), check_month(ws, BULAN)
    tried = try_change(ws, UbahAturan("R29", level="warning"))
    last = tried[-1]
    assert [f.level for f in last.semula] == ["info"] * len(last.hilang)
    assert [f.level for f in last.temuan] == ["warning"] * len(last.baru)
    assert len(last.baru) == len(last.hilang) > 0
    assert (terakhir(ws), check_month(ws, BULAN)) == (before, rules)
