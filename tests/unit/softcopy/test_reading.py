"""What else reading does: progress, cancelling, hashes, taught headings, nothing heavy loaded."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.config import Facts
from civreg_tui.domain.lembar import Kolom
from civreg_tui.softcopy.errors import PembacaanDibatalkan
from civreg_tui.softcopy.files.source import Berkas
from civreg_tui.softcopy.reading import read_berkas, read_files
from tests.unit.softcopy.corpus_files import pages
from tests.unit.softcopy.pages import Kolom as KolomHalaman
from tests.unit.softcopy.pages import Rekap
from tests.unit.softcopy.writers import to_xlsx

SAMPLE = Path(__file__).parents[2] / "data" / "softcopy" / "laporan_adminduk_2024-12.xlsx"


def test_progress_names_files_and_sheets(facts: Facts) -> None:
    told: list[tuple[int, int, str]] = []

    read_files([SAMPLE], facts, progress=lambda *step: told.append(step))

    assert told[0] == (0, 1, SAMPLE.name)
    assert told[-1] == (0, 1, f"{SAMPLE.name}: Akta Kematian")
    assert len(told) == 5


def test_cancelling_stops_between_worksheets(facts: Facts) -> None:
    answers = iter([False, False, True])

    with pytest.raises(PembacaanDibatalkan):
        read_files([SAMPLE], facts, cancelled=lambda: next(answers))


def test_the_hash_is_of_the_bytes_that_were_read(facts: Facts) -> None:
    file = read_files([SAMPLE], facts).berkas[0]

    assert file.sha256 == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()


def test_kept_bytes_read_like_the_file(facts: Facts) -> None:
    kept = Berkas(str(SAMPLE), SAMPLE.read_bytes(), "x")

    assert read_berkas([kept], facts).tabel == read_files([SAMPLE], facts).tabel


def strange_page() -> bytes:
    columns: list[KolomHalaman] = [
        ("KOLOM WAJIB AKTA", lambda r: r.wajib),
        ("KODE F2", lambda r: r.memiliki),
        ("KODE F3", lambda r: 1),
    ]
    return to_xlsx(Rekap("ACERAI", kolom=columns, jumlah=None).page())


def test_an_unknown_heading_is_named_with_its_cell(facts: Facts) -> None:
    (table,) = read_berkas([Berkas("a.xlsx", strange_page(), "")], facts).tabel

    assert table.tak_dikenal == (("Cerai!E6", "KODE F2"), ("Cerai!F6", "KODE F3"))


def test_a_taught_heading_is_known_by_its_form(facts: Facts) -> None:
    file = Berkas("a.xlsx", strange_page(), "")
    mark = read_berkas([file], facts).tabel[0].tanda
    lesson = {mark: {"KODE F2": Kolom("memiliki", "jml"), "KODE F3": None}}

    (table,) = read_berkas([file], facts, ajaran=lesson).tabel

    assert table.tak_dikenal == ()
    assert table.rows["13.06"].sel[Kolom("memiliki", "jml")].angka == 7373
    other = {"bentuk lain": lesson[mark]}
    assert read_berkas([file], facts, ajaran=other).tabel[0].tak_dikenal != ()


def test_a_table_of_only_unknown_headings_can_be_taught(facts: Facts) -> None:
    columns: list[KolomHalaman] = [("F1", lambda r: r.wajib), ("F2", lambda r: r.memiliki)]
    file = Berkas("a.xlsx", to_xlsx(Rekap("ACERAI", kolom=columns).page()), "")
    (unknown,) = read_berkas([file], facts).tabel
    lesson = {unknown.tanda: {"F1": Kolom("wajib", "jml"), "F2": Kolom("memiliki", "jml")}}

    (table,) = read_berkas([file], facts, ajaran=lesson).tabel

    assert [heading for _, heading in unknown.tak_dikenal] == ["F1", "F2"]
    assert table.rows["13.06"].sel[Kolom("wajib", "jml")].angka == 11712


def test_subtotals_stand_apart_from_the_province(facts: Facts) -> None:
    from tests.unit.softcopy.corpus_rows import subtotals_that_are_only_called_jumlah as make

    data = make().berkas["a.xlsx"]
    (table,) = read_berkas([Berkas("a.xlsx", data, "")], facts).tabel

    assert [row.nama_teks for row in table.jumlah] == ["TOTAL"]
    assert [(kind, row.nama_teks) for kind, row in table.subjumlah] == [
        ("kabupaten", "JUMLAH"),
        ("kota", "JUMLAH"),
    ]


def test_reading_loads_neither_polars_nor_textual(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(to_xlsx(*pages()))
    code = (
        "import sys\n"
        "from civreg_tui.config import load_config\n"
        "from civreg_tui.services.penerimaan.inspect import inspect_files\n"
        f"inspect_files([{str(path)!r}], None, load_config().facts).json()\n"
        "print([m for m in ('polars', 'textual', 'rich', 'xlsxwriter', 'docx', 'pandas')"
        " if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
