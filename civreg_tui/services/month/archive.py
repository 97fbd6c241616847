"""The months of a store, each read once, for whatever looks at many of them together."""

from __future__ import annotations

from functools import cached_property

from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.services.month.months import load_month
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Penjelasan


class Archive:
    """What was stored when it was first asked for; later changes are not seen."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._sheets: dict[str, tuple[Lembar, ...]] = {}
        self._reasons: dict[str, dict[str, Penjelasan]] = {}

    @cached_property
    def months(self) -> tuple[str, ...]:
        """All months, oldest first."""
        return tuple(month.periode for month in self._ws.store.months.all())

    @cached_property
    def known(self) -> frozenset[Periode]:
        """The same as a set of periods."""
        return frozenset(Periode.parse(month) for month in self.months)

    def earlier(self, periode: str, count: int) -> tuple[str, ...]:
        """At most ``count`` months before this one, newest first."""
        return tuple(m for m in reversed(self.months) if m < periode)[:count]

    def sheets(self, periode: str) -> tuple[Lembar, ...]:
        """All sheets of a month."""
        if periode not in self._sheets:
            self._sheets[periode] = load_month(self._ws, periode)
        return self._sheets[periode]

    def sheet(self, periode: str, dokumen: str) -> Lembar | None:
        """One sheet, or None when the month or the document is not there."""
        sheets = self.sheets(periode) if periode in self.months else ()
        return next((s for s in sheets if s.dokumen.kode == dokumen), None)

    def last(self, periode: str, dokumen: str, count: int) -> tuple[Lembar | None, ...]:
        """A document's sheets of the ``count`` months that end with this one, oldest first."""
        months = Periode.parse(periode).last(count)
        return tuple(self.sheet(str(month), dokumen) for month in months)

    def reasons(self, periode: str) -> dict[str, Penjelasan]:
        """The reasons given for a month's warnings, by the finding's key."""
        if periode not in self._reasons:
            self._reasons[periode] = self._ws.store.records.explanations(periode)
        return self._reasons[periode]
