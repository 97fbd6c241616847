"""A tile map as plain lines of text, and the nearest tile in a direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""Row and column of a tile."""
DIRECTIONS: dict[str, Place] = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; ``tile`` is the key of the tile it belongs to, empty between tiles."""

    text: str
    tile: str = ""


def tile_lines(
    places: Mapping[str, Place], texts: Mapping[str, Sequence[str]], width: int, *, gap: int = 1
) -> list[list[Run]]:
    """Lines of runs: every tile ``width`` columns wide, ``gap`` blank lines between its rows."""
    by_place = {place: key for key, place in places.items()}
    rows = max((row for row, _ in by_place), default=-1) + 1
    columns = max((column for _, column in by_place), default=-1) + 1
    height = max((len(lines) for lines in texts.values()), default=0)
    found: list[list[Run]] = []
    for row in range(rows):
        keys = [by_place.get((row, column), "") for column in range(columns)]
        found += [[_run(key, texts, line, width) for key in keys] for line in range(height)]
        if row < rows - 1:
            found += [[Run("")] for _ in range(gap)]
    return found


def _run(key: str, texts: Mapping[str, Sequence[str]], line: int, width: int) -> Run:
    lines = texts.get(key, ())
    text = lines[line] if line < len(lines) else ""
    return Run(text[:width].ljust(width), key)


def neighbour(places: Mapping[str, Place], current: str, direction: str) -> str:
    """The nearest tile in a direction, those straight ahead first; the same one at the edge."""
    down, right = DIRECTIONS[direction]
    row, column = places[current]
    ahead: list[tuple[int, int, str]] = []
    for key, (other_row, other_column) in places.items():
        forward = (other_row - row) * down + (other_column - column) * right
        aside = abs((other_row - row) * right) + abs((other_column - column) * down)
        if forward > 0:
            ahead.append((forward + 2 * aside, forward, key))
    return min(ahead)[2] if ahead else current
