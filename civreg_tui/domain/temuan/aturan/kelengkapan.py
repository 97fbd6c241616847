"""Is everything there, and under its own name? R01, R05, R06, R12, R13."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from civreg_tui.domain.bacaan import SelSumber, TabelSumber
from civreg_tui.domain.kolom import Kolom, Ukuran
from civreg_tui.domain.periode import BULAN
from civreg_tui.domain.temuan.aturan.baris import unsettled
from civreg_tui.domain.temuan.model import Aturan, Lokasi, Temuan
from civreg_tui.domain.temuan.tabel import SEKS, Baris, Tabel, bukti


def r01_missing(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A region without a row (softcopy) or without any figure (sheet).

    A row that failed to settle speaks for its candidates itself (R03, R04).
    """
    present = {row.kode for row in tabel.baris if tabel.softcopy or row.angka}
    spoken_for = {c.kode for row in unsettled(tabel) for c in row.penetapan.kandidat}
    for region in tabel.daftar.semua:
        if region.kode not in present | spoken_for:
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, region.kode),
                "tidak ada",
                kab=region.nama,
                dokumen=tabel.dokumen.nama,
                n=len(present),
                total=len(tabel.daftar),
            )


def r05_no_whole_number(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A cell that is no whole number ≥ 0: broken formula, decimals, minus, words, 1.234."""
    if tabel.softcopy:
        for table in tabel.sumber:
            yield from _broken_cells(aturan, tabel, table)
            yield from _surplus(aturan, tabel, table)
        return
    for row in tabel.baris:
        for kolom, angka in row.angka.items():
            if angka < 0:
                yield _no_count(aturan, tabel.lokasi(row, kolom), row.nama, str(angka))


def _broken_cells(aturan: Aturan, tabel: Tabel, table: TabelSumber) -> Iterator[Temuan]:
    for row in (*table.baris, *table.jumlah):
        region = row.penetapan.wilayah
        name = region.nama if region else (row.nama_teks.strip() or f"Baris {row.baris}")
        for kolom in row.rusak():
            cell = row.sel[kolom]
            where = Lokasi(tabel.dokumen.kode, row.wilayah, cell.alamat, kolom)
            yield _no_count(aturan, where, name, cell.teks)


def _surplus(aturan: Aturan, tabel: Tabel, table: TabelSumber) -> Iterator[Temuan]:
    """Rows of a delimited text with figures beyond the last heading."""
    rows = {row.baris: row for row in (*table.baris, *table.jumlah)}
    for number, cell, text in table.lebih if "lebih" in aturan.pesan else ():
        if number not in rows:  # a later file took the row's place
            continue
        region = rows[number].penetapan.wilayah
        yield aturan.lapor(
            Lokasi(tabel.dokumen.kode, region.kode if region else None, cell, perihal="lebih"),
            f"lebih={text}",
            varian="lebih",
            kab=region.nama if region else f"Baris {number}",
            isi=text,
        )


def _no_count(aturan: Aturan, lokasi: Lokasi, nama: str, isi: str) -> Temuan:
    label = lokasi.kolom.label if lokasi.kolom else ""
    return aturan.lapor(lokasi, f"isi={isi.strip()}", kab=nama, kolom=label, isi=isi.strip())


def r06_empty(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A required cell that is empty (a declared nil is not empty)."""
    unused = _standing_twice(aturan, tabel)
    yield from unused.values()
    expected = _expected_in_file(tabel) if tabel.softcopy else partial(_expected, tabel)
    for row in tabel.baris:
        for kolom in expected(row):
            if kolom in unused:
                continue
            yield aturan.lapor(tabel.lokasi(row, kolom), "kosong", kab=row.nama, kolom=kolom.label)


def _standing_twice(aturan: Aturan, tabel: Tabel) -> dict[Kolom, Temuan]:
    """Columns that are there twice and differ: said once and not region by region."""
    if not tabel.softcopy or "kembar" not in aturan.pesan:
        return {}
    return {
        kolom: aturan.lapor(
            Lokasi(tabel.dokumen.kode, None, cells[0], kolom),
            f"kembar={';'.join(cells)}",
            varian="kembar",
            kolom=kolom.label,
            sel=" dan ".join(cells),
        )
        for table in tabel.sumber
        for kolom, cells in table.kembar
    }


def _expected(tabel: Tabel, row: Baris) -> Iterator[Kolom]:
    """The sheet's required columns that are empty; a region without any figure is R01's."""
    if tabel.lembar and row.angka:
        required = tabel.lembar.lembar.required_columns
        yield from (k for k in required if row.nilai(*k) is None)


def _expected_in_file(tabel: Tabel) -> Callable[[Baris], Iterator[Kolom]]:
    """Empty cells of the columns that the file fills anywhere, or of JML when it fills none."""
    stocks: tuple[Ukuran, ...] = ("wajib", "memiliki") if tabel.dokumen.penyebut else ("memiliki",)
    columns = {id(row): table.kolom for table in tabel.sumber for row in table.baris}
    filled = _filled(tabel)

    def empty(row: Baris) -> Iterator[Kolom]:
        own = columns.get(id(row.sumber), ())
        for ukuran in stocks:
            present = [Kolom(ukuran, s) for s in SEKS if Kolom(ukuran, s) in own]
            totals = [kolom for kolom in present if kolom.seks == "jml"]
            for kolom in [k for k in present if k in filled] or totals or present:
                if row.nilai(*kolom) is None and _is_blank(row, kolom):
                    yield kolom

    return empty


def _filled(tabel: Tabel) -> frozenset[Kolom]:
    """The columns in which anything is written on any row."""
    columns = {kolom for table in tabel.sumber for kolom in table.kolom}
    return frozenset(
        kolom for kolom in columns if any(not _is_blank(row, kolom) for row in tabel.baris)
    )


def _is_blank(row: Baris, kolom: Kolom) -> bool:
    """Whether nothing at all is written in the source cell (a broken cell is R05's)."""
    cell: SelSumber | None = row.sumber.sel.get(kolom) if row.sumber else None
    return cell is None or (cell.angka is None and cell.masalah is None)


def r12_other_month(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A title that names another month than the one being processed."""
    wanted = tabel.dikerjakan
    if not tabel.softcopy or wanted is None:
        return
    for table in tabel.sumber:
        if table.periode is not None and table.periode != wanted:
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, cell=table.alamat_periode),
                bukti((("judul", table.periode), ("dikerjakan", wanted))),
                judul=table.teks_periode.strip() or table.periode.label,
                bulan=BULAN[wanted.month - 1],
                tahun=wanted.year,
            )


def r13_other_document(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A heading that names another document than its columns hold."""
    for table in tabel.sumber if tabel.softcopy else ():
        title, content = table.dokumen_judul, table.dokumen_isi
        if title and content and title != content:
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, cell=table.alamat_judul),
                bukti((("judul", title), ("isi", content))),
                dokumen1=tabel.nama_dokumen.get(title, title),
                dokumen2=tabel.nama_dokumen.get(content, content),
            )
