"""LibreOffice and the PDF tools, for tests that look at a paper as the printer would."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

needs_office = pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdfinfo", "pdftotext"))),
    reason="LibreOffice, pdfinfo atau pdftotext tidak terpasang",
)
F4_POINTS = (612.0, 936.0)
HALF_FOLIO_POINTS = (609.4, 467.7)


def convert(content: bytes, suffix: str, target: str, folder: Path) -> Path:
    """The paper converted by LibreOffice, in a profile of its own."""
    source = folder / f"kertas{suffix}"
    source.write_bytes(content)
    out = folder / "hasil"
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"kertas.{target}"


def recalculated(content: bytes, folder: Path) -> openpyxl.Workbook:
    """The workbook with all cached values thrown away and every formula calculated anew."""
    bare = openpyxl.load_workbook(BytesIO(content))
    stripped = BytesIO()
    bare.save(stripped)
    path = convert(stripped.getvalue(), ".xlsx", "xlsx", folder)
    return openpyxl.load_workbook(path, data_only=True)


def pdf_pages(path: Path) -> list[tuple[float, float]]:
    """The size of every page in points."""
    command = ["pdfinfo", "-f", "1", "-l", "999", str(path)]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", text)
    return [(float(width), float(height)) for width, height in found]


def pdf_texts(path: Path) -> list[str]:
    """The text of every page, laid out as printed."""
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def assert_size(page: tuple[float, float], size: tuple[float, float]) -> None:
    """The page is that paper, upright or on its side, within three points (a millimetre)."""
    close = [abs(a - b) <= 3 for a, b in zip(sorted(page), sorted(size), strict=True)]
    assert all(close), (page, size)


def same(left: object, right: object) -> bool:
    """Whether two cells hold the same: an empty text is an empty cell, nought is not."""
    if left in (None, "") or right in (None, ""):
        return left in (None, "") and right in (None, "")
    if isinstance(left, str) or isinstance(right, str):
        return left == right
    return abs(left - right) < 1e-9
