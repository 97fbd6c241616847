"""How large a worksheet may be before it is refused instead of filling the memory."""

from __future__ import annotations

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca

BATAS_BARIS = 200_000
BATAS_PETAK = 3_000_000
BATAS_GABUNGAN = 50_000


class Jatah:
    """Counts cells while they are read, so that too many stop the reading and not the machine."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.used = 0

    def take(self, cells: int) -> None:
        """Count some more cells; SoftcopyTidakTerbaca beyond the limit."""
        self.used += cells
        if self.used > BATAS_PETAK:
            check_extent(1, self.used, self.name)


def exceeds(rows: int, columns: int) -> bool:
    """Whether an area is larger than any recap."""
    return rows > BATAS_BARIS or rows * columns > BATAS_PETAK


def check_extent(rows: int, columns: int, name: str) -> None:
    """Refuse an area no recap can have: over 200.000 rows or three million cells."""
    if exceeds(rows, columns):
        size = f"{rows:,} baris × {columns:,} kolom".replace(",", ".")
        raise SoftcopyTidakTerbaca(
            f"{name} terlalu besar untuk rekap ({size}). "
            "Hapus baris dan kolom kosong di luar tabel, simpan, lalu coba lagi."
        )


def check_merges(count: int, name: str) -> None:
    """Refuse a worksheet with more merged cells than any heading needs."""
    if count > BATAS_GABUNGAN:
        size = f"{count:,} sel gabungan".replace(",", ".")
        raise SoftcopyTidakTerbaca(
            f"{name} terlalu besar untuk rekap ({size}). "
            "Salin tabelnya ke lembar baru, simpan, lalu coba lagi."
        )
