"""The trail in a clerk's words: one sentence for every kind of event."""

from __future__ import annotations

import json
import re

from civreg_tui.config import Facts
from civreg_tui.domain.langkah import TABEL, Aksi, Keadaan
from civreg_tui.domain.lembar import NAMA_UKURAN
from civreg_tui.domain.numbers import format_count
from civreg_tui.domain.verifikasi import Hasil
from civreg_tui.store.trail import Peristiwa

KALIMAT: dict[str, str] = {
    **{row.aksi.value: row.label for row in reversed(TABEL)},
    "buka_bulan": "Membuka bulan",
    "pindah": "Berkas bulan berpindah",
    "tandai_contoh": "Menandai angka sebagai contoh",
    "ganti_acuan": "Mengganti acuan DKB",
    "ganti_rincian": "Mengganti rincian jenis kelamin",
    "ikuti_rincian": "Rincian jenis kelamin mengikuti softcopy",
    "isi_kendali": "Mengisi jumlah kendali",
    "catat_sel": "Menulis catatan sel",
    "putuskan_selisih": "Memutuskan selisih dengan softcopy",
    "jawab_pengembalian": "Menjawab sel yang dikembalikan",
    "isi_target": "Mengisi target",
    "ajarkan_judul": "Mengajarkan arti judul kolom",
    "lupakan_judul": "Melupakan arti judul kolom",
    "simpan_ajaran": "Arti judul kolom yang dipakai disimpan bersama bulan ini",
    "simpan_sasaran": "Target yang dipakai disimpan bersama bulan ini",
    "simpan_kertas": "Isi kertas disimpan seperti saat dibuat",
    "buka_layar": "Mulai bekerja",
    "ditolak": "Tindakan ditolak",
    "lepas_pemeriksaan": "Melepas pemeriksaan yang dipegang",
    "ganti_pin": "Mengganti PIN",
    "hapus_pin": "Menghapus PIN",
    "pin_benar": "PIN benar",
    "pin_salah": "PIN salah",
    "jam_mundur": "Jam mesin mundur",
}
"""What happened, by the event's kind; the procedure's own acts speak as its table does."""
_BERKAS: dict[str, str] = {
    Keadaan.DISPOSISI_KABID: "disposisi Kabid",
    Keadaan.DISPOSISI_KASI: "disposisi Kasi",
    Keadaan.LAKIP: "penyusunan LAKIP",
    Keadaan.TERVALIDASI: "rekap tervalidasi",
}
_BENDA = {
    "acuan": "", "jam": "", "disposisi": "", "softcopy": "", "tanda_terima": "tanda terima",
    "nota": "nota pengembalian", "penerimaan": "borang penerimaan",
    "ajaran": "", "sasaran": "", "jml": "L+P", "l": "laki-laki", "p": "perempuan",
    "bahan": "bahan Sekretariat",
}  # fmt: skip
_APA_ADANYA = {"ajarkan_judul", "lupakan_judul", "buka_bulan", "hapus_pin", "lepas_pemeriksaan"}
"""Kinds whose object is a name or a text that people wrote."""
_MENERIMA = {Aksi.TERIMA_LAPORAN, Aksi.TERIMA_SUSULAN}
"""Kinds that list the files which came in."""
_BERUBAH = {Aksi.ISI_SEL, "isi_kendali", "putuskan_selisih", "ganti_acuan"}
"""Kinds of which the old and the new value are told."""


_HASIL: dict[Hasil, str] = {
    "cocok": "sama",
    "beda": "berbeda, ditanyakan sekali lagi",
    "ganti": "dua kali sama, menggantikan entri",
}


def sentence(event: Peristiwa, facts: Facts) -> str:
    """What the event was, whom or what it concerned, and what changed."""
    head = KALIMAT.get(event.aksi, event.aksi.replace("_", " "))
    about = ", ".join(filter(None, (_about(event, facts), _change(event))))
    return f"{head}: {about}" if about else head


def _about(event: Peristiwa, facts: Facts) -> str:
    if event.aksi == "pindah":
        return f"dari {_state(event.lama)} ke {_state(event.baru)}"
    if event.aksi == "buka_layar":
        return f"langkah {event.objek}"
    if event.aksi == "ditolak":
        return KALIMAT.get(event.objek, event.objek.replace("_", " "))
    if event.aksi in _APA_ADANYA:
        return event.objek
    parts = re.split(r"[/|]", re.sub(r"^lakip/", "penyampaian ke-", event.objek))
    return ", ".join(filter(None, (_named(part, facts) for part in parts)))


def _named(part: str, facts: Facts) -> str:
    """A code of the record by the name the office calls it."""
    if part in facts.dokumen:
        return facts.dokumen[part].singkat
    if part in facts.wilayah:
        return facts.wilayah[part].nama
    if part in NAMA_UKURAN:
        return NAMA_UKURAN[part].lower()
    return _BENDA.get(part, re.sub(r"^bab(\d)\.", r"bab \1 ", part).replace("_", " "))


def _state(text: str | None) -> str:
    return _BERKAS.get(text or "", text or "–")


def _change(event: Peristiwa) -> str:
    if event.aksi in _MENERIMA and event.baru:
        files = len(json.loads(event.baru))
        return f"{files} berkas" if files else ""
    if event.aksi == Aksi.VERIFIKASI and event.baru:
        return _keyed_again(event.lama, event.baru)
    if event.aksi not in _BERUBAH or event.baru is None:
        return ""
    return f"{_value(event.lama)} menjadi {_value(event.baru)}"


def _keyed_again(entered: str | None, made: str) -> str:
    """What stood there, what was keyed without seeing it, and what follows."""
    again = json.loads(made)
    figure = _value(json.dumps(again["nilai"]))
    return f"entri {_value(entered)}, diketik ulang {figure}: {_HASIL[again['hasil']]}"


def _value(text: str | None) -> str:
    """A recorded figure as sheets show it; what is no figure as it was written."""
    try:
        found = json.loads(text or "null")
    except ValueError:
        return text or "kosong"
    if isinstance(found, dict):
        found = "nihil" if found.get("nihil") else found.get("angka")
    if found is None:
        return "kosong"
    return format_count(found) if isinstance(found, int) else str(found)
