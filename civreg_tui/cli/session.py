"""Configuration, store folder and workspace as the command line chooses them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from civreg_tui.cli.parser import SalahPakai
from civreg_tui.domain.periode import Periode
from civreg_tui.paths import default_store

if TYPE_CHECKING:
    from civreg_tui.config import Config
    from civreg_tui.services.workspace import Workspace


def configuration(options: argparse.Namespace) -> Config:
    """The configuration of ``--config``, else the user's own, else the defaults."""
    from civreg_tui.config import load_config

    return load_config(options.config)


def store_folder(options: argparse.Namespace) -> Path:
    """The folder of ``--store``, else the configured one, else the user's data directory."""
    if options.store is not None:
        return Path(options.store)
    configured = configuration(options).simpan
    return Path(configured).expanduser() if configured else default_store()


def log_folder(options: argparse.Namespace) -> Path:
    """Where a fault of ours is written down: beside the store, also while nothing can be read."""
    try:
        return store_folder(options) / "log"
    except Exception:  # noqa: BLE001 - the fault may lie in the configuration itself
        return default_store() / "log"


@contextmanager
def workspace(options: argparse.Namespace, *, create: bool = False) -> Iterator[Workspace]:
    """The open store; ``create`` makes one on first use, otherwise it must exist.

    Ditolak for an account without a role, which leaves no new store behind.
    """
    from civreg_tui.services.people.identity import identify
    from civreg_tui.services.workspace import Workspace
    from civreg_tui.store.database import FILE_NAME
    from civreg_tui.store.store import Store

    config, folder = configuration(options), store_folder(options)
    if create and not (folder / FILE_NAME).exists():
        identify(config)
    store = Store(folder, create=create)
    try:
        yield Workspace(config, store)
    finally:
        store.close()


@contextmanager
def shown(ws: Workspace, per: str) -> Iterator[Workspace]:
    """The store as it is, or as it was at the end of the day ``per``."""
    if not per:
        yield ws
        return
    from civreg_tui.services.trail.past import as_of, parse_day

    with as_of(ws, parse_day(per)) as past:
        yield past


def parse_period(text: str) -> str:
    """A month typed as ``YYYY-MM``; SalahPakai says how to write it."""
    try:
        return str(Periode.parse(text))
    except ValueError as error:
        raise SalahPakai(str(error)) from None
