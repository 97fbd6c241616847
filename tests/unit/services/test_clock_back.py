"""A clock set back is on record before what it would disorder, and the doctor says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from civreg_tui.config import load_config
from civreg_tui.domain.laporan import Sasaran
from civreg_tui.services.doctor import examine_machine
from civreg_tui.services.month.targets import set_target
from tests.unit.services.bantu import BULAN, peristiwa, terakhir


def test_a_step_back_is_an_event_of_its_own(demo, jam) -> None:
    ws = demo(4)
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 5000))
    last = ws.store.trail.last_time()
    jam.maju(days=-40)
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 6000))
    noted, done = peristiwa(ws, after=terakhir(ws) - 2)
    assert (noted.aksi, noted.lama) == ("jam_mundur", last)
    assert done.aksi == "isi_target"
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 7000))  # told once, not with every act
    assert len(peristiwa(ws, "jam_mundur")) == 1
    assert ws.store.trail.verify().ok


def test_a_time_server_s_small_steps_are_not_remarked(demo, jam) -> None:
    ws = demo(4)
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 5000))
    jam.maju(seconds=-90)
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 6000))
    assert peristiwa(ws, "jam_mundur") == []


def test_the_doctor_sees_a_clock_behind_the_record(kosong) -> None:
    ahead = datetime.now(UTC) + timedelta(days=2)
    ws = kosong
    ws.clock = lambda: ahead
    set_target(ws, BULAN, Sasaran("ACERAI", 2024, 5000))
    (found,) = [p for p in examine_machine(load_config(), ws.store.folder) if p.nama == "Jam"]
    assert not found.baik
    assert "NTP" in found.saran
