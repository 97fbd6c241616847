"""A delivery beside what the month has already: the same, a newer version, a part, an addition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.beda_kiriman import BedaSel, beda_sel, sel_sumber
from civreg_tui.domain.gabungan import Penggantian, memuat
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.saat import pukul
from civreg_tui.services.penerimaan.reading_job import Terbaca, file_name, place_of
from civreg_tui.services.penerimaan.receipt_papers import kept_paper
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy

Hubungan = Literal[
    "sama", "bulan_lain", "dikembalikan", "tanpa_rekap", "angka_sama", "versi_baru", "susulan",
    "pertama",
]  # fmt: skip

_TURUNAN = frozenset({"belum"})
"""Measures that follow from others, so that one that came or went says nothing."""


@dataclass(frozen=True, slots=True)
class KenalBerkas:
    """How a chosen file stands to what was received before, with a sentence that says it."""

    nama: str
    hubungan: Hubungan
    kalimat: str


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """All chosen files, the cells that would change, and what replaces what."""

    berkas: tuple[KenalBerkas, ...] = ()
    beda: tuple[BedaSel, ...] = ()
    diganti: tuple[Penggantian, ...] = ()


def compare(ws: Workspace, periode: str, read: Terbaca) -> Perbandingan:
    """Recognise each chosen file; nothing is written."""
    known = [_same(file, read.kept) for file in read.sama]
    first = len(read.kept)
    arrived = [
        _recognised(ws, periode, file, read, place) for place, file in enumerate(read.baru, first)
    ]
    changed = _changes(ws, periode, read, first, first + len(read.baru)) if first else ()
    return Perbandingan((*known, *arrived), changed, read.diganti)


def _changes(
    ws: Workspace, periode: str, read: Terbaca, lama: int, baru: int
) -> tuple[BedaSel, ...]:
    """The cells that differ between what stands after so many files and after more of them."""
    before, after = read.standing(lama), read.standing(baru)
    if before is None or after is None or lama == baru:
        return ()
    found: list[BedaSel] = []
    for head in ws.store.months.sheets(periode):
        old, new = (sel_sumber(r.dokumen(head.dokumen)) for r in (before, after))
        found += beda_sel(head.dokumen, old, new, ws.facts(periode).wilayah.kode)
    return tuple(b for b in found if b.jenis == "berubah" or b.alamat.ukuran not in _TURUNAN)


def _same(file: Softcopy, kept: Sequence[Softcopy]) -> KenalBerkas:
    was = next(k for k in kept if k.sha256 == file.sha256)
    name = "" if was.nama == file.nama else f" dengan nama {was.nama}"
    text = f"berkas yang sama sudah diterima {pukul(was.pada)}{name}; tidak disimpan dua kali."
    return KenalBerkas(file.nama, "sama", text)


def _recognised(
    ws: Workspace, periode: str, file: Softcopy, read: Terbaca, place: int
) -> KenalBerkas:
    warned = _elsewhere(ws, periode, file)
    if warned is not None:
        return warned
    given = _given(ws, periode, read.tables(place, place + 1))
    if not given:
        text = "tidak memuat angka rekap yang dikenal; periksa lembar dan judul kolomnya."
        return KenalBerkas(file.nama, "tanpa_rekap", text)
    part = _part(ws, periode, given)
    replaced = [one for one in read.diganti if place_of(one.baru) == place]
    if replaced:
        mine = _changes(ws, periode, read, place, place + 1)
        return _version(ws, periode, file, replaced, mine, part)
    if place == 0:
        return KenalBerkas(file.nama, "pertama", part or "memuat semua dokumen dan kabupaten/kota.")
    names = ", ".join(f"{_name(ws, periode, d)} ({len(r)})" for d, r in given.items())
    return KenalBerkas(file.nama, "susulan", f"melengkapi berkas sebelumnya: {names}.")


def _elsewhere(ws: Workspace, periode: str, file: Softcopy) -> KenalBerkas | None:
    """The same bytes were received for another month, or went back to their senders."""
    others = [m for m in ws.store.records.months_with(file.sha256) if m != periode]
    if others:
        label = Periode.parse(others[-1]).label
        text = (
            f"berkas yang sama sudah diterima untuk {label}. Periksa apakah ini berkas bulan ini."
        )
        return KenalBerkas(file.nama, "bulan_lain", text)
    note = kept_paper(ws, periode, "nota")
    if note is not None and file.sha256 in {b.sha256 for b in note.berkas}:
        text = f"berkas ini sudah dikembalikan {pukul(note.diterima_pada)} dan belum diperbaiki."
        return KenalBerkas(file.nama, "dikembalikan", text)
    return None


def _given(ws: Workspace, periode: str, tables: Iterable[TabelSumber]) -> dict[str, set[str]]:
    """The regions with figures per document of the month."""
    ours = [head.dokumen for head in ws.store.months.sheets(periode)]
    found: dict[str, set[str]] = {}
    for table in tables:
        filled = {kode for kode, row in table.rows.items() if memuat(row)}
        if table.dokumen in ours and filled:
            found.setdefault(table.dokumen, set()).update(filled)
    return found


def _part(ws: Workspace, periode: str, given: dict[str, set[str]]) -> str:
    """What a partial delivery holds; empty when it is whole."""
    ours = [head.dokumen for head in ws.store.months.sheets(periode)]
    total = len(ws.facts(periode).wilayah)
    if len(given) == len(ours) and all(len(regions) == total for regions in given.values()):
        return ""
    names = ", ".join(f"{_name(ws, periode, d)} {len(r)}/{total}" for d, r in given.items())
    return f"sebagian, {len(given)} dari {len(ours)} dokumen: {names}."


def _version(
    ws: Workspace,
    periode: str,
    file: Softcopy,
    replaced: Sequence[Penggantian],
    mine: Sequence[BedaSel],
    part: str,
) -> KenalBerkas:
    older = ", ".join(dict.fromkeys(file_name(p.lama) for p in replaced))
    what = ", ".join(
        f"{_name(ws, periode, d)} ({len(regions)} kabupaten/kota)"
        for d, regions in _regions(replaced).items()
    )
    tail = f" Kiriman {part}" if part else ""
    if not mine:
        text = f"semua angkanya sama dengan yang sudah ada dari {older}: {what}.{tail}"
        return KenalBerkas(file.nama, "angka_sama", text)
    text = f"versi baru, menggantikan {older} untuk {what}: {counted(mine)}.{tail}"
    return KenalBerkas(file.nama, "versi_baru", text)


def _regions(replaced: Sequence[Penggantian]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in replaced:
        found.setdefault(one.dokumen, set()).update(one.wilayah)
    return found


def counted(found: Sequence[BedaSel]) -> str:
    """How many figures changed, came and went: ``3 angka berubah, 1 hilang``."""
    number: Counter[str] = Counter(beda.jenis for beda in found)
    kinds = [kind for kind in ("berubah", "baru", "hilang") if number[kind]]
    if not kinds:
        return "tidak ada angka yang berbeda"
    rest = "".join(f", {number[kind]} {kind}" for kind in kinds[1:])
    return f"{number[kinds[0]]} angka {kinds[0]}{rest}"


def _name(ws: Workspace, periode: str, dokumen: str) -> str:
    documents = ws.facts(periode).dokumen
    return documents[dokumen].nama if dokumen in documents else dokumen
