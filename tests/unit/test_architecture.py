"""The house's rules: imports run one way, and heavy libraries stay off the start path."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from civreg_tui.domain.langkah import Keadaan
from civreg_tui.store.store import Store

AKAR = Path(__file__).parents[2]
SETTINGS = tomli.loads((AKAR / "pyproject.toml").read_text("utf-8"))
BERAT = ("polars", "xlsxwriter", "docx", "python_calamine", "openpyxl", "lxml", "psutil")
SUMBER = [
    path.relative_to(AKAR)
    for room in ("civreg_tui", "screens")
    for path in sorted((AKAR / room).rglob("*.py"))
]


def _heavy_room(path: Path) -> bool:
    """Rooms that are themselves entered inside functions only."""
    return path.parts[1] in {"papers", "softcopy"}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        check=False, cwd=folder, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip


@pytest.fixture
def rumah(tmp_path: Path) -> Path:
    """A copy of the house to plant violations in."""
    for room in ("civreg_tui", "screens"):
        shutil.copytree(AKAR / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(AKAR / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(rumah: Path) -> None:
    done = lint(rumah)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("civreg_tui/domain/cakupan.py", "import civreg_tui.store.store"),
        ("civreg_tui/domain/cakupan.py", "import polars"),
        ("civreg_tui/config/model.py", "import civreg_tui.services.workspace"),
        ("civreg_tui/services/entri/enter.py", "import sqlite3"),
        ("civreg_tui/services/entri/enter.py", "import textual"),
        ("civreg_tui/papers/styles.py", "import civreg_tui.services.output.report"),
        ("civreg_tui/store/cells.py", "import civreg_tui.papers.files"),
        ("civreg_tui/terminal/charts.py", "import civreg_tui.services.output.report"),
        ("civreg_tui/paths.py", "import civreg_tui.config"),
        ("screens/shell/rute.py", "import civreg_tui.app"),
        ("screens/shell/rute.py", "import civreg_tui.store.records"),
        ("civreg_tui/services/month/returns.py", "import civreg_tui.services.entri.answers"),
    ],
)
def test_a_planted_violation_breaks_them(rumah: Path, file: str, line: str) -> None:
    path = rumah / file
    path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    done = lint(rumah)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


def test_every_room_of_the_engine_has_its_place_in_the_layers() -> None:
    layers = SETTINGS["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    rooms = {
        f"civreg_tui.{path.stem}"
        for path in (AKAR / "civreg_tui").iterdir()
        if not path.name.startswith(("_", ".")) and (path.is_dir() or path.suffix == ".py")
    }
    assert rooms <= placed | {"civreg_tui.py"}
    assert {"screens", "civreg_tui.__main__"} <= placed


def test_the_screens_ask_services_and_never_reach_for_the_store() -> None:
    reached = [
        f"{path}:{node.lineno}"
        for path in SUMBER
        if path.parts[0] == "screens"
        for node in ast.walk(ast.parse((AKAR / path).read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "store"
    ]
    assert reached == []


@pytest.mark.parametrize("path", SUMBER, ids=str)
def test_heavy_libraries_are_imported_inside_functions(path: Path) -> None:
    for node in ast.parse((AKAR / path).read_text("utf-8")).body:
        names = _imported(node)
        found = names & set(BERAT)
        assert not found or _heavy_room(path), f"{path}: {found}"


def _imported(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


@pytest.mark.parametrize(
    "path", [p for p in SUMBER if p.parts[1] not in {"papers", "softcopy"}], ids=str
)
def test_heavy_rooms_are_entered_inside_functions(path: Path) -> None:
    heavy = ("civreg_tui.papers", "civreg_tui.softcopy.reading",
             "civreg_tui.softcopy.files.workbook", "civreg_tui.softcopy.files.xlsx",
             "civreg_tui.services.cakupan.compute")  # fmt: skip
    light = ("civreg_tui.services.penerimaan.inspect",)
    for node in ast.parse((AKAR / path).read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            name = str(path.with_suffix("")).replace(os.sep, ".")
            assert not node.module.startswith(heavy) or name in light, f"{path}: {node.module}"


def loaded_by(script: str, *arguments: str | Path) -> set[str]:
    """The top-level modules a process has loaded at the end of a script."""
    script += "\nimport sys; print('|'.join(sorted({m.partition('.')[0] for m in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *map(str, arguments)],
        check=False, cwd=AKAR, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.strip().splitlines()[-1].split("|"))


ENTRI = """
import asyncio, pathlib, sys
from civreg_tui.terminal.environment import prepare
prepare()
from civreg_tui.app import CivregApp
from civreg_tui.config import load_config
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store

async def main():
    ws = Workspace(load_config(), Store(pathlib.Path(sys.argv[1])))
    app = CivregApp(ws, period="2024-12", step=4, document="AK017")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = type(app.screen).__module__
        await pilot.press("1", "2", "3", "enter")
        await pilot.pause()
        assert shown.startswith("screens.entri"), shown
    ws.close()

asyncio.run(main())
"""


def test_opening_the_entry_screen_and_keying_loads_nothing_heavy(salinan) -> None:
    loaded = loaded_by(ENTRI, salinan(4))
    assert "textual" in loaded
    # python_calamine, small and quick, comes with the received softcopy that entry is held against
    assert loaded.isdisjoint(set(BERAT) - {"python_calamine"})


def test_without_a_softcopy_not_even_its_reader_is_loaded(salinan) -> None:
    folder = salinan(3)
    store = Store(folder)
    with store.transaction():
        store.months.set_state("2024-12", Keadaan.ENTRI)
    store.close()
    assert loaded_by(ENTRI, folder).isdisjoint(BERAT)


def test_the_command_line_itself_loads_no_screen_and_nothing_heavy(salinan) -> None:
    script = "import sys\nfrom civreg_tui.cli import run\nrun(['--store', sys.argv[1], 'status'])"
    loaded = loaded_by(script, salinan(4))
    assert loaded.isdisjoint({"textual", "rich", *BERAT})


def test_the_domain_loads_the_standard_library_alone() -> None:
    script = (
        "import pkgutil, importlib, civreg_tui.domain as d\n"
        "for m in pkgutil.walk_packages(d.__path__, 'civreg_tui.domain.'):\n"
        "    importlib.import_module(m.name)"
    )
    site = {"textual", "rich", "msgspec", "tomli", "platformdirs", "sqlite3", *BERAT}
    assert loaded_by(script).isdisjoint(site)


def test_a_wheel_carries_the_screens_and_the_facts() -> None:
    wheel = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["civreg_tui", "screens"]
    assert wheel["force-include"] == {"data": "civreg_tui/_data"}
