"""The published December 2024 figures as keyed columns, each with last month's beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from civreg_tui.config.build import build_config
from civreg_tui.config.tables import read_defaults
from civreg_tui.domain.lembar import Alamat, Isian, Kolom, Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.services.demo_history import example_cells

SOURCE = Path(__file__).parents[1] / "data" / "sumbar_dkb_s2_2024.csv"
FACTS = build_config(read_defaults(), "data").facts
DAFTAR = FACTS.wilayah
ACUAN = "DKB Semester II Tahun 2024"
FIELDS: dict[tuple[str, Kolom], str] = {
    ("AK017", Kolom("wajib", "jml")): "wajib_akta_lahir_0_17",
    ("AK017", Kolom("memiliki", "jml")): "memiliki_akta_lahir_0_17",
    ("ACERAI", Kolom("wajib", "jml")): "wajib_akta_cerai",
    ("ACERAI", Kolom("memiliki", "jml")): "memiliki_akta_cerai",
    ("AMATI", Kolom("memiliki", "l")): "akta_mati_l",
    ("AMATI", Kolom("memiliki", "p")): "akta_mati_p",
}
"""Where each keyed column stands in the published table."""


@dataclass(frozen=True)
class Column:
    """A column with its true figures, the document's other columns, and last month's."""

    document: str
    kolom: Kolom
    true: Mapping[str, int]
    beside: Mapping[Kolom, Mapping[str, int | None]]
    last: Mapping[str, int | None]


@cache
def columns() -> tuple[Column, ...]:
    """The six keyed columns that the source has figures for."""
    with SOURCE.open(encoding="utf-8") as file:
        rows = {row["kode_kemendagri"]: row for row in csv.DictReader(file)}
    figures = {place: {k: int(rows[k][f]) for k in DAFTAR.kode} for place, f in FIELDS.items()}
    return tuple(_column(document, kolom, figures) for document, kolom in FIELDS)


def _column(
    document: str, kolom: Kolom, figures: Mapping[tuple[str, Kolom], Mapping[str, int]]
) -> Column:
    beside = {k: dict(v) for (code, k), v in figures.items() if code == document and k != kolom}
    last = _november(document, {k: v for (code, k), v in figures.items() if code == document})
    then = {kode: last.get(Alamat(kode, *kolom)) for kode in DAFTAR.kode}
    return Column(document, kolom, figures[document, kolom], beside, then)


def _november(document: str, figures: Mapping[Kolom, Mapping[str, int]]) -> dict[Alamat, int]:
    """The demo's labelled example figures of the month before."""
    december = {Alamat(k, *kolom): v for kolom, col in figures.items() for k, v in col.items()}
    cells = {alamat: Isian(value) for alamat, value in december.items()}
    facts = FACTS.dokumen[document]
    sheet = Lembar(
        Periode(2024, 12), facts, facts.rincian, ACUAN, DAFTAR.kode, MappingProxyType(cells)
    )
    return example_cells(sheet, december, 1)
