"""Draws the papers' pictures of ``docs/gambar`` from the demo: ``python -m tests.gambar_kertas``.

Needs LibreOffice, pdftoppm and ImageMagick.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from civreg_tui.config import load_config
from civreg_tui.services.demo import BULAN_DEMO, make_demo
from civreg_tui.services.output.export import export_month
from civreg_tui.services.output.printing import make_pdfs
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store

TUJUAN = Path(__file__).parents[1] / "docs" / "gambar"
SISI = 1040
"""Pixels of the longer side."""
SEMUA = ("rekap", "lakip", "bahan", "disposisi", "sop", "kabupaten:13.06")
GAMBAR = (
    (7, "rekap", "RINGKASAN CAKUPAN", "rekap-ringkasan"),
    (7, "rekap", "REKAPITULASI CAKUPAN KEPEMILIKAN AKTA KELAHIRAN", "rekap-akta-kelahiran"),
    (7, "rekap", "PERINGKAT CAKUPAN AKTA KELAHIRAN", "rekap-peringkat"),
    (7, "rekap", "PERKEMBANGAN 12 BULAN", "rekap-tren"),
    (5, "rekap", "REKAPITULASI CAKUPAN KEPEMILIKAN AKTA KELAHIRAN", "rekap-draf"),
    (7, "disposisi", "LEMBAR DISPOSISI", "disposisi"),
    (7, "tanda-terima", "TANDA TERIMA", "tanda-terima"),
    (7, "lakip", "LAPORAN KINERJA", "lakip-sampul"),
    (7, "lakip", "DAFTAR ISI", "lakip-daftar-isi"),
    (7, "lakip", "A. Capaian Kinerja\n", "lakip-capaian"),
    (7, "lakip", "Gambar 1", "lakip-grafik"),
    (7, "lakip", "Rekapitulasi kepemilikan Akta Kelahiran", "lakip-lampiran"),
    (7, "bahan", "LEMBAR PENERIMAAN", "bahan"),
    (7, "sop", "WAKTU PELAKSANAAN", "sop"),
    (7, "13.06-kabupaten-agam", "KABUPATEN AGAM", "kabupaten"),
)
"""Step of the demo, paper, a text on the wanted page, and the picture's name."""


def main() -> None:
    """Make the demo's papers and draw the chosen pages."""
    with tempfile.TemporaryDirectory() as name:
        steps = sorted({step for step, *_ in GAMBAR})
        made = {step: _pdfs(step, Path(name) / str(step)) for step in steps}
        for step, paper, text, picture in GAMBAR:
            pdf = made[step][paper]
            _draw(pdf, _page(pdf, text), TUJUAN / f"kertas-{picture}")


def _pdfs(step: int, folder: Path) -> dict[str, Path]:
    make_demo(load_config(), folder / "demo", step)
    ws = Workspace(load_config(), Store(folder / "demo"))
    kinds = SEMUA if step > 6 else ("rekap",)
    papers = export_month(ws, str(BULAN_DEMO), folder / "out", kinds)
    ws.close()
    return {re.sub(r"_(r\d+|DRAF)", "", pdf.stem)[8:]: pdf for pdf in make_pdfs(papers)}


def _page(pdf: Path, text: str) -> int:
    pages = _run(["pdftotext", "-layout", str(pdf), "-"]).split("\f")
    return next(number for number, page in enumerate(pages, 1) if text in page)


def _draw(pdf: Path, page: int, target: Path) -> None:
    size = ["-scale-to", str(SISI), "-png", "-singlefile"]
    _run(["pdftoppm", "-f", str(page), "-l", str(page), *size, str(pdf), str(target)])
    _run(["convert", f"{target}.png", "-strip", "-colors", "24", f"PNG8:{target}.png"])


def _run(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
