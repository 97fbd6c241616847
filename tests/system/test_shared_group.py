"""The small office: members work together in their roles; what it does not protect is found out."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator

import pytest

from tests.system.office import obstacle, run
from tests.system.shared_group import KASI, ORANG_LAIN, STAF, KantorGrup, shared_group
from tests.system.test_four_people import press
from tests.terminal.ptydrive import PtyProgram

pytestmark = pytest.mark.skipif(bool(obstacle()), reason=obstacle() or "-")
BULAN = "2024-12"


@pytest.fixture(scope="module")
def kantor() -> Iterator[KantorGrup]:
    with shared_group() as made:
        yield made


def audit(kantor: KantorGrup, account: str = KASI) -> dict:
    done = run(kantor.program, "audit", "verify", "--json", account=account)
    return dict(json.loads(done.stdout))


def test_two_members_key_together_each_in_the_own_name(kantor: KantorGrup) -> None:
    words = ("open", BULAN, "--document", "AK017")
    with PtyProgram(kantor.terminal(STAF, *words)) as staf, \
            PtyProgram(kantor.terminal(KASI, *words)) as kasi:  # fmt: skip
        for app in (staf, kasi):
            app.wait_for("4 Entri")
        press(staf, "123456", "\r")
        staf.wait_for("123.456")
        kasi.wait_for("123.456")  # by itself, from another account's program
    with PtyProgram(kantor.terminal(KASI)) as kasi:  # who did not make the file writes to it too
        kasi.wait_for("Meja kerja")
        press(kasi, "s")
        kasi.wait_for("PIN baru")
        press(kasi, "ayam-123", "\r", "ayam-123", "\r")
        kasi.wait_for("PIN disimpan")
    found = run(kantor.program, "audit", "show", BULAN, "--json", account=KASI)
    last = [e for e in json.loads(found.stdout)["events"] if e["aksi"] == "isi_sel"][-1]
    assert (last["akun"], last["peran"]) == (STAF, "staf")
    assert audit(kantor)["ok"]


def test_every_file_stays_open_to_the_group_and_shut_to_others(kantor: KantorGrup) -> None:
    for account in (STAF, KASI):
        done = run(kantor.program, "export", BULAN, "--out", kantor.base / "keluar", "--what",
                   "csv", account=account)  # fmt: skip
        assert done.returncode == 0, done.stderr
    files = [path for path in kantor.store.rglob("*") if path.is_file()]
    assert {"civreg.db", "civreg.log"} <= {path.name for path in files}
    for path in files:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert (path.name, oct(mode & 0o067)) == (path.name, oct(0o060))
        assert path.group() == kantor.store.group()


def test_a_stranger_gets_neither_the_file_nor_a_role(kantor: KantorGrup) -> None:
    assert "ermission denied" in run("cat", kantor.store / "civreg.db", account=ORANG_LAIN).stderr
    done = run(kantor.program, "status", account=ORANG_LAIN)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_no_own_configuration_gives_a_role(kantor: KantorGrup) -> None:
    own = kantor.base / "masuk" / "sendiri.toml"
    own.write_text(f"[akun]\n{STAF} = ['kabid', 'kasi', 'admin']\n")
    own.chmod(0o644)
    done = run(kantor.program, "--config", own, "--store", kantor.store, "pin",
               "--hapus", KASI, "--alasan", "karena saya mau", account=STAF)  # fmt: skip
    assert done.returncode == 2
    assert "admin" in done.stderr


def test_a_member_can_change_the_file_itself_and_the_audit_names_it(kantor: KantorGrup) -> None:
    """What this set-up does not protect, as the guide says plainly."""
    assert audit(kantor)["ok"]
    code = (
        f"import sqlite3; s=sqlite3.connect('{kantor.store}/civreg.db');"
        f"s.execute('UPDATE sel SET angka=7 WHERE periode={BULAN!r} AND angka=123456'); s.commit()"
    ).replace("'2024-12'", "char(50,48,50,52,45,49,50)")
    assert run("python3", "-c", code, account=STAF).returncode == 0
    found = audit(kantor)
    assert found["ok"] is False
    assert found["broken_at"] is not None
    assert "menurut jejak 123456, tersimpan 7" in found["differences"][0]
