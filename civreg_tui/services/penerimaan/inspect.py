"""Softcopies judged without a store: what was recognised, completeness, findings, coverage."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from civreg_tui.config.definitions import Definitions
from civreg_tui.domain.bacaan import Bacaan, BarisSumber
from civreg_tui.domain.cakupan import add_up, ratio_hundredths
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.kolom import Kolom, Seks, Ukuran
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.domain.temuan.mesin_bacaan import periksa_bacaan
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.domain.wilayah import DaftarWilayah
from civreg_tui.services.cakupan.coverage import finding_json, percent
from civreg_tui.softcopy.reading import read_files

SEKS: tuple[Seks, ...] = ("l", "p", "jml")


@dataclass(frozen=True)
class Inspection:
    """A reading and its findings; ``periode`` is the month asked for, else the titles' own."""

    bacaan: Bacaan
    periode: Periode | None
    findings: tuple[Temuan, ...]
    facts: Definitions

    def json(self) -> dict[str, Any]:
        """The object that ``inspect --json`` prints."""
        documents = [d for d in self.facts.dokumen.values() if self.bacaan.dokumen(d.kode)]
        return {
            "period": str(self.periode) if self.periode else None,
            "base": self.bacaan.acuan,
            "complete": self._complete(),
            "files": list(self._files()),
            "documents": [self._document(d).json() for d in documents],
            "findings": [finding_json(found) for found in self.findings],
        }

    def _document(self, dokumen: Dokumen) -> _Rekap:
        rows: dict[str, BarisSumber] = {}
        for table in self.bacaan.dokumen(dokumen.kode):
            for kode, row in table.rows.items():
                rows.setdefault(kode, row)
        return _Rekap(dokumen, rows, self.facts.wilayah)

    def _complete(self) -> bool:
        """Every active document with its figures for every kabupaten/kota."""
        return all(self._document(d).reported == len(self.facts.wilayah) for d in self.facts.aktif)

    def _files(self) -> Iterator[dict[str, Any]]:
        for file in self.bacaan.berkas:
            sheets = [
                {
                    "name": sheet.nama,
                    "document": sheet.dokumen,
                    "header_row": sheet.baris_judul,
                    "skipped": sheet.dilewati,
                }
                for sheet in file.lembar
            ]
            yield {"path": file.path, "sheets": sheets}


@dataclass(frozen=True)
class _Rekap:
    """The settled rows of one document, as the contract prints them."""

    dokumen: Dokumen
    rows: dict[str, BarisSumber]
    daftar: DaftarWilayah

    def json(self) -> dict[str, Any]:
        return {
            "code": self.dokumen.kode,
            "name": self.dokumen.nama,
            "rows": [self._row(kode) for kode in self.daftar.kode if kode in self.rows],
            "province": self._province(),
        }

    @property
    def reported(self) -> int:
        """The regions whose coverage (or count, without a denominator) is known."""
        return len(self._whole())

    def _whole(self) -> list[str]:
        needed: list[Ukuran] = ["wajib", "memiliki"] if self.dokumen.penyebut else ["memiliki"]
        return [k for k in self.rows if all(self._figure(k, u) is not None for u in needed)]

    def _figure(self, kode: str, ukuran: Ukuran, seks: Seks = "jml") -> int | None:
        """A figure as given; JML is L + P where only these were given."""
        if ukuran == "wajib" and not self.dokumen.penyebut:
            return None
        if ukuran == "belum":
            return _minus(self._figure(kode, "wajib", seks), self._figure(kode, "memiliki", seks))
        cells = self.rows[kode].sel
        both = cells.get(Kolom(ukuran, "jml"))
        if seks != "jml":
            return cells[Kolom(ukuran, seks)].angka if Kolom(ukuran, seks) in cells else None
        if both is not None and (both.angka is not None or both.masalah):
            return both.angka
        parts = [self._figure(kode, ukuran, s) for s in ("l", "p")]
        return None if None in parts else add_up(parts)

    def _row(self, kode: str) -> dict[str, Any]:
        measures: tuple[Ukuran, ...] = ("wajib", "memiliki", "belum")
        row: dict[str, Any] = {"region": kode, "name": self.daftar[kode].nama}
        for ukuran in measures:
            row[ukuran] = {seks: self._figure(kode, ukuran, seks) for seks in SEKS}
        return row | {"cakupan": percent(ratio_hundredths(*self._ratio([kode])))}

    def _ratio(self, regions: list[str]) -> tuple[int | None, int | None]:
        """Numerator and denominator over regions; akta kematian against deaths reported."""
        part: Ukuran = "memiliki" if self.dokumen.penyebut else "terbit"
        base: Ukuran = "wajib" if self.dokumen.penyebut else "dilaporkan"
        pairs = [(self._figure(k, part), self._figure(k, base)) for k in regions]
        whole = [(m, w) for m, w in pairs if m is not None and w is not None]
        return add_up(m for m, _ in whole), add_up(w for _, w in whole)

    def _province(self) -> dict[str, Any]:
        whole = self._whole()
        sums = {
            u: add_up(self._figure(k, u) for k in whole) for u in ("wajib", "memiliki", "belum")
        }
        return {
            **sums,
            "cakupan": percent(ratio_hundredths(*self._ratio(whole))),
            "reported": len(whole),
            "regions": len(self.daftar),
        }


def _minus(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part


def inspect_files(
    paths: Sequence[str | os.PathLike[str]], periode: Periode | None, facts: Definitions
) -> Inspection:
    """Read softcopies and judge them; SoftcopyTidakTerbaca when one cannot be read."""
    bacaan = read_files(paths, facts, periode=periode)
    month = periode or bacaan.periode
    base = bacaan.acuan or (acuan_for(month) if month else "")
    findings = periksa_bacaan(
        bacaan, periode, facts.dokumen, facts.wilayah, facts.penduduk.get(base), facts.aturan
    )
    return Inspection(bacaan, month, findings, facts)
