"""Hands for the tests of the entry screen."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from civreg_tui.app import CivregApp
from civreg_tui.domain.lembar import Alamat, Isian, Seks, Ukuran
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.penerimaan.softcopies import received_reading, source_cells
from civreg_tui.services.workspace import Workspace
from screens.entri import Entri
from tests.pilot.conftest import BULAN
from tests.pilot.layar import ketik, tekan, teks


def sel(kode: str, ukuran: Ukuran, seks: Seks = "jml") -> Alamat:
    return Alamat(kode, ukuran, seks)


def isi(ws: Workspace, dokumen: str, alamat: Alamat) -> Isian:
    """What the store holds in a cell."""
    return ws.store.cells.of(BULAN, dokumen).get(alamat, Isian())


def sumber(ws: Workspace, dokumen: str) -> dict[Alamat, int]:
    """The softcopy's figures of a document."""
    reading = received_reading(ws, BULAN)
    assert reading is not None
    cells = source_cells(reading.dokumen(dokumen))
    return {a: c.angka for a, c in cells.items() if c.angka is not None}


def tulis(ws: Workspace, dokumen: str, cells: dict[Alamat, int]) -> None:
    """Key cells behind the screen's back."""
    commit_cells(ws, BULAN, dokumen, {a: Isian(v) for a, v in cells.items()})


def entri(app: CivregApp) -> Entri:
    """The entry screen on top."""
    assert isinstance(app.screen, Entri), app.screen
    return app.screen


def pesan(app: CivregApp) -> str:
    """The last lines of the screen: messages."""
    return " ".join(" ".join(teks(app).splitlines()[-3:]).split())


def baris(app: CivregApp, nama: str) -> str:
    """The line of a kabupaten/kota."""
    return next(line for line in teks(app).splitlines() if line.startswith(nama))


async def angka(pilot: Pilot[None], text: str) -> None:
    """Type a figure and Enter."""
    await ketik(pilot, text)
    await tekan(pilot, "enter")


async def tempel(pilot: Pilot[None], app: CivregApp, text: str) -> None:
    """Paste a text, bracketed."""
    entri(app).grid.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()
