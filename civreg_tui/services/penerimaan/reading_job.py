"""Reading a month's softcopies as a job that a thread can do: it knows nothing of the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from civreg_tui.config import Facts
from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.gabungan import Penggantian, gabung
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.teks import terbaca
from civreg_tui.services.penerimaan.ajaran import Ajaran, lessons_key, lessons_now, lessons_of
from civreg_tui.services.people.confine import readable, readable_folders
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy

Kemajuan = Callable[[int, int, str], None]
Batal = Callable[[], bool]
DIINGAT = 32
"""Readings remembered at most; each is of one set of files."""


@dataclass(frozen=True)
class Terbaca:
    """What a delivery says together with what was received before.

    ``kept`` are the files the month has, ``baru`` the chosen ones it has not, ``sama`` those
    it has. ``mentah`` is the reading of all, ``bacaan`` what stands, ``diganti`` what went.
    """

    kept: tuple[Softcopy, ...] = ()
    baru: tuple[Softcopy, ...] = ()
    sama: tuple[Softcopy, ...] = ()
    mentah: Bacaan | None = None
    bacaan: Bacaan | None = None
    diganti: tuple[Penggantian, ...] = ()

    def tables(self, first: int = 0, end: int | None = None) -> tuple[TabelSumber, ...]:
        """The tables, as read, of the files from one place to another (``kept`` come first)."""
        last = len(self.kept) + len(self.baru) if end is None else end
        tables = self.mentah.tabel if self.mentah else ()
        return tuple(t for t in tables if first <= place_of(t.berkas) < last)

    def standing(self, end: int) -> Bacaan | None:
        """What stands after so many files."""
        if self.mentah is None or end == 0:
            return None
        return gabung(replace(self.mentah, tabel=self.tables(0, end)))[0]


@dataclass(frozen=True)
class Pembacaan:
    """The job: paths to read over the files that were kept. Make it with ``reading_job``."""

    paths: tuple[Path, ...]
    kept: tuple[Softcopy, ...]
    facts: Facts
    periode: str
    ajaran: Ajaran
    ingatan: dict[tuple[str, ...], Bacaan]
    kosong: Softcopy
    di_dalam: tuple[Path, ...] = ()
    """The only folders whose files may be read; empty where all may."""

    def run(self, progress: Kemajuan | None = None, cancelled: Batal | None = None) -> Terbaca:
        """Read; SoftcopyTidakTerbaca for a bad file, PembacaanDibatalkan when cancelled."""
        from civreg_tui.softcopy.files.source import load

        chosen = []
        for path in self.paths:
            file = load(path, self.di_dalam)
            chosen.append(
                replace(self.kosong, nama=terbaca(file.nama), sha256=file.sha256, isi=file.data)
            )
        known = {file.sha256 for file in self.kept}
        new = tuple({f.sha256: f for f in chosen if f.sha256 not in known}.values())
        same = tuple(file for file in chosen if file.sha256 in known)
        if not self.kept and not new:
            return Terbaca(sama=same)
        raw = self._raw((*self.kept, *new), progress, cancelled)
        merged, replaced = gabung(raw)
        first = len(self.kept)
        mine = tuple(one for one in replaced if place_of(one.baru) >= first)
        return Terbaca(self.kept, new, same, raw, merged, mine)

    def _raw(
        self, files: Sequence[Softcopy], progress: Kemajuan | None, cancelled: Batal | None
    ) -> Bacaan:
        from civreg_tui.softcopy.files.source import Berkas
        from civreg_tui.softcopy.reading import read_berkas

        key = (self.periode, lessons_key(self.ajaran), *(f"{f.nama}/{f.sha256}" for f in files))
        if key not in self.ingatan:
            given = [Berkas(f"{i}/{f.nama}", f.isi, f.sha256) for i, f in enumerate(files)]
            reading = read_berkas(
                given,
                self.facts,
                periode=Periode.parse(self.periode),
                ajaran=self.ajaran,
                progress=progress,
                cancelled=cancelled,
            )
            while len(self.ingatan) >= DIINGAT:
                self.ingatan.pop(next(iter(self.ingatan)))
            self.ingatan[key] = reading
        return self.ingatan[key]


def reading_job(ws: Workspace, periode: str, paths: Sequence[Path] = ()) -> Pembacaan:
    """The job of reading a delivery over what the month has already; read by any thread."""
    kept = tuple(ws.store.records.softcopies(periode))
    lessons = lessons_now(ws, periode) if paths else lessons_of(ws, periode)
    blank = Softcopy("", "", b"", ws.now(), ws.pelaku.akun)
    chosen = tuple(readable(ws, path) for path in paths)
    facts = ws.facts(periode)
    return Pembacaan(
        chosen, kept, facts, periode, lessons, ws.readings, blank, readable_folders(ws)
    )


def place_of(berkas: str) -> int:
    """Which of all files a table stands in, from the name it carries."""
    return int(PurePosixPath(berkas).parts[0])


def file_name(berkas: str) -> str:
    """The name of a file as it came, from the name its tables carry."""
    return PurePosixPath(berkas).name
