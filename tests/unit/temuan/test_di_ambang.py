"""Every rule three times: where it says nothing, at its threshold, and one step past it.

``DUGAAN`` holds for each rule a function from a knob to findings, and what each position of the
knob must give; the first test keeps the table whole. The wording is tested beside each rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from civreg_tui.domain.bacaan import SelSumber
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import Penerimaan, Temuan, periksa_lembar
from tests.unit.temuan.bangun import (
    ATURAN,
    DES,
    FACTS,
    KODE,
    NOV,
    S1,
    S2,
    Angka,
    baris_sumber,
    bersih,
    dibanding,
    kolom,
    lembar,
    menurut,
    pada_bacaan,
    pada_bulan,
    pada_lembar,
    subjek,
    tabel,
)
from tests.unit.temuan.test_riwayat import agam, kebiasaan, mati, seri
from tests.unit.temuan.test_sumber import mean_and_true, total, uneven

AGAM, PADANG = "13.06", "13.71"
SEMUA = frozenset(d.kode for d in FACTS.aktif)
Temuan_ = Sequence[Temuan]
Rows = dict[str, dict[str, Angka]]


@dataclass(frozen=True)
class Titik:
    """A position of the knob, and how many findings (or of which levels) it must give."""

    knob: Any
    hasil: int | list[str]


@dataclass(frozen=True)
class Dugaan:
    """A rule's knob: silent, at the threshold on its silent or its speaking side, and past it."""

    temuan: Callable[[Any], Temuan_]
    diam: Titik
    ambang: tuple[Titik, ...]
    kena: Titik


def _file(rule: str, rows: Rows, kode: str = "ACERAI", **lain: Any) -> Temuan_:
    return menurut(pada_bacaan(tabel(rows, kode, **lain)), rule)


def _agam(**angka: Angka) -> Rows:
    return {**bersih(), AGAM: {name.replace("_", "."): value for name, value in angka.items()}}


def _extra(rule: str, nama: str, kode: str) -> Temuan_:
    rows = {k: v for k, v in bersih().items() if k != AGAM}
    row = baris_sumber(31, nama, bersih()[AGAM], kode=kode)
    return menurut(pada_bacaan(tabel(rows, ekstra=(row,))), rule)


def r01(figures: int) -> Temuan_:
    row = {name: 5 if n < figures else None for n, name in enumerate(("wajib.jml", "memiliki.jml"))}
    return pada_lembar({**bersih(), AGAM: row}, hanya="R01")


def r02(again: int) -> Temuan_:
    row = baris_sumber(40, "KAB AGAM", {"wajib.jml": 7, "memiliki.jml": 3})
    other = replace(row, baris=41, alamat="Lembar!C41")
    return menurut(pada_bacaan(tabel(bersih(), ekstra=(row, other)[:again])), "R02")


def r05(isi: tuple[str, Angka]) -> Temuan_:
    rows: dict[str, dict[str, Any]] = {k: dict(v) for k, v in bersih().items()}
    text, figure = isi
    wrong = None if figure is not None else "desimal"
    rows[AGAM]["memiliki.jml"] = SelSumber("Lembar!F13", text, figure, masalah=wrong)
    return menurut(pada_bacaan(tabel(rows)), "R05")


def r11(more: int | None) -> Temuan_:
    rows = bersih()
    due = sum(row["wajib.jml"] or 0 for row in rows.values())
    totals = () if more is None else (total("JUMLAH", {"wajib.jml": due + more}),)
    return _file("R11", rows, jumlah=totals)


def r13(judul: str | None) -> Temuan_:
    table = replace(tabel(bersih()), dokumen_judul=judul)
    return menurut(pada_bacaan(table), "R13")


def r14(persen: int | None) -> Temuan_:
    rows = _agam(wajib_jml=9_623, memiliki_jml=2_728)
    return _file("R14", rows, persen={} if persen is None else {AGAM: persen})


def r15(more: int | None) -> Temuan_:
    rows = bersih()
    due = sum(row["wajib.jml"] or 0 for row in rows.values())
    control = {} if more is None else {kolom("wajib"): due + more}
    return pada_lembar(rows, hanya="R15", kendali=control)


def r16(missing: int | None) -> Temuan_:
    inside = None if missing is None else frozenset(sorted(SEMUA)[missing:])
    receipt = Penerimaan(True, True, SEMUA, inside)
    return pada_bulan("R16", penerimaan=receipt, dokumen=FACTS.aktif)


def r17(count: int) -> Temuan_:
    row: dict[str, Angka] = {"memiliki.jml": count}
    return _file("R17", {**bersih("AMATI"), AGAM: row, PADANG: row}, "AMATI")


def r18(more: int) -> Temuan_:
    row = bersih()[AGAM]
    now = bersih(langkah=1) | {AGAM: row | {"wajib.jml": (row["wajib.jml"] or 0) + more}}
    return dibanding("R18", now, bersih())


def r23(acuan: tuple[str, str]) -> Temuan_:
    pair = (lembar(bersih(), acuan=acuan[0]), lembar(bersih("AMATI"), "AMATI", acuan=acuan[1]))
    return pada_bulan("R23", lembar=tuple(subjek(sheet) for sheet in pair))


def r24(l: int) -> Temuan_:  # noqa: E741
    row: dict[str, Angka] = {"wajib.l": l, "wajib.p": 1_000, "memiliki.l": 1, "memiliki.p": 2}
    return pada_lembar({**bersih("AKAWIN"), AGAM: row}, "AKAWIN", hanya="R24")


def r24_share(kode: str) -> Callable[[int], Temuan_]:
    def at(wajib: int) -> Temuan_:
        rows = {**bersih(kode), AGAM: {"wajib.jml": wajib}}
        return pada_lembar(rows, kode, hanya="R24", penduduk={AGAM: 100_000})

    return at


def r25(equal_rows: int) -> Temuan_:
    rows = bersih("AKAWIN")
    for kode in KODE[:equal_rows]:
        rows[kode] = rows[kode] | {"wajib.l": 7_000, "wajib.p": 7_000}
    return pada_lembar(rows, "AKAWIN", hanya="R25")


def r27(hari: int) -> Temuan_:
    receipt = Penerimaan(diterima=date(2025, 1, hari))
    return pada_bulan("R27", penerimaan=receipt, batas=date(2025, 1, 10))


def r27_skipped(first: Periode) -> Temuan_:
    return pada_bulan("R27", bulan_ada=frozenset({first, DES}))


def r28(hands: tuple[str | None, bool]) -> Temuan_:
    validator, permitted = hands
    return pada_bulan(
        "R28", pengentri=frozenset({"budi"}), pemvalidasi=validator, pengentri_diizinkan=permitted
    )


def r29(memiliki: int) -> Temuan_:
    rows: Rows = {AGAM: {"wajib.jml": 10_000, "memiliki.jml": memiliki}}
    return pada_lembar(rows, hanya="R29", target=9_800)


def r30(off: int) -> Temuan_:
    rows = uneven()
    due = sum(row["wajib.jml"] or 0 for row in rows.values())
    row = total("JUMLAH", {"wajib.jml": due}, persen=mean_and_true(rows)[0] + off)
    return _file("R30", rows, jumlah=(row,))


STEADY: tuple[Lembar, ...] = seri(*(50_000 - 50 * back for back in range(8)))
"""About +0,10 % a month: half a percent less would be unusual by the series, were it allowed."""

DUGAAN: dict[str, Dugaan] = {
    "R01": Dugaan(r01, Titik(2, 0), (Titik(1, 0),), Titik(0, 1)),
    "R02": Dugaan(r02, Titik(0, 0), (Titik(1, 1),), Titik(2, 1)),
    "R03": Dugaan(
        lambda nama: _extra("R03", nama, ""),
        Titik("KABUPATEN AGAM", 0), (Titik(" kab. agam ", 0),), Titik("KAB. AGAMM", 1),
    ),
    "R04": Dugaan(
        lambda kode: _extra("R04", "KAB. AGAM", kode),
        Titik("", 0), (Titik("1306", 0),), Titik("1307", 1),
    ),
    "R05": Dugaan(r05, Titik(("5", 5), 0), (Titik(("0", 0), 0),), Titik(("0,5", None), 1)),
    "R06": Dugaan(
        lambda n: pada_lembar(_agam(wajib_jml=9, memiliki_jml=n), hanya="R06"),
        Titik(5, 0), (Titik(0, 0),), Titik(None, 1),
    ),
    "R07": Dugaan(
        lambda n: _file("R07", {AGAM: {"wajib.l": 40, "wajib.p": 60, "wajib.jml": n}}),
        Titik(None, 0), (Titik(100, 0),), Titik(101, 1),
    ),
    "R08": Dugaan(
        lambda n: _file("R08", _agam(wajib_jml=1_000, memiliki_jml=600, belum_jml=n)),
        Titik(None, 0), (Titik(400, 0),), Titik(401, 1),
    ),
    "R09": Dugaan(
        lambda n: pada_lembar(_agam(wajib_jml=1_000, memiliki_jml=n), hanya="R09"),
        Titik(999, 0), (Titik(1_000, 0),), Titik(1_001, 1),
    ),
    "R10": Dugaan(
        lambda n: pada_lembar(_agam(wajib_jml=n[0], memiliki_jml=n[1]), hanya="R10"),
        Titik((1, 1), 0), (Titik((0, 0), 0), Titik((None, 1), 0)), Titik((0, 1), 1),
    ),
    "R11": Dugaan(r11, Titik(None, 0), (Titik(0, 0),), Titik(1, 1)),
    "R12": Dugaan(
        lambda periode: _file("R12", bersih(), periode=periode),
        Titik(None, 0), (Titik(DES, 0),), Titik(DES.shift(1), 1),
    ),
    "R13": Dugaan(r13, Titik(None, 0), (Titik("ACERAI", 0),), Titik("AKAWIN", 1)),
    "R14": Dugaan(
        r14, Titik(None, 0), (Titik(2_834, 0), Titik(2_835, 0), Titik(2_836, 0)), Titik(2_837, 1)
    ),
    "R15": Dugaan(r15, Titik(None, 0), (Titik(0, 0),), Titik(1, 1)),
    "R16": Dugaan(r16, Titik(None, 0), (Titik(0, 0),), Titik(1, 1)),
    "R17": Dugaan(r17, Titik(998, 0), (Titik(999, 0), Titik(1_000, 1)), Titik(1_001, 1)),
    "R18": Dugaan(r18, Titik(9, 0), (Titik(1, 0), Titik(-1, 0)), Titik(0, 1)),
    "R19": Dugaan(
        lambda n: dibanding("R19", agam(memiliki=n), agam()),
        Titik(6_100, 0), (Titik(12_000, 0), Titik(3_000, 0), Titik(2_999, 1)), Titik(12_001, 1),
    ),
    "R20": Dugaan(
        lambda n: dibanding("R20", agam(memiliki=n), agam()),
        Titik(6_001, 0), (Titik(6_000, 0), Titik(5_970, 0)), Titik(5_969, 1),
    ),
    "R21": Dugaan(
        lambda n: dibanding("R21", agam(memiliki=n), agam()),
        Titik(6_100, 0), (Titik(6_200, 0), Titik(5_800, 0), Titik(5_799, 1)), Titik(6_201, 1),
    ),
    "R22": Dugaan(
        lambda n: dibanding("R22", agam(n), agam()),
        Titik(10_100, 0), (Titik(10_150, 0), Titik(9_850, 0), Titik(9_849, 1)), Titik(10_151, 1),
    ),
    "R23": Dugaan(
        r23, Titik((S2, S2), 0), (Titik((S2, ""), 0), Titik(("", S2), 1)), Titik((S2, S1), 1)
    ),
    "R24": Dugaan(
        r24, Titik(1_000, 0), (Titik(900, 0), Titik(1_150, 0), Titik(899, 1)), Titik(1_151, 1)
    ),
    "R25": Dugaan(r25, Titik(0, 0), (Titik(1, 0), Titik(2, 2)), Titik(3, 3)),
    "R26": Dugaan(
        lambda n: _file(
            "R26", {**bersih("AMATI"), AGAM: {"memiliki.jml": 100, "terbit.jml": n}}, "AMATI"
        ),
        Titik(None, 0), (Titik(100, 0),), Titik(101, 1),
    ),
    "R27": Dugaan(r27, Titik(9, 0), (Titik(10, 0),), Titik(11, 1)),
    "R28": Dugaan(
        r28, Titik((None, False), 0), (Titik(("ani", False), 0), Titik(("budi", True), ["info"])),
        Titik(("budi", False), ["error"]),
    ),
    "R29": Dugaan(r29, Titik(9_801, 0), (Titik(9_800, 0),), Titik(9_799, 1)),
    "R30": Dugaan(r30, Titik(2, 0), (Titik(1, 1), Titik(-1, 1)), Titik(0, 1)),
}  # fmt: skip

LAGI: dict[str, tuple[Callable[[Any], Temuan_], tuple[Titik, ...]]] = {
    "R17 semua baris": (
        lambda n: pada_lembar(
            {k: {"wajib.jml": 9, "memiliki.jml": 4 + (i >= n)} for i, k in enumerate(KODE)},
            hanya="R17",
        ),
        (Titik(19, ["error"]), Titik(18, ["warning"] * 17)),
    ),
    "R19 angka kecil": (
        lambda n: dibanding("R19", agam(40, n), agam(40, 5)), (Titik(19, 0), Titik(20, 1))
    ),
    "R19 angka kecil bulan lalu": (
        lambda n: dibanding("R19", agam(40, 5), agam(40, n)),
        (Titik(19, 0), Titik(20, 1)),
    ),
    "R19 dekat kelipatan": (
        lambda n: [t for t in dibanding("R19", agam(memiliki=n), agam()) if "ribuan" in t.message],
        (Titik(66_000, 1), Titik(66_001, 0), Titik(54_000, 1), Titik(53_999, 0)),
    ),
    "R20 kumulatif": (
        lambda n: dibanding("R20", mati(n), mati(500), "AMATI"),
        (Titik(500, []), Titik(499, ["warning"]), Titik(495, ["warning"]), Titik(494, ["error"])),
    ),
    "R21 kebiasaan, jarak terkecil": (
        lambda n: kebiasaan(n, seri(*(50_000 for _ in range(8)))),
        (Titik(50_000, 0), Titik(50_500, 0), Titik(50_501, 1), Titik(49_500, 0), Titik(49_499, 1)),
    ),
    "R21 kebiasaan, panjang seri": (
        lambda n: kebiasaan(51_500, STEADY[:n]), (Titik(6, 0), Titik(7, 1))
    ),
    "R22 pada pergantian DKB": (
        lambda n: dibanding("R22", agam(n), agam(), acuan=(S2, S1)),
        (Titik(10_600, 0), Titik(10_601, 1), Titik(9_400, 0), Titik(9_399, 1)),
    ),
    "R24 anak terhadap penduduk": (
        r24_share("AK017"), (Titik(21_999, 1), Titik(22_000, 0), Titik(38_000, 0), Titik(38_001, 1))
    ),
    "R24 cerai terhadap penduduk": (
        r24_share("ACERAI"), (Titik(299, 1), Titik(300, 0), Titik(4_000, 0), Titik(4_001, 1))
    ),
    "R24 jiwa terhadap penduduk": (
        lambda n: pada_lembar(
            {**bersih("AMATI"), AGAM: {"memiliki.l": n}},
            "AMATI", hanya="R24", penduduk={AGAM: 100_000},
        ),
        (Titik(110_000, 0), Titik(110_001, 1)),
    ),
    "R27 bulan terlewat": (
        r27_skipped, (Titik(NOV, 0), Titik(NOV.shift(-1), 1), Titik(NOV.shift(-2), 2))
    ),
}  # fmt: skip
"""The further thresholds of rules that have several."""


def test_every_rule_has_its_three_positions() -> None:
    assert list(DUGAAN) == list(ATURAN)
    for one in DUGAAN.values():
        assert one.diam.hasil == 0
        assert one.kena.hasil not in (0, [])
        assert one.ambang


def test_every_threshold_of_the_data_is_stood_on() -> None:
    """A numeric threshold that nothing in this file or beside it names would go untested."""
    numeric = {
        f"{kode}.{name}"
        for kode, rule in ATURAN.items()
        for name in rule.ambang
        if not name.startswith("tingkat_") and not name.endswith("_dokumen")
    }
    assert numeric == {
        "R14.selisih", "R17.satu_angka",
        "R19.terendah", "R19.tertinggi", "R19.dekat_ribuan", "R19.terkecil", "R19.seri_bulan",
        "R20.turun", "R21.poin", "R21.seri_bulan", "R21.seri_mad", "R21.seri_terendah",
        "R22.semester", "R22.pergantian",
        "R24.lp_min", "R24.lp_maks", "R24.AK017_min", "R24.AK017_maks", "R24.ACERAI_min",
        "R24.ACERAI_maks", "R24.jiwa_maks", "R25.baris_wajib", "R30.selisih",
    }  # fmt: skip


_SEMUA = [
    (kode, one.temuan, point)
    for kode, one in DUGAAN.items()
    for point in (one.diam, *one.ambang, one.kena)
] + [(name, function, point) for name, (function, points) in LAGI.items() for point in points]


@pytest.mark.parametrize(
    ("nama", "temuan", "titik"), _SEMUA, ids=[f"{n}-{p.knob}" for n, _, p in _SEMUA]
)
def test_at_this_position(nama: str, temuan: Callable[[Any], Temuan_], titik: Titik) -> None:
    found = temuan(titik.knob)
    assert {t.rule for t in found} <= {nama[:3]}
    if isinstance(titik.hasil, list):
        assert [t.level for t in found] == titik.hasil
    else:
        assert len(found) == titik.hasil, [t.message for t in found]


def naik(owned: int, ppm: int) -> int:
    """The fewest owners that are at least ``ppm`` millionths more."""
    return -(-owned * (10**6 + ppm) // 10**6)


@pytest.mark.parametrize(("ppm", "count"), [(6_000, 0), (6_001, 1), (-6_000, 0), (-6_001, 1)])
def test_r21_a_lively_habit_up_to_six_times_its_spread(ppm: int, count: int) -> None:
    # GIVEN monthly changes with median 0 and a median deviation of 1.000 millionths
    owned = [10**9]
    for change in (0, 1_000, -1_000, 1_000, -1_000, 2_000, -2_000):
        owned.append(naik(owned[-1], change))
    months = seri(*reversed(owned), wajib=10**12)
    rule = replace(ATURAN["R21"], ambang={**ATURAN["R21"].ambang, "seri_terendah": "0,1"})
    # WHEN this month moves by six times that, and by one millionth more
    now = lembar(agam(10**12, naik(owned[-1], ppm)))
    subject = subjek(now, lalu=months[0], riwayat=months[1:])
    # THEN only the latter is unlike the habit
    assert len(periksa_lembar(subject, {**ATURAN, "R21": rule}, hanya={"R21"})) == count
