"""The words that every paper of a month carries: source, dates, revision, place of signing."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from civreg_tui.domain import saat
from civreg_tui.domain.laporan import Laporan, Pejabat
from civreg_tui.domain.periode import BULAN, Periode, tanggal
from civreg_tui.papers.docx_xml import printable

WIB = saat.WIB
DRAF = "DRAF"
CONTOH = "ANGKA CONTOH, BUKAN RESMI"
TITIK = "…" * 10
ISI_SEL = 32_000
"""Most characters of a cell, a little under the spreadsheets' limit."""
JEJAK_TERCETAK = 16
"""How many characters of the audit trail's head are printed."""


def keadaan(laporan: Laporan) -> str:
    """The date the figures stand at: ``KEADAAN s.d. 31 DESEMBER 2024``."""
    return keadaan_periode(Periode.parse(laporan.periode), laporan.keadaan)


def keadaan_periode(periode: Periode, text: str = "") -> str:
    """The same for a month without a report; ``text`` replaces the month's last day."""
    words = re.sub(r"^\s*KEADAAN\s*(S\.?D\.?)?\s*:?\s*", "", text, flags=re.IGNORECASE).strip()
    return f"KEADAAN s.d. {(words or tanggal(periode.last_day)).upper()}"


def sumber(acuan: str, *, contoh: bool = False) -> str:
    """The source line; example figures are named as such on every paper."""
    text = f"Sumber: {acuan or 'acuan DKB belum diisi'}, diolah"
    return f"{text} — {CONTOH}" if contoh else text


def tanggal_surat(laporan: Laporan) -> date | None:
    """The day a paper is signed: that of the validation, else of printing; None when unknown."""
    if laporan.revisi is not None and not laporan.draf:
        return parse_day(laporan.revisi.pada) or parse_day(laporan.dicetak)
    return parse_day(laporan.dicetak)


def tempat_tanggal(kota: str, day: date | None) -> str:
    """``Padang, 5 Januari 2025``; dots to fill in by hand when the day is unknown."""
    return f"{kota}, {tanggal(day) if day else TITIK}"


def created(laporan: Laporan) -> datetime:
    """The creation time written into a file, taken from the data so that bytes repeat."""
    day = tanggal_surat(laporan) or Periode.parse(laporan.periode).last_day
    return datetime.combine(day, time())


def parse_day(text: str) -> date | None:
    """The day of an ISO date or time (``2025-01-05T09:00:00+07:00``), None for anything else."""
    found = saat.baca(text)
    return found.date() if found else None


def hari(text: str) -> str:
    """An ISO date in words, ``5 Januari 2025``; anything else as it is."""
    day = parse_day(text)
    return tanggal(day) if day else text


def waktu(text: str | None) -> str:
    """An ISO time in few characters, ``5 Jan 2025 10.15``; anything else as it is."""
    found = saat.baca(text or "")
    if found is None:
        return text or ""
    return f"{found.day} {BULAN[found.month - 1][:3]} {found:%Y %H.%M}"


def tanda_revisi(laporan: Laporan, *, disampaikan: bool = True) -> str:
    """The footer's words: verification code, revision and the audit trail's head.

    ``disampaikan`` is False on a LAKIP that the Kabid has not delivered yet.
    """
    jejak = f"jejak {laporan.jejak[:JEJAK_TERCETAK]}" if laporan.jejak else ""
    if laporan.draf or laporan.revisi is None:
        parts = [f"{DRAF} — belum divalidasi", jejak]
    else:
        code = f"Kode verifikasi {laporan.revisi.kode}"
        parts = [code, f"revisi {laporan.revisi.no}", jejak]
        if not disampaikan:
            parts.insert(0, f"{DRAF} — belum disampaikan")
    return " · ".join(part for part in parts if part)


def disposisi_draf(laporan: Laporan) -> bool:
    """Whether the disposition has not gone through both its levels yet (steps 1 and 2)."""
    return any(step.state != "selesai" for step in laporan.waktu[:2])


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    return printable(text)[:ISI_SEL]


def pejabat(laporan: Laporan, peran: str) -> Pejabat:
    """Who signs in a role; dots to fill in by hand when the office has not named anyone."""
    return laporan.kantor.pejabat.get(peran, Pejabat("", TITIK, "", TITIK))


def contoh_ada(laporan: Laporan) -> bool:
    """Whether any recap of the month holds example figures."""
    return any(rekap.contoh for rekap in laporan.rekap)
