"""A few hundred damaged softcopies; ``fuzz.py`` runs thousands of the same kind."""

from __future__ import annotations

import pytest

from civreg_tui.config import Facts
from tests.unit.softcopy.fuzz import WAYS, run_one


@pytest.mark.parametrize("block", range(7))
def test_damaged_files_are_refused_or_read_truly(block: int, facts: Facts) -> None:
    outcomes = [run_one(seed, facts) for seed in range(block * 50, block * 50 + 50)]

    assert len(outcomes) == 50


def test_all_ways_of_damage_take_part(facts: Facts) -> None:
    outcomes = {run_one(seed, facts).split(":")[0] for seed in range(len(WAYS))}

    assert outcomes == {way.__name__ for way in WAYS}
