"""Do the figures agree with the paper and the file around them? R11, R15, R30."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from civreg_tui.domain.bacaan import BarisSumber, TabelSumber
from civreg_tui.domain.cakupan import ratio_hundredths, round_half_up
from civreg_tui.domain.kolom import Kolom
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.temuan.model import Aturan, Lokasi, Temuan
from civreg_tui.domain.temuan.tabel import Tabel, bukti, first_rows
from civreg_tui.domain.wilayah import Jenis


def r11_total_row(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A JUMLAH row that is not the sum of the regions, column by column.

    A SUB JUMLAH is compared with the kabupaten, the kota, or the rows it stands beside,
    whichever fits best. A column that is not complete has no sum.
    """
    level = aturan.level if tabel.softcopy else aturan.tingkat("tingkat_entri")
    for row, sums in _totals(tabel):
        for kolom, cell in row.sel.items():
            total = sums.get(kolom)
            if cell.angka is None or total is None or total == cell.angka:
                continue
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, None, cell.alamat, kolom, f"baris {row.baris}"),
                bukti((("jumlah", cell.angka), ("hasil", total))),
                level=level,
                f=format_count(cell.angka),
                s=format_count(total),
                d=format_count(abs(cell.angka - total)),
                kolom=kolom.label,
            )


Jumlah = dict[Kolom, int | None]


def _totals(tabel: Tabel) -> Iterator[tuple[BarisSumber, Jumlah]]:
    """Every total row with the sums that it should show."""
    for table in tabel.sumber:
        for row in table.jumlah:
            yield row, _sums(tabel, table, row)
        for kind, row in table.subjumlah:
            yield row, _add(_of_kind(table, kind), row) if tabel.softcopy else {}


def _sums(tabel: Tabel, table: TabelSumber, row: BarisSumber) -> Jumlah:
    if not tabel.softcopy:
        whole = {kolom: tabel.jumlah(kolom) for kolom in row.sel if kolom.ukuran != "belum"}
        return {} if _is_part(tabel, table, row) else whole
    if _is_part(tabel, table, row):
        groups = _groups(table, row)
        return max((_add(group, row) for group in groups), key=lambda s: _agreement(s, row))
    tables = (table,) if len(table.rows) == len(tabel.daftar) else tabel.sumber
    rows = list(first_rows(tables).values())
    rows += [r for t in tables for r in t.baris if r.wilayah is None]
    return _add(rows, row) if len(rows) == len(tabel.daftar) else {}


def _is_part(tabel: Tabel, table: TabelSumber, row: BarisSumber) -> bool:
    """Whether a total is of some regions only: by its name, or since other tables hold the rest."""
    return is_subtotal(row) or len(table.rows) < len(first_rows(tabel.sumber))


def is_subtotal(row: BarisSumber) -> bool:
    """Whether a total row is of a part only: SUB JUMLAH, JUMLAH KABUPATEN, JUMLAH KOTA."""
    words = row.nama_teks.upper().replace("/", " ").split()
    kinds = {kind for kind in ("KAB", "KOTA") for word in words if word.startswith(kind)}
    return "SUB" in words or any(w.startswith("SUBT") for w in words) or len(kinds) == 1


def _groups(table: TabelSumber, total: BarisSumber) -> list[list[BarisSumber]]:
    """The rows a subtotal can mean: one kind of region, or the block just above or below it."""
    others = [row.baris for row in table.jumlah if row is not total]
    above = max((b for b in others if b < total.baris), default=-1)
    below = min((b for b in others if b > total.baris), default=1 << 30)
    return [
        _of_kind(table, "kabupaten"),
        _of_kind(table, "kota"),
        [r for r in table.baris if above < r.baris < total.baris],
        [r for r in table.baris if total.baris < r.baris < below],
    ]


def _of_kind(table: TabelSumber, kind: Jenis) -> list[BarisSumber]:
    settled = [(row.penetapan.wilayah, row) for row in table.rows.values()]
    return [row for region, row in settled if region and region.jenis == kind]


def _add(rows: Sequence[BarisSumber], total: BarisSumber) -> Jumlah:
    """Sums by column; None where a row does not give the column."""
    return {kolom: _column_sum(rows, kolom) for kolom in total.sel}


def _column_sum(rows: Sequence[BarisSumber], kolom: Kolom) -> int | None:
    cells = [row.sel.get(kolom) for row in rows]
    given = [cell.angka for cell in cells if cell is not None and cell.angka is not None]
    return sum(given) if given and len(given) == len(cells) else None


def _agreement(sums: Jumlah, row: BarisSumber) -> tuple[int, int]:
    """How many columns a group explains, and how near it comes where it does not."""
    pairs = [(sums.get(k), cell.angka) for k, cell in row.sel.items()]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return sum(a == b for a, b in known), -sum(abs(a - b) for a, b in known) if known else -(10**15)


def r15_control(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """The hardcopy's control total against the keyed column, or the softcopy's while unkeyed."""
    if tabel.lembar is None:
        return
    for kolom, control in tabel.lembar.kendali.items():
        keyed, read = _keyed_total(tabel, kolom), _read_total(tabel, kolom)
        shown = read if keyed is None else keyed
        if shown is None or shown == control:
            continue
        yield aturan.lapor(
            tabel.lokasi(kolom=kolom),
            bukti((("hardcopy", control), ("hasil", shown))),
            varian="utama" if shown == read else "entri",
            dokumen=tabel.dokumen.nama,
            kolom=kolom.label,
            h=format_count(control),
            s=format_count(shown),
            d=format_count(abs(control - shown)),
        )


def _keyed_total(tabel: Tabel, kolom: Kolom) -> int | None:
    if kolom.ukuran != "belum":
        return tabel.jumlah(kolom)
    due = tabel.jumlah(Kolom("wajib", kolom.seks))
    owned = tabel.jumlah(Kolom("memiliki", kolom.seks))
    return None if due is None or owned is None else due - owned


def _read_total(tabel: Tabel, kolom: Kolom) -> int | None:
    rows = list(first_rows(tabel.sumber).values())
    return _column_sum(rows, kolom) if len(rows) == len(tabel.daftar) else None


def r30_mean_of_percents(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """The province's printed percent is the mean of the regions' percents."""
    for table in tabel.sumber if tabel.softcopy else ():
        for row in table.jumlah:
            printed = row.persen.angka if row.persen else None
            if printed is None or not is_mean(aturan, tabel, row):
                continue
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, None, row.persen.alamat if row.persen else None),
                bukti((("persen", printed), ("hasil", province_percent(tabel)))),
                x=format_percent(printed),
                y=format_percent(province_percent(tabel)),
            )


def is_mean(aturan: Aturan, tabel: Tabel, row: BarisSumber) -> bool:
    """Whether a total row prints the mean of percents and not Σ memiliki ÷ Σ wajib."""
    printed, true = row.persen.angka if row.persen else None, province_percent(tabel)
    if printed is None or true is None or is_subtotal(row):
        return False
    tolerance = aturan.batas("selisih") * 100
    means = _means(tabel)
    return abs(printed - true) > tolerance and any(abs(printed - m) <= tolerance for m in means)


def province_percent(tabel: Tabel) -> int | None:
    """Σ memiliki ÷ Σ wajib over a complete table, in hundredths of a percent."""
    due, owned = tabel.jumlah(Kolom("wajib", "jml")), tabel.jumlah(Kolom("memiliki", "jml"))
    return ratio_hundredths(owned, due)


def _means(tabel: Tabel) -> list[int]:
    """The mean of the exact percents and that of the rounded ones, in hundredths."""
    pairs = [(row.nilai("memiliki"), row.nilai("wajib")) for row in tabel.baris]
    exact = [Fraction(m * 10_000, w) for m, w in pairs if m is not None and w]
    if not exact:
        return []
    rounded = sum(map(round_half_up, exact))
    return [
        round_half_up(sum(exact, Fraction(0)) / len(exact)),
        round_half_up(Fraction(rounded, len(exact))),
    ]
