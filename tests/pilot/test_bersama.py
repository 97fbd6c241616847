"""Others' work appears on an open screen by itself; half-typed figures stay untouched."""

from __future__ import annotations

import pytest

from civreg_tui import app as aplikasi
from civreg_tui.domain.lembar import Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.pilot.layar import KECIL, teks
from tests.unit.services.bantu import BULAN, sel


@pytest.fixture(autouse=True)
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aplikasi, "AMATI", 0.02)


@pytest.fixture
def siti(config):
    """Another connection to the store of an open app."""
    made = []

    def open_(ws: Workspace) -> Workspace:
        other = Workspace(
            config, Store(ws.store.folder), clock=ws.clock,
            pelaku=Pelaku("siti", frozenset({"staf"}), "tty9"),
        )  # fmt: skip
        made.append(other)
        return other

    yield open_
    for ws in made:
        ws.close()


async def sampai(pilot, app, words: str) -> None:
    for _ in range(100):
        await pilot.pause(0.02)
        if words in teks(app):
            return
    raise AssertionError(f"{words!r} not in\n{teks(app)}")


async def test_another_staf_s_figure_appears(buka, siti) -> None:
    app = buka(4, layar=0)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        commit_cell(siti(app.ws), BULAN, "AK017", sel("13.01"), Isian(424242))
        await sampai(pilot, app, "424.242")
        assert "siti mengisi 1 sel AK017." in teks(app)


async def test_a_half_typed_cell_is_not_overwritten_unseen(buka, siti) -> None:
    app = buka(4, layar=0)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        await pilot.press("9", "9")
        commit_cell(siti(app.ws), BULAN, "AK017", sel("13.01"), Isian(424242))
        await pilot.pause(0.2)
        assert "424.242" not in teks(app)
        await pilot.press("enter")
        await sampai(pilot, app, "baru diisi 424.242 oleh siti")


async def test_the_home_screen_follows(buka, siti) -> None:
    app = buka(4, layar=None)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        commit_cell(siti(app.ws), BULAN, "AK017", sel("13.01"), Isian(1))
        await sampai(pilot, app, "siti mengisi 1 sel AK017.")


async def test_a_form_is_only_told(buka, siti) -> None:
    from civreg_tui.services.entri.enter import set_note

    app = buka(3, layar=0)
    async with app.run_test(size=KECIL) as pilot:
        await pilot.pause()
        set_note(siti(app.ws), BULAN, "AK017", sel("13.01"), "tanya", tanda=False)
        await sampai(pilot, app, "Tutup dan buka lagi layar ini")
