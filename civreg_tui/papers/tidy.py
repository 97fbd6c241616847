"""The month as plain data: one row a figure, for those who calculate on; also as CSV.

Percents have a decimal comma in the CSV, as a spreadsheet set to Indonesian reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.laporan import BarisRekap, Laporan, Rekap
from civreg_tui.domain.numbers import format_percent
from civreg_tui.papers.tabel_csv import tabel_csv

KEPALA = (
    "periode",
    "dokumen",
    "kode_wilayah",
    "wilayah",
    "ukuran",
    "seks",
    "nilai",
    "satuan",
    "acuan",
    "angka_contoh",
    "keadaan",
)
Baris = tuple[str, str, str, str, str, str, int | None, str, str, str, str]
PERSERATUS = "persen"
_SATUAN = {"wajib": "jiwa", "memiliki": "akta", "belum": "jiwa"}


def rows(laporan: Laporan) -> Iterator[Baris]:
    """Every figure of the recaps; counts as they are, percents in hundredths, None = not given."""
    keadaan = "draf" if laporan.draf else "tervalidasi"
    for rekap in laporan.rekap:
        tail = (rekap.acuan, "ya" if rekap.contoh else "tidak", keadaan)
        for row in rekap.baris:
            head = (laporan.periode, rekap.dokumen.kode, row.kode, row.nama)
            for ukuran, seks, nilai, satuan in _figures(rekap, row):
                yield (*head, ukuran, seks, nilai, satuan, *tail)


def _figures(rekap: Rekap, row: BarisRekap) -> Iterator[tuple[str, str, int | None, str]]:
    sexes = ("l", "p", "jml") if rekap.rincian == "lp" else ("jml",)
    stocks = ("wajib", "memiliki", "belum") if rekap.dokumen.penyebut else ("memiliki",)
    for ukuran in stocks:
        for seks in sexes:
            yield ukuran, seks, getattr(getattr(row, ukuran), seks), _SATUAN[ukuran]
    if rekap.dokumen.terbit:
        for seks in ("jml",) if rekap.dokumen.penyebut else sexes:
            yield "terbit", seks, getattr(row.terbit, seks), "akta"
    if rekap.dokumen.dilaporkan:
        yield "dilaporkan", "jml", row.dilaporkan, "jiwa"
    if rekap.dokumen.penyebut or rekap.dokumen.dilaporkan:
        yield "cakupan", "jml", row.persen, PERSERATUS


def write_csv(laporan: Laporan) -> bytes:
    """The same rows as CSV."""
    return tabel_csv(KEPALA, ([_field(value, row[7]) for value in row] for row in rows(laporan)))


def _field(value: int | str | None, satuan: str) -> int | str | None:
    if isinstance(value, int) and satuan == PERSERATUS:
        return format_percent(value)
    return value
