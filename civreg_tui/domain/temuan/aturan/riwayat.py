"""Do the figures follow from the months before? R18–R22."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from civreg_tui.domain.cakupan import ratio_hundredths, round_half_up
from civreg_tui.domain.lembar import Kolom, Lembar, Ukuran
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import acuan_for
from civreg_tui.domain.temuan.aturan.seri import (
    Pasangan,
    kenaikan,
    pasangan_bulan,
    perubahan,
    sebaran,
    seri,
)
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
    same = [row for row in tabel.baris if history and _unchanged(row, history[1])]
    if len(same) == len(tabel.daftar) > 1:
        evidence = ";".join(f"{row.kode}:{bukti(dict(row.angka))}" for row in same)
        name, total = tabel.dokumen.nama, len(same)
        yield aturan.lapor(tabel.lokasi(), evidence, varian="semua", dokumen=name, total=total)
        return
    for row in same:
        yield aturan.lapor(tabel.lokasi(row), bukti(dict(row.angka)), kab=row.nama)


def _unchanged(row: Baris, last: Lembar) -> bool:
    before = last.angka.get(row.kode, {})
    if row.angka.keys() == before.keys():
        return row.angka == before and any(row.angka.values())
    some = False
    for kolom in {**row.angka, **dict.fromkeys(last.required_columns)}:
        now = row.nilai(*kolom)
        if now != last.nilai(row.kode, *kolom):
            return False
        some = some or bool(now)
    return some


def r19_leap(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A stock far outside last month's; the series' median clears it when last month was odd."""
    history = _history(tabel)
    band, enough = _Pita.of(aturan), int(aturan.batas("seri_bulan"))
    for row in tabel.baris if history else ():
        before = history[1].angka.get(row.kode, {}) if history else {}
        for kolom, now in row.angka.items():
            last = before.get(kolom)
            if last is None and history:
                last = history[1].nilai(row.kode, *kolom)
            if kolom.ukuran not in STOK or not last or band.holds(now, last):
                continue
            older = seri(history[0], row.kode, kolom) if history else []
            if len(older) < enough or not band.holds(row.angka[kolom], sebaran(older)[0]):
                yield _leap(aturan, tabel, row, kolom, last)


class _Pita(NamedTuple):
    """The band around an earlier figure; both figures below ``smallest`` are not compared."""

    low: tuple[int, int]
    high: tuple[int, int]
    smallest: int

    @classmethod
    def of(cls, aturan: Aturan) -> _Pita:
        low, high = aturan.batas("terendah"), aturan.batas("tertinggi")
        smallest = int(aturan.batas("terkecil"))
        return cls(low.as_integer_ratio(), high.as_integer_ratio(), smallest)

    def holds(self, now: int, then: int) -> bool:
        if now < self.smallest and then < self.smallest:
            return True
        (low, per_low), (high, per_high) = self.low, self.high
        return now * per_low >= then * low and now * per_high <= then * high


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
    habit = _Kebiasaan.of(aturan, history[0]) if same_base(history[0].lembar, history[1]) else None
    limit = aturan.batas("poin")
    for row in tabel.baris:
        now = (row.nilai("memiliki"), row.nilai("wajib"))
        then = (history[1].nilai(row.kode, "memiliki"), history[1].nilai(row.kode, "wajib"))
        points = _points(now, then, limit)
        if points is not None:
            yield aturan.lapor(
                tabel.lokasi(row, Kolom("memiliki", "jml")),
                bukti((("kini", f"{now[0]}/{now[1]}"), ("lalu", f"{then[0]}/{then[1]}"))),
                kab=row.nama,
                d=signed(points),
                lalu=format_percent(ratio_hundredths(*then)),
                kini=format_percent(ratio_hundredths(*now)),
            )
        elif habit is not None:
            yield from _unlike_habit(aturan, tabel, row, habit)


Pecahan = tuple[int | None, int | None]


def _points(now: Pecahan, then: Pecahan, limit: Fraction) -> Fraction | None:
    """The change in points where it is beyond the limit; compared in whole numbers."""
    (owned, due), (owned_then, due_then) = now, then
    if owned is None or owned_then is None or not due or not due_then:
        return None
    change, whole = 100 * (owned * due_then - owned_then * due), due * due_then
    if abs(change) * limit.denominator <= limit.numerator * whole:
        return None
    return Fraction(change, whole)


class _Kebiasaan(NamedTuple):
    """What is usual: the months to learn from and how far from the median is still usual."""

    subject: SubjekLembar
    pairs: Sequence[Pasangan]
    rises: Sequence[Mapping[str, int]]
    enough: int
    mads: Fraction
    least: Fraction

    @classmethod
    def of(cls, aturan: Aturan, subject: SubjekLembar) -> _Kebiasaan | None:
        """None when there are too few months; inside one DKB only."""
        pairs, enough = pasangan_bulan(subject, same_base), int(aturan.batas("seri_bulan"))
        if len(pairs) < enough:
            return None
        least = aturan.batas("seri_terendah") * 10_000
        return cls(subject, pairs, kenaikan(pairs), enough, aturan.batas("seri_mad"), least)

    def broken(self, kode: str, change: int) -> int | None:
        """The region's usual change (parts per million) when ``change`` is far from it."""
        changes = perubahan(self.pairs, self.rises, kode, self.subject.dijelaskan)
        if len(changes) < self.enough:
            return None
        median, mad = sebaran(changes)
        distance = abs(change - median)
        return median if distance > self.least and distance > self.mads * mad else None


def _unlike_habit(aturan: Aturan, tabel: Tabel, row: Baris, habit: _Kebiasaan) -> Iterator[Temuan]:
    """Owners' change against median ± MAD of the region's earlier changes inside one DKB."""
    last = habit.subject.lalu
    now, then = row.nilai("memiliki"), last.nilai(row.kode, "memiliki") if last else None
    if now is None or not then:
        return
    median = habit.broken(row.kode, (now - then) * 1_000_000 // then)
    if median is not None:
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
        if now is None or not last:
            continue
        if abs(now - last) * 100 * allowed.denominator <= allowed.numerator * last:
            continue
        yield aturan.lapor(
            tabel.lokasi(row, Kolom("wajib", "jml")),
            bukti((("kini", now), ("lalu", last), ("acuan", tabel.acuan))),
            kab=row.nama,
            d=signed(Fraction((now - last) * 100, last)),
        )
