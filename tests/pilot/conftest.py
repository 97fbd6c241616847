"""Demo stores at every step, built once per run and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from civreg_tui.app import CivregApp
from civreg_tui.config import load_config
from civreg_tui.services.demo import make_demo
from civreg_tui.services.people import identity
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from screens.penerimaan import pembaca

SEKARANG = datetime(2025, 1, 3, 2, 30, tzinfo=UTC)
BULAN = "2024-12"

BuatApp = Callable[..., CivregApp]


@pytest.fixture(autouse=True)
def _sabar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading is waited for, however busy the machine; tests of its progress say otherwise."""
    monkeypatch.setattr(pembaca, "SABAR", 60.0)


@pytest.fixture(scope="session")
def _akun() -> Iterator[None]:
    """The account is named budi on every machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity, "current_account", lambda layanan: "budi")
        yield


@pytest.fixture(scope="session")
def cetakan(tmp_path_factory: pytest.TempPathFactory, _akun: None) -> Callable[[int], Path]:
    """The folder of a pristine demo store at a step; never open it, copy it."""
    made: dict[int, Path] = {}

    def make(step: int) -> Path:
        if step not in made:
            made[step] = tmp_path_factory.mktemp(f"langkah{step}") / "demo"
            make_demo(load_config(), made[step], step)
        return made[step]

    return make


@pytest.fixture
def demo(cetakan: Callable[[int], Path], tmp_path: Path) -> Iterator[Callable[[int], Workspace]]:
    """A workspace on a fresh copy of the demo at a step; the clock stands at SEKARANG."""
    opened: list[Workspace] = []

    def make(step: int) -> Workspace:
        folder = tmp_path / f"demo{step}"
        shutil.copytree(cetakan(step), folder)
        opened.append(Workspace(load_config(), Store(folder), clock=lambda: SEKARANG))
        return opened[-1]

    yield make
    for ws in opened:
        ws.close()


@pytest.fixture
def kosong(_akun: None, tmp_path: Path) -> Iterator[Workspace]:
    """An empty stand-alone store: the account holds every role."""
    ws = Workspace(load_config(), Store(tmp_path / "kosong"), clock=lambda: SEKARANG)
    yield ws
    ws.close()


@pytest.fixture
def buka(demo: Callable[[int], Workspace]) -> BuatApp:
    """An app on the demo at a step, opened at that step's screen unless ``layar`` is given."""

    def make(step: int, layar: int | None = 0, dokumen: str | None = None) -> CivregApp:
        if layar is None:
            return CivregApp(demo(step))
        return CivregApp(demo(step), period=BULAN, step=layar or step, document=dokumen)

    return make
