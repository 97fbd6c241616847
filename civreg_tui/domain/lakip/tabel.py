"""The tables and bar charts of the LAKIP, as data that every paper and screen can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.lakip import fakta
from civreg_tui.domain.lakip.konteks import Konteks
from civreg_tui.domain.lakip.model import (
    GrafikLakip,
    JenisKolom,
    KolomTabel,
    Sel,
    TabelLakip,
)
from civreg_tui.domain.laporan import Rekap, TitikSeri
from civreg_tui.domain.periode import BULAN, Periode

_NAMA = KolomTabel("Dokumen", "teks", 24)


def sumber(k: Konteks, *rekap: Rekap) -> str:
    """The note under a table: the base, and which documents hold example figures."""
    note = k.kata("tabel.sumber")
    contoh = [r.dokumen.nama for r in rekap if r.contoh]
    return f"{note} {', '.join(contoh)}: {k.kata('tabel.contoh').lower()}" if contoh else note


def berketerangan(catatan: str, rekap: Iterable[Rekap], *nama: str) -> str:
    """A table's note, with what is said of the targets in it."""
    return " ".join(text for text in (catatan, konfirmasi.catatan(rekap, *nama)) if text)


def indikator(k: Konteks) -> TabelLakip:
    """Indicators with their targets."""
    columns = (
        KolomTabel("Indikator kinerja", "teks", 34),
        KolomTabel("Satuan", "teks", 10),
        KolomTabel("Target", "persen"),
        KolomTabel("Target Renstra", "persen"),
        KolomTabel("Target nasional", "persen"),
    )
    rows = tuple(_indikator(r) for r in k.laporan.rekap)
    note = konfirmasi.catatan(k.laporan.rekap)
    return TabelLakip("indikator", k.kata("tabel.indikator"), columns, rows, catatan=note)


def _indikator(rekap: Rekap) -> tuple[Sel, ...]:
    goal = rekap.sasaran
    if rekap.dokumen.penyebut:
        name = f"Cakupan kepemilikan {rekap.dokumen.nama}"
        return (name, "persen", goal.target, goal.renstra, goal.nasional)
    return (f"Jumlah {rekap.dokumen.nama}", "akta", None, None, None)


def target(k: Konteks) -> TabelLakip:
    """Target against realisation, with capaian and its category."""
    columns = (
        _NAMA,
        KolomTabel("Wajib akta", "jumlah", 12),
        KolomTabel("Memiliki", "jumlah", 12),
        KolomTabel("Cakupan (%)", "persen"),
        KolomTabel("Target (%)", "persen"),
        KolomTabel("Capaian (%)", "persen"),
        KolomTabel("Kategori", "teks", 12),
    )
    rows = tuple(_target(r) for r in k.laporan.rekap)
    note = berketerangan(sumber(k, *k.laporan.rekap), k.laporan.rekap, "target")
    return TabelLakip("target", k.kata("tabel.target"), columns, rows, catatan=note)


def _target(rekap: Rekap) -> tuple[Sel, ...]:
    prov, goal = rekap.provinsi, rekap.sasaran.target
    plain = not rekap.dokumen.penyebut
    return (
        rekap.dokumen.nama,
        prov.wajib.jml,
        prov.memiliki.jml,
        None if plain else prov.persen,
        goal,
        rekap.capaian,
        rekap.kategori or None,
    )


def grafik(k: Konteks, rekap: Rekap) -> GrafikLakip:
    """Coverage of every kabupaten/kota, best first, against the target."""
    bars = tuple((b.nama, b.persen) for b in fakta.menurut_peringkat(rekap))
    title = k.kata("tabel.grafik", rekap)
    note = berketerangan(sumber(k, rekap), (rekap,), "target")
    goal = rekap.sasaran
    return GrafikLakip(
        f"grafik_{rekap.dokumen.kode}", title, bars, goal.target, note, batas=goal.negatif
    )


def banding(k: Konteks) -> tuple[TabelLakip, ...]:
    """Percents and owners against last month and last December, and the year by month."""
    found = (_banding(k, "banding"), _banding(k, "pemilik"), _seri(k))
    return tuple(table for table in found if table.baris)


def _banding(k: Konteks, nama: str) -> TabelLakip:
    """Only the earlier months that at least one document has figures for get a column."""
    kind: JenisKolom = "persen" if nama == "banding" else "jumlah"
    rows = [r for r in k.laporan.rekap if kind == "jumlah" or r.dokumen.penyebut]
    decembers, before = Periode(k.periode.year - 1, 12), k.periode.shift(-1)
    whole = [fakta.lengkap(r) for r in rows]
    year = [
        fakta.desember_lalu(k.laporan, r) if w else None for r, w in zip(rows, whole, strict=True)
    ]
    wanted = before != decembers
    month = [
        fakta.bulan_lalu(k.laporan, r) if w and wanted else None
        for r, w in zip(rows, whole, strict=True)
    ]
    pairs = ((f"sejak {decembers.label}", decembers, year), ("sebulan", before, month))
    earlier = [pair for pair in pairs if any(pair[2])]
    columns = (
        _NAMA,
        *(KolomTabel(then.label, kind, 12) for _, then, _ in earlier),
        KolomTabel(k.periode.label, kind, 12),
        *(KolomTabel(f"Perubahan {span}", kind, 12) for span, _, _ in reversed(earlier)),
    )
    cells = tuple(
        _baris_banding(r, [found[i] for _, _, found in earlier], percent=kind == "persen")
        for i, r in enumerate(rows)
    )
    note = _contoh(k, rows, [(then.label, found) for _, then, found in earlier])
    title = k.kata(f"tabel.{nama}")
    return TabelLakip(nama, title, columns, cells if earlier else (), catatan=note)


def _contoh(
    k: Konteks, rows: Sequence[Rekap], earlier: Sequence[tuple[str, list[fakta.Banding | None]]]
) -> str:
    """Which of the compared months, and which documents of this one, are example figures."""
    months = [label for label, found in earlier if any(f and f.titik.contoh for f in found)]
    notes = [k.kata("banding.contoh", saat=label) for label in months]
    return " ".join((*notes, *(k.contoh(rekap) for rekap in rows if rekap.contoh)))


def _baris_banding(
    rekap: Rekap, earlier: Sequence[fakta.Banding | None], *, percent: bool
) -> tuple[Sel, ...]:
    """The figures of the earlier months, this month's, and the changes, the shortest span first."""
    now = rekap.provinsi.persen if percent else rekap.provinsi.memiliki.jml
    then = [_dulu(found, percent=percent) for found in earlier]
    changes = [_ubah(found, percent=percent) for found in reversed(earlier)]
    return (rekap.dokumen.nama, *then, now, *changes)


def _dulu(found: fakta.Banding | None, *, percent: bool) -> int | None:
    if found is None:
        return None
    return found.titik.persen if percent else found.titik.memiliki


def _ubah(found: fakta.Banding | None, *, percent: bool) -> int | None:
    if found is None:
        return None
    return found.persen if percent else found.memiliki


def _seri(k: Konteks) -> TabelLakip:
    series = [{t.periode: t for t in fakta.bulan_berjalan(k.laporan, r)} for r in k.laporan.rekap]
    months = sorted({period for points in series for period in points})
    columns = [KolomTabel("Bulan", "teks", 14)]
    for rekap in k.laporan.rekap:
        percent = rekap.dokumen.penyebut
        name = f"{rekap.dokumen.nama} {'(%)' if percent else '(akta)'}"
        columns.append(KolomTabel(name, "persen" if percent else "jumlah", 13))
    rows, marked = [], False
    for period in months:
        points = [points.get(period) for points in series]
        example = any(t is not None and t.contoh for t in points)
        marked = marked or example
        name = BULAN[int(period[5:]) - 1] + (" *" if example else "")
        rows.append((name, *(_titik(r, t) for r, t in zip(k.laporan.rekap, points, strict=True))))
    notes = [k.kata("tabel.contoh_seri")] if marked else []
    note = " ".join((*notes, *(k.contoh(r) for r in k.laporan.rekap if r.contoh)))
    whole = tuple(rows) if len(rows) > 1 else ()
    return TabelLakip("seri", k.kata("tabel.seri"), tuple(columns), whole, catatan=note)


def _titik(rekap: Rekap, point: TitikSeri | None) -> int | None:
    if point is None:
        return None
    return point.persen if rekap.dokumen.penyebut else point.memiliki


def sasaran(k: Konteks, nama: str, rows: Sequence[Rekap]) -> TabelLakip:
    """Realisation against the Renstra target or the national figure."""
    renstra = nama == "renstra"
    columns = (
        _NAMA,
        KolomTabel("Realisasi (%)", "persen", 12),
        KolomTabel("Target Renstra (%)" if renstra else "Target nasional (%)", "persen", 12),
        KolomTabel("Kemajuan (%)" if renstra else "Selisih (poin)", "persen", 12),
        KolomTabel("Kekurangan (akta)", "jumlah", 12),
    )
    cells = tuple(_sasaran(r, renstra) for r in rows)
    note = konfirmasi.catatan(rows, nama)
    return TabelLakip(nama, k.kata(f"tabel.{nama}"), columns, cells, catatan=note)


def _sasaran(rekap: Rekap, renstra: bool) -> tuple[Sel, ...]:
    goal = rekap.sasaran.renstra if renstra else rekap.sasaran.nasional
    now = rekap.provinsi.persen
    apart = None if now is None or goal is None else now - goal
    third = fakta.kemajuan(rekap, goal) if renstra else apart
    return (rekap.dokumen.nama, now, goal, third, fakta.kurang_ke(rekap, goal))


def kurang(k: Konteks, rekap: Rekap) -> TabelLakip:
    """Those below the target, the largest shortfall first, with their sum."""
    columns = (
        KolomTabel("Kabupaten/Kota", "teks", 28),
        KolomTabel("Wajib akta", "jumlah", 12),
        KolomTabel("Memiliki", "jumlah", 12),
        KolomTabel("Cakupan (%)", "persen", 12),
        KolomTabel("Kekurangan (akta)", "jumlah", 12),
    )
    short = fakta.di_bawah_target(rekap)
    rows = [
        (w.baris.nama, w.baris.wajib.jml, w.baris.memiliki.jml, w.baris.persen, w.akta)
        for w in short
    ]
    total = ("JUMLAH", None, None, None, fakta.total_akta(short))
    return TabelLakip(
        f"kurang_{rekap.dokumen.kode}",
        k.kata("tabel.kurang", rekap),
        columns,
        (*rows, total),
        jumlah=True,
        catatan=berketerangan(sumber(k, rekap), (rekap,), "target"),
    )


def efisiensi(k: Konteks) -> TabelLakip:
    """Capaian of every indicator, their mean, and the budget's absorption."""
    columns = (KolomTabel("Uraian", "teks", 40), KolomTabel("Nilai (%)", "persen", 14))
    rows: list[tuple[Sel, ...]] = [
        (f"Capaian {r.dokumen.nama}", r.capaian) for r in fakta.berindikator(k.laporan)
    ]
    rows.append(("Rata-rata capaian indikator", fakta.capaian_rata(k.laporan)))
    rows.append(("Serapan anggaran", fakta.serapan(k.laporan.anggaran)))
    rows.append(("Efisiensi (capaian − serapan)", fakta.efisiensi(k.laporan)))
    title, note = k.kata("tabel.efisiensi"), konfirmasi.catatan(k.laporan.rekap, "target")
    return TabelLakip("efisiensi", title, columns, tuple(rows), jumlah=True, catatan=note)


def anggaran(k: Konteks) -> TabelLakip:
    """Budget lines with their spending, and the sum."""
    columns = (
        KolomTabel("Program", "teks", 22),
        KolomTabel("Kegiatan", "teks", 26),
        KolomTabel("Pagu", "rupiah", 15),
        KolomTabel("Realisasi", "rupiah", 15),
        KolomTabel("Serapan (%)", "persen", 10),
    )
    lines = k.laporan.anggaran
    rows = [(a.program, a.kegiatan, a.pagu, a.realisasi, fakta.serapan((a,))) for a in lines]
    pagu, spent = sum(a.pagu for a in lines), sum(a.realisasi for a in lines)
    total = ("JUMLAH", None, pagu, spent, fakta.serapan(lines))
    title = k.kata("tabel.anggaran")
    return TabelLakip("anggaran", title, columns, (*rows, total), jumlah=True)
