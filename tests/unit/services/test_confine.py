"""Through the service account only inbox and outbox are open, and nobody chooses who they are."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from civreg_tui import paths
from civreg_tui.cli import run
from civreg_tui.config import load_config
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.penugasan import Penugasan
from civreg_tui.services.lakip.naskah import read_text_file
from civreg_tui.services.output.export import export_month
from civreg_tui.services.penerimaan.reading_job import reading_job
from civreg_tui.services.penerimaan.receive import examine
from civreg_tui.services.people import identity
from civreg_tui.services.people.confine import PERINTAH, readable, through_sudo, writable_folder
from civreg_tui.services.people.identity import Pelaku, identify
from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.terminal.environment import prepare
from tests.unit.services.bantu import BULAN, sebagai

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX accounts")


@pytest.fixture
def layanan(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The process belongs to uid 900 (civreg); sudo was called by 1001 (siti)."""
    names = {900: "civreg", 1001: "siti", 0: "root"}
    monkeypatch.setattr(os, "getuid", lambda: 900)
    monkeypatch.setattr(identity, "_name", lambda uid: names.get(uid, f"uid-{uid}"))
    monkeypatch.setenv("SUDO_UID", "1001")
    return monkeypatch


@pytest.fixture
def kantor(demo, layanan):
    ws = demo(5)
    ws.config = replace(ws.config, layanan="civreg")
    ws.masuk.mkdir(exist_ok=True)
    ws.keluar.mkdir(exist_ok=True)
    return ws


@pytest.mark.parametrize(
    ("uid", "sudo", "through"),
    [(900, "1001", True), (900, "", False), (900, "900", False), (0, "1001", False),
     (900, "x", False)],
)  # fmt: skip
def test_when_sudo_serves_somebody_else(layanan, uid: int, sudo: str, through: bool) -> None:
    layanan.setattr(os, "getuid", lambda: uid)
    layanan.setenv("SUDO_UID", sudo)
    assert through_sudo() is through


def test_a_softcopy_outside_the_inbox_is_not_read(kantor, tmp_path: Path) -> None:
    rahasia = tmp_path / "rahasia.csv"
    rahasia.write_text("a;b\n")
    with pytest.raises(Ditolak, match="hanya berkas di"):
        examine(kantor, BULAN, [rahasia])
    with pytest.raises(Ditolak, match="hanya berkas di"):
        examine(kantor, BULAN, [kantor.masuk / ".." / "civreg.db"])


def test_a_link_in_the_inbox_leads_nowhere(kantor, tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    (kantor.masuk / "a.txt").symlink_to(tmp_path / "rahasia.txt")
    with pytest.raises(Ditolak, match="hanya berkas di"):
        read_text_file(kantor, "a.txt")
    (kantor.masuk / "b.txt").write_text("uraian")
    assert read_text_file(kantor, "b.txt") == "uraian"


def test_a_file_changed_about_between_looking_and_opening_is_not_read(kantor, tmp_path) -> None:
    """The race itself: the name was looked at, then somebody puts a link there."""
    (tmp_path / "rahasia.csv").write_text("rahasia;1\n")
    path = kantor.masuk / "a.csv"
    path.write_text("a;b\n")
    job = reading_job(kantor, BULAN, [path])
    path.unlink()
    path.symlink_to(tmp_path / "rahasia.csv")
    with pytest.raises(SoftcopyTidakTerbaca, match="bukan berkas biasa di folder masuk"):
        job.run()


def test_a_second_name_of_a_file_elsewhere_is_not_read(kantor, tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    os.link(tmp_path / "rahasia.txt", kantor.masuk / "a.txt")
    with pytest.raises(SoftcopyTidakTerbaca, match="bukan berkas biasa"):
        read_text_file(kantor, "a.txt")


def test_each_role_has_folders_of_its_own(kantor, tmp_path: Path) -> None:
    kantor.config = replace(
        kantor.config, masuk=f"{tmp_path}/masuk/{{peran}}", keluar=f"{tmp_path}/keluar/{{peran}}"
    )
    for role in ("staf", "kasi"):
        (tmp_path / "masuk" / role).mkdir(parents=True)
        (tmp_path / "masuk" / role / "a.txt").write_text(f"milik {role}")
    sebagai(kantor, "staf")
    assert kantor.keluar == tmp_path / "keluar" / "staf"
    assert read_text_file(kantor, "a.txt") == "milik staf"
    with pytest.raises(Ditolak, match="hanya berkas di"):
        examine(kantor, BULAN, [tmp_path / "masuk" / "kasi" / "a.txt"])
    with pytest.raises(Ditolak, match="hanya berkas di"):
        writable_folder(kantor, tmp_path / "keluar" / "kasi")
    sebagai(kantor, "kasi")
    assert read_text_file(kantor, "a.txt") == "milik kasi"


def test_who_stands_in_for_another_keeps_the_own_folders(kantor, tmp_path: Path) -> None:
    kantor.config = replace(kantor.config, masuk=f"{tmp_path}/{{peran}}")
    task = Penugasan("siti", "kabid", "Plh.", date(2020, 1, 1), date(2099, 1, 1))
    kantor.pelaku = Pelaku("siti", frozenset({"staf"}), "uji", tugas=(task,))
    assert kantor.pelaku.dapat == {"staf", "kabid"}
    assert kantor.masuk == tmp_path / "staf"


def test_papers_go_to_the_outbox_only(kantor, tmp_path: Path) -> None:
    with pytest.raises(Ditolak, match="hanya berkas di"):
        export_month(kantor, BULAN, tmp_path / "lain", ["csv"])
    with pytest.raises(Ditolak, match="hanya berkas di"):
        writable_folder(kantor, kantor.masuk)
    assert export_month(kantor, BULAN, kantor.keluar / "2024", ["csv"])


def test_at_home_every_file_is_one_s_own(demo, tmp_path: Path) -> None:
    ws = demo(5)
    assert readable(ws, tmp_path / "x") == tmp_path / "x"
    assert writable_folder(ws, tmp_path) == tmp_path


@pytest.mark.parametrize(
    "words",
    [("--config", "x.toml", "status"), ("--store", "x", "status"), ("status", "--store", "x"),
     ("inspect", "x.xlsx"), ("backup", "x.db"), ("restore", "x.db"), ("demo", "--no-open"),
     ("template", "--out", "x.xlsx")],
)  # fmt: skip
def test_what_a_caller_through_sudo_may_not_choose(layanan, capsys, tmp_path, words) -> None:
    layanan.chdir(tmp_path)
    assert run(words) == 2
    assert "akun layanan" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_every_command_is_thought_of() -> None:
    from civreg_tui.cli.commands import COMMANDS

    asked = {"inspect", "template", "backup", "restore", "demo"}
    assert set(COMMANDS) == PERINTAH | asked


# -- the office's own configuration ---------------------------------------------------------------


def test_no_other_file_says_who_is_who(tmp_path: Path, monkeypatch) -> None:
    me = identify(load_config()).akun
    office, own = tmp_path / "kantor.toml", tmp_path / "sendiri.toml"
    office.write_text(f"[akun]\n'{me}' = ['staf']\n[izin]\npengentri_memvalidasi = false\n")
    own.write_text(
        f"[akun]\n'{me}' = ['kabid', 'kasi']\n[izin]\npengentri_memvalidasi = true\n"
        f"[layanan]\nakun = '{me}'\n[kop]\nkota = 'Bukittinggi'\n"
    )
    monkeypatch.setattr(paths, "SYSTEM_CONFIG", office)
    config = load_config(own)
    assert identify(config).peran == {"staf"}
    assert config.layanan == ""
    assert not config.pengentri_memvalidasi
    assert config.facts.kantor.kota == "Bukittinggi"
    assert identify(load_config()).peran == {"staf"}


def test_the_shipped_set_ups_can_be_read(monkeypatch) -> None:
    folder = Path(__file__).parents[3] / "deploy"
    service = load_config(folder / "akun-layanan" / "civreg.toml")
    assert service.layanan == "civreg"
    assert service.konfirmasi.validasi
    assert {r for roles in service.akun.values() for r in roles} == {
        "kabid", "kasi", "staf", "sekretariat", "admin", "auditor",
    }  # fmt: skip
    shared = load_config(folder / "grup-bersama" / "civreg.toml")
    assert shared.layanan == ""
    for said in (service.raw, shared.raw):
        assert said["izin"] == {"pengentri_memvalidasi": False}


def test_no_variable_gives_the_suspend_key_or_a_log_file_back() -> None:
    env = {"TERM": "xterm", "TEXTUAL_ALLOW_SIGNALS": "1", "TEXTUAL_LOG": "/tmp/x",
           "TEXTUAL_DRIVER": "os:x", "TEXTUAL_PRESS": "q"}  # fmt: skip
    prepare(env)
    assert not {"TEXTUAL_ALLOW_SIGNALS", "TEXTUAL_LOG", "TEXTUAL_DRIVER", "TEXTUAL_PRESS"} & set(
        env
    )
