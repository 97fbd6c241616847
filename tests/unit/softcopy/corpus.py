"""Deliveries made from the published figures: every quirk of real softcopies, alone and together.

Each case says what must be read exactly and which findings must come, no more and no fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.unit.softcopy.figures import Angka, figures

Temuan = tuple[str, str | None, str | None]
"""Rule, region, cell."""


@dataclass(frozen=True)
class Kasus:
    """Files by name, the documents read whole, exceptions to that, and the findings."""

    berkas: dict[str, bytes]
    dokumen: tuple[str, ...]
    temuan: frozenset[Temuan] = frozenset()
    kecuali: dict[tuple[str, str], tuple[int | None, int | None] | None] = field(
        default_factory=dict
    )
    periode: str | None = "2024-12"
    diminta: str | None = None
    acuan: str | None = "DKB Semester II Tahun 2024"
    dilewati: frozenset[str] = frozenset()

    def expected(self, document: str) -> dict[str, tuple[int | None, int | None]]:
        """Region to (wajib, memiliki), as it must be read; without the rows that cannot be."""
        rows = {r.kode: (r.wajib, r.memiliki) for r in figures(document)}
        for (code, region), pair in self.kecuali.items():
            if code == document and pair is None:
                del rows[region]
            elif code == document and pair is not None:
                rows[region] = pair
        return rows


Pembuat = Callable[[], Kasus]
KASUS: dict[str, Pembuat] = {}


def kasus(make: Pembuat) -> Pembuat:
    """Registers a case under the words of its function's name."""
    KASUS[make.__name__.replace("_", " ")] = make
    return make


def changed(rows: list[Angka], region: str, **values: object) -> list[Angka]:
    """The rows with one region's values replaced."""
    return [r._replace(**values) if r.kode == region else r for r in rows]  # type: ignore[arg-type]


def cases() -> Iterator[tuple[str, Pembuat]]:
    """All cases; importing the modules fills the register."""
    from tests.unit.softcopy import (  # noqa: F401
        corpus_cells,
        corpus_faults,
        corpus_files,
        corpus_layout,
        corpus_more,
        corpus_odd,
        corpus_rows,
    )

    yield from KASUS.items()
