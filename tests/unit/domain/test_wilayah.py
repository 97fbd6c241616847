"""Settling code and name on one kabupaten/kota; the table is the domain's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.config import load_config
from civreg_tui.domain.wilayah import DaftarWilayah, normal_name

DAFTAR = load_config().facts.wilayah

TABEL = {
    "13.01": ("Kabupaten Pesisir Selatan", "1302", ["PESSEL", "PESISIR SEL"]),
    "13.02": ("Kabupaten Solok", "1303", ["KAB. SOLOK"]),
    "13.03": ("Kabupaten Sijunjung", "1304", ["SAWAHLUNTO/SIJUNJUNG", "SWL SIJUNJUNG"]),
    "13.04": ("Kabupaten Tanah Datar", "1305", ["TANAHDATAR", "TD DATAR"]),
    "13.05": (
        "Kabupaten Padang Pariaman", "1306", ["PD PARIAMAN", "PDG PARIAMAN", "PADANGPARIAMAN"]
    ),
    "13.06": ("Kabupaten Agam", "1307", []),
    "13.07": (
        "Kabupaten Lima Puluh Kota", "1308",
        ["LIMAPULUH KOTA", "LIMAPULUHKOTA", "50 KOTA", "L. KOTA"],
    ),
    "13.08": ("Kabupaten Pasaman", "1309", []),
    "13.09": ("Kabupaten Kepulauan Mentawai", "1301", ["KEP. MENTAWAI", "MENTAWAI"]),
    "13.10": ("Kabupaten Dharmasraya", "1311", ["DHARMAS RAYA", "DARMASRAYA"]),
    "13.11": ("Kabupaten Solok Selatan", "1310", ["SOLSEL"]),
    "13.12": ("Kabupaten Pasaman Barat", "1312", ["PASBAR", "PASAMAN BRT"]),
    "13.71": ("Kota Padang", "1371", []),
    "13.72": ("Kota Solok", "1372", []),
    "13.73": ("Kota Sawahlunto", "1373", ["SAWAH LUNTO"]),
    "13.74": ("Kota Padang Panjang", "1374", ["PADANGPANJANG", "PD PANJANG"]),
    "13.75": ("Kota Bukittinggi", "1375", ["BUKIT TINGGI"]),
    "13.76": ("Kota Payakumbuh", "1376", ["PYK"]),
    "13.77": ("Kota Pariaman", "1377", []),
}  # fmt: skip
BERBEDA = [kode for kode, (_, bps, _) in TABEL.items() if kode.replace(".", "") != bps]


def _bare(nama: str) -> str:
    return nama.partition(" ")[2]


NAMES = [
    (kode, name)
    for kode, (nama, _, variants) in TABEL.items()
    for name in (nama, nama.upper(), *variants, *([] if _bare(nama) == "Solok" else [_bare(nama)]))
]


def settled(kode: str, nama: str, **lain) -> str | None:
    region = DAFTAR.settle(kode, nama, **lain).wilayah
    return region.kode if region else None


def test_the_nineteen_as_the_ministry_lists_them() -> None:
    assert {w.kode: (w.nama, w.bps) for w in DAFTAR.semua} == {
        kode: (nama, bps) for kode, (nama, bps, _) in TABEL.items()
    }
    assert [w.jenis for w in DAFTAR.semua] == ["kabupaten"] * 12 + ["kota"] * 7
    assert list(DAFTAR.kode) == sorted(TABEL)


@pytest.mark.parametrize(("kode", "nama"), NAMES)
def test_every_name_and_variant_settles_without_a_code(kode: str, nama: str) -> None:
    assert settled("", nama) == kode


@pytest.mark.parametrize("kode", TABEL)
@pytest.mark.parametrize(
    "write",
    [
        "{short} {bare}", "{short}.{bare}", "{short}. {bare}", "{long}  {bare}", " {long} {bare} ",
        "{long}\u00a0{bare}", "{short}.  {bare}.", "{long} {bare},", "ADM. {short} {bare}",
        "{short} ADM {bare}", "{old} {bare}",
    ],
)  # fmt: skip
def test_prefixes_dots_and_blanks(kode: str, write: str) -> None:
    kota = DAFTAR[kode].jenis == "kota"
    text = write.format(
        short="Kota" if kota else "Kab",
        long="KOTA" if kota else "KABUPATEN",
        old="KOTAMADYA" if kota else "Kabupaten",
        bare=_bare(TABEL[kode][0]),
    )
    assert settled("", text) == kode
    assert settled("", text.lower()) == kode


@pytest.mark.parametrize("kode", TABEL)
def test_the_wrong_kind_of_a_name_is_no_region(kode: str) -> None:
    bare = _bare(TABEL[kode][0])
    wrong = "KOTA" if DAFTAR[kode].jenis == "kabupaten" else "KABUPATEN"
    found = settled("", f"{wrong} {bare}")
    twin = {"13.02": "13.72", "13.72": "13.02"}.get(kode)
    assert found == twin


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("PADANG", "13.71"), ("PADANG PANJANG", "13.74"), ("PADANG PARIAMAN", "13.05"),
        ("PARIAMAN", "13.77"), ("PASAMAN", "13.08"), ("PASAMAN BARAT", "13.12"),
        ("SAWAHLUNTO", "13.73"), ("SAWAHLUNTO/SIJUNJUNG", "13.03"), ("SOLOK SELATAN", "13.11"),
        ("SAWAHLUNTO / SIJUNJUNG", "13.03"), ("Sawahlunto - Sijunjung", "13.03"),
    ],
)  # fmt: skip
def test_names_that_begin_alike_stay_apart(nama: str, kode: str) -> None:
    assert settled("", nama) == kode


KNOWN = {normal_name(n) for _, n in NAMES} | {
    normal_name(f"{kind} {alias}")
    for w in DAFTAR.semua
    for alias in (*w.alias, _bare(w.nama))
    for kind in ("KAB", "KABUPATEN", "KOTA", "")
}


@given(st.sampled_from(NAMES), st.data())
def test_a_piece_of_a_name_never_settles(name: tuple[str, str], data: st.DataObject) -> None:
    _, text = name
    piece = text[: data.draw(st.integers(1, len(text)))]
    found = settled("", piece)
    assert found is None or normal_name(piece) in KNOWN, piece


@given(st.sampled_from(NAMES), st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_a_name_with_something_behind_never_settles(name: tuple[str, str], more: str) -> None:
    for text in (f"{name[1]} {more}", f"{name[1]}{more}"):
        if normal_name(text) not in KNOWN:
            assert settled("", text) is None, text


@given(st.text())
def test_any_text_gives_an_answer(text: str) -> None:
    for outcome in (DAFTAR.settle("", text), DAFTAR.settle(text, ""), DAFTAR.settle(text, text)):
        assert (outcome.wilayah is None) == (outcome.rule is not None)


def test_bare_solok_is_never_guessed() -> None:
    outcome = DAFTAR.settle("", "Solok")
    assert outcome.wilayah is None
    assert outcome.rule == "R03"
    assert {w.kode for w in outcome.kandidat} == {"13.02", "13.72"}


@pytest.mark.parametrize(
    ("kode", "bagian", "hasil"),
    [
        ("13.02", None, "13.02"), ("13.72", None, "13.72"), ("1372", None, "13.72"),
        ("", "kabupaten", "13.02"), ("", "kota", "13.72"), ("13.72", "kota", "13.72"),
    ],
)  # fmt: skip
def test_code_or_section_settles_solok(kode: str, bagian, hasil: str) -> None:
    assert settled(kode, "SOLOK", bagian=bagian) == hasil


def test_section_and_code_that_disagree_about_solok() -> None:
    assert DAFTAR.settle("13.02", "SOLOK", "kota").rule == "R04"


def test_a_written_kind_counts_more_than_the_section() -> None:
    assert settled("", "KAB. SOLOK", bagian="kota") == "13.02"


def test_the_section_does_not_disturb_an_unambiguous_name() -> None:
    assert settled("", "PADANG", bagian="kabupaten") == "13.71"


@pytest.mark.parametrize("kode", TABEL)
def test_the_code_with_its_own_name(kode: str) -> None:
    nama = TABEL[kode][0]
    for text in (kode, f" {kode} ", kode.replace(".", ""), f"{kode.replace('.', '')}.0"):
        assert settled(text, nama) == kode


@pytest.mark.parametrize("kode", BERBEDA)
def test_a_bps_code_contradicts_the_name(kode: str) -> None:
    nama, bps, _ = TABEL[kode]
    outcome = DAFTAR.settle(bps, nama)
    assert outcome.wilayah is None
    assert outcome.rule == "R04"
    assert outcome.menurut_kode is not None
    assert outcome.menurut_kode.kode == f"13.{bps[2:]}"
    assert [w.kode for w in outcome.kandidat] == [kode]


def test_which_codes_the_two_lists_agree_on() -> None:
    assert len(BERBEDA) == 11
    assert {"13.10", "13.11"} <= set(BERBEDA)


@pytest.mark.parametrize("kode", TABEL)
def test_an_undotted_code_alone_is_never_trusted(kode: str) -> None:
    assert DAFTAR.settle(kode.replace(".", ""), "").rule == "R03"
    assert settled(kode, "") == kode


@pytest.mark.parametrize("text", ["13.1", "13.10", "1310"])
def test_dharmasraya_whose_code_was_read_as_a_number(text: str) -> None:
    assert settled(text, "Dharmasraya") == "13.10"


def test_a_damaged_code_alone_is_not_enough() -> None:
    assert settled("13.1", "") is None


@pytest.mark.parametrize("text", ["13.99", "1399", "abc", "13", "13.011", "9.9", "14.01"])
def test_a_code_of_nowhere(text: str) -> None:
    assert settled(text, "") is None
    assert DAFTAR.settle(text, "AGAM").rule == "R04"


@given(st.sampled_from(list(TABEL)), st.sampled_from(list(TABEL)))
def test_code_and_name_must_agree(kode: str, lain: str) -> None:
    assert settled(kode, TABEL[lain][0]) == (kode if kode == lain else None)


def test_nothing_at_all() -> None:
    assert DAFTAR.settle("", "").rule == "R03"
    assert DAFTAR.settle("", "   ").rule == "R03"
    assert DAFTAR.settle("", "KABUPATEN").wilayah is None


def test_an_empty_list_settles_nothing() -> None:
    assert DaftarWilayah([]).settle("13.01", "Agam").wilayah is None
