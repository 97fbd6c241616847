"""Papers to PDF and to the printer, with what the machine has: LibreOffice and ``lp``."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from civreg_tui.domain.langkah import Ditolak
from civreg_tui.services.workspace import Workspace

TERCETAK = frozenset({".docx", ".xlsx"})
"""Endings of papers that are printed; data files and bundles are not."""
BATAS_DETIK = 180
"""Longest time LibreOffice or the printing system may take, in seconds."""
_OFFICE = ("soffice", "libreoffice")
_OFFICE_FOLDERS = (
    r"C:\Program Files\LibreOffice\program",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_TANPA_OFFICE = (
    "LibreOffice tidak terpasang di komputer ini, jadi PDF tidak dapat dibuat. "
    "Pasang LibreOffice, atau buka berkasnya di komputer lain lalu cetak dari sana."
)
_TANPA_LP = (
    "Perintah cetak (lp) tidak ada di komputer ini. Pasang CUPS (paket cups-client), "
    "atau buka PDF-nya lalu cetak dari sana."
)


def printing_gaps(*, printer: bool) -> tuple[str, ...]:
    """What this machine lacks for PDFs, and with ``printer`` for printing, in sentences."""
    lacking = () if _office() else (_TANPA_OFFICE,)
    return lacking if not printer or shutil.which("lp") else (*lacking, _TANPA_LP)


def require_printing(*, printer: bool) -> None:
    """Ditolak with what is missing, before anything is written."""
    gaps = printing_gaps(printer=printer)
    if gaps:
        raise Ditolak(" ".join(gaps))


def make_pdfs(papers: Sequence[Path]) -> list[Path]:
    """A PDF beside every printable paper; returns their paths, equal ones are left as they are.

    Ditolak without LibreOffice, or naming the paper that it could not convert.
    """
    from civreg_tui.papers.files import write_papers

    wanted = [paper for paper in papers if paper.suffix in TERCETAK]
    if not wanted:
        raise Ditolak("Tidak ada kertas yang dapat dicetak; CSV dan paket .zip tidak dicetak.")
    with tempfile.TemporaryDirectory(prefix="civreg-pdf-") as name:
        made = _convert(wanted, Path(name))
    targets = [p.with_name(f"{p.stem}{_tail(p, wanted)}.pdf") for p in wanted]
    return write_papers(list(zip(targets, made, strict=True)), papers)


def _tail(paper: Path, papers: Sequence[Path]) -> str:
    """Tells a workbook's PDF from that of the text document of the same name."""
    return "_tabel" if paper.suffix == ".xlsx" and paper.with_suffix(".docx") in papers else ""


def print_papers(ws: Workspace, pdfs: Sequence[Path]) -> str:
    """Send PDFs to the configured (or the system's) printer; returns what became of it."""
    require_printing(printer=True)
    chosen = ["-d", ws.config.pencetak] if ws.config.pencetak else []
    done = _run(["lp", *chosen, "--", *map(str, pdfs)], "lp")
    if done.returncode:
        reason = _first_line(done.stderr) or _first_line(done.stdout) or "tanpa keterangan"
        raise Ditolak(
            f"Pencetak menolak ({reason}). PDF-nya sudah ditulis. Periksa pencetak dengan "
            "lpstat -p, atau tulis namanya di civreg.toml, bagian [cetak]."
        )
    return f"{len(pdfs)} kertas dikirim ke pencetak {ws.config.pencetak or 'bawaan'}."


def _office() -> str | None:
    on_path = (shutil.which(name) for name in _OFFICE)
    elsewhere = (shutil.which("soffice", path=folder) for folder in _OFFICE_FOLDERS)
    return next((found for found in (*on_path, *elsewhere) if found), None)


def _convert(papers: Sequence[Path], folder: Path) -> list[bytes]:
    """The PDFs' bytes; each ending has its own folder, since LibreOffice drops the endings."""
    office = _office()
    if office is None:
        raise Ditolak(_TANPA_OFFICE)
    for suffix in sorted({paper.suffix for paper in papers}):
        group = [str(_printed(paper, folder)) for paper in papers if paper.suffix == suffix]
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        out = ["--convert-to", "pdf", "--outdir", str(folder / suffix[1:])]
        _run([office, profile, "--headless", *out, *group], "LibreOffice")
    return [_read(paper, folder / paper.suffix[1:] / f"{paper.stem}.pdf") for paper in papers]


def _printed(paper: Path, folder: Path) -> Path:
    """The file to convert: a workbook's copy without its data sheets, any other as it is."""
    from civreg_tui.papers.cetak import untuk_cetak

    if paper.suffix != ".xlsx":
        return paper
    copy = folder / "cetak" / paper.name
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(untuk_cetak(paper.read_bytes()))
    return copy


def _read(paper: Path, pdf: Path) -> bytes:
    if not pdf.is_file():
        raise Ditolak(f"LibreOffice tidak dapat membuat PDF dari {paper.name}. Buka dan periksa.")
    return settled(pdf.read_bytes(), datetime.fromtimestamp(paper.stat().st_mtime, UTC))


def _run(command: Sequence[str], name: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=BATAS_DETIK,
            check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Ditolak(f"{name} tidak selesai dalam {BATAS_DETIK} detik. Ulangi nanti.") from None


def _first_line(text: str) -> str:
    return next((line.strip().rstrip(".") for line in text.splitlines() if line.strip()), "")


_DATE = re.compile(rb"(/CreationDate\(D:)\d{14}")
_MARKS = re.compile(rb"(/ID \[ <|>\s*<|/DocChecksum /)([0-9A-F]{32})")


def settled(pdf: bytes, made: datetime) -> bytes:
    """The PDF with the paper's own time and marks from its content: equal papers, equal bytes."""
    body, end, tail = pdf.rpartition(b"trailer")
    body = _DATE.sub(rb"\g<1>" + made.strftime("%Y%m%d%H%M%S").encode(), body)
    digest = hashlib.sha256(body).hexdigest()[:32].upper().encode()
    return body + end + _MARKS.sub(rb"\g<1>" + digest, tail)
