"""The texts of the Sekretariat's screen: the frozen document as blocks, the checklist's lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from civreg_tui.domain.laporan import Bahan
from civreg_tui.domain.saat import tercatat
from civreg_tui.services.sekretariat import NaskahDiterima
from screens.shell.baca import Blok
from screens.shell.tabel_teks import tabel_teks

_LUPA = "(belum diisi)"
_KEPALA_TABEL = 2
"""The LAKIP's tables have their heads and a row of column numbers."""


def blok_naskah(naskah: NaskahDiterima) -> Iterator[Blok]:
    """The document in reading order; headings are places to go to."""
    for number, block in enumerate(naskah.blok):
        if block.jenis == "judul":
            yield Blok(block.teks, "tebal" if block.tingkat > 1 else "balik", kunci=str(number))
        elif block.jenis == "tabel":
            numbered = len(block.baris) > 1 and block.baris[1][:1] == ("1",)
            head = _KEPALA_TABEL if numbered else 0
            yield Blok(tabel_teks(block.baris, head), lipat=False)
        elif block.jenis == "gambar":
            yield Blok("[gambar: lihat naskah cetaknya]")
        elif block.jenis == "keterangan":
            yield Blok(block.teks, "tebal", jarak=False)
        else:
            yield Blok(block.teks)


def identitas(naskah: NaskahDiterima | None) -> str:
    """Which delivery this is, by whom and when, and its hash, in two lines."""
    if naskah is None:
        return "LAKIP Bidang belum disampaikan."
    made = naskah.penyampaian
    return (
        f"Penyampaian ke-{made.no} · rekap revisi {made.revisi} · {made.oleh} · "
        f"{tercatat(made.pada)}\nSHA-256 {made.sha256}"
    )


def baris_periksa(form: Bahan) -> list[tuple[str, str]]:
    """The checklist's entries by key."""
    return [
        ("lengkap", f"{_kotak(form.lengkap)} Naskah lengkap"),
        ("cocok", f"{_kotak(form.cocok)} Angka cocok (program)"),
        ("ditandatangani", f"{_kotak(form.ditandatangani)} Ditandatangani Kabid"),
        ("nomor", f"Nomor   {form.nomor or _LUPA}"),
        ("tanggal", f"Tanggal {hari(form.tanggal) or _LUPA}"),
        ("catatan", f"Catatan {form.catatan or '-'}"),
    ]


def hari(tanggal: str) -> str:
    """A kept date as the office writes it: ``06-01-2025``; anything else as it is."""
    try:
        return f"{date.fromisoformat(tanggal):%d-%m-%Y}"
    except ValueError:
        return tanggal


def _kotak(ya: bool) -> str:
    return "[x]" if ya else "[ ]"
