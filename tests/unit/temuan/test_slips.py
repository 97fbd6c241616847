"""Planted slips over the real December 2024 figures are named: the cell and the kind."""

from __future__ import annotations

from tests.slips.corpus import KINDS, Slip, corpus
from tests.slips.figures import columns
from tests.slips.verdict import Evidence, Score, diagnosed, scores

SLIPS = corpus()


def named(made: list[Score]) -> float:
    return sum(score.shown for score in made) / sum(score.count for score in made)


def test_the_corpus_has_two_hundred_slips_of_eight_kinds_all_really_wrong() -> None:
    assert len(SLIPS) >= 200
    assert {slip.kind for slip in SLIPS} == set(KINDS)
    assert len(KINDS) == 8
    for slip in SLIPS:
        wrong = {k for k, value in slip.keyed.items() if value != slip.column.true[k]}
        assert wrong == set(slip.cells)


def test_with_last_months_figures_nine_in_ten_are_named() -> None:
    made = scores(SLIPS, Evidence.LAST_MONTH)
    assert named(made) >= 0.9
    assert min(score.shown / score.count for score in made) >= 0.75
    assert sum(score.first for score in made) / len(SLIPS) >= 0.9


def test_with_the_softcopy_every_kind_is_named() -> None:
    made = scores(SLIPS, Evidence.SOFTCOPY)
    assert min(score.shown / score.count for score in made) >= 0.95


def test_the_papers_total_alone_names_every_slip_of_the_keypad_but_a_wrong_digit() -> None:
    made = {score.kind: score for score in scores(SLIPS, Evidence.PAPER)}
    for kind in ("digits swapped", "digit doubled", "a zero more", "a zero less"):
        assert made[kind].shown == made[kind].count


def test_figures_without_a_slip_are_never_accused() -> None:
    for column in columns():
        for evidence in Evidence:
            right = Slip("none", column, column.true, (), frozenset())
            assert diagnosed(right, evidence) == ()
