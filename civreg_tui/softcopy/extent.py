"""How large a worksheet may be before it is refused instead of filling the memory."""

from __future__ import annotations

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca

BATAS_BARIS = 200_000
BATAS_PETAK = 3_000_000


def check_extent(rows: int, columns: int, name: str) -> None:
    """Refuse an area no recap can have: over 200.000 rows or three million cells."""
    if rows > BATAS_BARIS or rows * columns > BATAS_PETAK:
        size = f"{rows:,} baris × {columns:,} kolom".replace(",", ".")
        raise SoftcopyTidakTerbaca(
            f"{name} terlalu besar untuk rekap ({size}). "
            "Hapus baris dan kolom kosong di luar tabel, simpan, lalu coba lagi."
        )
