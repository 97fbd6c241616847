"""The findings on stored figures: live for one sheet, whole for a month, with reasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.dokumen import Dokumen
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import TemuanDijawab
from civreg_tui.domain.lembar import Lembar
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import periksa_bulan, periksa_lembar
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.domain.temuan.subjek import Penerimaan, SubjekBulan, SubjekLembar
from civreg_tui.services.month.archive import Archive
from civreg_tui.services.month.procedure import Catatan, act
from civreg_tui.services.month.targets import target_of
from civreg_tui.services.month.timeliness import deadline
from civreg_tui.services.penerimaan.receipt_form import load_receipt
from civreg_tui.services.penerimaan.softcopies import received_reading
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Penjelasan

RIWAYAT = 12
"""How many earlier months the history rules look at."""
ATURAN_RIWAYAT = frozenset({"R18", "R19", "R20", "R21", "R22"})
"""A month explained under one of these is no example of what is usual."""


def check_sheet(ws: Workspace, subject: SubjekLembar) -> tuple[Temuan, ...]:
    """The findings on one sheet; plain integers, quick enough for every committed cell."""
    return periksa_lembar(subject, ws.facts(str(subject.lembar.periode)).aturan)


def check_month(
    ws: Workspace, periode: str, archive: Archive | None = None
) -> tuple[TemuanDijawab, ...]:
    """All findings of a month, each with the reason it was passed with while that holds."""
    subject = month_subject(ws, periode, archive)
    found = periksa_bulan(subject, ws.facts(periode).aturan)
    return answered(ws, periode, found)


def answered(ws: Workspace, periode: str, found: tuple[Temuan, ...]) -> tuple[TemuanDijawab, ...]:
    """Findings with their reasons; a reason lapses when the values it was given for change."""
    given = ws.store.records.explanations(periode)
    return tuple(_answered(finding, given.get(finding.kunci)) for finding in found)


def _answered(finding: Temuan, given: Penjelasan | None) -> TemuanDijawab:
    if given is None or given.bukti != finding.bukti:
        return TemuanDijawab(finding)
    return TemuanDijawab(finding, given.alasan, given.oleh, given.pada)


def explain(ws: Workspace, periode: str, finding: Temuan, alasan: str) -> None:
    """Pass a warning with a written reason; errors cannot be explained away."""
    if finding.level != "warning":
        raise Ditolak("Hanya peringatan yang dapat dijelaskan; kesalahan harus diperbaiki.")
    reason = alasan.strip()
    if not reason:
        raise Ditolak("Tulis atau pilih alasannya.")
    with ws.store.transaction():
        act(ws, periode, Aksi.JELASKAN_TEMUAN, Catatan(finding.kunci, None, finding.bukti, reason))
        ws.store.records.put_explanation(
            periode,
            Penjelasan(finding.kunci, finding.bukti, reason, ws.pelaku.akun, ws.now()),
        )


def explain_all(ws: Workspace, periode: str, findings: Iterable[Temuan], alasan: str) -> None:
    """Pass several warnings with one reason: all of them, or none."""
    with ws.store.transaction():
        for finding in findings:
            explain(ws, periode, finding, alasan)


def put_back_reason(
    ws: Workspace, periode: str, kunci: str, given: tuple[str, str] | None, *, kelompok: str
) -> None:
    """Let an earlier reason (evidence, reason) hold for a finding again, or none."""
    with ws.store.transaction():
        bukti, alasan = given or (None, "")
        act(ws, periode, Aksi.JELASKAN_TEMUAN, Catatan(kunci, None, bukti, alasan, kelompok))
        if bukti is None:
            ws.store.records.drop_explanation(periode, kunci)
        else:
            again = Penjelasan(kunci, bukti, alasan, ws.pelaku.akun, ws.now())
            ws.store.records.put_explanation(periode, again)


def month_subject(ws: Workspace, periode: str, archive: Archive | None = None) -> SubjekBulan:
    """The month with its sheets, receipt, neighbours in time, and who keyed what.

    ``archive`` is shared by callers that look at many months.
    """
    archive = archive or Archive(ws)
    facts = ws.facts(periode)
    month = ws.month(periode)
    sheets = archive.sheets(periode)
    history = _history(archive, periode)
    reading = received_reading(ws, periode)
    return SubjekBulan(
        periode=Periode.parse(periode),
        daftar=facts.wilayah,
        lembar=tuple(
            _subject(ws, archive, sheet, history.get(sheet.dokumen.kode, ()), reading)
            for sheet in sheets
        ),
        dokumen=tuple(sheet.dokumen for sheet in sheets),
        acuan={sheet.dokumen.kode: sheet.acuan for sheet in sheets},
        penerimaan=_receipt(ws, periode, reading, tuple(s.dokumen for s in sheets)),
        batas=deadline(ws, Periode.parse(periode)),
        bulan_ada=archive.known,
        pengentri=frozenset(ws.store.cells.authors(periode)),
        pemvalidasi=_validator(ws, periode, month.keadaan),
        pengentri_diizinkan=ws.config.pengentri_memvalidasi or ws.demo,
        berubah_setelah_validasi=_changed_after_validation(ws, periode, month.keadaan),
    )


def _history(archive: Archive, periode: str) -> dict[str, tuple[Lembar, ...]]:
    by_code: dict[str, tuple[Lembar, ...]] = {}
    for before in archive.earlier(periode, RIWAYAT):
        for sheet in archive.sheets(before):
            by_code[sheet.dokumen.kode] = (*by_code.get(sheet.dokumen.kode, ()), sheet)
    return by_code


def _subject(
    ws: Workspace,
    archive: Archive,
    sheet: Lembar,
    older: tuple[Lembar, ...],
    reading: Bacaan | None,
) -> SubjekLembar:
    periode, code = str(sheet.periode), sheet.dokumen.kode
    last = older[0] if older and older[0].periode == sheet.periode.shift(-1) else None
    facts, goals = ws.facts(periode), target_of(ws, code, periode)
    return SubjekLembar(
        lembar=sheet,
        daftar=facts.wilayah,
        lalu=last,
        riwayat=older[1:] if last else older,
        dijelaskan=_explained(archive, older),
        sumber=reading.dokumen(code) if reading else (),
        kendali=ws.store.cells.controls(periode, code),
        penduduk=facts.penduduk.get(sheet.acuan),
        target=None if goals.negatif else goals.target,
    )


def _explained(archive: Archive, older: tuple[Lembar, ...]) -> frozenset[tuple[str, str]]:
    found = set()
    for sheet in older:
        for key in archive.reasons(str(sheet.periode)):
            rule, document, region = key.split("|")[:3]
            if rule in ATURAN_RIWAYAT and document == sheet.dokumen.kode and region:
                found.add((str(sheet.periode), region))
    return frozenset(found)


def _receipt(
    ws: Workspace, periode: str, reading: Bacaan | None, documents: tuple[Dokumen, ...]
) -> Penerimaan | None:
    form = load_receipt(ws, periode)
    if not form.diterima_pada:
        return None
    listed = {d.kode for d in documents}
    in_files = {t.dokumen for t in reading.tabel if t.dokumen} if reading else set()
    return Penerimaan(
        hardcopy=bool(form.ada),
        softcopy=reading is not None,
        dokumen_hardcopy=frozenset(form.ada),
        dokumen_softcopy=frozenset(in_files & listed),
        diterima=date.fromisoformat(form.diterima_pada[:10]),
    )


def _validator(ws: Workspace, periode: str, keadaan: Keadaan) -> str | None:
    if keadaan is Keadaan.PEMERIKSAAN and "kasi" in ws.pelaku.dapat:
        return ws.pelaku.akun
    rows = ws.store.records.revisions(periode)
    return rows[-1].oleh if rows and rows[-1].gugur is None else None


def _changed_after_validation(ws: Workspace, periode: str, keadaan: Keadaan) -> bool:
    """Whether figures were changed since a validation that no new one has replaced."""
    rows = ws.store.records.revisions(periode)
    if not rows or rows[-1].gugur is None or keadaan is Keadaan.PEMERIKSAAN:
        return False
    return keadaan in {Keadaan.TERVALIDASI, Keadaan.LAKIP, Keadaan.SEKRETARIAT}
