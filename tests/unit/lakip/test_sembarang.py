"""Whatever the figures are: the same text twice, every number proven, and a paper that opens."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civreg_tui.domain.lakip import PemeriksaAngka, susun
from civreg_tui.domain.laporan import Anggaran, Laporan, Sasaran, TitikSeri, Trio
from civreg_tui.papers.bahan import cocokkan
from civreg_tui.papers.lakip_xlsx import write_lakip_tables
from tests.unit.lakip import contoh
from tests.unit.lakip.angka_resmi import BARIS
from tests.unit.lakip.test_bahan import serahkan

hitungan = st.one_of(st.none(), st.integers(0, 300_000))
persen = st.one_of(st.none(), st.integers(1, 120_00))


@st.composite
def seri(draw, dokumen: str) -> tuple[TitikSeri, ...]:
    months = draw(st.sets(st.sampled_from(["2022-12", "2023-12", "2024-10", "2024-11", "2024-12"])))
    base = st.sampled_from(["", contoh.ACUAN, contoh.ACUAN_LAMA])
    return tuple(
        contoh.titik(
            m, dokumen, draw(st.integers(0, 900_000)), draw(st.integers(1, 900_000)), draw(base)
        )
        for m in sorted(months)
    )


@st.composite
def laporan(draw) -> Laporan:
    recaps = []
    for dokumen in draw(st.lists(st.sampled_from([contoh.AK017, contoh.ACERAI, contoh.AMATI]),
                                 unique=True)):  # fmt: skip
        count = draw(st.integers(1, 19))
        wajib = st.builds(lambda n: Trio(jml=n), hitungan) if dokumen.penyebut else st.just(Trio())
        rows = [
            (k, n, draw(wajib), Trio(jml=draw(hitungan)))
            for k, n, *_ in draw(st.permutations(BARIS))[:count]
        ]
        goals = Sasaran(dokumen.kode, 2024, draw(persen), draw(persen), draw(persen),
                        draw(st.booleans()))  # fmt: skip
        if not dokumen.penyebut:
            goals = Sasaran(dokumen.kode, 2024)
        recaps.append(contoh.rekap(dokumen, rows, goals, draw(seri(dokumen.kode))))
    money = st.integers(0, 5_000_000_000)
    line = st.builds(Anggaran, st.just("Program"), st.just("Kegiatan"), money, money)
    lines = draw(st.lists(line, max_size=3))
    report = contoh.laporan(rekap=tuple(recaps), anggaran=tuple(lines))
    return replace(report, revisi=draw(st.sampled_from([report.revisi, None])))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(laporan(), st.sampled_from(["bulanan", "tahunan"]))
def test_composition_is_repeatable_and_every_number_is_in_the_data(report, edisi):
    sections = susun(report, edisi, contoh.FRASA)
    assert susun(report, edisi, contoh.FRASA) == sections
    checker = PemeriksaAngka(report, contoh.FRASA)
    for section in sections:
        for text in (*section.paragraf, *section.saran):
            assert checker.periksa(text) == (), text
            assert "None" not in text


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(laporan())
def test_the_papers_of_any_month_open_and_match_their_figures(report):
    delivery = serahkan(report)
    assert Document(BytesIO(delivery.naskah)).sections
    assert cocokkan(report, delivery, contoh.FRASA).cocok
    assert write_lakip_tables(report, frasa=contoh.FRASA).startswith(b"PK")
