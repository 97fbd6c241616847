"""The environment as the program settles it, and the stores that tests start from."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from civreg_tui import paths
from civreg_tui.config import Config, load_config
from civreg_tui.services.demo import make_demo
from civreg_tui.services.people.identity import SEMUA_PERAN, Pelaku
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store
from civreg_tui.terminal import environment

os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
os.environ.pop("NO_COLOR", None)
os.environ.pop(environment.OUTPUT, None)
environment.prepare()

RUMAH = Path(tempfile.gettempdir()) / f"civreg-uji-{os.getpid()}"
"""Where the user's own configuration and data would lie; nothing is there."""
paths.SYSTEM_CONFIG = RUMAH / "etc" / "civreg.toml"
os.environ.update(XDG_CONFIG_HOME=str(RUMAH / "config"), XDG_DATA_HOME=str(RUMAH / "data"))

# The gate gives one answer for one tree; `make search` is what looks for new cases.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("CIVREG_HYPOTHESIS", "gate"))

BULAN = "2024-12"


class Jam:
    """A clock that moves one second with every look, from a working morning."""

    def __init__(self) -> None:
        self.sekarang = datetime(2025, 1, 6, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.sekarang += timedelta(seconds=1)
        return self.sekarang

    def maju(self, **lama: float) -> None:
        self.sekarang += timedelta(**lama)


@pytest.fixture(scope="session")
def config() -> Config:
    """The configuration as shipped."""
    return load_config()


@pytest.fixture(scope="session")
def cetakan(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Callable[[int], Path]:
    """The folder of a pristine demo store at a step; never open it, copy it."""
    made: dict[int, Path] = {}

    def make(step: int) -> Path:
        if step not in made:
            made[step] = tmp_path_factory.mktemp(f"langkah{step}") / "demo"
            make_demo(config, made[step], step)
        return made[step]

    return make


@pytest.fixture
def salinan(cetakan: Callable[[int], Path], tmp_path: Path) -> Callable[[int], Path]:
    """A fresh copy of the demo store at a step, as a folder."""

    def make(step: int) -> Path:
        return Path(shutil.copytree(cetakan(step), tmp_path / f"demo{step}", dirs_exist_ok=True))

    return make


@pytest.fixture
def jam() -> Jam:
    """The clock of the workspaces below."""
    return Jam()


@pytest.fixture
def demo(
    salinan: Callable[[int], Path], config: Config, jam: Jam
) -> Iterator[Callable[[int], Workspace]]:
    """A workspace on a fresh copy of the demo at a step; budi holds every role there."""
    opened: list[Workspace] = []

    def make(step: int) -> Workspace:
        store = Store(salinan(step))
        opened.append(Workspace(config, store, pelaku=budi(), clock=jam))
        return opened[-1]

    yield make
    for ws in opened:
        ws.close()


@pytest.fixture
def kosong(tmp_path: Path, config: Config, jam: Jam) -> Iterator[Workspace]:
    """An empty stand-alone store; budi holds every role."""
    ws = Workspace(config, Store(tmp_path / "kosong"), pelaku=budi(), clock=jam)
    yield ws
    ws.close()


def budi() -> Pelaku:
    """An account of a one-person office."""
    return Pelaku("budi", frozenset({*SEMUA_PERAN, "admin"}), "uji")
