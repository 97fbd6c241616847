"""What a torture did and what it found out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Tally:
    """What was done and what was found out."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    in_flight: int = 0
    in_flight_kept: int = 0
    refused: int = 0
    lost: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The tally in words, a line each."""
        kinds = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        yield f"kills: {sum(self.kills.values())} ({kinds})"
        yield f"acknowledged cells: {self.acknowledged}, lost: {len(self.lost)}"
        yield f"acts cut short: {self.in_flight}, of these kept whole: {self.in_flight_kept}"
        yield f"acts refused by a full disk: {self.refused}"
        yield from self.lost[:20]
