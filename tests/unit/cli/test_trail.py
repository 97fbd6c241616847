"""The trail by month, person and cell, as CSV; printed heads; and everything as of a day."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest

from civreg_tui.store.database import FILE_NAME
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa
from tests.unit.services.bantu import BULAN


@pytest.fixture
def kepala(di) -> str:
    return str(di(5)("audit", "verify", "--json").json["head"])


class TestShow:
    @pytest.mark.parametrize(
        ("where", "count"),
        [("AK017/13.06", 2), ("AK017/13.06/wajib/jml", 1), ("AK017/13.0", 0), ("AK017/", 38)],
    )
    def test_by_cell(self, di, where: str, count: int) -> None:
        found = di(5)("audit", "show", BULAN, "--sel", where, "--json").json["events"]
        assert len(found) == count
        assert all(e["objek"].startswith(where) for e in found)

    def test_by_person_and_month(self, di) -> None:
        run = di(5)
        every = run("audit", "show", "--json").json["events"]
        month = run("audit", "show", BULAN, "--json").json["events"]
        assert 0 < len(month) < len(every)
        me = every[0]["akun"]
        assert run("audit", "show", BULAN, "--akun", me, "--json").json["events"] == month
        assert run("audit", "show", "--akun", "bukan-siapa-siapa", "--json").json["events"] == []

    def test_a_month_never_opened_is_said_to_be_so(self, di) -> None:
        for form in ((), ("--json",), ("--csv",)):
            assert "belum dibuka" in di(5)("audit", "show", "2030-12", *form).baris

    def test_as_csv(self, jalankan, salinan) -> None:
        folder = salinan(5)
        store = Store(folder)
        with store.transaction():
            made = Peristiwa(
                0, "2025-01-06T01:00:00.000+00:00", "ani", "staf", "tty1", BULAN, "catat_sel",
                "AK017/13.01/wajib/jml", None, "=1+1\n;x", "", "",
            )  # fmt: skip
            store.trail.append(made)
            whole = list(store.trail.events())
        store.close()
        text = jalankan("--store", folder, "audit", "show", "--csv").out.removeprefix("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        assert [row["hash"] for row in rows] == [e.hash for e in whole]
        assert rows[-1]["baru"] == "'=1+1\n;x"
        assert rows[0]["waktu_utc"] == whole[0].waktu


class TestHead:
    @pytest.mark.parametrize("form", ["{}", "jejak {}", "JEJAK {}"])
    def test_a_printed_head_is_found(self, di, kepala: str, form: str) -> None:
        made = di(5)("verify", form.format(kepala[:16]))
        assert made.code == 0
        assert "Jejak utuh sejak awal, 0 peristiwa sesudahnya." in made.out

    def test_as_json(self, di, kepala: str) -> None:
        assert di(5)("verify", kepala[:12], "--json").json["found"] is True
        assert di(5)("verify", "abcdef0123456789", "--json").json == {
            "head": "abcdef0123456789", "found": False, "event": None, "period": None,
            "by": None, "at": None, "chain": True, "after": 0,
        }  # fmt: skip

    def test_a_cut_tail_is_given_away_by_one_printed_code(self, salinan, jalankan) -> None:
        """Also when the cut was covered up completely, which the chain alone cannot show."""
        folder = salinan(5)
        printed = jalankan("--store", folder, "audit", "verify", "--json").json["head"][:16]
        with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as sql:
            guard = sql.execute("SELECT sql FROM sqlite_schema WHERE name = 'peristiwa_utuh'")
            declared = guard.fetchone()[0]
            sql.execute("DROP TRIGGER peristiwa_utuh")
            sql.execute("PRAGMA foreign_keys = OFF")
            last = sql.execute("SELECT max(no) FROM peristiwa").fetchone()[0]
            sql.execute("DELETE FROM peristiwa WHERE no = ?", (last,))
            head = sql.execute("SELECT hash FROM peristiwa WHERE no = ?", (last - 1,)).fetchone()[0]
            text = f"{last - 1}:{head}"
            sql.execute("UPDATE meta SET nilai = ? WHERE kunci = 'kepala'", (text,))
            sql.execute("UPDATE berkas SET keadaan = 'entri' WHERE periode = ?", (BULAN,))
            sql.execute(declared)
        assert jalankan("--store", folder, "audit", "verify").code == 0
        made = jalankan("--store", folder, "verify", printed)
        assert made.code == 1
        assert "TIDAK ADA" in made.out

    def test_a_broken_chain_after_the_paper_is_said(self, salinan, jalankan) -> None:
        folder = salinan(5)
        printed = jalankan("--store", folder, "audit", "verify", "--json").json["head"]
        with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as sql:
            sql.execute("DROP TRIGGER peristiwa_tetap")
            sql.execute("UPDATE peristiwa SET akun = 'lain' WHERE no = 7")
        made = jalankan("--store", folder, "verify", printed[:16])
        assert made.code == 1
        assert "TERPUTUS" in made.out

    def test_a_revision_code_is_still_one(self, di) -> None:
        assert "tidak ada pada simpanan" in di(5)("verify", "ABCD-EFGH").out


class TestPastDay:
    def test_coverage_as_it_was(self, di) -> None:
        run = di(5)
        now = run("coverage", BULAN, "--json").json
        then = run("coverage", BULAN, "--json", "--per", "2025-01-03").json
        assert then["documents"] == now["documents"]
        text = run("coverage", "2024-06", "--per", "03-08-2024").out
        assert "Seperti keadaannya pada akhir 3 Agustus 2024." in text

    def test_before_and_nonsense(self, di) -> None:
        run = di(5)
        assert "Belum ada catatan" in run("coverage", BULAN, "--per", "2020-01-01").baris
        assert "tidak dikenal" in run("coverage", BULAN, "--per", "kemarin").baris
        assert "belum dibuka" in run("coverage", BULAN, "--per", "2024-06-01").baris

    def test_papers_as_they_were(self, di, tmp_path) -> None:
        words = ("export", BULAN, "--what", "csv", "--per", "2025-01-03")
        made = di(5)(*words, "--out", tmp_path / "dulu")
        assert made.code == 0
        assert di(5)("export", BULAN, "--what", "csv", "--out", tmp_path / "kini").code == 0
        (then,), (now,) = (list((tmp_path / d).iterdir()) for d in ("dulu", "kini"))
        assert then.read_bytes() == now.read_bytes()

    def test_nothing_is_written_to_the_store(self, di, salinan) -> None:
        run = di(5)
        before = json.dumps(run("audit", "verify", "--json").json)
        run("coverage", BULAN, "--per", "2025-01-03")
        assert json.dumps(run("audit", "verify", "--json").json) == before
