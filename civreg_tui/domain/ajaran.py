"""What people taught: the meaning of a column heading that the program does not know by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from civreg_tui.domain.lembar import Kolom, Seks, Ukuran


@dataclass(frozen=True, slots=True)
class BarisAjaran:
    """What one heading of a form means; ``ukuran`` and ``seks`` None = pass the column over.

    ``contoh`` names the file and sheet it was seen in.
    """

    tanda: str
    judul: str
    ukuran: str | None
    seks: str | None
    contoh: str
    oleh: str
    pada: str

    @property
    def kolom(self) -> Kolom | None:
        """The column it names, None when the heading is passed over."""
        if self.ukuran is None or self.seks is None:
            return None
        return Kolom(cast(Ukuran, self.ukuran), cast(Seks, self.seks))
