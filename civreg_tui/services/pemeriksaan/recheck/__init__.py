"""`periksa ulang`: everything stored is computed again, and nothing may come out different."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from civreg_tui.services.pemeriksaan.recheck.figures import figures_again
from civreg_tui.services.pemeriksaan.recheck.frozen import frozen_again
from civreg_tui.services.pemeriksaan.recheck.model import Beda
from civreg_tui.services.pemeriksaan.recheck.replay import replay_again
from civreg_tui.services.workspace import Workspace

__all__ = ["Beda", "HasilUlang", "recheck"]


@dataclass(frozen=True, slots=True)
class HasilUlang:
    """What was recomputed (kind -> how many) and every difference found."""

    diperiksa: dict[str, int]
    beda: tuple[Beda, ...]

    @property
    def utuh(self) -> bool:
        """Whether nothing differs."""
        return not self.beda


Langkah = Callable[[Workspace, dict[str, int]], Iterator[Beda]]
_LANGKAH: tuple[Langkah, ...] = (replay_again, figures_again, frozen_again)


def recheck(ws: Workspace) -> HasilUlang:
    """Recompute the trail, the cells, the coverage, the revisions and the received files."""
    counted: dict[str, int] = {}
    found = tuple(beda for langkah in _LANGKAH for beda in langkah(ws, counted))
    return HasilUlang(counted, found)
