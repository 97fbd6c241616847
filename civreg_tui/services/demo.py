"""A throw-away store: the real December 2024 figures and eleven labelled example months."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from civreg_tui.config import Config
from civreg_tui.config.build import build_config
from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.lakip import isi_tanda
from civreg_tui.domain.langkah import Aksi, Ditolak
from civreg_tui.domain.lembar import Alamat, Isian
from civreg_tui.domain.periode import Periode, acuan_for
from civreg_tui.paths import data_dir
from civreg_tui.services.demo_history import example_cells
from civreg_tui.services.disposisi import load_disposisi, send_disposisi
from civreg_tui.services.entri.enter import commit_cells
from civreg_tui.services.entri.takeover import take_over_all
from civreg_tui.services.lakip.composing import compose, deliver, save_text
from civreg_tui.services.month.months import load_month, open_month
from civreg_tui.services.month.procedure import act
from civreg_tui.services.pemeriksaan.validate import hand_over, validate
from civreg_tui.services.penerimaan.receipt_form import CekHardcopy, FormTerima
from civreg_tui.services.penerimaan.receive import accept, examine
from civreg_tui.services.penerimaan.softcopies import source_cells
from civreg_tui.services.people.identity import identify
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.store import Store

BULAN_DEMO = Periode(2024, 12)
_URAIAN = "(contoh: di sini uraian Kepala Bidang)"
BULAN_CONTOH = 11
_SOFTCOPY = "laporan_adminduk_2024-12.xlsx"
_HANYA_CONTOH = "AKAWIN"  # the published figures have no akta perkawinan
_DIKIRIM = frozenset({"AK017", "AKAWIN", "ACERAI", "AMATI"})
_LANGKAH_AWAL = 1


class _DemoClock:
    """A clock that starts on a working morning and moves a few seconds with every look."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 2, 1, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=2)
        return self.moment

    def morning_after(self, periode: Periode) -> None:
        """Move to 08.00 (WIB) on the third day after the month."""
        day = periode.last_day + timedelta(days=3)
        self.moment = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)


def make_demo(config: Config, folder: Path, step: int = 4) -> None:
    """Build a demo store in ``folder``, its December 2024 at the start of SOP step 1–7.

    Ditolak when the folder already holds a store.
    """
    if (folder / "civreg.db").exists():
        raise Ditolak(f"{folder} sudah berisi simpanan. Pilih folder lain untuk demo.")
    clock = _DemoClock()
    store = Store(folder)
    try:
        with store.transaction():
            store.preferences.put_mark("demo", "ya")
        known = _only_delivered(config)
        ws = Workspace(known, store, pelaku=identify(config, demo=True), clock=clock)
        _fill(ws, clock, step)
    finally:
        store.close()


def _only_delivered(config: Config) -> Config:
    """The configuration without the documents that the demo's softcopy does not hold."""
    documents = {
        kode: {**row, "aktif": row.get("aktif", True) and kode in _DIKIRIM}
        for kode, row in config.raw["dokumen"].items()
    }
    made = build_config({**config.raw, "dokumen": documents}, "demo")
    return replace(config, raw=made.raw, facts=made.facts)


def _fill(ws: Workspace, clock: _DemoClock, step: int) -> None:
    ws.masuk.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(data_dir() / "demo" / _SOFTCOPY, ws.masuk / _SOFTCOPY)
    _open(ws, clock, BULAN_DEMO.shift(-BULAN_CONTOH))
    reading = _reading(ws)
    for back in range(BULAN_CONTOH, 0, -1):
        _example_month(ws, clock, reading, back)
    _open(ws, clock, BULAN_DEMO)
    _label_examples(ws, str(BULAN_DEMO), {_HANYA_CONTOH})
    for number, advance in enumerate(_ADVANCES, _LANGKAH_AWAL):
        if number < step:
            advance(ws, str(BULAN_DEMO))


def _open(ws: Workspace, clock: _DemoClock, periode: Periode) -> None:
    if ws.store.months.get(str(periode)) is None:
        clock.morning_after(periode)
        open_month(ws, periode, acuan_for(periode), contoh=periode != BULAN_DEMO)


def _reading(ws: Workspace) -> Bacaan:
    first = str(BULAN_DEMO.shift(-BULAN_CONTOH))
    reading = examine(ws, first, [ws.masuk / _SOFTCOPY]).bacaan
    assert reading is not None, "the demo's softcopy is part of the program"
    return reading


def _example_month(ws: Workspace, clock: _DemoClock, reading: Bacaan, back: int) -> None:
    periode = BULAN_DEMO.shift(-back)
    _open(ws, clock, periode)
    with ws.store.transaction():
        for aksi in (Aksi.KIRIM_DISPOSISI, Aksi.TERUSKAN_DISPOSISI, Aksi.TERIMA_LAPORAN):
            act(ws, str(periode), aksi)
        _label_examples(ws, str(periode), set(ws.facts(str(periode)).dokumen))
        for sheet in load_month(ws, str(periode)):
            real = source_cells(reading.dokumen(sheet.dokumen.kode))
            figures = {a: c.angka for a, c in real.items() if c.angka is not None}
            cells = example_cells(sheet, figures, back)
            commit_cells(ws, str(periode), sheet.dokumen.kode, _isian(cells))
        for aksi in _TO_THE_END:
            act(ws, str(periode), aksi)


_TO_THE_END = (
    Aksi.SERAHKAN_KE_KASI,
    Aksi.VALIDASI,
    Aksi.SUSUN_LAKIP,
    Aksi.SAMPAIKAN_LAKIP,
    Aksi.TERIMA_LAKIP,
)


def _isian(cells: dict[Alamat, int]) -> dict[Alamat, Isian]:
    return {alamat: Isian(angka) for alamat, angka in cells.items()}


def _label_examples(ws: Workspace, periode: str, documents: set[str]) -> None:
    with ws.store.transaction():
        for head in ws.store.months.sheets(periode):
            if head.dokumen in documents:
                ws.store.months.put_sheet(periode, replace(head, contoh=True))
                ws.record("tandai_contoh", head.dokumen, periode=periode)


def _step_one(ws: Workspace, periode: str) -> None:
    send_disposisi(ws, periode, load_disposisi(ws, periode))


def _step_three(ws: Workspace, periode: str) -> None:
    view = examine(ws, periode, [ws.masuk / _SOFTCOPY])
    heads = ws.store.months.sheets(periode)
    papers = tuple(CekHardcopy(h.dokumen, True, 2, True, h.acuan) for h in heads)
    accept(ws, periode, FormTerima(papers), view)


def _step_four(ws: Workspace, periode: str) -> None:
    take_over_all(ws, periode)
    hand_over(ws, periode)


def _step_five(ws: Workspace, periode: str) -> None:
    validate(ws, periode)


def _step_six(ws: Workspace, periode: str) -> None:
    _, sections = compose(ws, periode)
    for section in sections:
        if section.kosong:
            draft = isi_tanda("\n\n".join(section.saran), _URAIAN)
            save_text(ws, periode, section, draft or _URAIAN)
    deliver(ws, periode)


_ADVANCES = (_step_one, _step_one, _step_three, _step_four, _step_five, _step_six)
