"""The real program in a real pseudo-terminal: one month through all seven steps by key presses.

The expected numbers are written down here from the published December 2024 figures; nothing
of the program is used to compute them.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.terminal.ptydrive import PtyProgram

F10, ENTER, ESC, DOWN = "\x1b[21~", "\r", "\x1b", "\x1b[B"
BELOW_98 = {
    "13.09": (29356, 32180, 2181),
    "13.07": (107049, 111227, 1954),
    "13.08": (96013, 99391, 1391),
    "13.10": (72517, 74636, 627),
}


def civreg(store: Path, *words: str) -> str:
    """A command's standard output; fails the test when it does not exit with 0."""
    argv = [sys.executable, "-m", "civreg_tui", "--store", str(store), *words]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A demo store with December 2024 at the very beginning."""
    folder = tmp_path / "demo"
    civreg(folder, "demo", "--dir", str(folder), "--at", "1", "--no-open")
    return folder


@pytest.fixture
def app(store: Path) -> Iterator[PtyProgram]:
    """The program on that store, at its home screen."""
    argv = [sys.executable, "-m", "civreg_tui", "--store", str(store)]
    with PtyProgram(argv) as program:
        program.wait_for("Meja kerja")
        yield program


def press(app: PtyProgram, *keys: str) -> None:
    """Press keys one after another, each settled before the next."""
    for key in keys:
        app.send(key)
        app.wait_quiet(quiet=0.45 if key == ESC else 0.15)


def become(app: PtyProgram, role: str) -> None:
    """Switch to the role whose turn it is, which the list proposes."""
    press(app, "p")
    app.wait_for(f"{role} (giliran sekarang)")
    press(app, ENTER)
    app.wait_for(f"DEMO · {role}")


def open_step(app: PtyProgram, title: str) -> None:
    """Open the month at its current step."""
    press(app, ENTER)
    app.wait_for(title)


def walk_to_validation(app: PtyProgram) -> None:
    """Steps 1 to 5: disposition, receipt, take-over, hand-over, validation."""
    open_step(app, "1 Disposisi Kabid")
    press(app, F10)
    app.wait_for("Disposisi dikirim kepada Kasi")
    become(app, "Kasi")
    open_step(app, "2 Disposisi Kasi")
    press(app, F10)
    app.wait_for("Disposisi diteruskan kepada Staf")
    become(app, "Staf")
    open_step(app, "3 Penerimaan")
    press(app, " ")
    app.wait_for("19/19")
    press(app, "a")
    app.wait_for("4 dari 4 dokumen ada, 4 ditandatangani")
    press(app, F10)
    answer_yes(app, "Meja kerja")
    open_step(app, "4 Entri")
    press(app, "T")
    answer_yes(app, "98,53")
    press(app, F10)
    answer_yes(app, "Meja kerja")
    become(app, "Kasi")
    open_step(app, "5 Pemeriksaan")
    press(app, F10)
    answer_yes(app, "Divalidasi: revisi 1")


def answer_yes(app: PtyProgram, then: str) -> None:
    """Confirm with y if the program asks, until the wanted text is there."""
    if then not in app.picture() and "y Ya" in app.picture():
        press(app, "y")
    app.wait_for(then)


def write_lakip(app: PtyProgram) -> None:
    """Step 6: write the parts that need judgement, then deliver."""
    become(app, "Kabid")
    open_step(app, "6 LAKIP Bidang")
    for left in (2, 1, 0):
        press(app, ENTER)
        app.send("Kegiatan pelayanan akta berjalan sesuai rencana.")
        press(app, F10)
        app.wait_for(f"{left} belum diisi")
        press(app, "]")
    press(app, F10)
    answer_yes(app, "Meja kerja")


def accept_lakip(app: PtyProgram) -> None:
    """Step 7: tick what the checklist asks for, number and date, accept."""
    become(app, "Sekretariat")
    open_step(app, "7 Sekretariat")
    press(app, ENTER)
    app.wait_for("[x] Naskah lengkap")
    press(app, DOWN, DOWN, ENTER)
    app.wait_for("[x] Ditandatangani")
    press(app, F10)
    app.wait_for("Menerima LAKIP Bidang")
    app.send("001")
    press(app, F10)
    app.wait_for("LAKIP diterima dengan nomor 001")
    press(app, ESC)
    app.wait_for("Meja kerja")


def write_papers(app: PtyProgram, store: Path) -> Path:
    """All papers, from the home screen, into the outbox."""
    press(app, "e", ENTER)
    app.wait_for("Tulis berkasnya saja")
    press(app, ENTER)
    app.wait_until(lambda: len(list((store / "keluar").glob("2024-12_*"))) >= 8, "the papers")
    app.wait_quiet()
    return store / "keluar"


def leave(app: PtyProgram) -> None:
    """Quit from the home screen."""
    press(app, "q")
    if "y Ya" in app.picture():
        press(app, "y")
    assert app.wait_exit() == 0


def test_a_month_is_walked_through_all_seven_steps(app: PtyProgram, store: Path) -> None:
    walk_to_validation(app)
    write_lakip(app)
    accept_lakip(app)
    papers = write_papers(app, store)
    leave(app)

    month = json.loads(civreg(store, "status", "2024-12", "--json"))["periods"][0]
    assert (month["step"], month["state"]) == (None, "selesai")
    assert [step["state"] for step in month["steps"]] == ["selesai"] * 7
    assert json.loads(civreg(store, "audit", "verify", "--json"))["ok"]
    check_coverage(json.loads(civreg(store, "coverage", "2024-12", "--json")))
    check_recap(papers / "2024-12_rekap_r1.xlsx")
    check_lakip(papers / "2024-12_lakip_r1.docx")
    check_csv(papers / "2024-12_angka_r1.csv")
    check_bundle(papers / "2024-12_bahan-lakip-dinas_r1.zip", papers)


def check_coverage(found: dict) -> None:
    documents = {d["code"]: d for d in found["documents"]}
    assert documents["AK017"]["province"]["cakupan"] == 98.53
    assert documents["ACERAI"]["province"]["cakupan"] == 57.16
    assert documents["AMATI"]["province"] | {"belum": None} == {
        "wajib": None, "memiliki": 247834, "belum": None, "cakupan": None,
        "reported": 19, "regions": 19,
    }  # fmt: skip
    below = {r["region"] for r in documents["AK017"]["rows"] if r["cakupan"] < 98}
    assert below == set(BELOW_98)


def check_recap(path: Path) -> None:
    """The workbook's figures and cached values, read back."""
    sheet = load_workbook(path, data_only=True)["Akta Kelahiran 0-17"]
    rows = {row[1].value: [cell.value for cell in row] for row in sheet.iter_rows() if row[1].value}
    for code, (memiliki, wajib, shortfall) in BELOW_98.items():
        assert {memiliki, wajib, wajib - memiliki, shortfall} <= set(rows[code])
    flat = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {1706893, 1732411, 98.53, 6153} <= set(flat)
    assert not any("DRAF" in str(value) for value in flat)


def check_lakip(path: Path) -> None:
    """The delivered text names the figures, and every slot was written."""
    document = Document(str(path))
    text = "\n".join(p.text for p in document.paragraphs)
    cells = {c.text for t in document.tables for row in t.rows for c in row.cells}
    for figure in ("98,53", "57,16", "247.834", "100,54"):
        assert figure in text or figure in cells
    assert "[uraikan" not in text
    assert text.count("Kegiatan pelayanan akta berjalan sesuai rencana.") == 3


def check_csv(path: Path) -> None:
    """One row a figure; Kepulauan Mentawai's is among them."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream, delimiter=";"))
    assert any("13.09" in line and "29356" in line for line in lines)


def check_bundle(path: Path, papers: Path) -> None:
    """The sealed bundle holds exactly the delivered text, with a manifest of hashes."""
    with zipfile.ZipFile(path) as bundle:
        names = bundle.namelist()
        delivered = next(name for name in names if name.endswith("_lakip_r1.docx"))
        assert bundle.read(delivered) == (papers / "2024-12_lakip_r1.docx").read_bytes()
        assert any(name.endswith("SHA256SUMS") for name in names)
