"""Is the printed percent the computed one, and which slip would explain it? R14."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from civreg_tui.domain.bacaan import BarisSumber, SelSumber
from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.kolom import Kolom, Seks, Ukuran
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.temuan.aturan.sumber import is_mean, is_subtotal, province_percent
from civreg_tui.domain.temuan.model import Aturan, Lokasi, Temuan
from civreg_tui.domain.temuan.salah_ketik import same_length_slips
from civreg_tui.domain.temuan.tabel import Baris, Tabel, bukti


class Dugaan(NamedTuple):
    """A cell that one slip away from what it holds would give the printed percent."""

    kolom: Kolom
    ditulis: int
    seharusnya: int


def r14_printed_percent(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A printed percent that differs from memiliki ÷ wajib by more than the tolerance."""
    if not tabel.dokumen.penyebut:
        return
    tolerance = aturan.batas("selisih") * 100
    for row in tabel.baris:
        cell = row.sumber.persen if row.sumber else None
        if cell is None or cell.angka is None:
            continue
        computed = ratio_hundredths(row.nilai("memiliki"), row.nilai("wajib"))
        if computed is None:
            continue
        if abs(cell.angka - computed) > tolerance:
            yield _report(aturan, tabel, row, cell, computed)
    yield from _total_rows(aturan, tabel)


def _report(aturan: Aturan, tabel: Tabel, row: Baris, cell: SelSumber, computed: int) -> Temuan:
    printed = cell.angka or 0
    guess = likely_slip(tabel, row, printed)
    where = Lokasi(tabel.dokumen.kode, row.kode, cell.alamat)
    return aturan.lapor(
        tabel.lokasi(row, guess.kolom) if guess else where,
        bukti(
            (
                ("persen", printed),
                ("memiliki", row.nilai("memiliki")),
                ("wajib", row.nilai("wajib")),
            )
        ),
        varian="utama" if guess else "tanpa_dugaan",
        kab=row.nama,
        pt=format_percent(printed),
        ph=format_percent(computed),
        kolom=guess.kolom.label if guess else "",
        x=format_count(guess.ditulis) if guess else "",
        y=format_count(guess.seharusnya) if guess else "",
    )


def likely_slip(tabel: Tabel, row: Baris, printed: int) -> Dugaan | None:
    """The cell whose two swapped digits or one wrong digit explains the printed percent.

    Printed belum, JML and JUMLAH testify for or against a guess; figures that they all
    confirm as they stand leave only the percent itself to doubt.
    """
    if _testimony(tabel, row, None) > 0:
        return None
    best: tuple[int, Dugaan] | None = None
    for guess in _guesses(row, printed):
        weight = _testimony(tabel, row, guess)
        if best is None or weight > best[0]:
            best = (weight, guess)
    return best[1] if best else None


def _guesses(row: Baris, printed: int) -> Iterator[Dugaan]:
    owned, due = row.nilai("memiliki"), row.nilai("wajib")
    if owned is None or due is None:
        return
    for kolom in _typed_columns(row):
        for other in same_length_slips(row.angka[kolom]):
            shift = other - row.angka[kolom]
            pair = (owned + shift, due) if kolom.ukuran == "memiliki" else (owned, due + shift)
            if ratio_hundredths(*pair) == printed:
                yield Dugaan(kolom, row.angka[kolom], other)


def _typed_columns(row: Baris) -> Iterator[Kolom]:
    """JML where it is given, else the sexes that it was added from."""
    stocks: tuple[Ukuran, ...] = ("memiliki", "wajib")
    for ukuran in stocks:
        both: tuple[Seks, ...] = ("jml",)
        sexes: tuple[Seks, ...] = both if Kolom(ukuran, "jml") in row.angka else ("l", "p")
        yield from (Kolom(ukuran, s) for s in sexes)


def _testimony(tabel: Tabel, row: Baris, guess: Dugaan | None) -> int:
    """How many printed figures confirm the row with the guess in place, less those against."""
    witnesses = [_parts_agree(row, guess), *_sexes_agree(row, guess), *_totals_agree(tabel, guess)]
    return sum(1 if agrees else -1 for agrees in witnesses if agrees is not None)


def _value(row: Baris, kolom: Kolom, guess: Dugaan | None) -> int | None:
    if guess is not None and guess.kolom == kolom:
        return guess.seharusnya
    value = row.nilai(*kolom)
    if value is None or guess is None or kolom.seks != "jml" or kolom in row.angka:
        return value
    same = guess.kolom.ukuran == kolom.ukuran
    return value + (guess.seharusnya - guess.ditulis if same else 0)


def _parts_agree(row: Baris, guess: Dugaan | None) -> bool | None:
    cell = row.sumber.sel.get(Kolom("belum", "jml")) if row.sumber else None
    owned, due = (_value(row, Kolom(u, "jml"), guess) for u in ("memiliki", "wajib"))
    if cell is None or cell.angka is None or owned is None or due is None:
        return None
    return owned + cell.angka == due


def _sexes_agree(row: Baris, guess: Dugaan | None) -> Iterator[bool | None]:
    stocks: tuple[Ukuran, ...] = ("memiliki", "wajib")
    for ukuran in stocks:
        given = [row.angka.get(Kolom(ukuran, s)) for s in ("l", "p")]
        both = _value(row, Kolom(ukuran, "jml"), guess)
        if Kolom(ukuran, "jml") in row.angka and None not in given and both is not None:
            yield sum(value for value in given if value is not None) == both


def _totals_agree(tabel: Tabel, guess: Dugaan | None) -> Iterator[bool | None]:
    """Whether the printed JUMLAH of both stocks fits the column with the guess in place."""
    stocks: tuple[Ukuran, ...] = ("memiliki", "wajib")
    for ukuran in stocks:
        kolom = Kolom(ukuran, "jml")
        total, printed = tabel.jumlah(kolom), _printed_total(tabel, kolom)
        if total is None or printed is None:
            continue
        if guess is not None and guess.kolom.ukuran == ukuran:
            total += guess.seharusnya - guess.ditulis
        yield total == printed


def _printed_total(tabel: Tabel, kolom: Kolom) -> int | None:
    rows = [row for table in tabel.sumber for row in table.jumlah if not is_subtotal(row)]
    cells = [row.sel[kolom].angka for row in rows if kolom in row.sel]
    return next((angka for angka in cells if angka is not None), None)


def _total_rows(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """JUMLAH's own percent; the mean of percents is R30's to say."""
    for table in tabel.sumber if tabel.softcopy else ():
        for row in table.jumlah:
            fits = _fits(aturan, tabel, row)
            if fits is None or row.persen is None or is_mean(aturan, tabel, row):
                continue
            yield aturan.lapor(
                Lokasi(tabel.dokumen.kode, None, row.persen.alamat, perihal=f"baris {row.baris}"),
                bukti((("persen", row.persen.angka), ("hasil", fits))),
                varian="tanpa_dugaan",
                kab=f"Baris {row.nama_teks.strip() or 'JUMLAH'}",
                pt=format_percent(row.persen.angka),
                ph=format_percent(fits),
            )


def _fits(aturan: Aturan, tabel: Tabel, row: BarisSumber) -> int | None:
    """The percent a total row should print; None when what it prints is right (or unknown)."""
    printed = row.persen.angka if row.persen else None
    figures = Baris("", "", {k: c.angka for k, c in row.sel.items() if c.angka is not None})
    own = ratio_hundredths(figures.nilai("memiliki"), figures.nilai("wajib"))
    possible = [own] if is_subtotal(row) else [own, province_percent(tabel)]
    known = [value for value in possible if value is not None]
    if printed is None or not known:
        return None
    tolerance = aturan.batas("selisih") * 100
    return None if any(abs(printed - value) <= tolerance for value in known) else known[-1]
