"""Finished papers on disk: written whole or not at all, and never over a different paper."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from civreg_tui.domain.laporan import Laporan
from civreg_tui.papers.marks import DRAF, disposisi_draf

_TERLARANG = re.compile(r"[^\w.-]+", re.ASCII)
_NAMA_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
TANPA_ANGKA = frozenset({"disposisi", "tanda-terima", "nota-kekurangan"})
"""Papers that are final before any figure is validated; no revision belongs to them."""
PANJANG_NAMA = 100
"""Longest file name; every file system in use takes it."""


def file_name(laporan: Laporan, what: str, suffix: str, *, final: bool = True) -> str:
    """A name that sorts: ``2024-12_rekap_r1.xlsx``, a draft ``2024-12_rekap_DRAF.xlsx``.

    A paper that is not ``final`` yet is a draft whatever stands of the month's figures.
    """
    mark = _kertas_tanpa_angka(laporan, what) if what in TANPA_ANGKA else _revisi(laporan)
    mark = mark if final else f"_{DRAF}"
    return safe_name(f"{laporan.periode}_{what}{mark}{suffix}")


def _revisi(laporan: Laporan) -> str:
    standing = laporan.revisi if not laporan.draf else None
    return f"_{DRAF}" if standing is None else f"_r{standing.no}"


def _kertas_tanpa_angka(laporan: Laporan, what: str) -> str:
    return f"_{DRAF}" if what == "disposisi" and disposisi_draf(laporan) else ""


def safe_name(name: str) -> str:
    """The name without anything that could leave the folder or upset a file system."""
    clean = _TERLARANG.sub("-", name.replace("/", "-").replace("\\", "-")).strip("-. ")
    stem, dot, suffix = clean.rpartition(".")
    if dot and stem:
        clean = stem[: PANJANG_NAMA - len(suffix) - 1] + dot + suffix
    clean = clean[:PANJANG_NAMA] or "kertas"
    return f"_{clean}" if _NAMA_WINDOWS.fullmatch(clean) else clean


def write_papers(papers: Sequence[tuple[Path, bytes]], before: Sequence[Path] = ()) -> list[Path]:
    """Write each content under its path as `write_paper` does; returns where they stand.

    An OSError carries a note: which papers (those ``before`` too) are written, and which are not.
    """
    written: list[Path] = []
    for path, content in papers:
        try:
            written.append(write_paper(path.parent, path.name, content))
        except OSError as error:
            left = [other for other, _ in papers[len(written) :]]
            error.add_note(_progress([*before, *written], left))
            raise
    return written


def _progress(written: Sequence[Path], left: Sequence[Path]) -> str:
    said = (("Sudah ditulis", written), ("Belum ditulis", left))
    return " ".join(f"{head}: {', '.join(p.name for p in some)}." for head, some in said if some)


def write_paper(folder: Path, name: str, content: bytes) -> Path:
    """Write ``content`` into the folder under the name, or the next free numbered name.

    An identical file is left as it is; a different one is never replaced. OSError passes on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _naming(folder / safe_name(name)):
        draft = _draft(folder, content)
        try:
            target = _claim(folder, safe_name(name), content, draft)
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(folder)
    return target


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` at exactly this path, whole or not at all.

    FileExistsError when something stands there, even the same.
    """
    with _naming(path):
        draft = _draft(path.parent, content)
        try:
            if not _appear(draft, path):
                raise FileExistsError(errno.EEXIST, "sudah ada", str(path))
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(path.parent)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an OSError name the file that was asked for, not the draft it is written through."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def _draft(folder: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".tulis-", dir=folder)
    path = Path(name)
    with ExitStack() as unfinished:
        unfinished.callback(path.unlink, missing_ok=True)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        path.chmod(0o640)
        unfinished.pop_all()
    return path


def _claim(folder: Path, name: str, content: bytes, draft: Path) -> Path:
    number = 1
    while True:
        target = folder / numbered(name, number)
        if _holds(target, content):
            return target
        if _appear(draft, target):
            return target
        number += 1


def _appear(draft: Path, target: Path) -> bool:
    """Let the finished file appear under its name in one act; False when the name is taken."""
    try:
        os.link(draft, target)
    except FileExistsError:
        return False
    except OSError:
        return _rename(draft, target)
    return True


def _rename(draft: Path, target: Path) -> bool:
    """The same for file systems without hard links."""
    if os.path.lexists(target):
        return False
    draft.rename(target)
    return True


def numbered(name: str, number: int) -> str:
    """``a.xlsx`` for 1, ``a-2.xlsx`` for 2."""
    path = Path(name)
    return name if number == 1 else f"{path.stem}-{number}{path.suffix}"


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
