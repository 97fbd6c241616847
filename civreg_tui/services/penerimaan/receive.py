"""Step 3: receiving the Laporan Adminduk; nothing that came in is written until it is accepted.

The Staf's own checking (the checklist and the control totals) is kept as it is done, in the trail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from civreg_tui.domain.bacaan import Bacaan, TabelSumber
from civreg_tui.domain.langkah import Aksi, Ditolak, Keadaan
from civreg_tui.domain.lembar import Alamat, Lembar
from civreg_tui.domain.penerimaan import Penerimaan, Putusan
from civreg_tui.domain.periode import Periode
from civreg_tui.domain.temuan import periksa_bacaan
from civreg_tui.domain.temuan.model import Temuan
from civreg_tui.services.month.months import load_month
from civreg_tui.services.month.office_time import office_now
from civreg_tui.services.month.procedure import Catatan, act, permitted
from civreg_tui.services.month.returns import answer, return_to_piak
from civreg_tui.services.penerimaan.ajaran import keep_lessons
from civreg_tui.services.penerimaan.comparison import Perbandingan, compare
from civreg_tui.services.penerimaan.reading_job import Terbaca, reading_job
from civreg_tui.services.penerimaan.receipt_content import receipt_paper
from civreg_tui.services.penerimaan.receipt_form import FormTerima, load_receipt
from civreg_tui.services.penerimaan.receipt_papers import keep_paper
from civreg_tui.services.penerimaan.shortcomings import missing
from civreg_tui.services.penerimaan.softcopies import source_cells
from civreg_tui.services.serial import dump
from civreg_tui.services.workspace import Workspace
from civreg_tui.store.months import KepalaLembar
from civreg_tui.store.records import Softcopy

ENDINGS = frozenset(
    {".xlsx", ".xls", ".ods", ".csv", ".tsv", ".xlsm", ".xlsb", ".htm", ".html", ".xml", ".fods"}
)
_SEMENTARA = ("~$", ".")
"""Beginnings of the names of files that another program is still writing."""


@dataclass(frozen=True)
class Pratinjau:
    """A delivery as it would be received, together with what the month has already.

    ``berkas`` are the files that would be kept, ``bacaan`` and ``temuan`` what would stand,
    ``sudah_ada`` the chosen files that are there already, ``dasar`` the hashes of the files
    that it was compared with, ``mentah`` the reading of every file by itself.
    """

    berkas: tuple[Softcopy, ...]
    bacaan: Bacaan | None
    temuan: tuple[Temuan, ...]
    sudah_ada: tuple[str, ...] = ()
    banding: Perbandingan = field(default_factory=Perbandingan)
    dasar: tuple[str, ...] = ()
    mentah: Bacaan | None = None


def inbox(ws: Workspace) -> list[Path]:
    """The softcopies lying in the inbox folder, newest first; the folder is made if missing."""
    ws.masuk.mkdir(parents=True, exist_ok=True)
    names = [p for p in ws.masuk.iterdir() if not p.name.startswith(_SEMENTARA)]
    files = [p for p in names if p.suffix.lower() in ENDINGS and p.is_file()]
    return sorted(files, key=lambda p: (-_changed(p), p.name))


def _changed(path: Path) -> float:
    """When a file was last changed; one that vanished meanwhile sorts last."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def examine(ws: Workspace, periode: str, paths: Sequence[Path]) -> Pratinjau:
    """Read a delivery without writing anything; SoftcopyTidakTerbaca for a bad file."""
    return conclude(ws, periode, reading_job(ws, periode, paths).run())


def conclude(ws: Workspace, periode: str, read: Terbaca) -> Pratinjau:
    """What was read, as it would be received: its findings, and what it changes."""
    return Pratinjau(
        read.baru,
        read.bacaan,
        _findings(ws, periode, read.bacaan),
        tuple(file.nama for file in read.sama),
        compare(ws, periode, read),
        tuple(file.sha256 for file in read.kept),
        read.mentah,
    )


def received(ws: Workspace, periode: str) -> Pratinjau:
    """What was accepted so far, as it stands."""
    return standing(ws, periode, reading_job(ws, periode).run())


def standing(ws: Workspace, periode: str, read: Terbaca) -> Pratinjau:
    """What was accepted, from its reading."""
    found = _findings(ws, periode, read.bacaan)
    return Pratinjau(read.kept, read.bacaan, found, mentah=read.mentah)


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
    return tuple(missing(ws, periode, form, view.bacaan))


def save_receipt(ws: Workspace, periode: str, form: FormTerima) -> None:
    """Keep the checklist as filled in so far."""
    with ws.store.transaction():
        before = load_receipt(ws, periode)
        if before == form:
            return
        note = Catatan("penerimaan", dump(before), dump(form))
        act(ws, periode, _saving(ws, periode), note)
        ws.store.records.put_form(periode, "penerimaan", dump(form))


def _saving(ws: Workspace, periode: str) -> Aksi:
    entering = ws.keadaan(periode) is Keadaan.ENTRI
    return Aksi.TERIMA_SUSULAN if entering else Aksi.PERIKSA_KELENGKAPAN


def accept(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, *, incomplete: bool = False
) -> None:
    """Accept the delivery: keep files and checklist, and go on to entry.

    Ditolak when something is missing and ``incomplete`` was not chosen. During entry this
    takes in a supplementary delivery. What is kept is what was checked: nobody writes in between.
    """
    with ws.store.transaction():
        entering = ws.keadaan(periode) is Keadaan.ENTRI
        taking = Aksi.TERIMA_SUSULAN if entering else Aksi.TERIMA_LAPORAN
        permitted(ws, periode, taking)
        _still_so(ws, periode, view)
        stamped = _judged(ws, periode, form, view, incomplete=incomplete)
        save_receipt(ws, periode, stamped)
        hashes = dump([file.sha256 for file in view.berkas])
        act(ws, periode, taking, Catatan("softcopy", None, hashes))
        _keep_files(ws, periode, view, stamped.pengirim)
        answer(ws, periode, Aksi.KEMBALIKAN_KE_PIAK)
        _follow_splits(ws, periode, view)
        _keep_papers(ws, periode, view)


def _judged(
    ws: Workspace, periode: str, form: FormTerima, view: Pratinjau, *, incomplete: bool
) -> FormTerima:
    """The form with its verdict; Ditolak when something lacks and that was not chosen."""
    lacking = gaps(ws, periode, form, view)
    if lacking and not incomplete:
        raise Ditolak(f"Belum lengkap ({len(lacking)} hal). {lacking[0]}")
    verdict: Putusan = "diterima_belum_lengkap" if lacking else "diterima"
    return _stamped(ws, form, verdict, lacking)


def _still_so(ws: Workspace, periode: str, view: Pratinjau) -> None:
    """Ditolak when a colleague accepted something since the delivery was looked at."""
    kept = ws.store.records.softcopies(periode)
    if tuple(file.sha256 for file in kept) != view.dasar:
        last = kept[-1]
        raise Ditolak(f"Sementara itu {last.oleh} menerima {last.nama}. Pilih lagi berkasnya.")


def _keep_files(ws: Workspace, periode: str, view: Pratinjau, pengirim: str) -> None:
    """The files as they came, with the moment and hands of their acceptance, and the lessons."""
    for file in view.berkas:
        stamped = replace(file, pada=ws.now(), oleh=ws.pelaku.akun, pengirim=pengirim)
        ws.store.records.put_softcopy(periode, stamped)
    if view.berkas and view.bacaan is not None:
        keep_lessons(ws, periode, view.bacaan.tabel)


def _keep_papers(ws: Workspace, periode: str, view: Pratinjau) -> None:
    paper = receipt_paper(ws, periode, view.bacaan, view.temuan)
    keep_paper(ws, periode, "tanda_terima", paper)
    if paper.kekurangan:
        keep_paper(ws, periode, "nota", paper)


def _stamped(
    ws: Workspace, form: FormTerima, putusan: Putusan, missing: tuple[str, ...]
) -> FormTerima:
    return replace(
        form,
        diterima_pada=form.diterima_pada or office_now(ws),
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
        if split != head.rincian:
            ws.record(
                "ikuti_rincian", head.dokumen,
                peran="staf", periode=periode, lama=head.rincian, baru=split,
            )  # fmt: skip


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
    """Return the delivery to Bidang PIAK; gives the nota kekurangan's content, which is kept."""
    with ws.store.transaction():
        permitted(ws, periode, Aksi.KEMBALIKAN_KE_PIAK)
        lacking = gaps(ws, periode, form, view)
        save_receipt(ws, periode, replace(form, kekurangan=lacking, putusan="dikembalikan"))
        return_to_piak(ws, periode, alasan)
        nota = receipt_paper(ws, periode, view.bacaan, view.temuan, alasan, view.berkas)
        keep_paper(ws, periode, "nota", nota)
    return nota
