"""Finding the trail's head that a paper carries: the one code that gives a rebuilt trail away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civreg_tui.services.workspace import Workspace
from civreg_tui.store.trail import Peristiwa

TERPENDEK = 12
"""Fewest characters of a printed head; shorter codes are verification codes of revisions."""


@dataclass(frozen=True, slots=True)
class KepalaCetak:
    """A printed head: the event it belongs to (None = not in this trail), and the chain's state.

    ``utuh`` says whether the whole chain up to today holds, ``sesudah`` how many events follow.
    """

    kode: str
    peristiwa: Peristiwa | None
    utuh: bool
    sesudah: int

    @property
    def sah(self) -> bool:
        """Whether the paper and the trail vouch for each other."""
        return self.peristiwa is not None and self.utuh


def is_head(code: str) -> bool:
    """Whether a typed code is a trail's head (hexadecimal) and no revision's code."""
    return re.fullmatch(rf"[0-9a-f]{{{TERPENDEK},64}}", _clean(code)) is not None


def find_head(ws: Workspace, code: str) -> KepalaCetak:
    """Look a printed head up and verify the chain it stands in."""
    wanted = _clean(code)
    found = ws.store.trail.find(wanted)
    result = ws.store.trail.verify()
    last = ws.store.trail.next_number() - 1
    after = last - found.no if found else 0
    return KepalaCetak(wanted, found, result.ok, after)


def _clean(code: str) -> str:
    return re.sub(r"^jejak|[\s.-]", "", code.strip().lower())
