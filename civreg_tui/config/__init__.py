"""The facts of ``data/*.toml`` with the user's ``civreg.toml`` laid over them, checked.

What is named here is found on first use: ``inspect`` needs neither the checking library nor
the settings, and starts without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civreg_tui.config.load import (
        frozen_definitions,
        load_config,
        load_phrases,
        month_config,
    )
    from civreg_tui.config.model import Config, Facts
    from civreg_tui.config.salah import KonfigurasiSalah

__all__ = [
    "Config",
    "Facts",
    "KonfigurasiSalah",
    "frozen_definitions",
    "load_config",
    "load_phrases",
    "month_config",
]

_ROOMS = {"Config": "model", "Facts": "model", "KonfigurasiSalah": "salah"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"civreg_tui.config.{_ROOMS.get(name, 'load')}"), name)
