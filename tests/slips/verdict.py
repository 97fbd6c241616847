"""Whether a planted slip is named: the right cell and the right kind, among what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from civreg_tui.domain.temuan.diagnosa import Diagnosa, diagnosa_kolom
from tests.slips.corpus import Slip, by_kind
from tests.slips.figures import DAFTAR


class Evidence(Enum):
    """What the diagnosis has besides the column as keyed and its control total."""

    PAPER = "paper's total alone"
    LAST_MONTH = "and last month"
    SOFTCOPY = "and the softcopy"


@dataclass(frozen=True)
class Score:
    """How many slips of a kind were named first, among those shown, and not at all."""

    kind: str
    first: int
    shown: int
    missed: tuple[Slip, ...]

    @property
    def count(self) -> int:
        """All slips of the kind."""
        return self.shown + len(self.missed)


def diagnosed(slip: Slip, evidence: Evidence) -> tuple[Diagnosa, ...]:
    """What the program says about the column."""
    column = slip.column
    return diagnosa_kolom(
        column.kolom,
        slip.keyed,
        sum(column.true.values()),
        DAFTAR,
        tetangga={**column.beside, column.kolom: slip.keyed},
        lalu=column.last if evidence is not Evidence.PAPER else None,
        sumber=column.true if evidence is Evidence.SOFTCOPY else None,
    )


def place(slip: Slip, found: Sequence[Diagnosa]) -> int | None:
    """At which place (from 0) cell, kind and true figure are named; None when they are not."""
    for index, guess in enumerate(found):
        right = set(guess.wilayah) == set(slip.cells) and guess.sebab in slip.names
        if right and (
            guess.sebab == "geser" or guess.seharusnya == slip.column.true[slip.cells[0]]
        ):
            return index
    return None


def scores(slips: Sequence[Slip], evidence: Evidence) -> list[Score]:
    """The score of every kind."""
    made = []
    for kind, group in by_kind(slips).items():
        places = [(slip, place(slip, diagnosed(slip, evidence))) for slip in group]
        missed = tuple(slip for slip, at in places if at is None)
        made.append(Score(kind, sum(at == 0 for _, at in places), len(group) - len(missed), missed))
    return made
