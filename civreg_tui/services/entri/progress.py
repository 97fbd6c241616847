"""How far the keying of a month has come, and how fast it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from civreg_tui.services.entri.sheet_view import SheetView
from civreg_tui.services.month.clock import step_times
from civreg_tui.services.workspace import Workspace

_LANGKAH_ENTRI = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """Empty required cells of a sheet and of the month; minutes at work and the standard.

    ``pace`` is keyed cells a minute; None during the first minute.
    """

    left_here: int
    left: int
    minutes: int
    standard: int
    pace: int | None


def entry_minutes(ws: Workspace, periode: str) -> tuple[int, int]:
    """Minutes at work on the entry so far, and the standard; idle minutes do not count."""
    step = next(t for t in step_times(ws, periode) if t.langkah.no == _LANGKAH_ENTRI)
    return step.menit or 0, step.langkah.menit


def progress(
    views: Mapping[str, SheetView], dokumen: str, used: int, standard: int
) -> Progress:  # fmt: skip
    """Where the Staf stands after ``used`` minutes."""
    left = {code: len(view.sheet.kosong()) for code, view in views.items()}
    keyed = sum(view.sheet.diketik for view in views.values())
    return Progress(
        left_here=left[dokumen],
        left=sum(left.values()),
        minutes=used,
        standard=standard,
        pace=(2 * keyed + used) // (2 * used) if used > 1 and keyed else None,
    )
