"""The receipt as its papers print it: files, checklist, control totals, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence

from civreg_tui.domain.bacaan import Bacaan
from civreg_tui.domain.penerimaan import BerkasDiterima, Hardcopy, JumlahKendali, Penerimaan
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.office_time import office_now, office_today
from civreg_tui.services.month.timeliness import deadline, timeliness
from civreg_tui.services.output.signing import signing_office
from civreg_tui.services.penerimaan.receipt_form import FormTerima, load_receipt
from civreg_tui.services.penerimaan.shortcomings import wrong
from civreg_tui.services.penerimaan.softcopies import received_reading, source_sums
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.records import Softcopy


def receipt_paper(
    ws: Workspace,
    periode: str,
    bacaan: Bacaan | None = None,
    temuan: Sequence[Temuan] = (),
    alasan: str = "",
    kembali: Sequence[Softcopy] | None = None,
) -> Penerimaan:
    """The receipt as it stands in the store; ``kembali`` are files that go back unkept."""
    form = load_receipt(ws, periode)
    controls = control_totals(ws, periode, bacaan or received_reading(ws, periode))
    files = ws.store.records.softcopies(periode) if kembali is None else kembali
    returned = form.putusan == "dikembalikan"
    lacking = (*form.kekurangan, *wrong(temuan, controls)) if returned else form.kekurangan
    standing = timeliness(ws, periode)
    return Penerimaan(
        periode=periode,
        kantor=signing_office(ws, periode, now="staf"),
        berkas=tuple(_file(file) for file in files),
        hardcopy=_checklist(ws, periode, form),
        kendali=controls,
        kekurangan=lacking,
        diterima_pada=office_now(ws) if returned else form.diterima_pada,
        oleh=ws.pelaku.akun if returned else form.oleh or ws.pelaku.akun,
        putusan=form.putusan,
        alasan=alasan or form.catatan,
        nomor=form.nomor,
        batas=_still_to_come(ws, periode),
        pengirim=form.pengirim,
        ketepatan=standing.kalimat if standing and not returned else "",
    )


def _file(file: Softcopy) -> BerkasDiterima:
    return BerkasDiterima(file.nama, len(file.isi), file.sha256, file.pada, file.pengirim)


def _still_to_come(ws: Workspace, periode: str) -> str:
    """The deadline in ISO, unless it has passed: nobody can be asked to meet it any more."""
    last = deadline(ws, Periode.parse(periode))
    if last is None or office_today(ws) > last:
        return ""
    return last.isoformat()


def _checklist(ws: Workspace, periode: str, form: FormTerima) -> tuple[Hardcopy, ...]:
    names = ws.facts(periode).dokumen
    return tuple(
        Hardcopy(names[c.dokumen].nama, c.ada, c.halaman, c.ditandatangani, c.acuan)
        for c in form.hardcopy
    )


def control_totals(
    ws: Workspace, periode: str, bacaan: Bacaan | None
) -> tuple[JumlahKendali, ...]:  # fmt: skip
    """The control totals that were keyed, beside the softcopy's own sums."""
    found = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        sums = source_sums(bacaan, code)
        for kolom, paper in ws.store.cells.controls(periode, code).items():
            both = JumlahKendali(sheet.dokumen.nama, kolom.label, paper, sums.get(kolom))
            found.append(both)
    return tuple(found)
