"""Do the figures follow from the months before? R18–R22."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from civreg_tui.domain.cakupan import ratio_hundredths, round_half_up
from civreg_tui.domain.lembar import Kolom, Lembar, Ukuran
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import acuan_for
from civreg_tui.domain.temuan.aturan.seri import perubahan, sebaran, seri
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.subjek import SubjekLembar
from civreg_tui.domain.temuan.tabel import Baris, Tabel, bukti

STOK: tuple[Ukuran, ...] = ("wajib", "memiliki")


def same_base(sheet: Lembar, other: Lembar) -> bool:
    """Whether two months stand on one DKB (an empty reference is the one in force then)."""
    return (sheet.acuan or acuan_for(sheet.periode)) == (other.acuan or acuan_for(other.periode))


def signed(value: Fraction) -> str:
    """A change with its sign and two decimals: ``+2,35``."""
    rounded = round_half_up(abs(value) * 100)
    return ("-" if value < 0 else "+") + format_percent(rounded)


def _history(tabel: Tabel) -> tuple[SubjekLembar, Lembar] | None:
    subject = tabel.lembar
    return (subject, subject.lalu) if subject is not None and subject.lalu is not None else None


def r18_unchanged(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A row whose every figure is last month's; all rows together are said once, and loudly."""
    history = _history(tabel)
    same = [row for row in tabel.baris if history and _unchanged(row, *history)]
    if len(same) == len(tabel.daftar) > 1:
        evidence = ";".join(f"{row.kode}:{bukti(dict(row.angka))}" for row in same)
        name, total = tabel.dokumen.nama, len(same)
        yield aturan.lapor(tabel.lokasi(), evidence, varian="semua", dokumen=name, total=total)
        return
    for row in same:
        yield aturan.lapor(tabel.lokasi(row), bukti(dict(row.angka)), kab=row.nama)


def _unchanged(row: Baris, subject: SubjekLembar, last: Lembar) -> bool:
    columns = {*subject.lembar.required_columns, *last.required_columns}
    pairs = [(row.nilai(*k), last.nilai(row.kode, *k)) for k in columns | set(row.angka)]
    given = [(a, b) for a, b in pairs if a is not None or b is not None]
    return all(a == b for a, b in given) and any(a for a, _ in given)


def r19_leap(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A stock far outside last month's; the series' median clears it when last month was odd."""
    history = _history(tabel)
    band, enough = _Pita.of(aturan), int(aturan.batas("seri_bulan"))
    for row in tabel.baris if history else ():
        for kolom in row.angka:
            last = history[1].nilai(row.kode, *kolom) if history else None
            if kolom.ukuran not in STOK or not last or band.holds(row.angka[kolom], last):
                continue
            older = seri(history[0], row.kode, kolom) if history else []
            if len(older) < enough or not band.holds(row.angka[kolom], sebaran(older)[0]):
                yield _leap(aturan, tabel, row, kolom, last)


class _Pita(NamedTuple):
    """The band around an earlier figure; both figures below ``smallest`` are not compared."""

    low: Fraction
    high: Fraction
    smallest: int

    @classmethod
    def of(cls, aturan: Aturan) -> _Pita:
        smallest = int(aturan.batas("terkecil"))
        return cls(aturan.batas("terendah"), aturan.batas("tertinggi"), smallest)

    def holds(self, now: int, then: int) -> bool:
        if max(now, then) < self.smallest:
            return True
        above = now * self.low.denominator >= then * self.low.numerator
        return above and now * self.high.denominator <= then * self.high.numerator


def _leap(aturan: Aturan, tabel: Tabel, row: Baris, kolom: Kolom, last: int) -> Temuan:
    now = row.angka[kolom]
    near = aturan.batas("dekat_ribuan")
    powers = [f for f in (10, 100, 1000) for a, b in ((now, last), (last, now))
              if abs(a - f * b) <= near * f * b]  # fmt: skip
    return aturan.lapor(
        tabel.lokasi(row, kolom),
        bukti((("kini", now), ("lalu", last))),
        varian="utama" if powers else "lompat",
        kab=row.nama,
        kolom=kolom.label,
        kini=format_count(now),
        lalu=format_count(last),
    )


def r20_fall(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Owners fall inside one DKB; a cumulative count must not fall at all.

    Where there is no wajib (akta kematian) a small fall asks for a reason, a fall above the
    threshold is an error, whatever the DKB.
    """
    history = _history(tabel)
    if history is None:
        return
    cumulative = not tabel.dokumen.penyebut
    if not cumulative and not same_base(history[0].lembar, history[1]):
        return
    for row in tabel.baris:
        now, last = row.nilai("memiliki"), history[1].nilai(row.kode, "memiliki")
        if now is None or not last or now >= last:
            continue
        deep = (last - now) * 100 > aturan.batas("turun") * last
        if deep or cumulative:
            strict = deep and cumulative
            yield aturan.lapor(
                tabel.lokasi(row, Kolom("memiliki", "jml")),
                bukti((("kini", now), ("lalu", last))),
                level=aturan.tingkat("tingkat_kumulatif") if strict else aturan.level,
                kab=row.nama,
                lalu=format_count(last),
                kini=format_count(now),
            )


def r21_coverage(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Coverage moves by more points than allowed, or owners move unlike this region's habit."""
    history = _history(tabel)
    if history is None or not tabel.dokumen.penyebut:
        return
    for row in tabel.baris:
        now = (row.nilai("memiliki"), row.nilai("wajib"))
        then = (history[1].nilai(row.kode, "memiliki"), history[1].nilai(row.kode, "wajib"))
        points = _points(now, then)
        if points is not None and abs(points) > aturan.batas("poin"):
            yield aturan.lapor(
                tabel.lokasi(row, Kolom("memiliki", "jml")),
                bukti((("kini", f"{now[0]}/{now[1]}"), ("lalu", f"{then[0]}/{then[1]}"))),
                kab=row.nama,
                d=signed(points),
                lalu=format_percent(ratio_hundredths(*then)),
                kini=format_percent(ratio_hundredths(*now)),
            )
        else:
            yield from _unlike_habit(aturan, tabel, row, history)


Pasangan = tuple[int | None, int | None]


def _points(now: Pasangan, then: Pasangan) -> Fraction | None:
    (owned, due), (owned_then, due_then) = now, then
    if owned is None or owned_then is None or not due or not due_then:
        return None
    return Fraction(owned * 100, due) - Fraction(owned_then * 100, due_then)


def _unlike_habit(
    aturan: Aturan, tabel: Tabel, row: Baris, history: tuple[SubjekLembar, Lembar]
) -> Iterator[Temuan]:
    """Owners' change against median ± MAD of the region's earlier changes inside one DKB."""
    subject, last = history
    now, then = row.nilai("memiliki"), last.nilai(row.kode, "memiliki")
    if now is None or not then or not same_base(subject.lembar, last):
        return
    changes = perubahan(subject, row.kode, same_base)
    change = (now - then) * 1_000_000 // then
    if len(changes) < aturan.batas("seri_bulan"):
        return
    median, mad = sebaran(changes)
    allowed = max(aturan.batas("seri_mad") * mad, aturan.batas("seri_terendah") * 10_000)
    if abs(change - median) > allowed:
        yield aturan.lapor(
            tabel.lokasi(row, Kolom("memiliki", "jml")),
            bukti((("kini", now), ("lalu", then), ("biasa", median))),
            varian="seri",
            kab=row.nama,
            d=signed(Fraction((now - then) * 100, then)),
            lalu=format_count(then),
            kini=format_count(now),
            biasa=signed(Fraction(median, 10_000)),
        )


def r22_denominator(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Wajib moves more than a DKB semester, or a change of DKB, explains."""
    history = _history(tabel)
    if history is None:
        return
    inside = same_base(history[0].lembar, history[1])
    allowed = aturan.batas("semester" if inside else "pergantian")
    for row in tabel.baris:
        now, last = row.nilai("wajib"), history[1].nilai(row.kode, "wajib")
        if now is None or not last or abs(now - last) * 100 <= allowed * last:
            continue
        yield aturan.lapor(
            tabel.lokasi(row, Kolom("wajib", "jml")),
            bukti((("kini", now), ("lalu", last), ("acuan", tabel.acuan))),
            kab=row.nama,
            d=signed(Fraction((now - last) * 100, last)),
        )
