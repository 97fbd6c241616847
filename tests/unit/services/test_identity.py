"""Who acts is the operating system's account; nothing that a user can type decides it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.config import Config, load_config
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.people import identity
from civreg_tui.services.people.identity import Pelaku, current_account, identify

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX accounts")


def configured(tmp_path: Path, text: str) -> Config:
    (tmp_path / "civreg.toml").write_text(text)
    return load_config(tmp_path / "civreg.toml")


def test_variables_do_not_change_who_somebody_is() -> None:
    module = "civreg_tui.services.people.identity"
    script = f"from {module} import current_account as c; print(c('civreg'))"
    names = ("USER", "LOGNAME", "USERNAME", "LNAME", "SUDO_USER", "HOME")
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, **extra},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for extra in ({}, dict.fromkeys(names, "bupati"), {"SUDO_UID": "0"}, {"SUDO_UID": "1"})
    }  # fmt: skip
    assert seen == {current_account("")}


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The process belongs to uid 900 (civreg); 1001 is siti."""
    names = {900: "civreg", 1001: "siti", 0: "root"}
    monkeypatch.setattr(os, "getuid", lambda: 900)
    monkeypatch.setattr(identity, "_name", lambda uid: names.get(uid, f"uid-{uid}"))
    return monkeypatch


def test_under_the_permitted_service_account_sudo_says_who_invoked(accounts) -> None:
    accounts.setenv("SUDO_UID", "1001")
    accounts.setenv("SUDO_USER", "bupati")
    assert current_account("civreg") == "siti"


def test_sudo_says_nothing_where_no_service_account_is_configured(accounts) -> None:
    accounts.setenv("SUDO_UID", "1001")
    assert current_account("") == "civreg"
    assert current_account("layanan-lain") == "civreg"


@pytest.mark.parametrize("uid", ["", "abc", "-1", "1001; rm", "0x3e9"])
def test_a_strange_record_of_sudo_is_ignored(accounts, uid: str) -> None:
    accounts.setenv("SUDO_UID", uid)
    assert current_account("civreg") == "civreg"


def test_an_account_without_a_name_is_its_number(monkeypatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 2_000_111)
    assert current_account("") == "uid-2000111"


def test_alone_the_account_holds_every_role(config) -> None:
    alone = identify(config)
    assert alone.peran == {"kabid", "kasi", "staf", "sekretariat", "admin"}
    assert alone.dapat == alone.peran
    assert not alone.bebas


def test_listed_accounts_hold_their_own_roles(tmp_path: Path) -> None:
    me = identify(load_config()).akun
    made = identify(configured(tmp_path, f"[akun]\n'{me}' = ['staf', 'kasi']\n"))
    assert made.peran == {"staf", "kasi"}
    assert made.sebagai("kasi").dapat == {"kasi"}
    with pytest.raises(Ditolak, match="tidak memegang peran Kabid"):
        made.sebagai("kabid")


@pytest.mark.parametrize("text", ["[akun]\norang-lain = ['staf']\n", "[akun]\n'{me}' = []\n"])
def test_an_account_that_is_not_listed_is_told_whom_to_ask(tmp_path: Path, text: str) -> None:
    me = identify(load_config()).akun
    with pytest.raises(Ditolak, match=r"belum diberi peran\. Minta admin menambahkannya"):
        identify(configured(tmp_path, text.replace("{me}", me)))


def test_where_somebody_sits_is_kept() -> None:
    place = identify(load_config()).tempat
    assert place == "tanpa terminal" or place.startswith("/dev/")


def test_an_actor_is_a_value() -> None:
    ani = Pelaku("ani", frozenset({"staf"}), "tty1")
    assert ani.sebagai("staf") == Pelaku("ani", frozenset({"staf"}), "tty1", "staf")
    assert ani.dipilih is None
