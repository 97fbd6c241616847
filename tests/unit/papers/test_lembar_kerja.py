"""Formulas go into the workbook as they are, so they may only use functions of long standing."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest

from civreg_tui.config import load_config
from civreg_tui.papers.kabupaten import write_kabupaten
from civreg_tui.papers.lakip_xlsx import write_lakip_tables
from civreg_tui.papers.rekap import write_rekap
from civreg_tui.papers.sop import write_sop
from civreg_tui.papers.template import write_template

LAMA = frozenset(
    ["AND", "COUNT", "COUNTIF", "IF", "INT", "ISNUMBER", "MAX", "N", "OR", "ROUND", "ROUNDUP",
     "SUM", "SUMPRODUCT", "TRIM", "UPPER"]
)  # fmt: skip
"""Functions of every spreadsheet since 2007; others would need a prefix in the file."""


def formulas(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(content))
    values = [cell.value for sheet in book for row in sheet for cell in row]
    texts = [getattr(value, "text", value) for value in values]
    return [text for text in texts if isinstance(text, str) and text.startswith("=")]


@pytest.mark.parametrize("paper", ["rekap", "sop", "lakip", "kabupaten", "template"])
def test_only_functions_that_every_spreadsheet_knows(paper, laporan):
    facts = load_config().facts
    content = {
        "rekap": lambda: write_rekap(laporan),
        "sop": lambda: write_sop(laporan),
        "lakip": lambda: write_lakip_tables(laporan),
        "kabupaten": lambda: write_kabupaten(laporan, "13.06"),
        "template": lambda: write_template(None, facts.aktif, facts.wilayah, facts.kantor),
    }[paper]()
    found = formulas(content)
    assert found
    used = {name for text in found for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", text)}
    assert used <= LAMA
