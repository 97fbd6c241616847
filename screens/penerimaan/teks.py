"""The texts of step 3: the recognition grid, the list of gaps and findings, file lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from textual.content import Content

from civreg_tui.domain.temuan.model import Level, Temuan
from civreg_tui.services.delivery import BarisDikenali
from civreg_tui.services.receipt_form import FormTerima
from civreg_tui.store.records import Softcopy

ADA, TIDAK = "✓", "·"
TANDA_LEVEL: dict[Level, str] = {"error": "!", "warning": "?", "info": "i"}


def kisi(rows: Sequence[BarisDikenali], kode: Sequence[str]) -> Content:
    """Documents × kabupaten/kota: a mark where the softcopy gives figures."""
    head = f"{'DIKENALI':<12}" + "".join(f"{code[-2:]:>3}" for code in kode)
    lines: list[tuple[str, str]] = [(head, "bold")]
    for row in rows:
        marks = "".join(f"{ADA if there else TIDAK:>3}" for there in row.ada)
        lines.append((f"\n{row.singkat:<12}{marks}{row.jumlah:>4}/{len(row.ada)}", ""))
    return Content.assemble(*lines)


def baris_berkas(path: Path, *, dipilih: bool) -> str:
    """A file of the inbox: chosen or not, name, size, time."""
    mark = "x" if dipilih else " "
    try:
        status = path.stat()
    except OSError:
        return f"[{mark}] {path.name}"
    when = datetime.fromtimestamp(status.st_mtime).astimezone()
    size = -(-status.st_size // 1024)
    return f"[{mark}] {path.name:<44} {size:>6} KB  {when:%d-%m-%Y %H.%M}"


def daftar_masalah(
    kurang: Sequence[str], temuan: Sequence[Temuan]
) -> list[tuple[str, tuple[str, str]]]:
    """(key, (line, whole text)) of everything missing, then of every finding."""
    rows = [(f"k{i}", (f"– {text}", text)) for i, text in enumerate(kurang)]
    for i, found in enumerate(temuan):
        place = f"{found.cell}: " if found.cell else ""
        line = f"{TANDA_LEVEL[found.level]} {found.rule} {place}{found.message}"
        rows.append((f"t{i}", (line, f"{found.rule} {place}{found.message}")))
    return rows


def ringkas_berkas(form: FormTerima, diterima: Sequence[Softcopy]) -> str:
    """How much of the hardcopy is there, and which softcopies were accepted before."""
    signed = sum(cek.ditandatangani for cek in form.hardcopy)
    total = len(form.hardcopy)
    line = f"HARDCOPY {len(form.ada)} dari {total} dokumen ada, {signed} ditandatangani (h periksa)"
    if not diterima:
        return line
    return f"{line}\nDITERIMA {', '.join(file.nama for file in diterima)}"
