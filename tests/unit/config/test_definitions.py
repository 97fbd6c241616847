from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from civreg_tui.config import KonfigurasiSalah, load_config
from civreg_tui.config.definitions import load_definitions
from civreg_tui.paths import default_config

SAMPLE = Path(__file__).parents[3] / "data" / "demo" / "laporan_adminduk_2024-12.xlsx"


def test_the_shipped_definitions_are_those_of_the_checked_configuration() -> None:
    facts, quick = load_config().facts, load_definitions()
    assert quick.wilayah.semua == facts.wilayah.semua
    assert quick.dokumen == facts.dokumen
    assert quick.aturan == facts.aturan
    assert quick.penduduk == facts.penduduk
    assert quick.aktif == facts.aktif


def test_a_user_s_own_file_is_read_and_checked_whole(tmp_path: Path) -> None:
    own = tmp_path / "civreg.toml"
    own.write_text("[dokumen.AK04]\naktif = true\n")
    assert "AK04" in [d.kode for d in load_definitions(own).aktif]
    own.write_text("[tenggat]\npenerimaan = 40\n")
    with pytest.raises(KonfigurasiSalah):
        load_definitions(own)


def test_the_file_in_its_usual_place_counts(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    default_config().parent.mkdir(parents=True)
    default_config().write_text("[dokumen.AK04]\naktif = true\n")
    assert "AK04" in [d.kode for d in load_definitions().aktif]


def test_inspect_starts_with_the_reading_alone() -> None:
    script = (
        "import sys; from civreg_tui.cli import run; "
        f"run(['inspect', {str(SAMPLE)!r}]); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())
    assert "civreg_tui.softcopy.reading" in loaded
    heavy = {"polars", "textual", "rich", "xlsxwriter", "docx", "msgspec", "sqlite3", "json"}
    assert not heavy & loaded
    assert not {
        m for m in loaded if m.startswith(("civreg_tui.store", "civreg_tui.domain.laporan"))
    }
