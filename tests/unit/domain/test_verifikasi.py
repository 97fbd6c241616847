"""Second keying: equal agrees, different asks again, the same new value twice wins."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.verifikasi import (
    Hitungan,
    Ketikan,
    SelRisiko,
    Ulangan,
    hitung,
    ketik_ulang,
    sampel,
    terverifikasi,
)

SATU, DUA, TIGA = Isian(1), Isian(2), Isian(3)
isian = st.sampled_from([Isian(0), Isian(0, nihil=True), Isian(1), Isian(2), Isian(3)])


def ketik(pertama: Isian, *ketikan: Isian) -> Ulangan:
    made = None
    for value in ketikan:
        made = ketik_ulang(pertama, made, value)
    assert made is not None
    return made


def test_equal_agrees_at_once_wherever_the_figure_came_from() -> None:
    assert ketik(Isian(1, asal="softcopy"), SATU).hasil == "cocok"
    assert ketik(SATU, SATU) == Ulangan(SATU, "cocok", SATU, 0)


def test_a_declared_nil_is_not_a_zero() -> None:
    assert ketik(Isian(0), Isian(0, nihil=True)).hasil == "beda"


def test_different_asks_again_and_the_same_new_value_twice_wins() -> None:
    assert ketik(SATU, DUA) == Ulangan(SATU, "beda", DUA, 0)
    assert ketik(SATU, DUA, DUA) == Ulangan(SATU, "ganti", DUA, 0)


def test_the_first_value_after_all_is_a_slip_of_the_second_keying() -> None:
    assert ketik(SATU, DUA, SATU) == Ulangan(SATU, "cocok", SATU, 1)
    assert ketik(SATU, DUA, TIGA, TIGA) == Ulangan(SATU, "ganti", TIGA, 1)
    assert ketik(SATU, DUA, TIGA, DUA, SATU) == Ulangan(SATU, "cocok", SATU, 3)


def test_what_waits_lapses_when_the_cell_was_changed_meanwhile() -> None:
    waits = ketik(SATU, DUA)
    assert ketik_ulang(TIGA, waits, DUA) == Ulangan(TIGA, "beda", DUA, 0)


def test_keyed_twice_holds_only_while_that_value_stands() -> None:
    made = ketik(SATU, SATU)
    assert terverifikasi(made, Isian(1, asal="softcopy"))
    assert not terverifikasi(made, DUA)
    assert not terverifikasi(ketik(SATU, DUA), DUA)
    assert not terverifikasi(None, SATU)


@given(isian, st.lists(isian, min_size=1, max_size=8))
def test_two_keyings_decide_and_never_one(pertama: Isian, ketikan: list[Isian]) -> None:
    """A plain reading of the rule, over any run of keyings until the cell is settled."""
    made, typed = None, []
    for value in ketikan:
        made = ketik_ulang(pertama, made, value)
        typed.append(value)
        if made.hasil != "beda":
            break
    assert made is not None
    if made.hasil == "cocok":
        assert made.nilai == pertama == typed[-1]
    elif made.hasil == "ganti":
        assert made.nilai == typed[-1] == typed[-2] != pertama
    else:
        assert pertama not in typed
        assert all(a != b for a, b in pairwise(typed))
    standing = 2 if made.hasil == "ganti" else 1
    assert made.salah == len(typed) - standing


def risiko(kode: str, *, lepas: bool = False, temuan: int = 0, pengaruh: int = 0) -> SelRisiko:
    return SelRisiko("AK017", Alamat(kode, "wajib", "jml"), lepas, temuan, pengaruh)


def test_the_riskiest_cells_come_first() -> None:
    small, big = risiko("a", pengaruh=1), risiko("b", pengaruh=9)
    odd, loose = risiko("c", temuan=1), risiko("d", lepas=True)
    assert sampel([small, big, odd, loose], 3) == (loose, odd, big)


def test_a_sample_is_a_tenth_but_never_fewer_than_twenty() -> None:
    assert len(sampel([risiko(str(i)) for i in range(7)])) == 7
    assert len(sampel([risiko(str(i)) for i in range(190)])) == 20
    assert len(sampel([risiko(str(i)) for i in range(401)])) == 41


def test_slips_are_counted_by_who_made_them() -> None:
    acts = [
        Ketikan("ani", "x"),
        Ketikan("ani", "y"),
        Ketikan("ani", "z"),
        Ketikan("budi", "x", Ulangan(SATU, "beda", DUA)),
        Ketikan("budi", "x", Ulangan(SATU, "ganti", DUA)),
        Ketikan("budi", "x"),
        Ketikan("budi", "y", Ulangan(SATU, "cocok", SATU, 2)),
        Ketikan("ani", "z", Ulangan(SATU, "cocok", SATU)),
        Ketikan("ani", "q", Ulangan(SATU, "beda", DUA)),
    ]
    assert hitung(acts) == Hitungan(3, 1, {"ani": 1}, {"budi": 2})
    assert hitung([]) == Hitungan()
