"""The published DKB Semester II 2024 figures, read straight from the source's table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

BERKAS = Path(__file__).parents[2] / "data" / "sumbar_dkb_s2_2024.csv"


@dataclass(frozen=True)
class Angka:
    wajib: int
    memiliki: int
    belum: int
    persen: int


def baca(dokumen: str) -> dict[str, Angka]:
    """Figures of ``lahir_0_17`` or ``cerai`` by region code; percents in hundredths."""
    with BERKAS.open(encoding="utf-8") as file:
        return {row["kode_kemendagri"]: _angka(row, dokumen) for row in csv.DictReader(file)}


def _angka(row: dict[str, str], dokumen: str) -> Angka:
    printed = f"persen_tercetak_akta_{dokumen.split('_', maxsplit=1)[0]}"
    return Angka(
        int(row[f"wajib_akta_{dokumen}"]),
        int(row[f"memiliki_akta_{dokumen}"]),
        int(row[f"belum_akta_{dokumen}"]),
        int(row[printed].replace(".", "")),
    )
