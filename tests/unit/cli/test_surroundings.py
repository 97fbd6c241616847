"""The real program in bad surroundings: pipes, encodings, disks, settings, faults of our own."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.cli import commands
from civreg_tui.paths import default_store
from tests.unit.services.bantu import BULAN

PROGRAM = [sys.executable, "-m", "civreg_tui"]


def program(*words: str | Path, **lain) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own."""
    lain = {"encoding": "utf-8", **lain}
    return subprocess.run(
        [*PROGRAM, *map(str, words)], check=False, capture_output=True,
        stdin=subprocess.DEVNULL, **lain,
    )  # fmt: skip


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("civreg-tui: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def _closed(stream: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The program with a standard stream closed, as some job runners do."""
    line = shlex.join([*PROGRAM, *map(str, words)])
    return subprocess.run(
        ["sh", "-c", f"{line} {stream}"], check=False, capture_output=True, encoding="utf-8"
    )


class TestPipes:
    @pytest.mark.parametrize("words", ["audit show", "coverage 2024-12", "--help", "status --json"])
    def test_a_reader_that_goes_away_is_no_error(self, salinan, words: str) -> None:
        process = subprocess.Popen(
            [*PROGRAM, "--store", salinan(4), *words.split()],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0
        process.stderr.close()

    @pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes descriptors")
    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ("status", 0),
            ("coverage 2024-12 --json", 0),
            ("--version", 0),
            ("inspect /tidak-ada", 2),
        ],
    )
    def test_a_closed_output_changes_no_exit_code(self, salinan, words: str, code: int) -> None:
        done = _closed(">&-", "--store", salinan(4), *words.split())
        assert done.returncode == code
        assert done.stderr.count("\n") == (1 if code else 0)

    @pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes descriptors")
    @pytest.mark.parametrize("words", ["", "open 2024-12"])
    def test_a_closed_input_is_no_terminal(self, salinan, words: str) -> None:
        done = _closed("<&-", "--store", salinan(4), *words.split())
        assert "Aplikasi perlu terminal" in one_line(done)

    def test_output_onto_a_full_disk(self, salinan) -> None:
        full = Path("/dev/full")
        if not full.exists():
            pytest.skip("no /dev/full here")
        with full.open("w") as out:
            done = subprocess.run(
                [*PROGRAM, "--store", salinan(4), "status"],
                check=False, stdout=out, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "penyimpanan penuh" in done.stderr

    def test_no_terminal_no_application(self, tmp_path) -> None:
        assert "Aplikasi perlu terminal" in one_line(program("--store", tmp_path / "x"))
        assert not (tmp_path / "x").exists()

    def test_json_is_all_there_is_on_standard_output(self, salinan) -> None:
        done = program("--store", salinan(4), "audit", "verify", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["ok"] is True


class TestEncodings:
    def old(self) -> dict[str, str]:
        return {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}

    def test_a_terminal_that_lacks_a_character_gets_another(self, salinan) -> None:
        done = program("--store", salinan(4), "coverage", BULAN, env=self.old(), encoding="latin-1")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Provinsi Sumatera Barat" in done.stdout

    def test_json_stays_json(self, salinan) -> None:
        done = program("--store", salinan(4), "coverage", BULAN, "--json", env=self.old())
        names = [d["name"] for d in json.loads(done.stdout)["documents"]]
        assert names[0] == "Akta Kelahiran Anak 0–17 Tahun"

    def test_a_file_name_that_is_no_text(self, tmp_path) -> None:
        done = subprocess.run(
            [*map(os.fsencode, PROGRAM), b"inspect", os.fsencode(tmp_path) + b"/\xff\x1b.xlsx"],
            check=False, capture_output=True,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.count(b"\n") == 1
        assert b"\x1b" not in done.stderr


class TestIdentity:
    def test_no_variable_and_no_option_says_who_acts(self, salinan) -> None:
        folder = salinan(4)
        claim = {**os.environ, "USER": "bupati", "LOGNAME": "bupati", "SUDO_USER": "bupati"}
        done = program("--store", folder, "status", "--json", env=claim)
        assert "bupati" not in done.stdout
        for option in ("--user", "--akun", "--peran", "--as"):
            assert "Pilihan tidak dikenal" in one_line(program("status", option, "bupati"))

    def test_an_account_without_a_role_can_read_nothing(self, salinan, tmp_path, jalankan) -> None:
        from civreg_tui.store.store import Store

        folder, path = salinan(4), tmp_path / "civreg.toml"
        path.write_text("[akun]\norang-lain = ['staf']\n")
        store = Store(folder)
        with store.transaction():
            store.preferences.put_mark("demo", "tidak")
        store.close()
        line = jalankan("--store", folder, "--config", path, "status").baris
        assert "belum diberi peran. Minta admin" in line

    def test_an_account_without_a_role_begins_no_store(
        self, tmp_path, jalankan, monkeypatch
    ) -> None:
        monkeypatch.setattr("civreg_tui.cli.opening.require_terminal", lambda: None)
        path = tmp_path / "civreg.toml"
        path.write_text("[akun]\norang-lain = ['staf']\n")
        line = jalankan("--store", tmp_path / "baru", "--config", path).baris
        assert "belum diberi peran. Minta admin" in line
        assert not (tmp_path / "baru").exists()


class TestSettings:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("[kop\n", "bukan TOML yang benar"),
            ("[kopp]\n", "bagian [kopp]: tidak dikenal"),
            ("[tenggat]\npenerimaan = 40\n", "tenggat.penerimaan"),
        ],
    )
    @pytest.mark.parametrize(
        "words", ["status", "doctor", "inspect x.xlsx", "template --out x.xlsx"]
    )
    def test_a_wrong_file_stops_every_command(self, jalankan, tmp_path, text, says, words) -> None:
        path = tmp_path / "civreg.toml"
        path.write_text(text)
        assert says in jalankan("--config", path, *words.split()).baris

    def test_a_missing_file(self, jalankan, tmp_path) -> None:
        assert "Periksa --config" in jalankan("--config", tmp_path / "x.toml", "status").baris

    def test_options_are_taken_before_and_after_the_command(self, jalankan, salinan) -> None:
        folder = salinan(4)
        before = jalankan("--store", folder, "status", "--json")
        after = jalankan("status", "--json", "--store", folder)
        assert before.json == after.json

    def test_the_configured_store_is_used(self, jalankan, salinan, tmp_path) -> None:
        path = tmp_path / "civreg.toml"
        path.write_text(f"[simpan]\nfolder = '{salinan(4)}'\n")
        assert len(jalankan("--config", path, "status", "--json").json["periods"]) == 12

    def test_without_any_store(self, jalankan) -> None:
        assert "Belum ada simpanan di" in jalankan("status").baris


class TestStores:
    def test_newer(self, jalankan, salinan) -> None:
        from contextlib import closing
        from sqlite3 import connect

        folder = salinan(4)
        with closing(connect(folder / "civreg.db")) as sql:
            sql.execute("PRAGMA user_version = 99")
        assert "lebih baru" in jalankan("--store", folder, "status").baris

    def test_foreign_broken_and_misplaced(self, jalankan, salinan, tmp_path) -> None:
        (tmp_path / "berkas").write_text("x")
        assert "bukan folder" in jalankan("--store", tmp_path / "berkas", "audit", "verify").baris
        folder = salinan(4)
        whole = (folder / "civreg.db").read_bytes()
        (folder / "civreg.db").write_bytes(b"x" * 9000)
        assert "bukan simpanan civreg-tui" in jalankan("--store", folder, "status").baris
        (folder / "civreg.db").write_bytes(whole[: len(whole) // 3])
        assert "rusak" in jalankan("--store", folder, "audit", "show").baris


class TestOurFaults:
    def test_a_fault_of_ours_is_a_line_and_a_report_without_values(
        self, jalankan, salinan, monkeypatch
    ) -> None:
        def broken(options: object) -> int:
            secret = "rahasia " + str(12340 + 5)
            raise KeyError(secret)

        monkeypatch.setitem(commands.COMMANDS, "status", broken)
        folder = salinan(4)
        line = jalankan("--store", folder, "status").baris
        assert line.startswith("Terjadi kesalahan di dalam program; angka yang tersimpan tidak ")
        (report,) = (folder / "log").iterdir()
        assert str(report) in line
        text = report.read_text()
        assert "KeyError" in text
        assert "in broken" in text
        assert "12345" not in text

    def test_the_report_lies_beside_the_configured_store(
        self, jalankan, tmp_path, monkeypatch
    ) -> None:
        def broken(options: object) -> int:
            raise KeyError

        monkeypatch.setitem(commands.COMMANDS, "status", broken)
        path, folder = tmp_path / "civreg.toml", tmp_path / "kantor"
        path.write_text(f"[simpan]\nfolder = '{folder}'\n")
        line = jalankan("--config", path, "status").baris
        (report,) = (folder / "log").iterdir()
        assert str(report) in line

    def test_a_fault_in_reading_the_configuration_is_reported_too(
        self, jalankan, monkeypatch
    ) -> None:
        def broken(path: object = None) -> int:
            raise KeyError

        monkeypatch.setattr("civreg_tui.config.load_config", broken)
        line = jalankan("status").baris
        assert str(default_store() / "log") in line

    def test_nowhere_to_write_the_report(self, jalankan, tmp_path, monkeypatch) -> None:
        def broken(options: object) -> int:
            raise KeyError

        monkeypatch.setitem(commands.COMMANDS, "status", broken)
        (tmp_path / "berkas").write_text("x")
        line = jalankan("--store", tmp_path / "berkas", "status").baris
        assert "Laporannya" not in line

    def test_interrupted(self, jalankan, monkeypatch) -> None:
        def interrupted(options: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setitem(commands.COMMANDS, "status", interrupted)
        assert jalankan("status").baris == "Dibatalkan."

    @pytest.mark.parametrize(
        ("error", "says"),
        [
            (FileNotFoundError(2, "x", "a.xlsx"), "a.xlsx: tidak ditemukan."),
            (PermissionError(13, "x", "a.xlsx"), "a.xlsx: tidak ada izin."),
            (IsADirectoryError(21, "x", "a"), "a: adalah folder, bukan berkas."),
            (OSError(28, "x", "a"), "a: penyimpanan penuh."),
            (OSError(5, "I/O", "a"), "a: tidak dapat dipakai (I/O)."),
        ],
    )
    def test_the_system_s_errors_in_words(self, jalankan, monkeypatch, error, says) -> None:
        def failing(options: object) -> int:
            raise error

        monkeypatch.setitem(commands.COMMANDS, "status", failing)
        assert jalankan("status").baris.startswith(says)
