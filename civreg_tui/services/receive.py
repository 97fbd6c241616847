"""Step 3: receiving the Laporan Adminduk; nothing is written until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Alamat, Lembar
from civreg_tui.domain.penerimaan import (
    BerkasDiterima,
    Hardcopy,
    JumlahKendali,
    Penerimaan,
    Putusan,
)
from civreg_tui.domain.periode import Periode, tanggal
from civreg_tui.domain.temuan import periksa_bacaan
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.check import deadline
from civreg_tui.services.forms import dump
from civreg_tui.services.months import load_month
from civreg_tui.services.procedure import Catatan, act, permitted
from civreg_tui.services.receipt_form import FormTerima, load_receipt
from civreg_tui.services.returns import answer, return_to_piak
from civreg_tui.services.softcopies import read_kept, source_cells
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.months import KepalaLembar
from civreg_tui.store.records import Softcopy

ENDINGS = frozenset({".xlsx", ".xls", ".ods", ".csv", ".xlsm", ".xlsb", ".htm", ".html"})


@dataclass(frozen=True)
class Pratinjau:
    """A delivery as it would be received: its files, what they say, and the findings."""

    berkas: tuple[Softcopy, ...]
    bacaan: Bacaan | None
    temuan: tuple[Temuan, ...]
    sudah_ada: tuple[str, ...] = ()


def inbox(ws: Workspace) -> list[Path]:
    """The softcopies lying in the inbox folder, newest first; the folder is made if missing."""
    ws.masuk.mkdir(parents=True, exist_ok=True)
    files = [p for p in ws.masuk.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()]
    return sorted(files, key=lambda p: (-p.stat().st_mtime, p.name))


def examine(ws: Workspace, periode: str, paths: Sequence[Path]) -> Pratinjau:
    """Read a delivery without writing anything; SoftcopyTidakTerbaca for a bad file."""
    from civreg_tui.softcopy.source import load

    now, who = ws.now(), ws.pelaku.akun
    loaded = [load(path) for path in paths]
    files = tuple(Softcopy(b.nama, b.sha256, b.data, now, who) for b in loaded)
    kept = {file.sha256 for file in ws.store.records.softcopies(periode)}
    known = tuple(file.nama for file in files if file.sha256 in kept)
    reading = read_kept(ws, periode, list(files))
    return Pratinjau(files, reading, _findings(ws, periode, reading), known)


def received(ws: Workspace, periode: str) -> Pratinjau:
    """The delivery that was accepted, as it was."""
    files = ws.store.records.softcopies(periode)
    reading = read_kept(ws, periode, files)
    return Pratinjau(tuple(files), reading, _findings(ws, periode, reading))


def _findings(ws: Workspace, periode: str, reading: Bacaan | None) -> tuple[Temuan, ...]:
    if reading is None:
        return ()
    facts = ws.facts(periode)
    return periksa_bacaan(
        reading,
        Periode.parse(periode),
        facts.dokumen,
        facts.wilayah,
        facts.penduduk.get(ws.month(periode).acuan),
        facts.aturan,
    )


def gaps(ws: Workspace, periode: str, form: FormTerima, view: Pratinjau) -> tuple[str, ...]:
    """What is missing from the delivery, in sentences that Bidang PIAK can act on."""
    facts = ws.facts(periode)
    found: list[str] = []
    if view.bacaan is None:
        found.append("Softcopy belum diterima. Kirim berkas rekap (.xlsx) bulan ini.")
    for head in ws.store.months.sheets(periode):
        name = facts.dokumen[head.dokumen].nama
        found += _paper_gaps(name, form, head.dokumen)
        if view.bacaan is not None:
            found += _file_gaps(name, view.bacaan.dokumen(head.dokumen), facts.wilayah.kode, ws)
    return tuple(found)


def _paper_gaps(name: str, form: FormTerima, dokumen: str) -> list[str]:
    cek = form.cek(dokumen)
    if not cek.ada:
        return [f"Hardcopy {name} belum diterima."]
    return [] if cek.ditandatangani else [f"Hardcopy {name} belum ditandatangani."]


def _file_gaps(
    name: str, tables: tuple[TabelSumber, ...], codes: tuple[str, ...], ws: Workspace
) -> list[str]:
    if not tables:
        return [f"Softcopy tidak memuat rekap {name}."]
    given = {kode for table in tables for kode in table.rows}
    missing = [ws.config.facts.wilayah[kode].nama for kode in codes if kode not in given]
    return [f"Softcopy {name}: belum ada data {', '.join(missing)}."] if missing else []


def save_receipt(ws: Workspace, periode: str, form: FormTerima) -> None:
    """Keep the checklist as filled in so far."""
    before = load_receipt(ws, periode)
    if before == form:
        return
    with ws.store.transaction():
        note = Catatan("penerimaan", dump(before), dump(form))
        act(ws, periode, _saving(ws, periode), note)
        ws.store.records.put_form(periode, "penerimaan", dump(form))


def _saving(ws: Workspace, periode: str) -> Aksi:
    entering = ws.month(periode).keadaan is Keadaan.ENTRI
    return Aksi.TERIMA_SUSULAN if entering else Aksi.PERIKSA_KELENGKAPAN


def accept(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, *, incomplete: bool = False
) -> None:
    """Accept the delivery: keep files and checklist, and go on to entry.

    Ditolak when something is missing and ``incomplete`` was not chosen. During entry this
    takes in a supplementary delivery.
    """
    entering = ws.month(periode).keadaan is Keadaan.ENTRI
    taking = Aksi.TERIMA_SUSULAN if entering else Aksi.TERIMA_LAPORAN
    permitted(ws, periode, taking)
    missing = gaps(ws, periode, form, view)
    if missing and not incomplete:
        raise Ditolak(f"Belum lengkap ({len(missing)} hal). {missing[0]}")
    verdict: Putusan = "diterima_belum_lengkap" if missing else "diterima"
    with ws.store.transaction():
        save_receipt(ws, periode, _stamped(ws, form, verdict, missing))
        hashes = dump([file.sha256 for file in view.berkas])
        act(ws, periode, taking, Catatan("softcopy", None, hashes))
        for file in view.berkas:
            ws.store.records.put_softcopy(periode, file)
        answer(ws, periode, Aksi.KEMBALIKAN_KE_PIAK)
        _follow_splits(ws, periode, view)


def _stamped(
    ws: Workspace, form: FormTerima, putusan: Putusan, missing: tuple[str, ...]
) -> FormTerima:
    return replace(
        form,
        diterima_pada=form.diterima_pada or ws.clock().astimezone().isoformat(timespec="minutes"),
        oleh=form.oleh or ws.pelaku.akun,
        putusan=putusan,
        kekurangan=missing,
    )


def _follow_splits(ws: Workspace, periode: str, view: Pratinjau) -> None:
    """An empty sheet is keyed as the softcopy gives it: totals only, or L and P."""
    if view.bacaan is None:
        return
    heads = {head.dokumen: head for head in ws.store.months.sheets(periode)}
    for sheet in load_month(ws, periode):
        tables = view.bacaan.dokumen(sheet.dokumen.kode)
        if sheet.isi or not tables:
            continue
        split = "lp" if _gives_sexes(sheet, tables) else "jumlah"
        head = heads[sheet.dokumen.kode]
        changed = KepalaLembar(head.dokumen, split, head.acuan, head.kelompok, head.contoh)  # type: ignore[arg-type]
        ws.store.months.put_sheet(periode, changed)


def _gives_sexes(sheet: Lembar, tables: tuple[TabelSumber, ...]) -> bool:
    cells = source_cells(tables)
    return all(
        (cell := cells.get(Alamat(kode, "memiliki", seks))) is not None and cell.angka is not None
        for kode in sheet.wilayah
        for seks in ("l", "p")
    )  # fmt: skip


def send_back(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, alasan: str
) -> Penerimaan:
    """Return the delivery to Bidang PIAK; gives the nota kekurangan's content."""
    permitted(ws, periode, Aksi.KEMBALIKAN_KE_PIAK)
    missing = gaps(ws, periode, form, view)
    with ws.store.transaction():
        save_receipt(ws, periode, replace(form, kekurangan=missing, putusan="dikembalikan"))
        return_to_piak(ws, periode, alasan)
    return receipt_paper(ws, periode, view, alasan)


def receipt_paper(
    ws: Workspace, periode: str, view: Pratinjau | None = None, alasan: str = ""
) -> Penerimaan:
    """The receipt as the tanda terima and the nota kekurangan print it."""
    view = view or received(ws, periode)
    form = load_receipt(ws, periode)
    last = deadline(ws, Periode.parse(periode))
    return Penerimaan(
        periode=periode,
        kantor=ws.config.facts.kantor,
        berkas=tuple(BerkasDiterima(f.nama, len(f.isi), f.sha256) for f in view.berkas),
        hardcopy=_checklist(ws, periode, form),
        kendali=_controls(ws, periode, view),
        kekurangan=form.kekurangan,
        diterima_pada=form.diterima_pada,
        oleh=form.oleh or ws.pelaku.akun,
        putusan=form.putusan,
        alasan=alasan,
        nomor=form.nomor,
        batas=tanggal(last) if last else "",
    )


def _checklist(ws: Workspace, periode: str, form: FormTerima) -> tuple[Hardcopy, ...]:
    names = ws.facts(periode).dokumen
    return tuple(
        Hardcopy(names[c.dokumen].nama, c.ada, c.halaman, c.ditandatangani, c.acuan)
        for c in form.hardcopy
    )


def _controls(ws: Workspace, periode: str, view: Pratinjau) -> tuple[JumlahKendali, ...]:
    found = []
    for sheet in load_month(ws, periode):
        code = sheet.dokumen.kode
        tables = view.bacaan.dokumen(code) if view.bacaan else ()
        cells = source_cells(tables)
        for kolom, paper in ws.store.cells.controls(periode, code).items():
            given = [c.angka for a, c in cells.items() if a.kolom == kolom and c.angka is not None]
            total = sum(given) if given else None
            found.append(JumlahKendali(sheet.dokumen.nama, kolom.label, paper, total))
    return tuple(found)
