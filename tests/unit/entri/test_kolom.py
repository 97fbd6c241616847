"""The columns of every document fit the terminal; last month comes where there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screens.entri.kolom import Ruang, kolom_layar, ruang
from tests.unit.temuan.bangun import FACTS, bersih, lembar

SEMUA = ("AK017", "AK04", "AKALL", "AKAWIN", "ACERAI", "AMATI")


def heads(kode: str, room: Ruang) -> list[str]:
    return [k.tampil.head for k in kolom_layar(lembar(bersih(kode), kode), room)]


@pytest.mark.parametrize("kode", SEMUA)
@pytest.mark.parametrize("rincian", ["jumlah", "lp"])
@pytest.mark.parametrize("extra", [False, True])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_every_document_fits(kode: str, rincian: str, extra: bool, width: int) -> None:
    room = ruang(width, 24)
    sheet = lembar(bersih(kode), kode)
    document = replace(FACTS.dokumen[kode], terbit=extra, dilaporkan=False)
    sheet = replace(sheet, rincian=rincian, dokumen=document)
    columns = kolom_layar(sheet, room)
    used = room.label + 1 + sum(k.tampil.width + 1 for k in columns)
    assert used <= width
    assert [k.kolom for k in columns if k.tampil.entry] == list(sheet.entry_columns)


def test_eighty_columns_show_both_sexes_their_sums_belum_and_percent() -> None:
    assert heads("AKAWIN", Ruang(80)) == [
        "Wajib L", "Wajib P", "Wajib JML", "Milik L", "Milik P", "Milik JML", "Belum", "%",
    ]  # fmt: skip


def test_totals_only_leave_room_for_last_month() -> None:
    assert heads("AK017", Ruang(80)) == ["Wajib", "Memiliki", "Belum", "%", "% lalu", "Ubah"]
    assert heads("AMATI", Ruang(80)) == ["Milik L", "Milik P", "Milik JML", "Bln lalu", "Ubah"]


def test_a_wide_terminal_shows_last_month_of_every_document() -> None:
    assert heads("AKAWIN", Ruang(120))[-3:] == ["%", "% lalu", "Ubah"]


def test_a_tall_terminal_groups_its_columns() -> None:
    columns = kolom_layar(lembar(bersih("AKAWIN"), "AKAWIN"), ruang(120, 40))
    assert [k.tampil.group for k in columns[:4]] == ["Wajib Akta"] * 3 + ["Memiliki"]
    assert [k.tampil.head for k in columns[:3]] == ["L", "P", "JML"]


def test_reported_deaths_bring_a_percent() -> None:
    sheet = lembar(bersih("AMATI"), "AMATI")
    sheet = replace(sheet, dokumen=replace(sheet.dokumen, terbit=True, dilaporkan=True))
    keys = [k.tampil.key for k in kolom_layar(sheet, Ruang(80))]
    assert keys == [
        "memiliki.l", "memiliki.p", "memiliki.jml", "terbit.l", "terbit.p", "terbit.jml",
        "dilaporkan.jml", "persen",
    ]  # fmt: skip
