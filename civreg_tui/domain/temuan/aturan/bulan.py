"""Is the month as a whole in order: receipt, base, time and hands? R16, R23, R27, R28."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.periode import tanggal
from civreg_tui.domain.temuan.aturan.acuan import judge_bases
from civreg_tui.domain.temuan.model import TANPA_LOKASI, Aturan, Lokasi, Temuan
from civreg_tui.domain.temuan.subjek import Penerimaan, SubjekBulan
from civreg_tui.domain.temuan.tabel import bukti


def r16_incomplete(aturan: Aturan, subjek: SubjekBulan) -> Iterator[Temuan]:
    """Hardcopy, softcopy or a document's page or table is missing from what arrived."""
    if subjek.penerimaan is None:
        return
    missing = list(_missing(subjek, subjek.penerimaan))
    if missing:
        yield aturan.lapor(TANPA_LOKASI, ";".join(missing), daftar=", ".join(missing))


def _missing(subjek: SubjekBulan, receipt: Penerimaan) -> Iterator[str]:
    carriers = (
        ("hardcopy", receipt.hardcopy, receipt.dokumen_hardcopy),
        ("softcopy", receipt.softcopy, receipt.dokumen_softcopy),
    )
    for carrier, present, documents in carriers:
        if present is False:
            yield carrier
        elif documents is not None:
            for document in subjek.dokumen:
                if document.kode not in documents:
                    yield f"{carrier} {document.nama}"


def r23_base(aturan: Aturan, subjek: SubjekBulan) -> Iterator[Temuan]:
    """The DKB reference is empty where there is a denominator, or differs between documents."""
    sheets = [s.lembar for s in subjek.lembar]
    bases = {s.dokumen.kode: s.acuan for s in sheets if s.acuan or s.dokumen.penyebut}
    yield from judge_bases(aturan, {**bases, **subjek.acuan})


def r27_time(aturan: Aturan, subjek: SubjekBulan) -> Iterator[Temuan]:
    """Received after the deadline, or months between the first recap and this one skipped."""
    received = subjek.penerimaan.diterima if subjek.penerimaan else None
    if received and subjek.batas and received > subjek.batas:
        yield aturan.lapor(
            Lokasi(perihal="terlambat"),
            bukti((("diterima", received), ("batas", subjek.batas))),
            tgl=tanggal(received),
            n=(received - subjek.batas).days,
            batas=tanggal(subjek.batas),
        )
    present = subjek.bulan_ada or frozenset()
    month = min(present, default=subjek.periode)
    while month < subjek.periode:
        if month not in present:
            yield aturan.lapor(
                Lokasi(perihal=str(month)), str(month), varian="terlewat", b=month.label
            )
        month = month.shift(1)


def r28_hands(aturan: Aturan, subjek: SubjekBulan) -> Iterator[Temuan]:
    """Figures changed after validation, or the validator keyed them himself."""
    if subjek.berubah_setelah_validasi:
        yield aturan.lapor(TANPA_LOKASI, "berubah")
    if subjek.pemvalidasi is not None and subjek.pemvalidasi in subjek.pengentri:
        permitted = subjek.pengentri_diizinkan
        yield aturan.lapor(
            Lokasi(perihal="pengentri"),
            f"pengentri={subjek.pemvalidasi}",
            varian="diizinkan" if permitted else "pengentri",
            level=aturan.tingkat("tingkat_diizinkan") if permitted else aturan.level,
            akun=subjek.pemvalidasi,
        )
