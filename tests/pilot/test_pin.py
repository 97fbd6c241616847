"""Validation asks for the PIN where the office wants it; nothing typed is shown."""

from __future__ import annotations

from dataclasses import replace

from civreg_tui.config.model import Konfirmasi
from civreg_tui.services.people.pin import set_pin
from tests.pilot.layar import KECIL, teks
from tests.unit.services.bantu import BULAN, sebagai


async def test_validation_with_a_wrong_and_the_right_pin(buka) -> None:
    app = buka(5, layar=0)
    ws = sebagai(app.ws, "kasi", akun="kasi1")
    ws.demo = False
    ws.config = replace(ws.config, konfirmasi=Konfirmasi(validasi=True))
    set_pin(ws, "ayam-99")
    async with app.run_test(size=KECIL) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert "Ketik PIN Anda" in teks(app)
        await pilot.press(*"salah1", "enter")
        await pilot.pause()
        assert "PIN salah. Sisa percobaan: 4." in teks(app)
        assert "salah1" not in teks(app)
        assert ws.month(BULAN).keadaan == "pemeriksaan"
        await pilot.press(*"ayam", "minus", *"99", "enter")
        await pilot.pause()
        assert ws.month(BULAN).keadaan == "tervalidasi"


async def test_making_one_at_the_home_screen(buka) -> None:
    app = buka(5, layar=None)
    app.ws.demo = False
    app.ws.pelaku = replace(app.ws.pelaku, dipilih="kasi")
    async with app.run_test(size=KECIL) as pilot:
        await pilot.press("s")
        await pilot.pause()
        await pilot.press(*"rahasia1", "enter", *"rahasia2", "enter")
        await pilot.pause()
        assert "tidak sama" in teks(app)
        await pilot.press(*"rahasia1", "enter", *"rahasia1", "enter")
        await pilot.pause()
        assert "PIN disimpan." in teks(app)
