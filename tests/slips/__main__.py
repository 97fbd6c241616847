"""`python -m tests.slips [--per-kind N] [--seed S] [--missed]`: a table, kind by kind."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tests.slips.corpus import PER_KIND, corpus
from tests.slips.verdict import Evidence, Score, scores


def report(made: Sequence[Score]) -> str:
    """One line per kind: named first, named among those shown, how many there were."""
    lines = [_line(score.kind, score.first, score.shown, score.count) for score in made]
    total = (sum(getattr(s, name) for s in made) for name in ("first", "shown", "count"))
    return "\n".join([*lines, _line("all", *total)])


def _line(kind: str, first: int, shown: int, count: int) -> str:
    return f"{kind:28}{first:8}{shown:8}{count:8}{100 * shown / count:10.1f} %"


def main() -> None:
    """Plant, diagnose, report."""
    parser = argparse.ArgumentParser(prog="python -m tests.slips")
    parser.add_argument("--per-kind", type=int, default=PER_KIND)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--missed", action="store_true", help="list what was not named")
    options = parser.parse_args()
    slips = corpus(options.per_kind, options.seed)
    for evidence in Evidence:
        print(f"{evidence.value:28}   first   shown   slips     named")
        made = scores(slips, evidence)
        print(report(made) + "\n")
        if options.missed:
            print("\n".join(f"  {slip}" for score in made for slip in score.missed) + "\n")


if __name__ == "__main__":
    main()
