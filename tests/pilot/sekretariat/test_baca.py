"""The pane to read in, tables as text, and what a finished .docx says when read back."""

import subprocess
import sys
from io import BytesIO

from docx import Document
from textual.app import App, ComposeResult

from civreg_tui.papers.baca_docx import baca_docx
from screens.shell.baca import Baca, Blok
from screens.shell.tabel_teks import tabel_teks
from tests.pilot.layar import tekan, teks


class _Uji(App[None]):
    def compose(self) -> ComposeResult:
        yield Baca()


async def test_text_wraps_and_tables_scroll_sideways():
    app = _Uji()
    async with app.run_test(size=(20, 6)) as pilot:
        pane = app.query_one(Baca)
        pane.tampilkan([
            Blok("satu dua tiga empat lima", jarak=False),
            Blok("0123456789 0123456789 END", lipat=False),
        ])  # fmt: skip
        await pilot.pause()
        assert teks(app).splitlines()[:3] == ["satu dua tiga empat", "lima", "0123456789 012345678"]
        pane.focus()
        await tekan(pilot, *["right"] * 7)
        assert "END" in teks(app)


async def test_markup_wide_letters_and_tabs_are_only_text():
    app = _Uji()
    async with app.run_test(size=(20, 6)) as pilot:
        app.query_one(Baca).tampilkan([Blok("[/] 漢字漢字漢字漢字漢字\tx", jarak=False)])
        await pilot.pause()
        lines = teks(app).splitlines()
        assert lines[0].startswith("[/]")
        assert "x" in "".join(lines)


async def test_a_named_place_is_reached_and_known():
    app = _Uji()
    async with app.run_test(size=(20, 6)) as pilot:
        pane = app.query_one(Baca)
        pane.tampilkan([Blok(f"judul {n}", kunci=str(n)) for n in range(20)])
        await pilot.pause()
        pane.ke("7")
        await pilot.pause()
        assert teks(app).startswith("judul 7")
        assert pane.tempat == "7"


def test_tables_align_figures_right_and_wrap_long_heads():
    rows = [("Kabupaten/Kota", "Belum memiliki"), ("Agam", "2.805"), ("Kota Solok", "–")]
    assert tabel_teks(rows).splitlines() == [
        "Kabupaten/Kota     Belum",
        "                memiliki",
        "──────────────  ────────",
        "Agam               2.805",
        "Kota Solok             –",
    ]


def test_a_row_that_is_too_short_or_empty_breaks_no_table():
    assert tabel_teks([]) == ""
    assert tabel_teks([("a", "b"), ("x",)]).splitlines()[-1] == "x"


def test_a_docx_is_read_back_in_order():
    paper = Document()
    paper.add_heading("BAB I", 1)
    paper.add_paragraph("Teks <w:t> & [/]")
    table = paper.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "1"
    paper.add_paragraph("")
    paper.add_paragraph("Akhir")
    out = BytesIO()
    paper.save(out)
    found = [(b.jenis, b.teks, b.tingkat, b.baris) for b in baca_docx(out.getvalue())]
    assert found == [
        ("judul", "BAB I", 1, ()),
        ("alinea", "Teks <w:t> & [/]", 0, ()),
        ("tabel", "", 0, (("a", "1"),)),
        ("alinea", "Akhir", 0, ()),
    ]


def test_the_screens_of_steps_six_and_seven_load_no_heavy_library():
    code = (
        "import sys, screens.lakip, screens.lakip.capaian, screens.lakip.wilayah, "
        "screens.sekretariat; "
        "print([m for m in ('polars', 'docx', 'xlsxwriter') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
