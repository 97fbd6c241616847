"""Do a region's own figures agree with each other? R07–R10, R26."""

from __future__ import annotations

from collections.abc import Iterator

from civreg_tui.domain.cakupan import ratio_hundredths
from civreg_tui.domain.kolom import NAMA_UKURAN, Kolom, Seks, Ukuran
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.periode import acuan_for
from civreg_tui.domain.temuan.model import Aturan, Level, Temuan
from civreg_tui.domain.temuan.tabel import SEKS, Baris, Tabel, bukti

NAMA_SEKS: dict[Seks, str] = {"l": "laki-laki", "p": "perempuan", "jml": "jumlah"}


def _variant(seks: Seks) -> str:
    return "utama" if seks == "jml" else "seks"


def r07_sexes(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """L + P ≠ JML where all three are given."""
    for row in tabel.baris if "l" in tabel.seks else ():
        for ukuran, male in _given_males(row):
            female, both = row.nilai(ukuran, "p"), row.angka.get(Kolom(ukuran, "jml"))
            if female is None or both is None or male + female == both:
                continue
            yield aturan.lapor(
                tabel.lokasi(row, Kolom(ukuran, "jml")),
                bukti((("l", male), ("p", female), ("jml", both))),
                kab=row.nama,
                kelompok=NAMA_UKURAN[ukuran],
                l=format_count(male),
                p=format_count(female),
                lp=format_count(male + female),
                j=format_count(both),
                d=format_count(abs(male + female - both)),
            )


def _given_males(row: Baris) -> Iterator[tuple[Ukuran, int]]:
    for kolom, figure in row.angka.items():
        if kolom.seks == "l":
            yield kolom.ukuran, figure


def r08_parts(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Memiliki + belum ≠ wajib; belum is what the softcopy prints, per sex where given."""
    level = aturan.level if tabel.softcopy else aturan.tingkat("tingkat_entri")
    for row in tabel.baris if tabel.sumber else ():
        for seks in SEKS:
            owned, lacking, due = _parts(row, seks)
            if owned is None or lacking is None or due is None or owned + lacking == due:
                continue
            yield aturan.lapor(
                tabel.lokasi(row, Kolom("belum", seks)),
                bukti((("memiliki", owned), ("belum", lacking), ("wajib", due))),
                varian=_variant(seks),
                level=level,
                kab=row.nama,
                seks=NAMA_SEKS[seks],
                m=format_count(owned),
                b=format_count(lacking),
                mb=format_count(owned + lacking),
                w=format_count(due),
                d=format_count(abs(owned + lacking - due)),
            )


def _parts(row: Baris, seks: Seks) -> tuple[int | None, int | None, int | None]:
    printed = row.sumber.sel.get(Kolom("belum", seks)) if row.sumber else None
    lacking = printed.angka if printed else None
    return row.nilai("memiliki", seks), lacking, row.nilai("wajib", seks)


def r09_above_whole(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Memiliki > wajib; the sexes are named where they show it, else JML. Zero wajib is R10's."""
    level = aturan.tingkat("tingkat_acuan_beda") if bases_differ(tabel) else aturan.level
    for row in tabel.baris if tabel.dokumen.penyebut else ():
        excess = [s for s in tabel.seks if _exceeds(row, s)]
        for seks in [s for s in excess if s != "jml"] or excess:
            yield _above(aturan, tabel, row, seks, level)


def _exceeds(row: Baris, seks: Seks) -> bool:
    owned = row.nilai("memiliki", seks)
    due = row.nilai("wajib", seks) if owned else None
    return owned is not None and due is not None and owned > due > 0


def _above(aturan: Aturan, tabel: Tabel, row: Baris, seks: Seks, level: Level) -> Temuan:
    owned, due = row.nilai("memiliki", seks), row.nilai("wajib", seks)
    return aturan.lapor(
        tabel.lokasi(row, Kolom("memiliki", seks)),
        bukti((("memiliki", owned), ("wajib", due), ("acuan", tabel.acuan))),
        varian=_variant(seks),
        level=level,
        kab=row.nama,
        seks=NAMA_SEKS[seks],
        m=format_count(owned),
        w=format_count(due),
        p=format_percent(ratio_hundredths(owned, due)),
    )


def bases_differ(tabel: Tabel) -> bool:
    """Whether numerators and denominators stand on different DKBs.

    Numerators count on the month's last day, so their base is the DKB in force then, unless
    it was recorded; an unknown base of the denominators counts as the same (the stricter way).
    """
    recorded = tabel.lembar.acuan_memiliki if tabel.lembar else None
    numerator = recorded or (acuan_for(tabel.periode) if tabel.periode else "")
    return bool(tabel.acuan and numerator) and tabel.acuan != numerator


def r10_zero_whole(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """Wajib = 0 although somebody has the document; the sexes named only where JML is fine."""
    for row in tabel.baris if tabel.dokumen.penyebut else ():
        zero = [s for s in tabel.seks if row.nilai("wajib", s) == 0 and row.nilai("memiliki", s)]
        for seks in [s for s in zero if s == "jml"] or zero:
            yield aturan.lapor(
                tabel.lokasi(row, Kolom("wajib", seks)),
                bukti((("wajib", 0), ("memiliki", row.nilai("memiliki", seks)))),
                varian=_variant(seks),
                kab=row.nama,
                seks=NAMA_SEKS[seks],
            )


def r26_flow_above_stock(aturan: Aturan, tabel: Tabel) -> Iterator[Temuan]:
    """More issued this month than there are altogether."""
    flow: Ukuran = "terbit"
    given = any(kolom.ukuran == flow for kolom in tabel.kolom)
    for row in tabel.baris if given else ():
        for seks in tabel.seks:
            issued = row.nilai(flow, seks)
            stock = row.nilai("memiliki", seks) if issued else None
            if issued is None or stock is None or issued <= stock:
                continue
            yield aturan.lapor(
                tabel.lokasi(row, Kolom(flow, seks)),
                bukti((("terbit", issued), ("memiliki", stock))),
                kab=row.nama,
                a=format_count(issued),
                b=format_count(stock),
            )
