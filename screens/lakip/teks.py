"""The texts of the LAKIP screen: a section in a line, and as blocks to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civreg_tui.domain import konfirmasi
from civreg_tui.domain.lakip import BagianLakip, GrafikLakip, paragraf_dari
from civreg_tui.domain.laporan import Laporan
from civreg_tui.domain.numbers import format_percent
from civreg_tui.terminal.charts import Bar, bars
from screens.shell.baca import Blok
from screens.shell.tabel_teks import tabel_lakip

LEBAR_GRAFIK = 60
LEGENDA = (
    ("!", "belum diisi: bagian penilaian Kabid, menghalangi penyampaian"),
    ("#", "disunting, tetapi angkanya berubah sesudah itu (bentrok)"),
    ("?", "disunting, memuat angka yang tidak ada dalam data"),
    ("*", "disunting Kabid"),
    ("·", "disusun program dari angka tervalidasi dan kalimat baku"),
)


def tanda(bagian: BagianLakip, asing: Sequence[str]) -> str:
    """A section's mark, the gravest first; a bare heading has none."""
    if bagian.kosong:
        return "!"
    if bagian.bentrok:
        return "#"
    if asing:
        return "?"
    if bagian.disunting:
        return "*"
    return "·" if bagian.paragraf or bagian.tabel else " "


def belum_dikonfirmasi(laporan: Laporan) -> list[str]:
    """A sentence for each document whose targets nobody of the office has confirmed."""
    unsure = ((r, konfirmasi.belum_pasti(r.sasaran)) for r in laporan.rekap)
    return [
        f"? Belum dikonfirmasi, dan tercetak begitu: {konfirmasi.sebut(fields)} "
        f"{r.dokumen.singkat}. t lalu F2 mengonfirmasinya."
        for r, fields in unsure
        if fields
    ]


def baris_bagian(bagian: BagianLakip, asing: Sequence[str]) -> str:
    """A section in the list: mark, indent by level, heading."""
    return f"{tanda(bagian, asing)} {' ' * (bagian.tingkat - 1)}{bagian.kepala}"


def blok_bagian(bagian: BagianLakip, asing: Sequence[str]) -> Iterator[Blok]:
    """A section to read: heading, standing, text, suggestions, tables, charts."""
    yield Blok(bagian.kepala, "tebal", jarak=False)
    yield Blok(_keadaan(bagian), "garis")
    for sentence in asing:
        yield Blok(f"? {sentence}", "tebal")
    for text in bagian.paragraf:
        yield Blok(text)
    if bagian.bentrok or bagian.kosong:
        yield from blok_rujukan(bagian)
    for table in bagian.tabel:
        yield Blok(f"Tabel: {table.judul}", "tebal", jarak=False)
        yield Blok(tabel_lakip(table), lipat=False, jarak=not table.catatan)
        if table.catatan:
            yield Blok(table.catatan)
    for chart in bagian.grafik:
        yield from _grafik(chart)


def _keadaan(bagian: BagianLakip) -> str:
    if bagian.kosong and bagian.disunting:
        return "Belum selesai: masih ada tanda [uraikan ...] yang harus ditulis."
    if bagian.kosong:
        return "Belum diisi. Enter menulis sendiri, s memakai saran dari data."
    if bagian.bentrok:
        return "Bentrok: angka berubah sesudah disunting. Enter membandingkan, F10 menyimpan."
    if bagian.disunting:
        return "Disunting Kabid. x mengembalikan susunan program."
    if bagian.paragraf or bagian.tabel:
        return "Disusun program. Enter menyunting."
    return "Hanya judul."


def blok_rujukan(bagian: BagianLakip) -> Iterator[Blok]:
    """What the data say here now: the composed text, or suggestions for a judgement."""
    if bagian.asal and not bagian.penilaian:
        yield Blok("SUSUNAN PROGRAM DARI ANGKA SEKARANG", "tebal", jarak=False)
        for text in bagian.asal:
            yield Blok(text)
    if bagian.saran:
        yield Blok("SARAN DARI DATA", "tebal", jarak=False)
        for text in bagian.saran:
            yield Blok(f"- {text}")


def _grafik(grafik: GrafikLakip) -> Iterator[Blok]:
    items = [Bar(name, value, format_percent(value)) for name, value in grafik.batang]
    drawn = bars(items, LEBAR_GRAFIK, target=grafik.target)
    yield Blok(f"Grafik: {grafik.judul}", "tebal", jarak=False)
    yield Blok("\n".join(drawn), lipat=False, jarak=not grafik.catatan)
    if grafik.catatan:
        yield Blok(grafik.catatan)


def berubah(bagian: BagianLakip, teks: str) -> bool:
    """Whether a text in the editor differs from what the section holds."""
    return paragraf_dari(teks) != bagian.paragraf
