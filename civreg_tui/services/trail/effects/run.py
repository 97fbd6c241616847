"""A replay under way, and what an effect is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from civreg_tui.config import Config
from civreg_tui.store.store import Store
from civreg_tui.store.trail import Peristiwa


@dataclass
class Ulang:
    """A replay from one store into another, with the configuration's defaults."""

    asal: Store
    hasil: Store
    config: Config


Efek = Callable[[Ulang, str, Peristiwa], None]
"""Does an event of a month (empty: of none) again in the store that is being built."""
