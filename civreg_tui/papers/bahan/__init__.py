"""Bahan LAKIP Dinas: the Sekretariat's sheet, the proof of its figures, the sealed bundle."""

from civreg_tui.papers.bahan.buku import write_bahan
from civreg_tui.papers.bahan.paket import seal, write_paket
from civreg_tui.papers.bahan.pencocokan import HasilCocok, cocokkan
from civreg_tui.papers.bahan.penyerahan import Penyerahan

__all__ = ["HasilCocok", "Penyerahan", "cocokkan", "seal", "write_bahan", "write_paket"]
