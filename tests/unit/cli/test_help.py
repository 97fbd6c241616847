"""Every command explains itself in Indonesian, and so do all mistakes in typing one."""

from __future__ import annotations

import re

import pytest

from civreg_tui.cli import run

PERINTAH = [
    "demo", "open", "inspect", "template", "status", "check", "coverage", "export", "audit",
    "audit verify", "audit show", "verify", "backup", "restore", "doctor",
]  # fmt: skip
INGGRIS = re.compile(
    r"\b(usage|options?|positional|arguments?|show this|help|message|and|exit|file|directory|"
    r"required|default|invalid|choice|choose|from|expected|unrecognized|one|the|following)\b",
    re.IGNORECASE,
)
NAMA_PERINTAH = re.compile(r"--?[a-z-]+|civreg-tui[ \w]*|verify\|show|verify atau show")


def indonesian(text: str) -> None:
    found = INGGRIS.search(NAMA_PERINTAH.sub("", text))
    assert not found, f"{found.group()!r} in {text!r}" if found else ""


@pytest.mark.parametrize("command", ["", *PERINTAH])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help(capsys, command: str, flag: str) -> None:
    assert run([*command.split(), flag]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Pemakaian: civreg-tui")
    assert "tampilkan bantuan ini" in out
    assert "--store DIR" in out
    assert "--config BERKAS" in out
    indonesian(out)


def test_every_command_of_the_contract_is_listed(capsys) -> None:
    run(["--help"])
    out = capsys.readouterr().out
    for command in PERINTAH:
        assert re.search(rf"^ +{command.split()[0]} ", out, re.MULTILINE), command


def test_the_version(capsys) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"civreg-tui \d+\.\d+\.\d+\n", capsys.readouterr().out)


SALAH_PAKAI = [
    (["hitung"], "pilihan “hitung” tidak ada"),
    (["--warna"], "Pilihan tidak dikenal: --warna"),
    (["status", "--warna"], "Pilihan tidak dikenal: --warna"),
    (["check"], "Isian wajib belum ada: PERIODE"),
    (["open"], "Isian wajib belum ada: PERIODE"),
    (["inspect"], "Isian wajib belum ada: BERKAS"),
    (["template"], "Isian wajib belum ada: --out"),
    (["export", "2024-12"], "Isian wajib belum ada: --out"),
    (["audit"], "Isian wajib belum ada: verify|show"),
    (["audit", "hapus"], "pilihan “hapus” tidak ada"),
    (["demo", "--at", "8", "--no-open"], "--at: pilihan “8” tidak ada"),
    (["demo", "--at", "x", "--no-open"], "--at: isi “x” tidak sesuai"),
    (["open", "2024-12", "--step", "0"], "--step: pilihan “0” tidak ada"),
    (["demo", "--dir"], "--dir perlu diisi"),
    (["coverage", "2024-12", "--json", "--csv"], "--csv tidak dapat dipakai bersama --json"),
    (["status", "--json=ya"], "--json tidak memakai isi “ya”"),
    (["status", "2024-12", "2024-11"], "Pilihan tidak dikenal: 2024-11"),
    (["--store", "", "status"], "--store: nama folder atau berkasnya kosong."),
    (["inspect", " "], "BERKAS: nama folder atau berkasnya kosong."),
    (["verify"], "Isian wajib belum ada: KODE"),
    (["backup"], "Isian wajib belum ada: BERKAS"),
    (["--sto", "x", "status"], "tidak"),
]


@pytest.mark.parametrize(("words", "says"), SALAH_PAKAI, ids=[" ".join(w) for w, _ in SALAH_PAKAI])
def test_bad_usage_is_one_line_and_two(capsys, words: list[str], says: str) -> None:
    assert run(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("civreg-tui: ")
    assert err.count("\n") == 1
    assert says in err
    indonesian(err)


@pytest.mark.parametrize("period", ["2024", "2024-13", "Desember", "", "2024-12-01", "../x"])
@pytest.mark.parametrize("command", ["check", "coverage", "status", "audit show"])
def test_a_month_that_is_none(capsys, salinan, period: str, command: str) -> None:
    code = run(["--store", str(salinan(4)), *command.split(), period])
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Tulis sebagai TAHUN-BULAN: 2024-12" in err
