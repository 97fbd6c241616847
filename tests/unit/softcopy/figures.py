"""The published figures of December 2024, and what each of them is called."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[2] / "data"


class Angka(NamedTuple):
    """One region's figures in one document; None = not given."""

    kode: str
    nama: str
    wajib: int | None
    memiliki: int
    l: int | None = None  # noqa: E741
    p: int | None = None

    @property
    def belum(self) -> int | None:
        return None if self.wajib is None else self.wajib - self.memiliki

    @property
    def persen(self) -> str:
        """Two decimals, half up, with a comma; worked out on its own, apart from the program."""
        assert self.wajib
        whole, rest = divmod(self.memiliki * 100_000 // self.wajib + 5, 1000)
        return f"{whole},{rest // 10:02d}"


def _published() -> list[dict[str, str]]:
    text = (DATA / "sumbar_dkb_s2_2024.csv").read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def figures(document: str) -> list[Angka]:
    """The 19 rows of a document, in official order."""
    rows = _published()
    match document:
        case "AK017":
            return [_stock(r, "wajib_akta_lahir_0_17", "memiliki_akta_lahir_0_17") for r in rows]
        case "AK04":
            made_up = figures("AK017")
            return [r._replace(wajib=r.memiliki // 4, memiliki=r.memiliki // 5) for r in made_up]
        case "AKALL":
            residents = [int(row["penduduk_jml"]) for row in rows]
            return [r._replace(wajib=n, memiliki=n * 3 // 4)
                    for n, r in zip(residents, figures("AK017"), strict=True)]  # fmt: skip
        case "ACERAI":
            return [_stock(r, "wajib_akta_cerai", "memiliki_akta_cerai") for r in rows]
        case "AMATI":
            return [_deaths(r) for r in rows]
        case _:
            return _example(rows, document)


def _stock(row: dict[str, str], due: str, owned: str) -> Angka:
    return Angka(row["kode_kemendagri"], row["nama_resmi"], int(row[due]), int(row[owned]))


def _deaths(row: dict[str, str]) -> Angka:
    male, female, both = (int(row[f"akta_mati_{s}"]) for s in ("l", "p", "jml"))
    return Angka(row["kode_kemendagri"], row["nama_resmi"], None, both, male, female)


def _example(rows: list[dict[str, str]], document: str) -> list[Angka]:
    text = (DATA / "softcopy" / "expected.json").read_text("utf-8")
    known = json.loads(text)["laporan_adminduk_2024-12.xlsx"]["documents"][document]["rows"]
    return [
        Angka(r["kode_kemendagri"], r["nama_resmi"], k["wajib"], k["memiliki"])
        for r in rows
        for k in [known[r["kode_kemendagri"]]]
    ]


def province(rows: list[Angka]) -> Angka:
    """The sum of rows, as a row."""
    due = None if rows[0].wajib is None else sum(r.wajib or 0 for r in rows)
    male, female = (sum(getattr(r, s) or 0 for r in rows) for s in ("l", "p"))
    return Angka("13", "PROVINSI SUMATERA BARAT", due, sum(r.memiliki for r in rows), male, female)
