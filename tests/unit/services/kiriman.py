"""Deliveries as Bidang PIAK might send them, made from a few figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima
from civreg_tui.services.workspace import Workspace
from tests.unit.services.bantu import BULAN

JUDUL = {
    "ACERAI": "REKAPITULASI CAKUPAN KEPEMILIKAN AKTA PERCERAIAN",
    "AMATI": "REKAPITULASI AKTA KEMATIAN",
    "AK017": "REKAPITULASI CAKUPAN KEPEMILIKAN AKTA KELAHIRAN ANAK 0-17 TAHUN",
}
KEPALA = ("NO", "KODE", "KABUPATEN/KOTA", "WAJIB AKTA", "MEMILIKI")
Angka = Sequence[int | str | None]


def tulis(
    path: Path,
    ws: Workspace,
    angka: Mapping[str, Angka],
    *,
    dokumen: str = "ACERAI",
    kepala: Sequence[str] = KEPALA,
) -> Path:
    """A text softcopy of one document: a line per region with its figures, blank for None."""
    names = ws.config.facts.wilayah
    lines = [JUDUL[dokumen], "KEADAAN 31 DESEMBER 2024", "", ";".join(kepala)]
    for number, (kode, values) in enumerate(angka.items(), 1):
        cells = ("" if v is None else str(v) for v in values)
        lines.append(";".join((str(number), kode, names[kode].nama, *cells)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def semua(ws: Workspace, *, wajib: int = 1000, memiliki: int = 400) -> dict[str, Angka]:
    """Figures for every region, each row its own."""
    codes = ws.config.facts.wilayah.kode
    return {kode: (wajib + i, memiliki + i) for i, kode in enumerate(codes)}


def kertas_lengkap(ws: Workspace, **lain: object) -> FormTerima:
    """The checklist of a month whose papers are all there and signed."""
    heads = ws.store.months.sheets(BULAN)
    checks = tuple(CekHardcopy(h.dokumen, True, 2, True, h.acuan) for h in heads)
    return FormTerima(checks, **lain)  # type: ignore[arg-type]
