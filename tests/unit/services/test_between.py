"""Nothing slips in between what a verb has checked and what it then writes: others wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

import pytest

from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.laporan import Bahan
from civreg_tui.domain.lembar import Isian, Kolom
from civreg_tui.services import sekretariat
from civreg_tui.services.entri.enter import commit_cell, set_control
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.lakip import composing
from civreg_tui.services.month.returns import return_to_kabid
from civreg_tui.services.pemeriksaan import validate
from civreg_tui.services.penerimaan import receive
from civreg_tui.services.penerimaan.receive import Pratinjau
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.database import StoreBermasalah
from civreg_tui.store.store import Store
from tests.unit.services.bantu import ALASAN, BULAN, keadaan, sebagai, sel
from tests.unit.services.kiriman import kertas_lengkap, semua, tulis

TERIMA = Bahan(True, True, True, "470/15", "2025-01-07")


@pytest.fixture
def kolega(config, jam) -> Iterator[Callable[..., Workspace]]:
    """A colleague on a connection of their own, told at once when the store is being written."""
    opened: list[Workspace] = []

    def make(ws: Workspace, *peran: str) -> Workspace:
        store = Store(ws.store.folder)
        store.database.sql.execute("PRAGMA busy_timeout = 0")
        who = Pelaku("kolega", frozenset(peran), "uji")  # type: ignore[arg-type]
        opened.append(Workspace(config, store, pelaku=who, clock=jam))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@dataclass(frozen=True)
class Sela:
    """A verb at a step of the demo, what it has done last when a colleague acts, and how."""

    langkah: int
    verb: Callable[[Workspace], object]
    modul: ModuleType
    sesudah: str
    kolega: Callable[[Workspace], object]
    ke: Keadaan


def terima(ws: Workspace, nama: str, angka: int) -> None:
    """Accept one more file, of deaths."""
    file = tulis(ws.store.folder / f"{nama}.csv", ws, dict.fromkeys(semua(ws), (angka, angka)))
    view = receive.examine(ws, BULAN, [file])
    receive.accept(ws, BULAN, kertas_lengkap(ws), view, incomplete=True)


def sampaikan_lagi(ws: Workspace) -> None:
    return_to_kabid(ws, BULAN, ALASAN)
    composing.deliver(ws, BULAN)


def sunting(ws: Workspace) -> None:
    composing.save_text(ws, BULAN, composing.compose(ws, BULAN)[1][0], "Naskah lain.")


def isi_lalu_serahkan(ws: Workspace) -> None:
    take_over_all(ws, BULAN)
    validate.hand_over(ws, BULAN)


VERBS = {
    "hand_over": Sela(
        4, isi_lalu_serahkan, validate, "entry_blockers",
        lambda ws: commit_cell(ws, BULAN, "AK017", sel("13.06"), Isian()), Keadaan.PEMERIKSAAN,
    ),
    "validate": Sela(
        5, lambda ws: validate.validate(ws, BULAN), validate, "validation_blockers",
        lambda ws: set_control(ws, BULAN, "AK017", Kolom("memiliki", "jml"), 1),
        Keadaan.TERVALIDASI,
    ),
    "deliver": Sela(7, sampaikan_lagi, composing, "lakip_document", sunting, Keadaan.SEKRETARIAT),
    "accept": Sela(
        3, lambda ws: terima(ws, "satu", 7), receive, "gaps",
        lambda ws: terima(ws, "dua", 8), Keadaan.ENTRI,
    ),
    "accept a supplement": Sela(
        4, lambda ws: terima(ws, "satu", 7), receive, "gaps",
        lambda ws: terima(ws, "dua", 8), Keadaan.ENTRI,
    ),
    "send_back": Sela(
        3, lambda ws: receive.send_back(ws, BULAN, kertas_lengkap(ws),
                                        Pratinjau((), None, ()), ALASAN),
        receive, "gaps", lambda ws: receive.save_receipt(ws, BULAN, kertas_lengkap(ws)),
        Keadaan.PENERIMAAN,
    ),
    "accept_lakip": Sela(
        7, lambda ws: sekretariat.accept_lakip(ws, BULAN, TERIMA), sekretariat, "match_recap",
        lambda ws: return_to_kabid(ws, BULAN, ALASAN), Keadaan.SELESAI,
    ),
}  # fmt: skip


def menyela(monkeypatch, kolega: Workspace, sela: Sela) -> list[str]:
    """Let the colleague act as soon as the verb has made its step; gives what became of it."""
    told: list[str] = []
    step = getattr(sela.modul, sela.sesudah)

    def with_colleague(*args: object, **kwargs: object) -> object:
        made = step(*args, **kwargs)
        if not told and args[0] is not kolega:
            told.append("mencoba")
            try:
                sela.kolega(kolega)
                told.append("tertulis")
            except StoreBermasalah as waiting:
                told.append(str(waiting))
        return made

    monkeypatch.setattr(sela.modul, sela.sesudah, with_colleague)
    return told


@pytest.mark.parametrize("name", VERBS)
def test_a_colleague_waits_while_a_verb_checks_and_writes(
    demo, kolega, monkeypatch, name: str
) -> None:
    sela = VERBS[name]
    ws = demo(sela.langkah)
    told = menyela(monkeypatch, kolega(ws, "kabid", "kasi", "staf", "sekretariat"), sela)
    sela.verb(ws)
    assert "sedang dipakai" in told[1]
    assert keadaan(ws) is sela.ke


def test_what_is_frozen_is_what_was_checked(demo, kolega, monkeypatch) -> None:
    # GIVEN a month without a finding that blocks, and a Staf who keys a total that does not fit
    ws = sebagai(demo(5), "kasi", akun="siti")
    ani = kolega(ws, "staf")
    menyela(monkeypatch, ani, VERBS["validate"])
    # WHEN the Kasi validates meanwhile
    validate.validate(ws, BULAN)
    # THEN nothing blocks in what stands, and the total comes too late
    assert not [b for b in validate.validation_blockers(ws, BULAN) if b.temuan]
    with pytest.raises(Ditolak):
        VERBS["validate"].kolega(ani)
