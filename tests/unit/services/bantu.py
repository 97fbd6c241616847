"""Short words for the service tests: who acts, where the month stands, what was recorded."""

from __future__ import annotations

import pytest

from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.month.months import load_sheet
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

BULAN = "2024-12"
LALU = "2024-11"
ALASAN = "angka belum cocok dengan kertas"


def sebagai(ws: Workspace, *peran: str, akun: str | None = None) -> Workspace:
    """The same workspace, used by an account that holds just these roles."""
    ws.pelaku = Pelaku(akun or "-".join(peran), frozenset(peran), "uji")  # type: ignore[arg-type]
    return ws


def letakkan(ws: Workspace, keadaan: Keadaan, periode: str = BULAN) -> None:
    """Put a month into a state, bypassing the procedure."""
    with ws.store.transaction():
        ws.store.months.set_state(periode, keadaan)


def keadaan(ws: Workspace, periode: str = BULAN) -> Keadaan:
    return ws.month(periode).keadaan


def sel(wilayah: str, ukuran: str = "wajib", seks: str = "jml") -> Alamat:
    return Alamat(wilayah, ukuran, seks)  # type: ignore[arg-type]


def isi(ws: Workspace, alamat: Alamat, dokumen: str = "AK017", periode: str = BULAN) -> Isian:
    return load_sheet(ws, periode, dokumen).isian(alamat)


def peristiwa(ws: Workspace, aksi: str | None = None, after: int = 0) -> list[Peristiwa]:
    """All events after a number, or those of one kind."""
    return [e for e in ws.store.trail.events(after=after) if aksi in {None, e.aksi}]


def terakhir(ws: Workspace) -> int:
    """The number of the last event."""
    return ws.store.trail.next_number() - 1


def ditolak(ws: Workspace, act, *args, aksi: str | None = None, **kwargs) -> str:
    """Carry out an act that must be refused and leave nothing but a record; gives the sentence."""
    before, state = terakhir(ws), [m.keadaan for m in ws.store.months.all()]
    with pytest.raises(Ditolak) as refusal:
        act(*args, **kwargs)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert [m.keadaan for m in ws.store.months.all()] == state
    new = peristiwa(ws, after=before)
    assert [e.aksi for e in new] == (["ditolak"] if aksi else [])
    if aksi:
        assert (new[0].objek, new[0].alasan, new[0].akun) == (aksi, sentence, ws.pelaku.akun)
    return sentence
