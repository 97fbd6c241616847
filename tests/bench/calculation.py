"""The coverage calculation at the sizes of a sheet, of the country, and of all villages."""

from __future__ import annotations

from functools import partial
from typing import Any

from civreg_tui.domain.cakupan import add_up, ratio_hundredths
from tests.bench.report import Figure, seconds

Rows = list[tuple[str, str, str, int | None, int | None]]
SIZES = (
    ("19 rows", 19, 1),
    ("514 regions × 60 months", 514, 60),
    ("83,000 villages × 12 months", 83_000, 12),
)


def rows(regions: int, months: int) -> Rows:
    """Made-up figures: `regions` rows in each of `months` months."""
    made: Rows = []
    for month in range(months):
        for region in range(regions):
            must = 1_000 + (region * 7919 + month * 31) % 90_000
            have = must - (region * 104_729 + month) % 900
            made.append(
                (f"{2020 + month // 12}-{month % 12 + 1:02d}", "AK017", str(region), must, have)
            )
    return made


def plain(figures: Rows) -> list[Any]:
    """The same calculation in plain integers, month by month: the peer."""
    months: dict[str, list[tuple[int | None, int | None]]] = {}
    for period, _, _, must, have in figures:
        months.setdefault(period, []).append((have, must))
    result = []
    for pairs in months.values():
        percents = [ratio_hundredths(have, must) for have, must in pairs]
        total = ratio_hundredths(add_up(h for h, _ in pairs), add_up(m for _, m in pairs))
        ranks = sorted(pairs, key=_ratio, reverse=True)
        result.append((percents, total, ranks))
    return result


def _ratio(pair: tuple[int | None, int | None]) -> float:
    return (pair[0] or 0) / (pair[1] or 1)


def measure() -> list[Figure]:
    """Time of coverage, ranks and province with polars, beside plain Python."""
    from civreg_tui.services.cakupan.compute import coverage, frame, province

    figures = []
    for name, regions, months in SIZES:
        data = rows(regions, months)
        lazy = frame(data).collect().lazy()
        runs = 5 if regions * months < 100_000 else 3

        def ours(lazy: Any = lazy) -> None:
            coverage(lazy).collect()
            province(lazy).collect()

        values = {
            "polars": seconds(ours, runs) * 1000,
            "plain Python": seconds(partial(plain, data), runs) * 1000,
        }
        figures.append(Figure("calculation", name, "ms", dict(values)))
    return figures
