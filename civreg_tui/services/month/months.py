"""Opening a month, and reading its sheets."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import msgspec

from civreg_tui.config import Facts, frozen_definitions
from civreg_tui.domain.langkah import Ditolak, Keadaan
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.periode import Periode, acuan_for, parse_acuan
from civreg_tui.services.month.procedure import require
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.months import BerkasBulan, KepalaLembar
from civreg_tui.store.store import Store


def open_month(ws: Workspace, periode: Periode, acuan: str, *, contoh: bool = False) -> None:
    """Open a month with its DKB reference; its definitions are frozen from now on.

    Raises Ditolak when the account is not the Kabid, the month exists or the reference is wrong.
    """
    words = "Membuka bulan baru hanya boleh oleh Kabid."
    role = require(ws, {"kabid", "admin"}, "buka_bulan", words, str(periode))
    reference = read_acuan(acuan, periode)
    with ws.store.transaction():
        if ws.store.months.get(str(periode)) is not None:
            raise Ditolak(f"Bulan {periode.label} sudah ada.")
        # Not with sorted keys: the order of the documents and regions is part of the facts.
        definitions = msgspec.json.encode(frozen_definitions(ws.config.raw)).decode()
        month = BerkasBulan(str(periode), reference, Keadaan.DISPOSISI_KABID, definitions, contoh)
        keep_month(ws.store, month, ws.config.facts)
        ws.record(
            "buka_bulan", reference,
            peran=role, periode=str(periode), baru=definitions, alasan="contoh" if contoh else "",
        )  # fmt: skip


def read_acuan(text: str, periode: Periode) -> str:
    """A typed DKB reference as it is kept; Ditolak with the usual one of that month."""
    reference = parse_acuan(text)
    if reference is None:
        raise Ditolak(f'Acuan DKB tidak dikenal. Tulis misalnya "{acuan_for(periode)}".')
    return reference


def keep_month(store: Store, month: BerkasBulan, facts: Facts) -> None:
    """Put a new month with a blank sheet per document; each keeps the split it had last month."""
    store.months.add(month)
    last = str(Periode.parse(month.periode).shift(-1))
    before = {head.dokumen: head.rincian for head in store.months.sheets(last)}
    for document in facts.aktif:
        split = before.get(document.kode, document.rincian)
        head = KepalaLembar(document.kode, split, month.acuan, document.kelompok, contoh=False)
        store.months.put_sheet(month.periode, head)


def load_sheet(ws: Workspace, periode: str, dokumen: str) -> Lembar:
    """One sheet with its cells; Ditolak when the month does not have that document."""
    return _filled(ws, blank_sheet(ws, periode, dokumen))


def blank_sheet(ws: Workspace, periode: str, dokumen: str) -> Lembar:
    """One sheet without its cells: its rows and columns; Ditolak likewise."""
    known = ws.facts(periode).dokumen
    head = ws.store.months.sheet(periode, dokumen)
    if head is None or dokumen not in known:
        label = Periode.parse(periode).label
        raise Ditolak(f"Dokumen {dokumen} tidak direkap pada bulan {label}.")
    return _blank(ws, periode, head)


def load_month(ws: Workspace, periode: str) -> tuple[Lembar, ...]:
    """All sheets of a month, in the documents' order."""
    heads = {head.dokumen: head for head in ws.store.months.sheets(periode)}
    known = [heads[code] for code in ws.facts(periode).dokumen if code in heads]
    return tuple(_filled(ws, _blank(ws, periode, head)) for head in known)


def _blank(ws: Workspace, periode: str, head: KepalaLembar) -> Lembar:
    facts = ws.facts(periode)
    return Lembar(
        periode=Periode.parse(periode),
        dokumen=facts.dokumen[head.dokumen],
        rincian=head.rincian,
        acuan=head.acuan,
        wilayah=facts.wilayah.kode,
        kelompok=head.kelompok,
    )


def _filled(ws: Workspace, blank: Lembar) -> Lembar:
    cells = ws.store.cells.of(str(blank.periode), blank.dokumen.kode)
    return replace(blank, isi=MappingProxyType(cells))


def sample_documents(ws: Workspace, periode: str) -> frozenset[str]:
    """The documents of a month whose figures are made up, as in a demo store."""
    return frozenset(head.dokumen for head in ws.store.months.sheets(periode) if head.contoh)


def earlier(ws: Workspace, periode: str, count: int) -> tuple[str, ...]:
    """The months before this one that were opened, newest first, at most ``count``."""
    return tuple(m.periode for m in reversed(ws.store.months.all()) if m.periode < periode)[:count]


def previous_sheet(ws: Workspace, periode: str, dokumen: str) -> Lembar | None:
    """The same document's sheet of the calendar month before, or None."""
    before = str(Periode.parse(periode).shift(-1))
    kept = ws.store.months.sheet(before, dokumen) is not None
    return load_sheet(ws, before, dokumen) if kept else None


def set_acuan(ws: Workspace, periode: str, acuan: str) -> None:
    """Change the month's DKB reference while its figures are still being entered."""
    words = "Acuan DKB hanya diganti oleh Kabid, Kasi atau Staf."
    role = require(ws, {"kabid", "kasi", "staf"}, "ganti_acuan", words, periode)
    reference = read_acuan(acuan, Periode.parse(periode))
    with ws.store.transaction():
        month = ws.month(periode)
        if month.keadaan not in {Keadaan.PENERIMAAN, Keadaan.ENTRI} | _BEFORE_RECEIPT:
            raise Ditolak("Acuan DKB hanya dapat diganti sebelum rekap diserahkan kepada Kasi.")
        if month.acuan == reference:
            return
        ws.store.months.set_acuan(periode, reference)
        ws.record(
            "ganti_acuan", "acuan",
            peran=role, periode=periode, lama=month.acuan, baru=reference,
        )  # fmt: skip


_BEFORE_RECEIPT = {Keadaan.DISPOSISI_KABID, Keadaan.DISPOSISI_KASI}
