"""The validated revisions of a month: read, compare two of them, write their papers again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from civreg_tui.domain.banding import Banding, BedaPersen
from civreg_tui.domain.langkah import Ditolak
from civreg_tui.domain.laporan import Laporan, Revisi
from civreg_tui.domain.lembar import NAMA_UKURAN
from civreg_tui.domain.numbers import format_count, format_percent
from civreg_tui.domain.saat import tercatat
from civreg_tui.keys import khusus, tombol
from civreg_tui.services.pemeriksaan.revisions import compare, frozen, listed, revision
from civreg_tui.services.workspace import Workspace
from screens.shell.baca import Baca, Blok
from screens.shell.daftar import Daftar
from screens.shell.dialog import PilihDaftar
from screens.shell.kerangka import LayarBulan


class DaftarRevisi(LayarBulan):
    """The chosen revision's figures below; = compares it with another one."""

    JUDUL = "Revisi"
    BINDINGS: ClassVar[list[BindingType]] = [
        tombol("banding", "banding", "Bandingkan", "Membandingkan dengan revisi lain."),
        khusus("e", "ekspor", "Cetak", "Menulis kertas revisi ini ke folder keluar."),
    ]
    DEFAULT_CSS = """
    DaftarRevisi {
        #daftar-revisi { height: auto; max-height: 6; }
        #isi-revisi { height: 1fr; border-top: solid ansi_default; }
    }
    """

    def __init__(self, ws: Workspace, periode: str) -> None:
        super().__init__(ws, periode)
        self.baris = {str(row.no): row for row in listed(ws, self.periode)}
        if not self.baris:
            raise Ditolak("Bulan ini belum pernah divalidasi; belum ada revisi.")

    def isi(self) -> ComposeResult:
        """The revisions, and what the chosen one holds."""
        yield Daftar(id="daftar-revisi")
        yield Baca(id="isi-revisi")

    def segarkan(self) -> None:
        """List the revisions, the newest first."""
        self.baris = {str(row.no): row for row in listed(self.ws, self.periode)}
        rows = [(key, _baris(row)) for key, row in reversed(self.baris.items())]
        daftar = self.query_one("#daftar-revisi", Daftar)
        daftar.isi_ulang(rows)
        daftar.focus()
        self._tulis_isi()

    @property
    def terpilih(self) -> Revisi:
        """The revision the list stands on."""
        return self.baris[self.query_one("#daftar-revisi", Daftar).terpilih or "1"]

    @on(Daftar.OptionHighlighted)
    def _tulis_isi(self) -> None:
        row = self.terpilih
        report = frozen(revision(self.ws, self.periode, row.no))
        self._tampilkan(_isi(report), f"Revisi {row.no} sebagaimana divalidasi")

    def _tampilkan(self, lines: Iterator[str], judul: str) -> None:
        blocks = [Blok(judul, "tebal", jarak=False), Blok("\n".join(lines), lipat=False)]
        self.query_one(Baca).tampilkan(blocks)

    @on(Daftar.OptionSelected)
    def action_banding(self) -> None:
        """Compare with the revision before it, or choose where there are several."""
        chosen = self.terpilih
        others = [row for row in self.baris.values() if row.no != chosen.no]
        if not others:
            raise Ditolak("Baru ada satu revisi; belum ada pembandingnya.")
        if len(others) == 1:
            self._bandingkan(chosen.no, others[0].no)
            return
        choices = [(str(row.no), _baris(row)) for row in others]
        before = max((r.no for r in others if r.no < chosen.no), default=others[0].no)
        dialog = PilihDaftar(f"Bandingkan revisi {chosen.no} dengan", choices, str(before))
        self.tanya(dialog, lambda no: self._bandingkan(chosen.no, int(no)))

    def _bandingkan(self, satu: int, dua: int) -> None:
        old, new = sorted((satu, dua))
        report = frozen(revision(self.ws, self.periode, new))
        names = {row.kode: row.nama for recap in report.rekap for row in recap.baris}
        lines = _beda(compare(self.ws, self.periode, old, new), names)
        self._tampilkan(lines, f"Revisi {old} ↔ {new}")
        self.query_one(Baca).focus()

    def action_ekspor(self) -> None:
        """Write the chosen revision's recap and CSV."""
        from civreg_tui.services.output.export_revision import export_revision

        paths = export_revision(self.ws, self.periode, self.terpilih.no, self.ws.keluar)
        self.pesan(f"{len(paths)} berkas ditulis ke {self.ws.keluar}", "baik")


def _baris(row: Revisi) -> str:
    standing = f"gugur {tercatat(row.gugur)}" if row.gugur else "berlaku"
    return f"revisi {row.no}  {row.kode}  {tercatat(row.pada)}  {standing}  {row.oleh}"


def _isi(report: Laporan) -> Iterator[str]:
    yield f"{'':28}{'WAJIB':>10}{'MEMILIKI':>11}{'PERSEN':>9}{'TARGET':>9}"
    for recap in report.rekap:
        whole = recap.provinsi
        yield (
            f"{recap.dokumen.nama[:27]:28}{format_count(whole.wajib.jml):>10}"
            f"{format_count(whole.memiliki.jml):>11}{format_percent(whole.persen):>9}"
            f"{format_percent(recap.sasaran.target):>9}"
        )
    who = report.pengesahan
    if who is not None:
        named = " ".join(part for part in (who.sebutan, who.oleh) if part)
        yield f"Divalidasi {named} {tercatat(who.pada)} · {len(report.aturan)} aturan berlaku"
    if report.revisi is not None:
        yield f"Hash {report.revisi.hash}"
    explained = [found for found in report.temuan if found.alasan]
    yield f"{report.acuan} · {len(report.temuan)} temuan, {len(explained)} dijelaskan"
    for found in explained:
        yield f"  {found.temuan.rule} {found.temuan.message}"
        yield f"     {found.alasan} ({found.oleh})"


def _beda(found: Banding, names: dict[str, str]) -> Iterator[str]:
    if found.sama:
        yield "Tidak ada yang berbeda."
    for change in found.sel:
        column = f"{NAMA_UKURAN.get(change.ukuran, change.ukuran)} {change.seks.upper()}"
        yield (
            f"{change.dokumen:7}{names.get(change.wilayah, change.wilayah):28.28}{column:19}"
            f"{format_count(change.semula):>10} -> {format_count(change.menjadi):>10}"
        )
    yield from (_persen(change, names) for change in found.persen)
    yield from (_persen(change, names, "target") for change in found.target)
    for reason in found.alasan:
        yield f"{reason.kunci.split('|', 1)[0]} {reason.temuan}"
        yield f"     alasan: {reason.semula or '–'} -> {reason.menjadi or '–'}"


def _persen(change: BedaPersen, names: dict[str, str], hal: str = "persen") -> str:
    where = names.get(change.wilayah, "Provinsi")
    return (
        f"{change.dokumen:7}{where:28.28}{hal:19}"
        f"{format_percent(change.semula):>10} -> {format_percent(change.menjadi):>10}"
    )
