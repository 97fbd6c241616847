"""Four people log in by their keys and walk a month; nobody gets anywhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.system.office import (
    ADMIN,
    LAYANAN,
    ORANG,
    PIAK,
    Kantor,
    command_of_guide,
    obstacle,
    office,
    run,
)  # fmt: skip
from tests.terminal.ptydrive import PtyProgram
from tests.terminal.test_seven_steps import DOWN, ENTER, ESC, F10

pytestmark = pytest.mark.skipif(bool(obstacle()), reason=obstacle() or "-")
BULAN = "2024-12"


@pytest.fixture(scope="module")
def kantor() -> Iterator[Kantor]:
    with office() as made:
        yield made


def press(app: PtyProgram, *keys: str) -> None:
    """Press keys; behind ssh and sudo only a longer silence says that a key was settled."""
    for key in keys:
        app.send(key)
        app.wait_quiet(quiet=0.8)


def open_step(app: PtyProgram, title: str) -> None:
    press(app, ENTER)
    app.wait_for(title)


def answer_yes(app: PtyProgram, then: str) -> None:
    """Confirm with y if the program asks, until the wanted text is there."""
    if then not in app.picture() and "y Ya" in app.picture():
        press(app, "y")
    app.wait_for(then)


def civreg(kantor: Kantor, *words: str) -> dict:
    done = run(kantor.program, *words, "--json", account=LAYANAN)
    return dict(json.loads(done.stdout))


def login(kantor: Kantor, role: str, **environ: str) -> PtyProgram:
    return PtyProgram(kantor.ssh(role), env=environ)


class TestNobodyGetsAnywhereElse:
    @pytest.mark.parametrize(
        "words", [("id",), ("/bin/sh",), ("sh", "-c", "id > /tmp/x"), ("scp",)]
    )
    def test_a_command_given_to_ssh_is_not_run(self, kantor: Kantor, words) -> None:
        with PtyProgram(kantor.ssh("staf", *words)) as app:
            app.wait_for("Meja kerja")
            assert "uid=" not in app.picture()

    def test_no_sftp(self, kantor: Kantor) -> None:
        assert kantor.sftp(ORANG["staf"], "ls /\n").returncode != 0

    @pytest.mark.parametrize(
        "command",
        ["put {f} masuk/kasi/", "ls masuk/kasi", "ls keluar/kasi", "put {f} keluar/staf/",
         "get /etc/passwd {f}.2", "cd ../simpanan", "put {f} x", "ls /srv"],
    )  # fmt: skip
    def test_who_brings_files_reaches_the_own_folders_only(
        self, kantor: Kantor, tmp_path: Path, command: str
    ) -> None:
        (tmp_path / "a.txt").write_text("a")
        assert (
            kantor.sftp(PIAK, f"put {tmp_path}/a.txt masuk/staf/\nls keluar/staf\n").returncode == 0
        )
        assert kantor.sftp(PIAK, command.format(f=tmp_path / "a.txt") + "\n").returncode != 0

    def test_who_brings_files_gets_no_shell(self, kantor: Kantor) -> None:
        words = [word.replace(ORANG["staf"], PIAK) for word in kantor.ssh("staf", "id")]
        assert "uid=" not in run(*words).stdout

    def test_the_store_cannot_be_opened_directly(self, kantor: Kantor) -> None:
        for path in (kantor.store, kantor.store / "civreg.db"):
            done = run("cat" if path.suffix else "ls", path, account=ORANG["staf"])
            assert done.returncode != 0
            assert "ermission denied" in done.stderr

    @pytest.mark.parametrize(
        "words",
        [("sh",), ("{p}", "--store", "/tmp"), ("{p}", "--config", "/tmp/x.toml"),
         ("{p}", "audit", "show"), ("cat", "{s}/civreg.db"), ("SUDO_UID=0", "{p}")],
    )  # fmt: skip
    def test_sudo_permits_the_bare_program_only(self, kantor: Kantor, words) -> None:
        filled = [w.format(p=kantor.program, s=kantor.store) for w in words]
        done = run("sudo", "-n", "-u", LAYANAN, *filled, account=ORANG["staf"])
        assert done.returncode != 0
        assert "civreg" not in done.stdout

    def test_a_variable_changes_nobody(self, kantor: Kantor) -> None:
        names = {"USER": ORANG["kasi"], "LOGNAME": ORANG["kasi"], "SUDO_USER": ORANG["kasi"]}
        with login(kantor, "staf", **names) as app:
            app.wait_for("Meja kerja")
            assert app.screen_lines()[0].rstrip().endswith("Staf")

    def test_suspend_leads_nowhere(self, kantor: Kantor) -> None:
        with login(kantor, "staf") as app:
            app.wait_for("Meja kerja")
            for key in ("\x1a", "\x1c", "\x03"):
                press(app, key)
            assert app.process.poll() is None
            assert "Meja kerja" in app.screen_lines()[0]


class TestTheAdminAtTheMachine:
    """The command lines of the guide, through sudo."""

    def test_as_the_service_account(self, kantor: Kantor) -> None:
        verify = command_of_guide(kantor, "audit verify")
        done = run(*verify, account=ADMIN)
        assert done.returncode == 0, done.stderr
        backup = [*verify[:-2], "backup", str(kantor.base / "cadangan"), "--simpan", "3"]
        done = run(*backup, account=ADMIN)
        assert done.returncode == 0, done.stderr
        (copy,) = (kantor.base / "cadangan").iterdir()
        assert copy.owner() == LAYANAN

    def test_as_oneself(self, kantor: Kantor) -> None:
        with login(kantor, "sekretariat") as app:
            app.wait_for("Meja kerja")
            press(app, "s")
            app.wait_for("PIN baru")
            press(app, "ayam-123", ENTER, "ayam-123", ENTER)
            app.wait_for("PIN disimpan")
        guide = command_of_guide(kantor, "pin --hapus")
        done = run(*(ORANG["sekretariat"] if w == "siti" else w for w in guide), account=ADMIN)
        assert done.returncode == 0, done.stderr
        event = civreg(kantor, "audit", "show")["events"][-1]
        assert (event["aksi"], event["akun"], event["peran"]) == ("hapus_pin", ADMIN, "admin")

    def test_the_recorded_caller_is_kept_without_env(self, kantor: Kantor) -> None:
        words = ["sudo", "runuser", "-u", LAYANAN, "--", str(kantor.program), "backup", "/tmp/x.db"]
        assert "hanya untuk admin mesin" in run(*words, account=ADMIN).stderr


def test_a_month_in_four_terminals(kantor: Kantor) -> None:  # noqa: PLR0915 - a month is long
    with ExitStack() as stack:
        people = {role: stack.enter_context(login(kantor, role)) for role in ORANG}
        kabid, kasi, staf, sekretariat = people.values()
        for app in people.values():
            app.wait_for("Meja kerja")

        open_step(kabid, "1 Disposisi Kabid")
        press(kabid, F10)
        kabid.wait_for("Disposisi dikirim kepada Kasi")

        kasi.wait_for("Desember 2024, langkah 2")  # by itself, since the Kabid sent it
        open_step(kasi, "2 Disposisi Kasi")
        press(kasi, F10)
        kasi.wait_for("Disposisi diteruskan kepada Staf")

        staf.wait_for("Desember 2024, langkah 3")
        open_step(staf, "3 Penerimaan")
        press(staf, " ")
        staf.wait_for("19/19")
        press(staf, "a")
        staf.wait_for("4 dari 4 dokumen ada, 4 ditandatangani")
        press(staf, F10)
        answer_yes(staf, "Meja kerja")
        open_step(staf, "4 Entri")
        press(staf, "T")
        answer_yes(staf, "98,53")
        press(staf, F10)
        answer_yes(staf, "Meja kerja")

        press(staf, "5")  # the Staf may look at the review, and validates nothing
        staf.wait_for("5 Pemeriksaan")
        press(staf, F10)
        staf.wait_for("Memvalidasi rekap hanya boleh oleh Kasi")
        press(staf, ESC)

        kasi.wait_for("Desember 2024, langkah 5")
        press(kasi, "s")
        kasi.wait_for("PIN baru")
        press(kasi, "ayam-123", ENTER, "ayam-123", ENTER)
        kasi.wait_for("PIN disimpan")
        open_step(kasi, "5 Pemeriksaan")
        press(kasi, F10)
        kasi.wait_for("y Ya")
        press(kasi, "y")
        kasi.wait_for("Ketik PIN Anda")
        press(kasi, "ayam-123", ENTER)
        kasi.wait_for("Divalidasi: revisi 1")

        kabid.wait_for("Desember 2024, langkah 6")
        open_step(kabid, "6 LAKIP Bidang")
        for left in (2, 1, 0):
            press(kabid, ENTER)
            kabid.wait_for("6 Menyunting")
            kabid.send("Kegiatan pelayanan akta berjalan sesuai rencana.")
            press(kabid, F10)
            kabid.wait_for(f"{left} belum diisi")
            press(kabid, "]")
        press(kabid, F10)
        answer_yes(kabid, "Meja kerja")

        sekretariat.wait_for("Desember 2024, langkah 7")
        open_step(sekretariat, "7 Sekretariat")
        press(sekretariat, ENTER)
        sekretariat.wait_for("[x] Naskah lengkap")
        press(sekretariat, DOWN, DOWN, ENTER)
        sekretariat.wait_for("[x] Ditandatangani")
        press(sekretariat, F10)
        sekretariat.wait_for("Menerima LAKIP Bidang")
        sekretariat.send("001")
        press(sekretariat, F10)
        sekretariat.wait_for("LAKIP diterima dengan nomor 001")

    assert civreg(kantor, "audit", "verify")["ok"]
    (month,) = civreg(kantor, "status", BULAN)["periods"]
    assert month["step"] is None
    events = civreg(kantor, "audit", "show", BULAN)["events"]
    done = {e["aksi"]: (e["akun"], e["peran"]) for e in events if e["aksi"] != "ditolak"}
    assert done["kirim_disposisi"] == (ORANG["kabid"], "kabid")
    assert done["isi_sel"] == (ORANG["staf"], "staf")
    assert done["validasi"] == (ORANG["kasi"], "kasi")
    assert done["terima_lakip"] == (ORANG["sekretariat"], "sekretariat")
    seated = {e["tempat"] for e in events if e["akun"] == ORANG["staf"]}
    assert all("/dev/pts/" in place and "127.0.0.1" in place for place in seated), seated
    log = "".join(path.read_text("utf-8") for path in (kantor.store / "log").iterdir())
    assert all(name in log for name in ORANG.values())
    assert not [word for word in ("ayam-123", "98,53", "1.706.893") if word in log]
    refused = [(e["akun"], e["objek"]) for e in events if e["aksi"] == "ditolak"]
    assert (ORANG["staf"], "validasi") in refused
