"""Bab III.A.6–7 and III.B: budget, time and the activities behind the performance."""

from __future__ import annotations

from civreg_tui.domain.lakip import fakta, tabel
from civreg_tui.domain.lakip.kata import banyak, besar, dalam_kalimat, poin, rupiah
from civreg_tui.domain.lakip.konteks import Isi, Konteks
from civreg_tui.domain.laporan import Anggaran
from civreg_tui.domain.numbers import format_count, format_percent


def efisiensi(k: Konteks) -> Isi:
    """Capaian − serapan, only when a budget was entered; then the minutes against the SOP's."""
    gained = fakta.efisiensi(k.laporan)
    tables = () if gained is None else (tabel.efisiensi(k),)
    return Isi((_anggaran_efisien(k, gained), *_waktu(k)), tables)


def _anggaran_efisien(k: Konteks, gained: int | None) -> str:
    spent = format_percent(fakta.serapan(k.laporan.anggaran))
    if fakta.serapan(k.laporan.anggaran) is None:
        return k.kata("efisiensi.tanpa_anggaran")
    if gained is None:
        return k.kata("efisiensi.tanpa_capaian", serapan=spent)
    count = len(fakta.berindikator(k.laporan))
    start = k.kata(
        "efisiensi.tunggal" if count == 1 else "efisiensi.rata",
        capaian_rata=format_percent(fakta.capaian_rata(k.laporan)),
        serapan=spent,
        banyak_indikator=banyak(count),
    )
    key = "efisien" if gained > 0 else "tidak" if gained else "seimbang"
    return besar(k.kata(f"efisiensi.{key}", awal=start, efisiensi=poin(gained)))


def _waktu(k: Konteks) -> tuple[str, ...]:
    steps, taken, standard = fakta.waktu_tercatat(k.laporan)
    if not steps:
        return ()
    key = "hemat" if taken < standard else "lebih" if taken > standard else "tepat"
    fields = {
        "banyak_langkah": banyak(steps),
        "menit": format_count(taken),
        "baku": format_count(standard),
        "selisih_menit": format_count(abs(standard - taken)),
    }
    return (k.kata(f"efisiensi.waktu_{key}", **fields),)


def program(k: Konteks) -> Isi:
    """The activities that the budget lines name, or that none was recorded."""
    lines = k.laporan.anggaran
    if not lines:
        return Isi((k.kata("program.proses"), k.kata("program.tidak_ada")))
    items = (f"- {_butir(k, line)}" for line in lines)
    start = k.kata("program.awal", banyak_kegiatan=banyak(len(lines)))
    return Isi((k.kata("program.proses"), start, *items))


def _butir(k: Konteks, line: Anggaran) -> str:
    spent = fakta.serapan((line,))
    return k.frasa(
        "program.butir_nol" if spent is None else "program.butir",
        kegiatan=dalam_kalimat(line.kegiatan),
        program=dalam_kalimat(line.program),
        pagu=rupiah(line.pagu),
        realisasi=rupiah(line.realisasi),
        serapan_butir=format_percent(spent),
    )


def anggaran(k: Konteks) -> Isi:
    """Budget and spending in all, with the table by activity."""
    lines = k.laporan.anggaran
    if not lines:
        return Isi((k.kata("anggaran.tidak_ada"),))
    pagu, spent = sum(a.pagu for a in lines), sum(a.realisasi for a in lines)
    key = "nol" if not pagu else "lebih" if spent > pagu else "ada"
    fields = {
        "pagu": rupiah(pagu),
        "realisasi": rupiah(spent),
        "sisa": rupiah(abs(pagu - spent)),
        "serapan": format_percent(fakta.serapan(lines)),
    }
    return Isi((k.kata(f"anggaran.{key}", **fields),), (tabel.anggaran(k),))
