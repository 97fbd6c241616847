"""Column headings that people taught: remembered by the heading form, listed, removable.

A month keeps the lessons its softcopies were accepted with, so that forgetting one later does
not change what was received.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from civreg_tui.domain.ajaran import BarisAjaran
from civreg_tui.domain.bacaan import TabelSumber
from civreg_tui.domain.langkah import Ditolak, Peran
from civreg_tui.domain.lembar import Kolom, Seks, Ukuran
from civreg_tui.services.month.procedure import require
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

Ajaran = dict[str, dict[str, Kolom | None]]
"""Signature of a heading form -> heading -> column (None = passed over)."""

FORMULIR = "ajaran"
DILEWATI = "dilewati"
_UKURAN: tuple[Ukuran, ...] = ("wajib", "memiliki", "belum", "terbit", "dilaporkan")
_SEKS: tuple[Seks, ...] = ("jml", "l", "p")
_PERAN: frozenset[Peran] = frozenset({"staf", "kasi", "admin"})


@dataclass(frozen=True, slots=True)
class JudulAsing:
    """A heading over figures that means nothing yet, and the cell it stands in."""

    tanda: str
    judul: str
    alamat: str
    berkas: str
    dokumen: str


def meanings() -> tuple[Kolom, ...]:
    """Every column that a heading can be taught to be."""
    return tuple(Kolom(u, s) for u in _UKURAN for s in _SEKS)


def unknown_headings(tables: Iterable[TabelSumber]) -> tuple[JudulAsing, ...]:
    """The headings of a reading that could be taught, each form's once."""
    found: dict[tuple[str, str], JudulAsing] = {}
    for table in tables:
        for alamat, judul in table.tak_dikenal:
            one = JudulAsing(table.tanda, judul, alamat, table.berkas, table.dokumen or "")
            found.setdefault((table.tanda, judul), one)
    return tuple(found.values())


def taught(ws: Workspace) -> tuple[BarisAjaran, ...]:
    """Every lesson that holds now, form by form."""
    return tuple(ws.store.lessons.all())


def teach(ws: Workspace, asing: JudulAsing, kolom: Kolom | None) -> None:
    """Remember what a heading of this form means; None = pass the column over."""
    role = _permitted(ws, "ajarkan_judul")
    if kolom is not None and kolom not in meanings():
        raise Ditolak("Kolom itu tidak ada pada rekap. Pilih salah satu dari daftar.")
    ukuran, seks = kolom or (None, None)
    with ws.store.transaction():
        before = _kept(ws, asing.tanda, asing.judul)
        lesson = BarisAjaran(
            asing.tanda, asing.judul, ukuran, seks, asing.alamat, ws.pelaku.akun, ws.now()
        )
        ws.store.lessons.put(lesson)
        ws.record(
            "ajarkan_judul", _object(lesson), peran=role, lama=_said(before), baru=_said(lesson),
            alasan=asing.alamat,
        )  # fmt: skip


def forget(ws: Workspace, lesson: BarisAjaran) -> None:
    """Take a lesson back; months that were received with it keep it."""
    role = _permitted(ws, "lupakan_judul")
    with ws.store.transaction():
        before = _kept(ws, lesson.tanda, lesson.judul)
        if before is None:
            raise Ditolak("Ajaran itu sudah dihapus.")
        ws.store.lessons.drop(lesson.tanda, lesson.judul)
        ws.record("lupakan_judul", _object(before), peran=role, lama=_said(before))


def _permitted(ws: Workspace, aksi: str) -> Peran:
    return require(ws, _PERAN, aksi, "Arti judul kolom hanya diajarkan oleh Staf atau Kasi.")


def _kept(ws: Workspace, tanda: str, judul: str) -> BarisAjaran | None:
    return next((a for a in taught(ws) if (a.tanda, a.judul) == (tanda, judul)), None)


def _object(lesson: BarisAjaran) -> str:
    return f"{lesson.tanda}/{lesson.judul}"


def _said(lesson: BarisAjaran | None) -> str | None:
    if lesson is None:
        return None
    return f"{lesson.ukuran}/{lesson.seks}" if lesson.ukuran else DILEWATI


def lessons_of(ws: Workspace, periode: str) -> Ajaran:
    """The lessons that the month's softcopies were accepted with."""
    text = ws.store.records.form(periode, FORMULIR)
    if text is None:
        return {}
    kept = msgspec.json.decode(text, type=dict[str, dict[str, Kolom | None]])
    return {mark: dict(headings) for mark, headings in kept.items()}


def lessons_now(ws: Workspace, periode: str) -> Ajaran:
    """The lessons for a new delivery: the month's own, and over them what holds now."""
    found = lessons_of(ws, periode)
    for lesson in taught(ws):
        found.setdefault(lesson.tanda, {})[lesson.judul] = lesson.kolom
    return found


def keep_lessons(ws: Workspace, periode: str, tables: Iterable[TabelSumber]) -> None:
    """Freeze with the month the lessons that its softcopies need; inside a transaction."""
    marks = {table.tanda for table in tables}
    used = {mark: said for mark, said in lessons_now(ws, periode).items() if mark in marks}
    if used or ws.store.records.form(periode, FORMULIR) is not None:
        ws.record("simpan_ajaran", FORMULIR, peran="staf", periode=periode, baru=dump(used))
        ws.store.records.put_form(periode, FORMULIR, dump(used))


def lessons_key(ajaran: Mapping[str, Mapping[str, Kolom | None]]) -> str:
    """Tells lessons apart, for remembering readings."""
    return dump(ajaran) if ajaran else ""
