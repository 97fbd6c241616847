from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers.rekap import write_rekap
from tests.unit.papers import sample


@pytest.fixture(scope="session")
def laporan() -> Laporan:
    return sample.laporan()


@pytest.fixture(scope="session")
def rekap_bytes(laporan: Laporan) -> bytes:
    return write_rekap(laporan)


@pytest.fixture(scope="session")
def cached(rekap_bytes: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(rekap_bytes), data_only=True)


@pytest.fixture(scope="session")
def formulas(rekap_bytes: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(rekap_bytes))
