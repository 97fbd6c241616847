"""Step 6: the LAKIP Bidang composed from the validated figures, edited, and delivered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from civreg_tui.config import load_phrases
from civreg_tui.domain.lakip import (
    BagianLakip,
    bentrokan,
    slot_kosong,
    susun,
)
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import Anggaran, Bahan, Laporan
from civreg_tui.services.lakip.editions import edition
from civreg_tui.services.lakip.paper import lakip_document
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.month.returns import answer
from civreg_tui.services.month.targets import keep_targets
from civreg_tui.services.output.report import build_report, standing_revision
from civreg_tui.services.output.signing import signing_office
from civreg_tui.services.people.pin import require_confirmed
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Naskah, Penyampaian


def compose(ws: Workspace, periode: str) -> tuple[Laporan, tuple[BagianLakip, ...]]:
    """The month's report and the LAKIP's sections with the Kabid's edits laid over them."""
    report = build_report(ws, periode)
    return report, susun(report, edition(ws, periode), load_phrases())


def save_text(ws: Workspace, periode: str, section: BagianLakip, teks: str) -> None:
    """Keep an edited section; an empty text takes the edit back."""
    with ws.store.transaction():
        before = ws.store.records.texts(periode).get(section.id)
        old = dump(before.teks if before else None)
        note = Catatan(f"naskah/{section.id}", old, dump(teks), kelompok=section.sidik)
        act(ws, periode, Aksi.SUSUN_LAKIP, note)
        if teks.strip():
            edit = Naskah(section.id, teks, section.sidik, ws.pelaku.akun, ws.now())
            ws.store.records.put_text(periode, edit)
        else:
            ws.store.records.drop_text(periode, section.id)


def load_budget(ws: Workspace, periode: str) -> tuple[Anggaran, ...]:
    """The budget lines that were entered, in rupiah."""
    return load_form(ws, periode, "anggaran", tuple[Anggaran, ...]) or ()


def budget_total(lines: Sequence[Anggaran]) -> Anggaran:
    """All budget lines added up, in rupiah."""
    pagu, spent = sum(line.pagu for line in lines), sum(line.realisasi for line in lines)
    return Anggaran("", "JUMLAH", pagu, spent)


def save_budget(ws: Workspace, periode: str, lines: Sequence[Anggaran]) -> None:
    """Keep the budget lines; without any, the LAKIP says nothing about efficiency."""
    if any(line.pagu < 0 or line.realisasi < 0 for line in lines):
        raise Ditolak("Pagu dan realisasi anggaran tidak boleh negatif.")
    with ws.store.transaction():
        before = load_budget(ws, periode)
        note = Catatan("anggaran", dump(before), dump(tuple(lines)))
        act(ws, periode, Aksi.SUSUN_LAKIP, note)
        ws.store.records.put_form(periode, "anggaran", dump(tuple(lines)))


def delivery_blockers(sections: Sequence[BagianLakip]) -> tuple[str, ...]:
    """What keeps the LAKIP from being delivered, in sentences."""
    empty = [_unwritten(b) for b in slot_kosong(sections)]
    stale = [
        f"Bagian {b.kepala} disunting sebelum angkanya berubah; periksa lalu simpan lagi."
        for b in bentrokan(sections)
    ]
    return (*empty, *stale)


def _unwritten(section: BagianLakip) -> str:
    if section.paragraf:
        return f"Bagian {section.kepala} masih memuat tanda [uraikan …]. Lengkapi di tempat itu."
    return f"Bagian {section.kepala} belum diisi."


def deliver(ws: Workspace, periode: str) -> Penyampaian:
    """Freeze the LAKIP with its hash and send it to the Sekretariat; Ditolak names what lacks.

    The document holds what was checked: nobody writes in between.
    """
    with ws.store.transaction():
        report, sections = deliverable(ws, periode)
        require_confirmed(ws, Aksi.SAMPAIKAN_LAKIP)
        signed = replace(report, kantor=signing_office(ws, periode, now="kabid"))
        content = lakip_document(ws, signed, sections, disampaikan=True)
        return _freeze(ws, periode, content)


def deliverable(ws: Workspace, periode: str) -> tuple[Laporan, tuple[BagianLakip, ...]]:
    """The report and the sections as they would be delivered now; Ditolak names what lacks."""
    begun = ws.keadaan(periode) is not Keadaan.TERVALIDASI
    permitted(ws, periode, Aksi.SAMPAIKAN_LAKIP if begun else Aksi.SUSUN_LAKIP)
    report, sections = compose(ws, periode)
    blockers = delivery_blockers(sections)
    if blockers:
        raise Ditolak(f"Belum dapat disampaikan ({len(blockers)} halangan). {blockers[0]}")
    if report.draf:
        raise Ditolak("Rekap belum divalidasi Kasi; LAKIP belum dapat disampaikan.")
    return report, sections


def _freeze(ws: Workspace, periode: str, content: bytes) -> Penyampaian:
    revision = standing_revision(ws, periode)
    assert revision is not None, "a report that is no draft has a revision"
    number = len(ws.store.records.deliveries(periode)) + 1
    digest = hashlib.sha256(content).hexdigest()
    made = Penyampaian(number, revision.no, digest, content, ws.pelaku.akun, ws.now())
    if ws.keadaan(periode) is Keadaan.TERVALIDASI:
        act(ws, periode, Aksi.SUSUN_LAKIP)
    keep_targets(ws, periode)
    act(ws, periode, Aksi.SAMPAIKAN_LAKIP, Catatan(f"lakip/{number}", None, digest))
    ws.store.records.put_delivery(periode, made)
    # What was ticked on an earlier delivery says nothing about this one.
    ws.store.records.put_form(periode, "bahan", dump(Bahan()))
    answer(ws, periode, Aksi.KEMBALIKAN_KE_KABID)
    return made
