"""What each command prints and how it ends: 0 fine, 1 found errors, 2 could not run."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from civreg_tui.cli.opening import require_terminal
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.store.store import Store
from tests.unit.services.bantu import BULAN

DATA = Path(__file__).parents[2] / "data" / "softcopy"
BERSIH = DATA / "laporan_adminduk_2024-12.xlsx"
KUSUT = DATA / "laporan_adminduk_2024-12_kusut.xlsx"
HARAP = json.loads((DATA / "expected.json").read_text("utf-8"))


def snapshot(folder: Path) -> dict[str, str]:
    """Every file below a folder with its hash."""
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*") if p.is_file()
    }  # fmt: skip


class TestDemo:
    def test_a_kept_demo_is_a_store_like_any_other(self, jalankan, tmp_path) -> None:
        made = jalankan("demo", "--no-open", "--dir", tmp_path / "demo", "--at", "5")
        assert (made.code, made.err) == (0, "")
        assert made.out == f"Demo siap: civreg-tui --store {tmp_path / 'demo'}\n"
        (month,) = jalankan("--store", tmp_path / "demo", "status", BULAN, "--json").json["periods"]
        assert month["step"] == 5

    def test_the_default_is_step_four_in_a_folder_that_is_named(self, jalankan) -> None:
        made = jalankan("demo", "--no-open")
        folder = Path(made.out.split(" --store ")[1].strip())
        assert (folder / "civreg.db").is_file()
        (month,) = jalankan("status", BULAN, "--json", "--store", folder).json["periods"]
        assert month["step"] == 4

    def test_it_never_replaces_a_store(self, di, salinan) -> None:
        folder = salinan(4)
        before = snapshot(folder)
        line = di(4)("demo", "--no-open", "--dir", folder).baris
        assert "sudah berisi simpanan" in line
        assert snapshot(folder) == before

    @pytest.mark.parametrize("words", ["demo", "", "open 2024-12", "open 2024-12 --step 4"])
    def test_without_a_terminal_nothing_begins(self, jalankan, tmp_path, words, monkeypatch):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        line = jalankan("--store", tmp_path / "baru", *words.split()).baris
        assert line == "Aplikasi perlu terminal. Untuk pipa atau skrip pakai perintah: --help."
        assert list(tmp_path.iterdir()) == []

    def test_a_terminal_that_cannot_move_its_cursor(self, monkeypatch) -> None:
        monkeypatch.setenv("TERM", "dumb")
        monkeypatch.setattr("sys.stdin", _Tty())
        monkeypatch.setattr("sys.stdout", _Tty())
        with pytest.raises(Ditolak, match="Atur TERM=xterm-256color"):
            require_terminal()


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestInspect:
    def test_a_clean_softcopy(self, jalankan) -> None:
        made = jalankan("inspect", BERSIH, "--json")
        assert made.code == 0
        found = made.json
        assert list(found) == ["period", "base", "complete", "files", "documents", "findings"]
        wanted = HARAP[BERSIH.name]
        assert (found["period"], found["base"]) == (wanted["period"], wanted["base"])
        provinces = {d["code"]: d["province"]["cakupan"] for d in found["documents"]}
        assert provinces == {"AK017": 98.53, "AKAWIN": 52.96, "ACERAI": 57.16, "AMATI": None}
        assert {f["level"] for f in found["findings"]} <= {"warning", "info"}

    def test_a_tangled_one_gives_the_same_figures(self, jalankan) -> None:
        found = jalankan("inspect", KUSUT, "--json").json
        for document in found["documents"]:
            wanted = HARAP[KUSUT.name]["documents"][document["code"]]["rows"]
            given = {r["region"]: r["memiliki"]["jml"] for r in document["rows"]}
            assert given == {kode: row["memiliki"] for kode, row in wanted.items()}

    def test_errors_end_with_one_and_say_why(self, jalankan) -> None:
        made = jalankan("inspect", BERSIH, "--period", "2024-11")
        assert (made.code, made.err) == (1, "")
        assert "Salah: R12" in made.out

    def test_for_people(self, jalankan) -> None:
        made = jalankan("inspect", BERSIH)
        assert made.code == 0
        assert re.search(r"Akta Perceraian +19/19 +57,16", made.out)
        assert re.search(r"Akta Kematian +19/19 +–", made.out)

    def test_another_month_is_an_error(self, jalankan) -> None:
        made = jalankan("inspect", BERSIH, "--period", "2024-11", "--json")
        assert made.code == 1
        assert "R12" in {f["rule"] for f in made.json["findings"]}

    def test_no_store_is_touched_or_made(self, jalankan, tmp_path) -> None:
        jalankan("--store", tmp_path / "x", "inspect", BERSIH)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "name", ["tak-ada.xlsx", "kosong.xlsx", "gambar.xls", "terkunci.xlsx", "."]
    )
    def test_what_cannot_be_read(self, jalankan, tmp_path, name: str) -> None:
        (tmp_path / "kosong.xlsx").touch()
        (tmp_path / "gambar.xls").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
        locked = ole + "EncryptedPackage".encode("utf-16le")
        (tmp_path / "terkunci.xlsx").write_bytes(locked)
        line = jalankan("inspect", tmp_path / name, "--json").baris
        assert line.endswith(".")

    def test_a_name_meant_for_the_terminal(self, jalankan, tmp_path) -> None:
        line = jalankan("inspect", tmp_path / "a\x1b[2J\nb.xlsx").baris
        assert "\x1b" not in line


class TestTemplate:
    def test_it_is_written_once(self, jalankan, tmp_path) -> None:
        path = tmp_path / "kosong.xlsx"
        made = jalankan("template", "--period", BULAN, "--out", path)
        assert (made.code, made.out, made.err) == (0, f"Softcopy kosong ditulis: {path}\n", "")
        content = path.read_bytes()
        assert content[:2] == b"PK"
        again = jalankan("template", "--out", path)
        assert "sudah ada" in again.baris
        assert path.read_bytes() == content

    def test_a_filled_one_is_never_lost(self, jalankan, tmp_path) -> None:
        path = tmp_path / "isi.xlsx"
        assert jalankan("template", "--out", path).code == 0
        path.write_bytes(filled := path.read_bytes() + b"angka")
        again = jalankan("template", "--out", path)
        assert again.code == 2
        assert again.baris == f"{path}: sudah ada. Pilih nama atau tempat lain."
        assert path.read_bytes() == filled
        assert [f.name for f in tmp_path.iterdir() if f.name != "simpanan"] == ["isi.xlsx"]

    @pytest.mark.parametrize("name", ["kosong.txt", "kosong", "kosong.xls"])
    def test_a_name_that_says_another_kind(self, jalankan, tmp_path, name) -> None:
        refused = jalankan("template", "--out", tmp_path / name)
        assert refused.code == 2
        assert refused.baris.endswith("Beri nama kosong.xlsx")
        assert not (tmp_path / name).exists()

    def test_into_a_folder_that_is_not_there(self, jalankan, tmp_path) -> None:
        made = jalankan("template", "--out", tmp_path / "a" / "b.xlsx")
        assert made.code == 0 or made.baris.endswith(".")


class TestStatus:
    def test_all_months_and_one(self, di) -> None:
        go = di(4)
        assert len(go("status", "--json").json["periods"]) == 12
        (one,) = go("status", BULAN, "--json").json["periods"]
        assert (one["period"], one["step"], one["actor"]) == (BULAN, 4, "staf")
        text = go("status")
        assert text.code == 0
        assert re.search(r"Desember 2024 +4 +entri +Staf +\d+ +600", text.out)
        assert re.search(r"November 2024 +selesai +selesai +– ", text.out)

    def test_a_month_that_was_never_opened(self, di) -> None:
        assert "Bulan Januari 2031 belum dibuka." in di(4)("status", "2031-01").baris

    def test_an_empty_store(self, jalankan, kosong) -> None:
        folder = kosong.store.folder
        assert jalankan("--store", folder, "status", "--json").json == {"periods": []}
        assert jalankan("--store", folder, "status").out == "Belum ada bulan yang dibuka.\n"


class TestCheck:
    def test_shape(self, di) -> None:
        made = di(5)("check", BULAN, "--json")
        found = made.json
        assert made.code == 0
        assert list(found) == ["period", "findings"]
        assert found["period"] == BULAN
        for one in found["findings"]:
            assert list(one) == ["rule", "level", "document", "region", "cell", "message"]
            assert one["level"] in {"warning", "info"}

    def test_errors_end_with_one(self, di) -> None:
        go = di(4)
        made = go("check", BULAN, "--json")
        assert made.code == 1
        assert {f["rule"] for f in made.json["findings"] if f["level"] == "error"} & {"R01", "R06"}
        text = go("check", BULAN)
        assert text.code == 1
        assert text.out.startswith("Salah: R")


class TestCoverage:
    def test_json(self, di) -> None:
        made = di(5)("coverage", BULAN, "--json")
        assert made.code == 0
        found = made.json
        assert list(found) == ["period", "base", "complete", "documents", "findings"]
        for document in found["documents"]:
            assert list(document) == ["code", "name", "rows", "province"]
            assert len(document["rows"]) == 19
            for row in document["rows"]:
                assert list(row) == ["region", "name", "wajib", "memiliki", "belum", "cakupan"]
                assert list(row["wajib"]) == ["l", "p", "jml"]

    def test_csv(self, di) -> None:
        made = di(5)("coverage", BULAN, "--csv")
        assert made.code == 0
        rows = list(csv.DictReader(io.StringIO(made.out.removeprefix("\ufeff"))))
        assert len(rows) >= 19 * 4

    def test_for_people(self, di) -> None:
        made = di(5)("coverage", BULAN)
        assert made.out.startswith("Cakupan Desember 2024 · DKB Semester II Tahun 2024 · DRAF\n")
        assert re.search(
            r"Provinsi Sumatera Barat +1\.732\.411 +1\.706\.893 +25\.518 +98,53", made.out
        )
        assert re.search(r"Provinsi Sumatera Barat +– +247\.834 +– +–", made.out)


class TestAudit:
    def test_an_unbroken_trail(self, di) -> None:
        go = di(4)
        made = go("audit", "verify", "--json")
        assert made.code == 0
        found = made.json
        assert list(found) == ["ok", "events", "head", "broken_at"]
        assert found["ok"] is True
        assert found["broken_at"] is None
        assert re.fullmatch(r"[0-9a-f]{64}", found["head"])
        assert len(go("audit", "show", "--json").json["events"]) == found["events"]
        assert "Jejak utuh" in go("audit", "verify").out

    def test_a_broken_one_is_named(self, di, salinan) -> None:
        go, folder = di(4), salinan(4)
        with closing(sqlite3.connect(folder / "civreg.db", isolation_level=None)) as sql:
            sql.execute("DROP TRIGGER peristiwa_tetap")
            sql.execute("UPDATE peristiwa SET akun = 'lain' WHERE no = 5")
        made = go("audit", "verify", "--json")
        assert made.code == 1
        assert (made.json["ok"], made.json["broken_at"]) == (False, 5)
        assert "terputus pada peristiwa 5" in go("audit", "verify").out

    def test_the_trail_of_a_month(self, di) -> None:
        go = di(4)
        events = go("audit", "show", BULAN, "--json").json["events"]
        assert {e["periode"] for e in events} == {BULAN}
        assert len(go("audit", "show", BULAN).out.splitlines()) == len(events)

    def test_text_of_the_trail_cannot_drive_the_terminal(self, demo, jalankan) -> None:
        ws = demo(4)
        with ws.store.transaction():
            ws.record("uji", "\x1b]0;halo\x07\n\x9b2J", periode=BULAN, alasan="[bold]a[/bold]")
        out = jalankan("--store", ws.store.folder, "audit", "show", BULAN).out
        assert all(c.isprintable() or c == "\n" for c in out)
        assert "[bold]a[/bold]" in out


class TestVerify:
    def test_a_code_that_stands_and_one_that_fell(self, demo, jalankan) -> None:
        ws = demo(6)
        code, folder = ws.store.records.revisions(BULAN)[0].kode, ws.store.folder
        made = jalankan("--store", folder, "verify", code.lower(), "--json")
        assert made.code == 0
        assert made.json["period"] == BULAN
        assert (made.json["found"], made.json["stands"], made.json["revision"]) == (True, True, 1)
        with ws.store.transaction():
            ws.store.records.void_revisions(BULAN, ws.now())
        fallen = jalankan("--store", folder, "verify", code)
        assert fallen.code == 1
        assert "TIDAK BERLAKU lagi sejak 2025-01-06" in fallen.out

    def test_a_store_changed_beside_the_program_vouches_for_nothing(self, di, salinan) -> None:
        go, folder = di(6), salinan(6)
        with closing(sqlite3.connect(folder / "civreg.db", isolation_level=None)) as sql:
            (code,) = sql.execute("SELECT kode FROM revisi ORDER BY periode DESC").fetchone()
            sql.execute("UPDATE sel SET angka = angka + 1 WHERE periode = ?", (BULAN,))
        made = go("verify", code)
        assert made.code == 1
        assert "PERHATIAN: simpanan ini diubah di luar program" in made.out
        assert go("verify", code, "--json").json["intact"] is False

    def test_an_unknown_code(self, di) -> None:
        made = di(6)("verify", "XXXX-YYYY", "--json")
        assert (made.code, made.json["found"]) == (1, False)
        assert "tidak ada pada simpanan ini" in di(6)("verify", "\x1b[31m").out


class TestExport:
    def test_papers_of_a_draft_carry_it_in_their_name(self, di, tmp_path) -> None:
        made = di(5)("export", BULAN, "--out", tmp_path / "keluar", "--what", "csv,sop")
        assert (made.code, made.err) == (0, "")
        written = [Path(line) for line in made.out.splitlines()]
        assert written
        assert all(p.is_file() and p.parent == tmp_path / "keluar" for p in written)
        assert all("DRAF" in p.name for p in written)

    def test_everything_a_delivered_month_allows(self, di, tmp_path) -> None:
        made = di(7)("export", BULAN, "--out", tmp_path)
        assert made.code == 0
        kinds = {re.sub(r"^2024-12_|_r1|_DRAF", "", Path(p).name) for p in made.out.splitlines()}
        assert kinds >= {"rekap.xlsx", "lakip.docx", "lakip.xlsx", "disposisi.docx", "sop.xlsx",
                         "angka.csv", "tanda-terima.docx"}  # fmt: skip
        assert any(kind.startswith("bahan") for kind in kinds)

    @pytest.mark.parametrize(
        ("what", "says"),
        [("puisi", 'Jenis "puisi" tidak dikenal'), ("bahan", "baru ada setelah"),
         ("", "--what kosong"), (" ,", "--what kosong")],
    )  # fmt: skip
    def test_what_cannot_be_written(self, di, tmp_path, what: str, says: str) -> None:
        assert says in di(4)("export", BULAN, "--out", tmp_path / "k", "--what", what).baris
        assert not (tmp_path / "k").exists()

    def test_into_a_file(self, di, tmp_path) -> None:
        (tmp_path / "berkas").write_text("x")
        assert di(4)("export", BULAN, "--out", tmp_path / "berkas", "--what", "csv").baris


class TestBackup:
    def test_there_and_back(self, di, jalankan, tmp_path) -> None:
        path = tmp_path / "a.db"
        made = di(4)("backup", path)
        assert (made.code, made.out) == (0, f"Cadangan ditulis dan diperiksa: {path}\n")
        back = jalankan("--store", tmp_path / "baru", "restore", tmp_path / "a.db")
        assert (back.code, back.out) == (0, f"Simpanan dipulihkan di {tmp_path / 'baru'}\n")
        assert len(jalankan("--store", tmp_path / "baru", "status", "--json").json["periods"]) == 12

    def test_refusals(self, di, jalankan, tmp_path) -> None:
        go = di(4)
        go("backup", tmp_path / "a.db")
        assert "sudah ada" in go("backup", tmp_path / "a.db").baris
        assert "sudah berisi simpanan" in go("restore", tmp_path / "a.db").baris
        assert "tidak ada" in jalankan("--store", tmp_path / "b", "restore", tmp_path / "x").baris
        assert "Belum ada simpanan" in jalankan("--store", tmp_path / "b", "backup", "c.db").baris
        assert not (tmp_path / "b").exists()


class TestDoctor:
    def test_a_healthy_store(self, di) -> None:
        made = di(4)("doctor")
        assert made.code in {0, 1}  # the machine's own terminal and disk count too
        assert "utuh, jejak tersambung" in made.out
        names = ("Python", "Terminal", "Ukuran layar", "Bahasa huruf", "Izin folder",
                 "Ruang kosong", "Jenis cakram", "Akun", "Simpanan")  # fmt: skip
        assert all(name in made.out for name in names)

    def test_a_broken_one_with_its_remedy(self, jalankan, salinan) -> None:
        folder = salinan(4)
        (folder / "civreg.db").write_bytes(b"bukan basis data" * 999)
        made = jalankan("--store", folder, "doctor")
        assert made.code == 1
        assert "-> Simpanan: " in made.out

    def test_no_store_yet(self, jalankan, tmp_path) -> None:
        made = jalankan("--store", tmp_path / "x" / "y", "doctor")
        assert "belum ada; dibuat saat pertama dipakai" in made.out
        assert list(tmp_path.iterdir()) == []


def test_heads_of_figures_stand_over_their_last_digit(di) -> None:
    lines = di(7)("coverage", BULAN).out.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("KABUPATEN/KOTA"))
    head, row = lines[at], lines[at + 1]
    ends = [match.end() for match in re.finditer(r"[\d.,]+", row)]
    assert ends[:3] == [head.index(word) + len(word) for word in ("WAJIB", "MEMILIKI", "BELUM")]


def test_a_kind_named_twice_is_written_once(di, tmp_path) -> None:
    paths = di(7)("export", BULAN, "--what", "rekap, rekap", "--out", tmp_path).out.splitlines()
    assert len(paths) == len(set(paths)) == 1


def test_sample_officials_are_named_where_it_is_no_demo(jalankan, salinan, tmp_path) -> None:
    folder, said = salinan(7), "Nama pejabat masih contoh"
    words = ("--store", folder, "export", BULAN, "--what", "csv", "--out", tmp_path / "k")
    assert jalankan(*words).err == ""
    assert said not in jalankan("--store", folder, "doctor").out
    store = Store(folder)
    with store.transaction():
        store.preferences.put_mark("demo", "tidak")
    store.close()
    made = jalankan(*words)
    assert (made.code, made.err.count("\n")) == (0, 1)
    assert said in made.err
    assert said in jalankan("--store", folder, "doctor").out
    config = tmp_path / "civreg.toml"
    names = (f'[pejabat.{role}]\nnama = "Ani"\n' for role in ("kabid", "kasi", "staf"))
    config.write_text("".join(names) + '[pejabat.sekretariat]\nnama = "Ani"\n', "utf-8")
    assert jalankan("--config", config, *words).err == ""
