"""The named fields that an office's own LAKIP template may use, with their values."""

from __future__ import annotations

from civreg_tui.domain.lakip.frasa import Frasa
from civreg_tui.domain.lakip.konteks import Konteks
from civreg_tui.domain.lakip.model import Edisi
from civreg_tui.domain.laporan import Laporan, Pejabat
from civreg_tui.domain.numbers import BLANK

PEJABAT = ("kabid", "kasi", "staf", "sekretariat")
"""The roles whose officials can be named: ``kabid.nama``, ``kabid.pangkat``, ``kabid.nip`` …"""


def isian_templat(laporan: Laporan, edisi: Edisi, frasa: Frasa) -> dict[str, str]:
    """Every field by name; a document's own carry its code: ``AK017.persen``."""
    k = Konteks(laporan, edisi, frasa)
    fields = dict(k.umum)
    fields |= {
        "judul": frasa(f"judul.{edisi}", **k.umum),
        "alamat": laporan.kantor.alamat,
        "kota": laporan.kantor.kota,
    }
    for role in PEJABAT:
        fields |= _pejabat(role, laporan.kantor.pejabat.get(role))
    fields |= _revisi(laporan)
    for rekap in laporan.rekap:
        for name, value in k.nilai(rekap).items():
            if name not in k.umum or name == "acuan":
                fields[f"{rekap.dokumen.kode}.{name}"] = value
    return fields


def _pejabat(role: str, who: Pejabat | None) -> dict[str, str]:
    if who is None:
        who = Pejabat("", "", "", "")
    return {
        f"{role}.jabatan": who.jabatan,
        f"{role}.nama": who.nama,
        f"{role}.pangkat": who.pangkat,
        f"{role}.nip": who.nip,
    }


def _revisi(laporan: Laporan) -> dict[str, str]:
    standing = laporan.revisi if not laporan.draf else None
    return {
        "revisi": str(standing.no) if standing else BLANK,
        "kode_verifikasi": standing.kode if standing else BLANK,
    }
