"""Are the figures plausible as they stand? R17, R24, R25, R29."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from civreg_tui.domain.cakupan import kekurangan, round_half_up
from civreg_tui.domain.kolom import Kolom, Ukuran
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.temuan.model import Aturan, Temuan
from civreg_tui.domain.temuan.tabel import Baris, Tabel, bukti
from civreg_tui.domain.wilayah import normal_name


def r17_same_rows(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """A row identical to another region's; empty rows and rows of zeros are no copies."""
    single = int(aturan.batas("satu_angka"))
    telling = [row for row in tabel.baris if _telling(row, single)]
    first: dict[frozenset[tuple[Kolom, int]], Baris] = {}
    pairs = [(row, first.setdefault(frozenset(row.angka.items()), row)) for row in telling]
    if len(first) == 1 and len(telling) == len(tabel.daftar) > 1:
        yield aturan.lapor(
            tabel.lokasi(),
            bukti(dict(telling[0].angka)),
            varian="semua",
            level=aturan.tingkat("tingkat_semua"),
            total=len(telling),
        )
        return
    for row, twin in pairs:
        if row is not twin:
            evidence = f"{twin.kode}:{bukti(dict(row.angka))}"
            yield aturan.lapor(tabel.lokasi(row), evidence, kab1=row.nama, kab2=twin.nama)


def _telling(row: Baris, satu_angka: int) -> bool:
    """Whether equality would say anything: two figures, one not zero, or a single large one."""
    values = list(row.angka.values())
    if len(values) == 1:
        return values[0] >= satu_angka
    return any(values)


def r24_bands(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """L : P of wajib, and wajib ÷ population, outside their bands."""
    kode = tabel.dokumen.kode
    by_sex = Kolom("wajib", "l") in tabel.kolom
    by_sex = by_sex and kode in str(aturan.ambang.get("lp_dokumen", "")).split()
    for row in tabel.baris:
        if by_sex:
            yield from _sex_ratio(aturan, tabel, row)
        penduduk = (tabel.penduduk or {}).get(row.kode)
        if penduduk:
            yield from _against_population(aturan, tabel, row, penduduk)


def _sex_ratio(aturan: Aturan, tabel: Tabel, row: Baris) -> Iterator[Temuan]:
    male, female = row.angka.get(Kolom("wajib", "l")), row.angka.get(Kolom("wajib", "p"))
    if male is None or not female:
        return
    low, high = aturan.batas("lp_min"), aturan.batas("lp_maks")
    if not low * female <= male <= high * female:
        yield aturan.lapor(
            tabel.lokasi(row, Kolom("wajib", "l")),
            bukti((("l", male), ("p", female))),
            kab=row.nama,
            rasio="L : P wajib akta",
            nilai=_decimals(Fraction(male, female)),
            min=_decimals(low),
            max=_decimals(high),
        )


def _against_population(
    aturan: Aturan, tabel: Tabel, row: Baris, penduduk: int
) -> Iterator[Temuan]:
    """More persons than live there are told at the very cell; else the document's own band."""
    ukuran: Ukuran = "wajib" if tabel.dokumen.penyebut else "memiliki"
    kode, count = tabel.dokumen.kode, row.nilai(ukuran)
    if "jiwa_maks" in aturan.ambang:
        high = aturan.batas("jiwa_maks")
        cells = [(Kolom(ukuran, sex), row.angka.get(Kolom(ukuran, sex))) for sex in ("l", "p")]
        for kolom, value in (*cells, (Kolom(ukuran, "jml"), count)):
            if value is not None and value * 100 > high * penduduk:
                yield _outside(aturan, tabel, row, (kolom, value, penduduk), (Fraction(0), high))
                return
    if f"{kode}_min" in aturan.ambang and count is not None:
        band = aturan.batas(f"{kode}_min"), aturan.batas(f"{kode}_maks")
        if not band[0] * penduduk <= count * 100 <= band[1] * penduduk:
            yield _outside(aturan, tabel, row, (Kolom(ukuran, "jml"), count, penduduk), band)


def _outside(
    aturan: Aturan,
    tabel: Tabel,
    row: Baris,
    share: tuple[Kolom, int, int],
    band: tuple[Fraction, Fraction],
) -> Temuan:
    kolom, count, penduduk = share
    what = "wajib akta" if kolom.ukuran == "wajib" else tabel.dokumen.nama.lower()
    sex = "" if kolom.seks == "jml" else f" {kolom.seks.upper()}"
    return aturan.lapor(
        tabel.lokasi(row, kolom),
        bukti(((kolom.ukuran, count), ("penduduk", penduduk))),
        kab=row.nama,
        rasio=f"{what}{sex} ({tabel.dokumen.kelompok}) ÷ penduduk",
        nilai=f"{_decimals(Fraction(count * 100, penduduk))} %",
        min=f"{_decimals(band[0])} %",
        max=f"{_decimals(band[1])} %",
    )


def _decimals(value: Fraction) -> str:
    return format_percent(round_half_up(value * 100))


def r25_label_or_couples(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """The age label of the series changed, or L = P exactly where persons are counted."""
    last = tabel.lembar.lalu if tabel.lembar else None
    if tabel.lembar is not None and last is not None:
        then, now = last.kelompok, tabel.lembar.lembar.kelompok
        if then and now and normal_name(then) != normal_name(now):
            evidence = bukti((("dulu", then), ("kini", now)))
            yield aturan.lapor(tabel.lokasi(), evidence, a=then, b=now)
    if tabel.dokumen.kode in str(aturan.ambang.get("pasangan_dokumen", "")).split():
        yield from _couples(aturan, tabel)


def _couples(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Equal sexes among the owners tell at once; among those due, only on several rows."""
    equal_due = [row for row in tabel.baris if _equal(row, "wajib")]
    enough = len(equal_due) >= aturan.batas("baris_wajib")
    for row in tabel.baris:
        suspects: tuple[Ukuran, ...] = ("memiliki", "wajib") if enough else ("memiliki",)
        ukuran = next((u for u in suspects if _equal(row, u)), None)
        if ukuran is not None:
            count = row.angka[Kolom(ukuran, "l")]
            yield aturan.lapor(
                tabel.lokasi(row, Kolom(ukuran, "l")),
                bukti((("l", count), ("p", count))),
                varian="pasangan",
                kab=row.nama,
                n=format_count(count),
            )


def _equal(row: Baris, ukuran: Ukuran) -> bool:
    male = row.angka.get(Kolom(ukuran, "l"))
    return bool(male) and male == row.angka.get(Kolom(ukuran, "p"))


def r29_below_target(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """The regions whose coverage is below the target, and the certificates they lack."""
    target = tabel.lembar.target if tabel.lembar else None
    if target is None or not tabel.dokumen.penyebut:
        return
    short: dict[str, int] = {}
    for row in tabel.baris:
        owned, due = row.nilai("memiliki"), row.nilai("wajib")
        if owned is not None and due and owned * 10_000 < due * target:
            short[row.kode] = kekurangan(owned, due, target) or 0
    if short:
        yield aturan.lapor(
            tabel.lokasi(),
            bukti((("target", target), *short.items())),
            n=len(short),
            t=format_percent(target),
            daftar=", ".join(tabel.daftar[kode].nama for kode in short),
            k=format_count(sum(short.values())),
        )
