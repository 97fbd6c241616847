"""`python -m tests.bench [AREA …] [--idle SECONDS]`: everything, or some of the areas."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench import calculation, files, papers, rules, softcopies, terminal
from tests.bench.report import Figure, save, table

RESULT = Path(__file__).parents[2] / "build" / "bench.json"
AREAS = ("terminal", "calculation", "rules", "papers", "softcopies", "files")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("areas", nargs="*", choices=[*AREAS, []], help="default: all")
    parser.add_argument("--idle", type=float, default=terminal.IDLE_SECONDS)
    options = parser.parse_args()
    areas = options.areas or AREAS
    figures: list[Figure] = []
    if "terminal" in areas:
        figures += terminal.measure(options.idle)
    if "calculation" in areas:
        figures += calculation.measure()
    if "rules" in areas:
        figures += rules.measure()
    if "papers" in areas:
        figures += papers.measure()
    if "softcopies" in areas:
        figures += softcopies.measure()
    if "files" in areas:
        figures += files.measure()
    save(figures, RESULT)
    print(table(figures))
    print(f"\n{RESULT}")


if __name__ == "__main__":
    main()
