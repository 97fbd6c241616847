"""The home screen as of a past day: the same screens, to be read only."""

from __future__ import annotations

from tests.pilot.layar import KECIL, teks


async def test_a_past_day_and_back(buka) -> None:
    app = buka(5, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.press("t")
        await pilot.pause()
        for _ in range(10):
            await pilot.press("backspace")
        await pilot.press(*"2024-07-01", "enter")
        await pilot.pause()
        shown = teks(app)
        assert "PER 1 JULI 2024" in shown
        assert "Mei 2024" in shown
        assert "Desember 2024" not in shown
        await pilot.press("enter")
        await pilot.pause()
        assert "PER 1 JULI 2024" in teks(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "PER" not in teks(app).splitlines()[0]
        assert "Desember 2024" in teks(app)


async def test_a_wrong_day_is_told(buka) -> None:
    app = buka(5, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.press("t")
        await pilot.pause()
        for _ in range(10):
            await pilot.press("backspace")
        await pilot.press(*"2020-01-01", "enter")
        await pilot.pause()
        assert "Belum ada catatan pada atau sebelum" in teks(app)
