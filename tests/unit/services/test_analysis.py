"""Ranks and their change, the pace, what is missing to a target, and the base of every percent."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Sasaran
from civreg_tui.domain.periode import Periode, posisi_acuan
from civreg_tui.services.cakupan.analysis import analyse, kurang_berapa
from civreg_tui.services.cakupan.series import load_series
from civreg_tui.services.month.targets import set_target
from civreg_tui.services.output.report import build_report
from civreg_tui.services.pemeriksaan.check import check_month
from tests.unit.services.bantu import BULAN, LALU, sebagai


def test_ranks_and_percents_are_those_of_papers_and_series(demo) -> None:
    ws = demo(6)
    found, series = analyse(ws, BULAN, "AK017"), load_series(ws, [LALU, BULAN])
    for row in build_report(ws, BULAN).rekap[0].baris:
        assert found.peringkat[row.kode] == row.peringkat
        then = series.rank(LALU, "AK017", row.kode)
        assert found.naik(row.kode) == then - row.peringkat
        assert found.seri(row.kode)[-2:] == (row.persen_lalu, row.persen)


def test_the_parts_of_the_real_month_add_up(demo) -> None:
    found = analyse(demo(6), BULAN, "AK017")
    whole = Fraction(100 * 1_706_893, 1_732_411)
    assert found.atribusi.kini == whole
    assert sum(b.jumlah for b in found.atribusi.bagian) == found.atribusi.perubahan


def test_how_many_are_missing_where_and_when(demo) -> None:
    found = analyse(demo(6), BULAN, "AK017")
    reached = kurang_berapa(found, 9800)
    assert (reached.akta, reached.lebih, reached.pada) == (0, 9130, Periode(2024, 12))
    short = kurang_berapa(found, 9900)
    assert (short.akta, short.lebih) == (8194, 0)
    assert sum(short.teringan.values()) == sum(short.tersedikit.values()) == 8194
    assert min(short.teringan) == "13.05"
    assert short.pada == Periode(2025, 3)
    assert found.kurang("13.09", found.target) == 2181


def test_a_ceiling_leaves_nothing_short(demo) -> None:
    # GIVEN the AK017 target of which regions fall short turned into a ceiling
    ws = sebagai(demo(6), "kabid")
    assert any(t.temuan.rule == "R29" for t in check_month(ws, BULAN))
    set_target(ws, BULAN, Sasaran("AK017", 2024, 9800, negatif=True))
    # THEN neither report, analysis nor rules speak of certificates that lack
    recap = next(r for r in build_report(ws, BULAN).rekap if r.dokumen.kode == "AK017")
    assert {row.kekurangan for row in (*recap.baris, recap.provinsi)} == {None}
    found = analyse(ws, BULAN, "AK017")
    assert found.kurang("13.09", found.target) is None
    assert kurang_berapa(found, 9900) is None
    assert not any(t.temuan.rule == "R29" for t in check_month(ws, BULAN))


def test_the_first_month_has_nothing_to_compare_with(demo) -> None:
    found = analyse(demo(6), "2024-01", "AK017")
    assert found.lalu is None
    assert found.atribusi is None
    assert found.naik("13.06") is None
    assert found.laju("13.06") is None
    assert found.tercapai("13.09", 9900) is None
    assert found.seri("13.06")[:-1] == (None,) * 11
    assert found.beda_seri("13.06") == 0


def test_an_empty_month_has_neither_percents_nor_a_shortfall(demo) -> None:
    found = analyse(demo(3), BULAN, "AK017")
    assert kurang_berapa(found, 9800) is None
    assert found.atribusi is None
    assert found.beda_seri("13.06") is None


def test_a_document_that_is_not_recapped_is_refused(demo) -> None:
    with pytest.raises(Ditolak, match="tidak direkap"):
        analyse(demo(3), BULAN, "AKALL")


class TestBases:
    def test_the_base_carries_its_date_and_last_months_is_flagged(self, demo) -> None:
        found = analyse(demo(6), BULAN, "AK017")
        assert found.acuan == "DKB Semester II Tahun 2024 (31-12-2024)"
        assert found.acuan_campur == ("lalu Semester I 2024 (30-06-2024)",)

    def test_nothing_is_flagged_inside_one_semester(self, demo) -> None:
        assert analyse(demo(6), "2024-09", "AK017").acuan_campur == ()

    def test_another_base_in_the_same_month_is_flagged(self, demo) -> None:
        ws = demo(6)
        ws.store.database.sql.execute(
            "UPDATE lembar SET acuan = 'DKB Semester I Tahun 2024'"
            " WHERE periode = '2024-12' AND dokumen = 'ACERAI'"
        )
        assert "dokumen lain ACERAI" in analyse(ws, BULAN, "AK017").acuan_campur[1]
        own = analyse(ws, BULAN, "ACERAI").acuan_campur
        assert "berlaku Semester II 2024 (31-12-2024)" in own

    @pytest.mark.parametrize(
        ("acuan", "day"),
        [
            ("DKB Semester I Tahun 2024", date(2024, 6, 30)),
            ("DKB Semester II Tahun 2024", date(2024, 12, 31)),
            ("", None),
            ("entah", None),
        ],
    )
    def test_the_date_of_a_base(self, acuan, day) -> None:
        assert posisi_acuan(acuan) == day
