"""When the next look at others' work is taken: within two seconds, and between the keys."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.services.people.identity import Pelaku
from civreg_tui.services.people.watch import (
    JEDA_KETIK,
    TERLAMBAT,
    Pengamat,
    in_words,
    wait_to_look,
)
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from tests.unit.services.bantu import BULAN

EVERY = 1.5
MOMENTS = st.floats(0, 100)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_never_later_than_two_seconds_after_the_last(now, looked, typed) -> None:
    wait = wait_to_look(now, looked, typed, EVERY)
    assert wait >= 0
    assert now + wait <= max(now, looked + TERLAMBAT)
    assert TERLAMBAT < 2


@given(MOMENTS, MOMENTS)
def test_a_key_is_answered_first_while_there_is_room(looked, ago) -> None:
    typed = looked + EVERY - ago
    wait = wait_to_look(looked + EVERY, looked, typed, EVERY)
    assert looked + EVERY + wait >= min(typed + JEDA_KETIK, looked + TERLAMBAT) - 1e-6


def test_while_nobody_types_only_the_interval_counts() -> None:
    assert wait_to_look(10.0, 9.0, 0.0, EVERY) == 0.5
    assert wait_to_look(10.5, 9.0, 0.0, EVERY) == 0.0


def test_what_the_program_records_beside_an_act_is_no_news(demo) -> None:
    # GIVEN a colleague's program that takes files in, by which a sheet's split follows them
    ws = demo(4)
    watcher = Pengamat(ws)
    with closing(Store(ws.store.folder)) as store:
        other = Workspace(ws.config, store, pelaku=Pelaku("siti", frozenset({"staf"}), "lain"))
        with store.transaction():
            other.record("terima_susulan", "softcopy", peran="staf", periode=BULAN, baru='["a1"]')
            other.record("ikuti_rincian", "AK017", peran="staf", periode=BULAN)
    found = watcher.look()
    assert [e.aksi for e in found.peristiwa] == ["terima_susulan"]
    assert in_words(found.peristiwa) == "siti: menerima susulan Laporan Adminduk."
