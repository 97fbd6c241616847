"""Steps 1 and 2: the disposition sheet, prefilled from last month, sent on level by level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from civreg_tui.domain.hari import parse_hari
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.laporan import LembarDisposisi
from civreg_tui.domain.periode import SETAHUN, Periode, tanggal
from civreg_tui.domain.salah import SalahIsi, SalahRuas
from civreg_tui.services.month.forms import load_form
from civreg_tui.services.month.months import earlier
from civreg_tui.services.month.office_time import office_today
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace

_TINGKAT = {
    Keadaan.DISPOSISI_KABID: (Aksi.SIMPAN_DISPOSISI, Aksi.KIRIM_DISPOSISI),
    Keadaan.DISPOSISI_KASI: (Aksi.SIMPAN_PETUNJUK, Aksi.TERUSKAN_DISPOSISI),
}
TANGGAL = {
    "tgl_surat": "Tgl. Surat",
    "diterima_tgl": "Diterima Tgl",
    "arahan_batas": "Batas waktu arahan",
    "arahan_tgl": "Tanggal arahan",
    "petunjuk_batas": "Batas waktu petunjuk",
    "petunjuk_tgl": "Tanggal petunjuk",
}
"""The sheet's fields that hold a day, with the names by which they are refused."""
_HARAP = ("Proses lebih lanjut", "Koordinasi/konfirmasikan")


def load_disposisi(ws: Workspace, periode: str) -> LembarDisposisi:
    """The month's sheet, or a new one prefilled from the last month that has one."""
    own = load_form(ws, periode, "disposisi", LembarDisposisi)
    return own or _prefilled(ws, periode)


def _prefilled(ws: Workspace, periode: str) -> LembarDisposisi:
    label = Periode.parse(periode).label
    before = _last_sheet(ws, periode) or LembarDisposisi(
        sifat="Segera",
        diteruskan=ws.config.facts.kantor.pejabat["kasi"].jabatan,
        harap=_HARAP,
        arahan="Buat Laporan Bulanan Rekapitulasi Cakupan Kepemilikan Akta Pencatatan Sipil.",
        petunjuk="Entri data masing-masing kabupaten/kota dan serahkan untuk diperiksa.",
    )
    subject = (
        f"Laporan Bulanan Rekapitulasi Cakupan Kepemilikan Akta Pencatatan Sipil bulan {label}"
    )
    today = tanggal(office_today(ws))
    return replace(
        before,
        surat_dari=before.surat_dari or ws.config.facts.kantor.pengirim,
        perihal=subject, no_surat="", tgl_surat="", no_agenda="", catatan="",
        diterima_tgl=today, arahan_tgl=today, petunjuk_tgl="", arahan_batas="", petunjuk_batas="",
    )  # fmt: skip


def _last_sheet(ws: Workspace, periode: str) -> LembarDisposisi | None:
    for before in earlier(ws, periode, SETAHUN):
        sheet = load_form(ws, before, "disposisi", LembarDisposisi)
        if sheet is not None:
            return sheet
    return None


def with_dates(sheet: LembarDisposisi, kept: LembarDisposisi) -> LembarDisposisi:
    """The sheet with every day newly typed in words; SalahRuas names the first that is none."""
    days: dict[str, Any] = {}
    for name, label in TANGGAL.items():
        typed = getattr(sheet, name).strip()
        if typed and typed != getattr(kept, name):
            days[name] = tanggal(_day(name, label, typed))
    return replace(sheet, **days)


def only_days(sheet: LembarDisposisi, kept: LembarDisposisi) -> LembarDisposisi:
    """The sheet with each typed day that is none as it was kept."""
    for _ in TANGGAL:
        try:
            return with_dates(sheet, kept)
        except SalahRuas as error:
            old: dict[str, Any] = {error.ruas: getattr(kept, error.ruas)}
            sheet = replace(sheet, **old)
    return sheet


def _day(name: str, label: str, typed: str) -> date:
    try:
        return parse_hari(typed)
    except SalahIsi as error:
        raise SalahRuas(name, f"{label} {error}") from None


def save_disposisi(ws: Workspace, periode: str, sheet: LembarDisposisi) -> LembarDisposisi:
    """Keep what was filled in so far, and return it with its days in words.

    Only the one whose turn it is may; SalahRuas names a day that is none.
    """
    save_action = _actions(ws, periode)[0]
    before = load_form(ws, periode, "disposisi", LembarDisposisi)
    sheet = with_dates(sheet, before or LembarDisposisi())
    if before == sheet:
        return sheet
    with ws.store.transaction():
        note = Catatan("disposisi", dump(before), dump(sheet))
        act(ws, periode, save_action, note)
        ws.store.records.put_form(periode, "disposisi", dump(sheet))
    return sheet


def send_disposisi(ws: Workspace, periode: str, sheet: LembarDisposisi) -> None:
    """Send the sheet on: Kabid to Kasi, or Kasi to Staf.

    Ditolak names an empty field, SalahRuas one of the level's own days that is none.
    """
    _, send_action = _actions(ws, periode)
    permitted(ws, periode, send_action)
    first = send_action is Aksi.KIRIM_DISPOSISI
    if not (sheet.arahan if first else sheet.petunjuk).strip():
        raise Ditolak("Isi dulu " + ("arahan kepada Kasi." if first else "petunjuk untuk Staf."))
    if first and not sheet.perihal.strip():
        raise Ditolak("Isi dulu perihal disposisi.")
    others = LembarDisposisi() if first else replace(sheet, petunjuk_batas="", petunjuk_tgl="")
    sheet = with_dates(sheet, others)
    with ws.store.transaction():
        save_disposisi(ws, periode, _dated(ws, sheet, first))
        act(ws, periode, send_action)


def _dated(ws: Workspace, sheet: LembarDisposisi, first: bool) -> LembarDisposisi:
    today = tanggal(office_today(ws))
    if first:
        return replace(sheet, arahan_tgl=sheet.arahan_tgl or today)
    return replace(sheet, petunjuk_tgl=sheet.petunjuk_tgl or today)


def _actions(ws: Workspace, periode: str) -> tuple[Aksi, Aksi]:
    """Saving and sending at the month's level; later both are refused by the procedure."""
    return _TINGKAT.get(ws.keadaan(periode), _TINGKAT[Keadaan.DISPOSISI_KASI])
