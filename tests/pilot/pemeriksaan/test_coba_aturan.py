"""A rule is changed on a form, tried on every stored month, and nothing is kept of it."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from screens.pemeriksaan.coba_aturan import CobaAturan
from screens.pemeriksaan.coba_hasil import CobaHasil
from tests.pilot.conftest import BULAN
from tests.pilot.layar import KECIL, ketik, sesuai_golden, tekan, teks


async def tulis(pilot, ruas: str, isi: str) -> None:
    """Type over a field of the open form."""
    field = pilot.app.screen.query_one(f"#ruas-{ruas}", Input)
    field.focus()
    field.value = ""
    await ketik(pilot, isi)


async def test_from_the_review_to_what_it_would_have_flagged_and_how_to_make_it_last(buka):
    app = buka(5)
    before = app.ws.store.trail.next_number()
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "o")
        assert isinstance(app.screen, CobaAturan)
        await tekan(pilot, "home", *["down"] * 20)
        sesuai_golden("coba_aturan_80", teks(app))
        await tekan(pilot, "enter")
        await tulis(pilot, "poin", "0,3")
        await tekan(pilot, "f10")
        assert isinstance(app.screen, CobaHasil)
        sesuai_golden("coba_hasil_80", teks(app))
        await tekan(pilot, "l")
        shown = teks(app)
        assert "[aturan.R21.ambang]" in shown
        assert 'poin = "0,3"' in shown
        assert "tulis baris ini di civreg.toml" in shown
        await tekan(pilot, "escape", "escape")
        assert app.ws.store.trail.next_number() == before + 1  # somebody sat down to the review


async def test_another_value_is_tried_at_once(buka):
    app = buka(5)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "o", "home", *["down"] * 20, "enter")
        await tulis(pilot, "poin", "0,3")
        await tekan(pilot, "f10", "f2")
        assert pilot.app.screen.query_one("#ruas-poin", Input).value == "0,3"
        await tulis(pilot, "poin", "2")
        await tulis(pilot, "tingkat", "mati")
        await tekan(pilot, "f10")
        assert "tingkat Peringatan → mati" in teks(app)
        assert "dicoba 0" in teks(app)


@pytest.mark.parametrize(
    ("ruas", "isi", "kata"),
    [
        ("poin", "banyak", "tulis angka"),
        ("poin", "-1", "nol atau lebih"),
        ("tingkat", "parah", "tidak dikenal"),
        ("poin", "2", "Belum ada yang diubah"),
    ],
)
async def test_a_wrong_entry_stays_in_the_form(buka, ruas, isi, kata):
    app = buka(5)
    async with app.run_test(size=KECIL) as pilot:
        await tekan(pilot, "o", "home", *["down"] * 20, "enter")
        await tulis(pilot, ruas, isi)
        await tekan(pilot, "f10")
        assert kata in teks(app)


async def test_it_opens_at_the_rule_of_the_chosen_finding(buka):
    app = buka(5)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        chosen = app.screen.terpilih
        assert chosen is not None
        await tekan(pilot, "o")
        rule = chosen.temuan.temuan.rule
        assert app.screen.query_one("#aturan").terpilih == rule
        assert app.ws.month(BULAN).keadaan == "pemeriksaan"
