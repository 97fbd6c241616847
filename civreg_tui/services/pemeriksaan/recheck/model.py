"""What a recomputation can find."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beda:
    """A difference: the month (empty for the whole store), what it is about, and a sentence."""

    periode: str
    hal: str
    kalimat: str


def add(counted: dict[str, int], hal: str, count: int = 1) -> None:
    """Count what was recomputed."""
    counted[hal] = counted.get(hal, 0) + count
