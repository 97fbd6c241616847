"""A short run of the load, and proof that its judge would notice a lost or an unasked figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from civreg_tui.config import Config
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.services.entri.enter import commit_cell
from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.load.__main__ import crowd
from tests.load.judge import faults
from tests.load.person import BULAN, Person

TTY = "/dev/pts/99"


def test_what_the_screens_acknowledged_is_what_is_stored(capsys) -> None:
    assert crowd(5, 9) == []  # the fifth keys the same cells as the first
    assert "diakui layar" in capsys.readouterr().out


@pytest.fixture
def dua_sel(config: Config, salinan) -> Path:
    """A store in which 100000 and 100001 were keyed at one terminal."""
    folder = salinan(4)
    who = Pelaku("ani", frozenset({"staf"}), TTY)
    ws = Workspace(config, Store(folder), pelaku=who)
    for n, kode in enumerate(("13.01", "13.02")):
        commit_cell(ws, BULAN, "AK017", Alamat(kode, "wajib", "jml"), Isian(100_000 + n))
    ws.close()
    return folder


@pytest.mark.parametrize(
    ("acknowledged", "refused", "found"),
    [
        ([100_000, 100_001], {}, []),
        ([100_000, 100_001, 100_002], {}, ["person 0: 100002 was acknowledged and is LOST"]),
        ([100_000], {}, ["person 0: 100001 is stored and was not acknowledged"]),
        ([100_000], {100_001: "!"}, ["person 0: 100001 was refused and is stored all the same"]),
        ([100_001, 100_000], {}, ["person 0: stored in another order than keyed"]),
    ],
)
def test_every_difference_is_named(config, dua_sel, acknowledged, refused, found) -> None:
    person = Person(0, dua_sel, tty=TTY, acknowledged=acknowledged, refused=refused)
    assert list(faults(config, dua_sel, [person])) == found


def test_a_cell_keyed_by_nobody_is_noticed(config: Config, dua_sel: Path) -> None:
    assert list(faults(config, dua_sel, [])) == [f"{TTY}: [100000, 100001] was keyed by nobody"]
