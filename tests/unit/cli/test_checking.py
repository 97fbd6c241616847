"""`check --coba`, `check --ulang` and `export --revisi`: what they print and how they end."""

from __future__ import annotations

import pytest

from civreg_tui.cli.show import grouped_lines
from civreg_tui.domain.temuan.model import Level, Temuan
from tests.unit.services.bantu import BULAN


@pytest.fixture
def coba(tmp_path):
    """A file with a stricter R21."""
    path = tmp_path / "coba.toml"
    path.write_text('[aturan.R21.ambang]\npoin = "0,3"\n', "utf-8")
    return path


class TestText:
    def test_what_many_regions_share_is_one_line_each_document(self, di) -> None:
        run = di(4)
        lines = run("check", BULAN).out.splitlines()
        single = run("check", BULAN, "--json").json["findings"]
        assert len(single) == 76
        assert len(lines) == len({f["document"] for f in single}) == 4
        assert lines[0].startswith("Salah: R01 19 kabupaten/kota: belum ada data pada rekap Akta")
        assert "Kota Padang Panjang" in lines[0]

    def test_what_one_region_alone_has_comes_before(self) -> None:
        def made(rule: str, region: str, said: str, level: Level = "error") -> Temuan:
            return Temuan(rule, level, f"{region}: {said}", "AK017", region)

        found = [made("R01", "A", "kosong."), made("R01", "B", "kosong."),
                 made("R05", "B", "9 > 8."), made("R21", "C", "turun.", "warning")]  # fmt: skip
        assert grouped_lines(found) == [
            "Salah: R05 B: 9 > 8.",
            "Salah: R01 2 kabupaten/kota: kosong. Yaitu A, B.",
            "Peringatan: R21 C: turun.",
        ]
        assert grouped_lines([]) == ["Tidak ada temuan."]


class TestTrial:
    def test_what_every_month_would_have_shown(self, di, coba) -> None:
        made = di(6)("check", BULAN, "--coba", coba)
        assert (made.code, made.err) == (0, "")
        lines = made.out.splitlines()
        months = [line for line in lines if " temuan, " in line]
        assert len(months) == 12
        assert months[0] == "Januari 2024: 0 temuan, 0 baru, 0 hilang"
        assert any(line.startswith("  + Peringatan: R21 ") for line in lines)
        assert lines[-1] == "Hanya dicoba: tidak ada yang berubah pada simpanan."

    def test_the_same_as_one_object(self, di, coba) -> None:
        found = di(6)("check", BULAN, "--coba", coba, "--json").json
        assert list(found) == ["period", "trial"]
        last = found["trial"][-1]
        assert list(last) == ["period", "findings", "new", "gone"]
        assert {f["rule"] for f in last["new"]} == {"R21"}

    def test_a_wrong_file_could_not_run(self, di, tmp_path) -> None:
        assert "--coba" in di(6)("check", BULAN, "--coba", tmp_path / "lain.toml").baris
        wrong = tmp_path / "salah.toml"
        wrong.write_text("[kop]\nx = 1\n", "utf-8")
        assert "hanya [aturan.Rxx]" in di(6)("check", BULAN, "--coba", wrong).baris

    def test_not_together_with_the_recomputation(self, di, coba) -> None:
        refused = di(6)("check", BULAN, "--coba", coba, "--ulang").baris
        assert "tidak dapat dipakai bersama" in refused


class TestRecheck:
    def test_nothing_differs(self, di) -> None:
        made = di(6)("check", BULAN, "--ulang")
        assert (made.code, made.err) == (0, "")
        assert made.out.splitlines()[-1] == "Semua cocok."
        found = di(6)("check", BULAN, "--ulang", "--json").json
        assert list(found) == ["period", "ok", "checked", "differences"]
        assert found["ok"] is True
        assert found["checked"]["sel"] == 2280

    def test_a_difference_ends_with_one(self, jalankan, demo) -> None:
        ws = demo(6)
        ws.store.database.sql.execute(
            "UPDATE sel SET angka = 1 WHERE periode = '2024-12' AND wilayah = '13.06'"
            " AND dokumen = 'AK017' AND ukuran = 'memiliki'"
        )
        made = jalankan("--store", ws.store.folder, "check", BULAN, "--ulang")
        assert (made.code, made.err) == (1, "")
        assert "BEDA 2024-12 sel: AK017/13.06/memiliki/jml: jejak mencatat 149001" in made.out
        assert "perbedaan. Hubungi admin." in made.out
        found = jalankan("--store", ws.store.folder, "check", BULAN, "--ulang", "--json").json
        assert found["ok"] is False
        assert found["differences"][0]["about"] == "sel"


class TestRevision:
    def test_its_papers_are_written(self, di, tmp_path) -> None:
        made = di(6)("export", BULAN, "--out", tmp_path, "--revisi", "1")
        assert made.code == 0
        assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
            "2024-12_angka-revisi-1_r1.csv",
            "2024-12_rekap-revisi-1_r1.xlsx",
        ]

    def test_an_unknown_one_could_not_run(self, di, tmp_path) -> None:
        refused = di(6)("export", BULAN, "--out", tmp_path, "--revisi", "7").baris
        assert refused == "Desember 2024 tidak punya revisi 7. Revisi yang ada: 1."
