"""Coverage over whole months, provinces and series: polars, in exact integer arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

KEYS = ("periode", "dokumen", "wilayah")
SCHEMA = (*KEYS, "wajib", "memiliki")


def hundredths(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """part ÷ whole × 100 in hundredths of a percent, half up; null without a whole.

    The same formula as ``domain.cakupan.ratio_hundredths``, over columns of integers.
    """
    import polars as pl

    rounded = (2 * part * 10_000 + whole) // (2 * whole)
    return pl.when(whole > 0).then(rounded).otherwise(None)


def coverage(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Adds belum, persen (hundredths) and peringkat within each month and document.

    ``figures`` has the columns of ``SCHEMA``. Ranks follow the unrounded ratio: below 94
    million residents two different ratios differ by more than a double's precision.
    """
    import polars as pl

    wajib, memiliki = pl.col("wajib"), pl.col("memiliki")
    ratio = pl.when(wajib > 0).then(memiliki / wajib)
    return figures.with_columns(
        belum=wajib - memiliki,
        persen=hundredths(memiliki, wajib),
        peringkat=ratio.rank("min", descending=True).over("periode", "dokumen").cast(pl.Int64),
    )


def province(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Σ memiliki ÷ Σ wajib per month and document, over the rows that have both.

    Where a document has no denominator at all, memiliki is summed over every given row.
    """
    import polars as pl

    wajib, memiliki = pl.col("wajib"), pl.col("memiliki")
    both = wajib.is_not_null() & memiliki.is_not_null()
    numerator = (
        pl.when(wajib.is_not_null().any())
        .then(_sum(memiliki, both))
        .otherwise(_sum(memiliki, memiliki.is_not_null()))
    )
    grouped = figures.group_by("periode", "dokumen", maintain_order=True).agg(
        wajib=_sum(wajib, both),
        memiliki=numerator,
        terlapor=memiliki.is_not_null().sum(),
        wilayah=pl.len(),
    )
    return grouped.with_columns(belum=wajib - memiliki, persen=hundredths(memiliki, wajib))


def _sum(column: pl.Expr, where: pl.Expr) -> pl.Expr:
    import polars as pl

    return pl.when(where.any()).then(column.filter(where).sum()).otherwise(None)


def frame(rows: list[tuple[str, str, str, int | None, int | None]]) -> pl.LazyFrame:
    """A lazy frame of (periode, dokumen, wilayah, wajib, memiliki) rows."""
    import polars as pl

    types = dict(zip(SCHEMA, (pl.String, pl.String, pl.String, pl.Int64, pl.Int64), strict=True))
    return pl.DataFrame(rows, schema=types, orient="row").lazy()
