"""Is every row of the softcopy one kabupaten/kota, and each of them there once? R02, R03, R04."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import PurePath

from civreg_tui.domain.bacaan import BarisSumber, TabelSumber
from civreg_tui.domain.kolom import Kolom
from civreg_tui.domain.temuan.model import Aturan, Lokasi, Temuan
from civreg_tui.domain.temuan.tabel import Tabel, bukti
from civreg_tui.domain.wilayah import Wilayah


def unsettled(tabel: Tabel) -> list[BarisSumber]:
    """The rows of a softcopy that settled on no region."""
    if not tabel.softcopy:
        return []
    return [row for table in tabel.sumber for row in table.baris if row.wilayah is None]


def r02_twice(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A region on several rows of a table, or a document in two versions."""
    if not tabel.softcopy:
        return
    if "versi" not in aturan.pesan:  # rules that a month froze before there was this message
        yield from _twice(aturan, tabel, [r for t in tabel.sumber for r in t.baris])
        return
    for table in tabel.sumber:
        yield from _twice(aturan, tabel, table.baris)
    for first, second in combinations(tabel.sumber, 2):
        shared = [kode for kode in first.rows if kode in second.rows]
        if shared:
            yield _versions(aturan, tabel, (first, second), shared)


def _twice(aturan: Aturan, tabel: Tabel, baris: Iterable[BarisSumber]) -> Iterator[Temuan]:
    rows: dict[str, list[BarisSumber]] = {}
    for row in baris:
        rows.setdefault(row.wilayah or "", []).append(row)
    for region in tabel.daftar.semua:
        found = rows.get(region.kode, [])
        if len(found) > 1:
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, region.kode, found[1].alamat),
                ";".join(row.alamat for row in found),
                kab=region.nama,
                n=len(found),
                a=", ".join(str(row.baris) for row in found[:-1]),
                b=found[-1].baris,
            )


def _versions(
    aturan: Aturan, tabel: Tabel, pair: tuple[TabelSumber, TabelSumber], shared: list[str]
) -> Temuan:
    """Two tables of one document that hold the same regions."""
    first, second = pair
    different = sum(_figures(first.rows[k]) != _figures(second.rows[k]) for k in shared)
    names = [_place(table, pair) for table in pair]
    return aturan.lapor(
        Lokasi(tabel.dokumen.kode, None, second.rows[shared[0]].alamat, perihal=";".join(names)),
        bukti((("sama", ",".join(shared)), ("beda", different))),
        varian="versi",
        dokumen=tabel.dokumen.nama,
        satu=names[0],
        dua=names[1],
        n=len(shared),
        beda=f"{different} di antaranya berbeda angkanya" if different else "angkanya sama",
    )


def _figures(row: BarisSumber) -> dict[Kolom, int | None]:
    return {kolom: cell.angka for kolom, cell in row.sel.items()}


def _place(table: TabelSumber, pair: tuple[TabelSumber, TabelSumber]) -> str:
    """What tells a table from the other: its worksheet, its file where these are two, its row."""
    file = PurePath(table.berkas).name
    if pair[0].berkas != pair[1].berkas:
        return f"{file} lembar {table.lembar}"
    same = pair[0].lembar == pair[1].lembar
    return f"lembar {table.lembar}" + (f" baris {table.baris_judul}" if same else "")


def r03_unknown_name(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A row whose name is unknown, or can mean several regions."""
    for row in unsettled(tabel):
        if row.penetapan.rule == "R03":
            yield _unknown(aturan, tabel, row)


def _unknown(aturan: Aturan, tabel: Tabel, row: BarisSumber) -> Temuan:
    several = row.penetapan.kandidat
    return aturan.lapor(
        Lokasi(tabel.dokumen.kode, None, row.alamat),
        bukti((("nama", row.nama_teks), ("kode", row.kode_teks))),
        varian="ganda" if len(several) > 1 else "utama",
        r=row.baris,
        teks=row.nama_teks or row.kode_teks,
        kab1=", ".join(c.nama for c in several[:-1]),
        kab2=several[-1].nama if several else "",
    )


def r04_code_against_name(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A code and a name that point to different regions."""
    for row in unsettled(tabel):
        if row.penetapan.rule == "R04":
            yield _contradiction(aturan, tabel, row)


def _contradiction(aturan: Aturan, tabel: Tabel, row: BarisSumber) -> Temuan:
    named: tuple[Wilayah, ...] = row.penetapan.kandidat
    coded = row.penetapan.menurut_kode
    return aturan.lapor(
        Lokasi(tabel.dokumen.kode, named[0].kode if len(named) == 1 else None, row.alamat),
        bukti((("kode", row.kode_teks), ("nama", row.nama_teks))),
        varian="utama" if coded else "kode_asing",
        r=row.baris,
        kode=row.kode_teks.strip(),
        kab1=coded.nama if coded else "",
        kab2=" atau ".join(region.nama for region in named) or row.nama_teks,
    )
