"""PDFs and printing: what is made, what is missing, and that nothing is made twice."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.output import printing
from civreg_tui.services.output.printing import (
    make_pdfs,
    print_papers,
    printing_gaps,
    require_printing,
    settled,
)
from tests.unit.papers import office
from tests.unit.services.pencetak import pasang


@pytest.fixture
def kertas(tmp_path: Path) -> list[Path]:
    names = ("2024-12_lakip_r1.docx", "2024-12_lakip_r1.xlsx", "2024-12_angka_r1.csv")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
        os.utime(tmp_path / name, (1_735_862_400, 1_735_862_400))
    return [tmp_path / name for name in names]


def test_every_printable_paper_gets_its_pdf_once(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice")
    first = make_pdfs(kertas)
    assert [p.name for p in first] == ["2024-12_lakip_r1.pdf", "2024-12_lakip_r1_tabel.pdf"]
    assert b"(D:20250103000000Z')" in first[0].read_bytes()
    assert make_pdfs(kertas) == first
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_a_changed_pdf_never_replaces_one_that_is_there(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice")
    (tmp_path / "2024-12_lakip_r1.pdf").write_bytes(b"lain")
    assert make_pdfs(kertas[:1])[0].name == "2024-12_lakip_r1-2.pdf"


def test_data_files_are_not_printed(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice")
    with pytest.raises(Ditolak, match="CSV"):
        make_pdfs(kertas[2:])


def test_what_the_machine_lacks_is_said_with_the_remedy(tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch)
    assert len(printing_gaps(printer=True)) == 2
    with pytest.raises(Ditolak, match="Pasang LibreOffice"):
        require_printing(printer=False)
    pasang(tmp_path / "bin", monkeypatch, "soffice")
    assert printing_gaps(printer=False) == ()
    with pytest.raises(Ditolak, match="Pasang CUPS"):
        require_printing(printer=True)


def test_without_libreoffice_no_pdf_is_begun(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch)
    with pytest.raises(Ditolak, match="LibreOffice tidak terpasang"):
        make_pdfs(kertas)


def test_a_paper_that_cannot_be_converted_is_named(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice", gagal=True)
    with pytest.raises(Ditolak, match=r"PDF dari 2024-12_lakip_r1\.docx"):
        make_pdfs(kertas)


def test_a_program_that_hangs_is_given_up(kertas, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice")

    def hang(*args: object, **kwargs: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 1)

    monkeypatch.setattr(printing.subprocess, "run", hang)
    with pytest.raises(Ditolak, match="tidak selesai dalam 180 detik"):
        make_pdfs(kertas)


def test_the_configured_printer_gets_the_pdfs(demo, tmp_path, monkeypatch):
    log = pasang(tmp_path / "bin", monkeypatch, "soffice", "lp")
    ws = demo(6)
    assert "pencetak bawaan" in print_papers(ws, [tmp_path / "a.pdf"])
    ws.config = replace(ws.config, pencetak="Ruang-Kasi")
    assert "Ruang-Kasi" in print_papers(ws, [tmp_path / "-a.pdf"])
    assert log.read_text().splitlines()[1] == f"-d Ruang-Kasi -- {tmp_path}/-a.pdf"


def test_a_printer_that_refuses_is_quoted_with_the_remedy(demo, tmp_path, monkeypatch):
    pasang(tmp_path / "bin", monkeypatch, "soffice", "lp", gagal=True)
    with pytest.raises(Ditolak, match=r"no default destination available\)") as refusal:
        print_papers(demo(6), [tmp_path / "a.pdf"])
    assert "lpstat -p" in str(refusal.value)


@office.needs_office
def test_libreoffices_own_pdf_is_the_same_every_time(tmp_path):
    paper = tmp_path / "kertas.csv"
    paper.write_text("satu;dua\n")
    made = []
    for name in ("a", "b"):
        folder = tmp_path / name
        path = office.convert(paper.read_bytes(), ".csv", "pdf", _new(folder))
        made.append(settled(path.read_bytes(), datetime(2025, 1, 3, tzinfo=UTC)))
    assert made[0] == made[1]


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder
