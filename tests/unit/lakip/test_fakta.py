"""The facts behind the sentences: on complete pairs only, and rounded once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civreg_tui.domain.lakip import fakta, susun
from civreg_tui.domain.laporan import Rekap, Sasaran, Trio
from civreg_tui.papers.lakip.grafik_docx import KURANG, batang
from civreg_tui.papers.lakip.isi_docx import catatan_grafik
from tests.unit.lakip import contoh


def rekap(*pairs: tuple[int | None, int | None], **sasaran: int | bool) -> Rekap:
    """AK017 with a row for every (memiliki, wajib)."""
    rows = [
        (f"13.{i:02d}", f"Kabupaten {i}", Trio(jml=wajib), Trio(jml=memiliki))
        for i, (memiliki, wajib) in enumerate(pairs, 1)
    ]
    return contoh.rekap(contoh.AK017, rows, Sasaran("AK017", 2024, **sasaran))


SEBAGIAN = ((99, 100), (50, None), (None, 100))
"""Of three regions only the first has both figures: 99,00 %, though the sums say 74,50 %."""


class TestIncompletePairs:
    def test_a_target_is_judged_by_the_percent_that_is_printed(self) -> None:
        part = rekap(*SEBAGIAN, target=9800, renstra=9900)
        assert part.provinsi.persen == 9900
        assert fakta.tercapai(part, 9800)
        assert not fakta.kurang_ke(part, 9800)
        assert fakta.kurang_ke(part, 10000) == 1
        assert fakta.kemajuan(part, 9900) == 10000

    def test_the_conclusion_agrees_with_it(self) -> None:
        laporan = contoh.laporan(rekap=(rekap(*SEBAGIAN, target=9800),))
        last = next(b for b in susun(laporan, "bulanan", contoh.FRASA) if b.id == "bab4.simpulan")
        assert "belum tercapai" not in " ".join(last.paragraf)
        assert "tercapai: cakupan 99,00 persen terhadap target" in " ".join(last.paragraf)

    def test_sums_of_other_regions_do_not_stand_beside_the_percent(self) -> None:
        # GIVEN sums of all that was given whose percent happens to be that of the only pair
        part = rekap((50, 100), (50, None), (None, 100))
        assert part.provinsi.persen == 5000
        assert not fakta.sepadan(part)
        assert fakta.sepadan(rekap((99, 100), (None, None)))

    def test_a_month_without_one_wajib_is_not_compared_with_whole_months(self) -> None:
        assert not fakta.lengkap(rekap((99, 100), (50, None)))
        assert fakta.lengkap(rekap((99, 100), (50, 60)))


def test_the_mean_capaian_is_rounded_once() -> None:
    # GIVEN 50,005 % and 50,00 %, each against a target of 100 %
    laporan = contoh.laporan(
        rekap=(rekap((10_001, 20_000), target=10_000), rekap((10_000, 20_000), target=10_000))
    )
    assert [r.capaian for r in laporan.rekap] == [5001, 5000]
    assert fakta.capaian_rata(laporan) == 5000


def test_where_nobody_must_hold_the_document_there_is_no_surplus() -> None:
    assert fakta.penopang(rekap((7, 0), (99, 100), target=9800))[0].akta == 1
    assert len(fakta.penopang(rekap((7, 0), (99, 100), target=9800))) == 1


class TestNegatif:
    def test_a_ceiling_is_neither_short_nor_carried(self) -> None:
        limit = rekap((10, 100), (60, 100), target=5000, renstra=4000, negatif=True)
        assert fakta.di_bawah_target(limit) == fakta.penopang(limit) == ()
        assert fakta.kurang_ke(limit, 4000) is None
        assert fakta.tercapai(limit, 5000)
        assert not fakta.tercapai(limit, 3000)

    @pytest.mark.parametrize("target", [5000, 3000])
    def test_no_table_speaks_of_a_shortage(self, target: int) -> None:
        limit = rekap((10, 100), (60, 100), target=target, renstra=4000, negatif=True)
        sections = susun(contoh.laporan(rekap=(limit,)), "bulanan", contoh.FRASA)
        tables = [t for b in sections for t in b.tabel]
        assert not [t.id for t in tables if t.id.startswith("kurang")]
        recap = next(t for t in tables if t.id == "rekap_AK017")
        assert "Kekurangan" not in [column.judul for column in recap.kolom]
        [chart] = [g for b in sections for g in b.grafik]
        assert [g[2] == KURANG for g in batang(chart) if g[0] != "TARGET"] == [
            value > target for value in (6000, 1000)
        ]
        assert "Batang gelap: di atas batas." in catatan_grafik(chart)
        texts = " ".join(text for b in sections for text in (*b.paragraf, *b.saran))
        assert "kekurangan" not in texts.lower()
        assert "ditopang" not in texts


def test_deaths_are_measured_by_those_who_reported() -> None:
    mati = contoh.rekap_mati()
    rows = (
        replace(mati.baris[0], terbit=Trio(jml=3), dilaporkan=4),
        replace(mati.baris[1], terbit=Trio(jml=9)),
        replace(mati.baris[2], dilaporkan=8),
    )
    assert fakta.pecahan(replace(mati, baris=rows)) == (3, 4)
