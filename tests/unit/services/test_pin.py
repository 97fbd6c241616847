"""The PIN: a slow hash, asked before validation and delivery; attempts are few, on record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.config.model import Konfirmasi
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.lakip.composing import deliver
from civreg_tui.services.pemeriksaan.validate import unvalidate, validate
from civreg_tui.services.people.pin import PerluPin, confirm, drop_pin, has_pin, set_pin
from tests.unit.services.bantu import ALASAN, BULAN, ditolak, peristiwa, sebagai

PIN = "tiga-9-ayam"


def office(ws, **asked: object):
    """A real office's store, whose configuration asks for the PIN."""
    ws.demo = False
    ws.config = replace(ws.config, konfirmasi=Konfirmasi(**asked))  # type: ignore[arg-type]
    return sebagai(ws, "kasi", akun="kasi1")


def test_it_is_never_stored_as_it_is(demo) -> None:
    ws = office(demo(5))
    set_pin(ws, PIN)
    kept = ws.store.preferences.habit("kasi1", "pin")
    assert kept.startswith("scrypt$16384$8$1$")
    ws.store.database.sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert PIN.encode() not in ws.store.database.path.read_bytes()
    set_pin(ws, PIN + "x", PIN)
    assert ws.store.preferences.habit("kasi1", "pin") != kept
    assert [e.aksi for e in peristiwa(ws)][-3:] == ["ganti_pin", "pin_benar", "ganti_pin"]


def test_equal_pins_have_different_hashes(demo) -> None:
    ws = office(demo(5))
    set_pin(ws, PIN)
    first = ws.store.preferences.habit("kasi1", "pin")
    sebagai(ws, "kasi", akun="kasi2")
    set_pin(ws, PIN)
    assert ws.store.preferences.habit("kasi2", "pin") != first


@pytest.mark.parametrize("weak", ["", "12345", "111111", "121212", "abc\ndef"])
def test_a_weak_one_is_refused(demo, weak: str) -> None:
    ws = office(demo(5))
    with pytest.raises(Ditolak, match="PIN"):
        set_pin(ws, weak)
    assert not has_pin(ws)


def test_validation_waits_for_it_and_uses_it_up(demo, jam) -> None:
    ws = office(demo(5), validasi=True)
    set_pin(ws, PIN)
    with pytest.raises(PerluPin):
        validate(ws, BULAN)
    confirm(ws, PIN)
    jam.maju(minutes=2)
    with pytest.raises(PerluPin):
        validate(ws, BULAN)
    confirm(ws, PIN)
    assert validate(ws, BULAN).oleh == "kasi1"
    assert ws.dikonfirmasi is None


def test_delivery_waits_for_it(demo) -> None:
    ws = demo(6)
    from tests.unit.services.test_replay_whole import attempt

    attempt(ws, "naskah")
    office(ws, penyampaian=True)
    sebagai(ws, "kabid", akun="kabid1")
    set_pin(ws, PIN)
    with pytest.raises(PerluPin):
        deliver(ws, BULAN)
    confirm(ws, PIN)
    deliver(ws, BULAN)


def test_it_is_not_asked_where_it_is_not_configured_nor_in_a_demo(demo) -> None:
    ws = office(demo(5), penyampaian=True)
    assert validate(ws, BULAN)
    unvalidate(ws, BULAN, ALASAN)
    office(ws, validasi=True).demo = True
    assert validate(ws, BULAN)


def test_who_has_none_is_told_how_to_make_one(demo) -> None:
    ws = office(demo(5), validasi=True)
    with pytest.raises(Ditolak, match="s di meja kerja"):
        confirm(ws, PIN)


def test_wrong_ones_are_few_and_on_record(demo, jam) -> None:
    ws = office(demo(5), validasi=True, percobaan=3, menit=15)
    set_pin(ws, PIN)
    for left in (2, 1, 0):
        with pytest.raises(Ditolak, match=rf"PIN salah\. Sisa percobaan: {left}"):
            confirm(ws, "salah-1")
    for pin in ("salah-1", PIN):  # from now on even the right one is not taken
        with pytest.raises(Ditolak, match="Terlalu banyak PIN salah"):
            confirm(ws, pin)
    assert len(peristiwa(ws, "pin_salah")) == 3
    assert all(e.baru is None and e.alasan == "" for e in peristiwa(ws, "pin_salah"))
    jam.maju(minutes=16)
    confirm(ws, PIN)
    assert len(peristiwa(ws, "pin_benar")) == 1


def test_a_right_one_clears_the_count_and_accounts_do_not_mix(demo) -> None:
    ws = office(demo(5), percobaan=2)
    set_pin(ws, PIN)
    for _ in range(3):
        with pytest.raises(Ditolak):
            confirm(ws, "salah-1")
        confirm(ws, PIN)
    sebagai(ws, "kasi", akun="kasi2")
    set_pin(ws, PIN)
    confirm(ws, PIN)


def test_the_admin_takes_a_forgotten_one_away(demo) -> None:
    ws = office(demo(5))
    set_pin(ws, PIN)
    ditolak(ws, drop_pin, ws, "kasi1", ALASAN, aksi="hapus_pin")
    sebagai(ws, "admin", akun="admin1")
    with pytest.raises(Ditolak, match="perlu alasan"):
        drop_pin(ws, "kasi1", "")
    drop_pin(ws, "kasi1", ALASAN)
    assert (peristiwa(ws, "hapus_pin")[-1].objek, has_pin(sebagai(ws, "kasi", akun="kasi1"))) == (
        "kasi1", False,
    )  # fmt: skip
