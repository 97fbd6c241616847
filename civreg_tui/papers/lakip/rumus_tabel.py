"""The formulas of the LAKIP's tables: a cell is a formula wherever the sheet has what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from civreg_tui.domain.lakip import fakta
from civreg_tui.domain.laporan import Laporan, Rekap
from civreg_tui.papers import rumus
from civreg_tui.papers.lakip.lembar import BARIS_PERTAMA, LetakTabel
from civreg_tui.papers.sel import nama_sel

Letak = Mapping[str, LetakTabel]
Rumus = Callable[[Letak, LetakTabel, Laporan], dict[tuple[int, int], str]]
"""Formulas by (row, column) of one table."""


def rumus_tabel(letak: Letak, here: LetakTabel, laporan: Laporan) -> dict[tuple[int, int], str]:
    """The formulas of a table; the other cells are plain values."""
    kind = here.tabel.id.split("_")[0]
    maker = _PEMBUAT.get(kind)
    return maker(letak, here, laporan) if maker else {}


def _target(_: Letak, __: LetakTabel, laporan: Laporan) -> dict[tuple[int, int], str]:
    found = {}
    for row, rekap in enumerate(laporan.rekap, BARIS_PERTAMA):
        wajib, memiliki, target = (nama_sel(row, column) for column in (1, 2, 4))
        if not _berumus(rekap):
            continue
        found[row, 3] = rumus.persen(memiliki, wajib)
        if rekap.capaian is not None:
            negatif = rekap.sasaran.negatif
            found[row, 5] = rumus.capaian(memiliki, wajib, target, negatif=negatif)
    return found


def _berumus(rekap: Rekap) -> bool:
    """Whether the percent follows from the sums in the table, which other regions may swell."""
    whole = rekap.dokumen.penyebut and rekap.provinsi.persen is not None
    return whole and fakta.sepadan(rekap)


def _banding(_: Letak, here: LetakTabel, __: Laporan) -> dict[tuple[int, int], str]:
    """Now − then: six columns with two earlier months, four with one."""
    columns = len(here.tabel.kolom)
    pairs = ((4, 3, 2), (5, 3, 1)) if columns == 6 else ((3, 2, 1),)
    found = {}
    for offset, cells in enumerate(here.tabel.baris):
        row = BARIS_PERTAMA + offset
        for target, now, then in pairs:
            if cells[target] is not None:
                found[row, target] = rumus.selisih(nama_sel(row, now), nama_sel(row, then))
    return found


def _sasaran(letak: Letak, here: LetakTabel, laporan: Laporan) -> dict[tuple[int, int], str]:
    source = letak["target"]
    recaps = {r.dokumen.nama: r for r in laporan.rekap}
    found = {}
    for offset, cells in enumerate(here.tabel.baris):
        row, name = BARIS_PERTAMA + offset, str(cells[0])
        if not _berumus(recaps[name]):
            continue
        there = source.baris(name)
        wajib, memiliki = source.luar(there, 1), source.luar(there, 2)
        goal = nama_sel(row, 2)
        found[row, 1] = rumus.persen(memiliki, wajib)
        if here.tabel.id == "renstra":
            negatif = recaps[name].sasaran.negatif
            found[row, 3] = rumus.capaian(memiliki, wajib, goal, negatif=negatif)
        else:
            found[row, 3] = rumus.selisih(nama_sel(row, 1), goal)
        if cells[4] is not None:
            found[row, 4] = rumus.kurang(memiliki, wajib, goal)
    return found


def _kurang(letak: Letak, here: LetakTabel, laporan: Laporan) -> dict[tuple[int, int], str]:
    kode = here.tabel.id.removeprefix("kurang_")
    rekap = next(r for r in laporan.rekap if r.dokumen.kode == kode)
    source = letak["target"]
    goal = source.luar(source.baris(rekap.dokumen.nama), 4)
    found = {}
    for row in range(BARIS_PERTAMA, here.jumlah):
        wajib, memiliki = nama_sel(row, 1), nama_sel(row, 2)
        found[row, 3] = rumus.persen(memiliki, wajib)
        found[row, 4] = rumus.kurang(memiliki, wajib, goal)
    found[here.jumlah, 4] = rumus.jumlah(here.rentang(4))
    return found


def _anggaran(_: Letak, here: LetakTabel, __: Laporan) -> dict[tuple[int, int], str]:
    found = {}
    for row in range(BARIS_PERTAMA, here.jumlah + 1):
        found[row, 4] = rumus.persen(nama_sel(row, 3), nama_sel(row, 2))
    for column in (2, 3):
        found[here.jumlah, column] = rumus.jumlah(here.rentang(column))
    return found


def _efisiensi(letak: Letak, _: LetakTabel, laporan: Laporan) -> dict[tuple[int, int], str]:
    source, budget = letak["target"], letak["anggaran"]
    indicators = fakta.berindikator(laporan)
    found = {}
    for row, rekap in enumerate(indicators, BARIS_PERTAMA):
        found[row, 1] = rumus.tautan(source.luar(source.baris(rekap.dokumen.nama), 5))
    mean = BARIS_PERTAMA + len(indicators)
    if all(_berumus(rekap) for rekap in indicators):
        found[mean, 1] = rumus.rata([_capaian_utuh(source, rekap) for rekap in indicators])
    found[mean + 1, 1] = rumus.tautan(budget.luar(budget.jumlah, 4))
    found[mean + 2, 1] = rumus.selisih(nama_sel(mean, 1), nama_sel(mean + 1, 1))
    return found


def _capaian_utuh(source: LetakTabel, rekap: Rekap) -> str:
    row = source.baris(rekap.dokumen.nama)
    wajib, memiliki, target = (source.luar(row, column) for column in (1, 2, 4))
    return rumus.capaian_utuh(memiliki, wajib, target, negatif=rekap.sasaran.negatif)


_PEMBUAT: dict[str, Rumus] = {
    "target": _target,
    "banding": _banding,
    "pemilik": _banding,
    "renstra": _sasaran,
    "nasional": _sasaran,
    "kurang": _kurang,
    "anggaran": _anggaran,
    "efisiensi": _efisiensi,
}
