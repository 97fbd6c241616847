"""The documents that a worksheet's blocks turn out to hold, and why any block holds none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from civreg_tui.domain.periode import Periode
from civreg_tui.softcopy.account import Pertanggungan
from civreg_tui.softcopy.files.grid import Grid
from civreg_tui.softcopy.recognition.blocks import BlokTerbaca
from civreg_tui.softcopy.recognition.body import Potongan, read_body
from civreg_tui.softcopy.recognition.columns import (
    Susunan,
    arrange,
    as_issued,
    settle_twins,
    take_bare_sexes,
)
from civreg_tui.softcopy.recognition.documents import not_recapped, other, titled
from civreg_tui.softcopy.recognition.konteks import Konteks
from civreg_tui.softcopy.recognition.periods import period_of
from civreg_tui.softcopy.recognition.titles import tells_issued
from civreg_tui.softcopy.recognition.verdict import TAK_DIKENAL, Putusan, decide
from civreg_tui.softcopy.recognition.words import words

PER_KELAMIN = "satu kabupaten/kota beberapa baris (jenis kelamin); minta satu baris per daerah"


class Calon(NamedTuple):
    """One document in one block."""

    asal: BlokTerbaca
    potongan: Potongan
    putusan: Putusan
    kode: str
    dasar: str


@dataclass
class Pencarian:
    """A worksheet's candidates while its blocks are looked at, and the reasons against others."""

    grid: Grid
    stem: str
    konteks: Konteks
    account: Pertanggungan
    found: list[Calon] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def look_at(self, read: BlokTerbaca) -> None:
        """Judge one block: each document in it becomes a candidate or gives a reason."""
        if unusable := _unusable(read):
            self.reasons.append(unusable)
            read.mark_all(self.account, unusable)
            return
        title = titled(read.judul, self.konteks.kamus)
        arrangements = arrange(read.block, _wanted(read, self.konteks), title)
        if not arrangements:
            self.reasons.append(_foreign(read))
        for one in arrangements:
            beside = title in {peer.dokumen for peer in arrangements if peer is not one}
            self._judge(read, one, beside=beside)
        read.mark_rest(self.account, self.reasons[-1] if self.reasons else "")

    def _judge(self, read: BlokTerbaca, columns: Susunan, *, beside: bool) -> None:
        """``beside``: the title's document stands beside this one in the same block."""
        settle_twins(columns, read.same_figures)
        verdict = decide(columns, read.judul, self.grid.nama, self.stem, self.konteks.kamus)
        if verdict.isi is not None and beside:
            verdict = Putusan(verdict.isi, verdict.isi, verdict.isi)
        if verdict.kode is None or verdict.kode not in self.konteks.dokumen:
            self.reasons.append(verdict.alasan or not_recapped(str(verdict.kode)))
            return
        body = self._body(read, columns, verdict.kode)
        base = columns.dasar or _base(read.judul, self.grid.nama, self.konteks)
        self.found.append(Calon(read, body, verdict, verdict.kode, base))
        read.mark_used(self.account, columns)

    def _body(self, read: BlokTerbaca, columns: Susunan, kode: str) -> Potongan:
        """The rows of a document that is certain, its columns taken as that document writes."""
        if not self.konteks.needs_wajib(kode):
            take_bare_sexes(columns, read.block, self.konteks.kamus)
        if tells_issued(read.judul, self.konteks.kamus):
            as_issued(columns, read.block, self.konteks.kamus)
        return read_body(self.grid, read.block, columns, read.baris, self.konteks.labels)

    def without_lesser(self) -> Iterator[Calon]:
        """Without AWAL beside DINAMIS, and without a scrap (a pivot) beside a whole table."""
        for one in self.found:
            peers = [p for p in self.found if p.kode == one.kode and p is not one]
            if one.dasar == "awal" and any(p.dasar == "dinamis" for p in peers):
                one.asal.mark_all(self.account, "tabel AWAL (yang dipakai DINAMIS)")
            elif not self._whole(one) and any(self._whole(p) for p in peers):
                reason = "tabel lain tentang dokumen yang sama, tidak lengkap"
                one.asal.mark_all(self.account, reason)
            else:
                yield one

    def _whole(self, one: Calon) -> bool:
        columns = one.potongan.susunan
        needs = self.konteks.needs_wajib(one.kode)
        return columns.has("memiliki") and (columns.has("wajib") or not needs)


def _unusable(read: BlokTerbaca) -> str:
    """Why a block is no recap at all; empty when it may be one."""
    if read.block.pivot:
        return "tabel pivot"
    return PER_KELAMIN if read.block.label("jenis") is not None else ""


def _foreign(read: BlokTerbaca) -> str:
    """Whose table it is when none of the recapped documents fits its columns."""
    known = other(c for heading in read.block.judul.values() for c in heading.dokumen)
    return not_recapped(known) if known else TAK_DIKENAL


def _wanted(read: BlokTerbaca, konteks: Konteks) -> Periode | None:
    """The month whose columns count where several stand side by side."""
    return konteks.periode or period_of(read.judul, konteks.kamus)[0]


def _base(titles: list[str], sheet: str, konteks: Konteks) -> str:
    """AWAL or DINAMIS, where a title or the sheet's name says it for a whole table."""
    for line in (*reversed(titles), sheet):
        if found := set(konteks.kamus.dasar.find(words(line))):
            return found.pop() if len(found) == 1 else ""
    return ""
