"""Random keying, undoing and redoing: the trail alone tells what stands in the store."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.trail_names import cell_of
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.undo import redo, undo
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.unit.services.bantu import BULAN, sebagai, sel

CELLS = [sel(kode, ukuran) for kode in ("13.01", "13.02") for ukuran in ("wajib", "memiliki")]
figures = st.sampled_from([Isian(), Isian(0), Isian(0, nihil=True), Isian(1), Isian(2)])
blocks = st.dictionaries(st.sampled_from(CELLS), figures, min_size=1, max_size=3)

Table = dict[Alamat, Isian]


class Keying(RuleBasedStateMachine):
    """One account keys; a plain list of tables remembers what undo and redo must give."""

    template: ClassVar[Path]
    make: ClassVar[object]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="civreg-uji-"))
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.ws = self._open()
        self.past: list[Table] = [{}]
        self.future: list[Table] = []

    def _open(self) -> Workspace:
        return sebagai(self.make(self.folder), "staf", akun="ani")  # type: ignore[operator]

    @rule(block=blocks)
    def key(self, block: Table) -> None:
        now = {**self.past[-1], **block}
        changed = [a for a in block if self.past[-1].get(a, Isian()) != block[a]]
        assert commit_cells(self.ws, BULAN, "AK017", block) == len(changed)
        if changed:
            self.past.append(now)
            self.future.clear()

    @rule()
    def take_back(self) -> None:
        assert (undo(self.ws, BULAN) is None) == (len(self.past) == 1)
        if len(self.past) > 1:
            self.future.append(self.past.pop())

    @rule()
    def do_again(self) -> None:
        assert (redo(self.ws, BULAN) is None) == (not self.future)
        if self.future:
            self.past.append(self.future.pop())

    @rule()
    def lose_the_connection(self) -> None:
        self.ws.close()
        self.ws = self._open()

    @invariant()
    def the_store_holds_what_was_keyed(self) -> None:
        stored = self.ws.store.cells.of(BULAN, "AK017")
        assert _given(stored) == _given(self.past[-1])

    @invariant()
    def replaying_the_trail_gives_the_same(self) -> None:
        replayed: Table = {}
        for event in self.ws.store.trail.events(BULAN):
            if event.aksi == "isi_sel" and event.objek.startswith("AK017/"):
                _, alamat = cell_of(event.objek)
                lama, baru = (msgspec.json.decode(t or "{}", type=Isian)
                              for t in (event.lama, event.baru))  # fmt: skip
                assert replayed.get(alamat, Isian()) == lama
                replayed[alamat] = baru
        assert _given(replayed) == _given(self.ws.store.cells.of(BULAN, "AK017"))

    def teardown(self) -> None:
        assert self.ws.store.trail.verify().ok
        self.ws.close()
        shutil.rmtree(self.folder)


def _given(table: Table) -> Table:
    return {a: v for a, v in table.items() if v != Isian()}


def test_random_keying(cetakan, config, request: pytest.FixtureRequest) -> None:
    from tests.conftest import Jam

    class Here(Keying):
        template = cetakan(4)
        make = staticmethod(lambda folder: Workspace(config, Store(folder), clock=Jam()))

    machine = Here.TestCase
    machine.settings = settings(
        max_examples=15, stateful_step_count=20, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    machine("runTest").runTest()
