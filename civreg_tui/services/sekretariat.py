"""Step 7: the Sekretariat examines the delivered LAKIP, accepts it or sends it back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from civreg_tui.domain.hari import parse_hari
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.laporan import Bahan
from civreg_tui.domain.salah import SalahIsi, SalahRuas
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.output.report import build_report
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Penyampaian

if TYPE_CHECKING:
    from civreg_tui.papers.baca_docx import BlokNaskah


@dataclass(frozen=True, slots=True)
class HasilCocok:
    """Whether the delivered figures are those of the validated recap, and why not."""

    cocok: bool
    kalimat: str


@dataclass(frozen=True, slots=True)
class NaskahDiterima:
    """A delivery as the Sekretariat sees it: its bytes' text, and whether its figures match."""

    penyampaian: Penyampaian
    blok: tuple[BlokNaskah, ...]
    cocok: HasilCocok


def delivered(ws: Workspace, periode: str) -> Penyampaian | None:
    """The LAKIP as it was delivered last, or None."""
    made = ws.store.records.deliveries(periode)
    return made[-1] if made else None


def match_recap(ws: Workspace, periode: str) -> HasilCocok:
    """Check by program that the delivery rests on the revision that stands, unchanged."""
    made = delivered(ws, periode)
    revisions = {row.no: row for row in ws.store.records.revisions(periode)}
    if made is None:
        return HasilCocok(False, "LAKIP Bidang belum disampaikan.")
    revision = revisions.get(made.revisi)
    if revision is None or revision.gugur is not None:
        return HasilCocok(False, "Validasi yang menjadi dasar LAKIP ini sudah tidak berlaku.")
    if hashlib.sha256(revision.isi.encode()).hexdigest() != revision.hash:
        return HasilCocok(False, f"Isi revisi {revision.no} tidak cocok dengan hash-nya.")
    if hashlib.sha256(made.isi).hexdigest() != made.sha256:
        return HasilCocok(False, "Naskah LAKIP yang tersimpan tidak cocok dengan hash-nya.")
    key = made.sha256, revision.hash
    if key not in ws.matches:
        ws.matches[key] = _compared(ws, periode, made)
    matched, sentence = ws.matches[key]
    return HasilCocok(matched, f"Revisi {revision.no} ({revision.kode}): {sentence}")


def _compared(ws: Workspace, periode: str, made: Penyampaian) -> tuple[bool, str]:
    """The delivered file's tables and numbers, read back, against the validated figures."""
    from civreg_tui.papers.bahan import Penyerahan, cocokkan

    handed = Penyerahan(made.no, made.revisi, made.sha256, made.oleh, made.pada, made.isi)
    found = cocokkan(build_report(ws, periode), handed)
    return found.cocok, found.kalimat


def examine_delivery(ws: Workspace, periode: str) -> NaskahDiterima | None:
    """The last delivery, read from the very bytes that were frozen; None before there is one."""
    from civreg_tui.papers.baca_docx import baca_docx

    made = delivered(ws, periode)
    if made is None:
        return None
    return NaskahDiterima(made, baca_docx(made.isi), match_recap(ws, periode))


def load_checklist(ws: Workspace, periode: str, received: NaskahDiterima | None) -> Bahan:
    """The checklist as filled in so far, with the program's verdict on the delivered figures."""
    form = load_form(ws, periode, "bahan", Bahan) or Bahan()
    return replace(form, cocok=received is not None and received.cocok.cocok)


def today(ws: Workspace) -> str:
    """Today's date where the office is, as it is kept: ``2025-01-06``."""
    return office_today(ws).isoformat()


def parse_date(text: str) -> str:
    """A date typed in an office's ways, as it is kept (``2025-01-06``); SalahRuas otherwise."""
    try:
        return parse_hari(text).isoformat()
    except SalahIsi as error:
        raise SalahRuas("tanggal", f"Tanggal {error}") from None


def save_checklist(ws: Workspace, periode: str, form: Bahan) -> None:
    """Keep the checklist."""
    with ws.store.transaction():
        before = load_form(ws, periode, "bahan", Bahan)
        if before == form:
            return
        act(ws, periode, Aksi.PERIKSA_LAKIP, Catatan("bahan", dump(before), dump(form)))
        ws.store.records.put_form(periode, "bahan", dump(form))


def accept_lakip(ws: Workspace, periode: str, form: Bahan) -> None:
    """Accept the LAKIP with number and date; Ditolak names what the checklist still lacks."""
    with ws.store.transaction():
        permitted(ws, periode, Aksi.TERIMA_LAKIP)
        match = match_recap(ws, periode)
        if not match.cocok:
            raise Ditolak(f"Belum dapat diterima. {match.kalimat}")
        _refuse_unfinished(form)
        save_checklist(ws, periode, replace(form, cocok=True))
        act(ws, periode, Aksi.TERIMA_LAKIP, Catatan(form.nomor))


def _refuse_unfinished(form: Bahan) -> None:
    """Ditolak naming what the Sekretariat has not ticked or written yet."""
    lacking = {
        "naskah lengkap": form.lengkap,
        "ditandatangani": form.ditandatangani,
        "nomor penerimaan": bool(form.nomor.strip()),
        "tanggal penerimaan": bool(form.tanggal.strip()),
    }
    missing = [name for name, done in lacking.items() if not done]
    if missing:
        raise Ditolak(f"Belum dapat diterima. Lengkapi dulu: {', '.join(missing)}.")
