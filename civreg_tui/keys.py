"""The keys that mean the same in every screen, in one registry: footer and help come from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Tombol:
    """A key (or several for one act) with its short label and its sentence for the help page.

    ``keys`` are Textual's names, ``tampil`` is how the first of them is written.
    """

    id: str
    keys: str
    tampil: str
    label: str
    help: str


UMUM: dict[str, Tombol] = {
    t.id: t
    for t in (
        Tombol("utama", "f10,full_stop", "F10", "Selesai", "Tindakan utama langkah ini."),
        Tombol("bantuan", "f1,question_mark", "F1", "Bantuan", "Bantuan layar ini dan tombolnya."),
        Tombol("kembali", "escape", "Esc", "Kembali", "Kembali satu tingkat."),
        Tombol("keluar", "q", "q", "Keluar", "Keluar dari program."),
        Tombol("ubah", "f2", "F2", "Ubah", "Mengubah isi di tempat; Esc membatalkan."),
        Tombol("temuan_berikut", "f3,right_square_bracket", "F3", "Temuan", "Temuan berikutnya."),
        Tombol("temuan_sebelum", "left_square_bracket", "[", "Sebelum", "Temuan sebelumnya."),
        Tombol("cari", "f4,slash", "F4", "Cari", "Mencari kabupaten/kota atau kolom."),
        Tombol("banding", "f9,equals_sign", "F9", "Banding", "Membandingkan dengan softcopy."),
        Tombol("urung", "u", "u", "Urung", "Membatalkan perubahan terakhir."),
        Tombol("ulang", "r", "r", "Ulang", "Mengulang perubahan yang dibatalkan."),
        Tombol("peran", "p", "p", "Peran", "Berganti peran (hanya pada data contoh/demo)."),
        Tombol("gambar", "ctrl+l", "^L", "Gambar ulang", "Menggambar ulang layar."),
    )
}
"""Keys of the contract, by id."""
DIKENAL = frozenset(key for t in UMUM.values() for key in t.keys.split(","))
"""The same keys by Textual's names."""

_TULISAN = {
    "full_stop": ".",
    "question_mark": "?",
    "slash": "/",
    "equals_sign": "=",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Spasi",
    "delete": "Del",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "ctrl+l": "Ctrl+L",
    "ctrl+c": "Ctrl+C",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "ctrl+pageup": "Ctrl+PgUp",
    "ctrl+pagedown": "Ctrl+PgDn",
}


def tombol(
    id: str, action: str = "", label: str = "", help: str = "", *, show: bool = True
) -> Binding:
    """A binding for a key of the registry; label and help may say what it does on this screen."""
    known = UMUM[id]
    return Binding(
        known.keys,
        action or id,
        label or known.label,
        show=show,
        key_display=known.tampil,
        tooltip=help or known.help,
        id=f"umum.{id}",
    )


def khusus(keys: str, action: str, label: str, help: str = "", *, show: bool = True) -> Binding:
    """A binding for a screen's own key (Textual's key names, comma between alternatives)."""
    first = keys.split(",", 1)[0]
    return Binding(
        keys,
        action,
        label,
        show=show,
        key_display=tulisan(first),
        tooltip=help or label,
        id=f"khusus.{first}",
    )


def tulisan(key: str) -> str:
    """How a key is written on screen: ``F10``, ``?``, ``Esc``."""
    if key in _TULISAN:
        return _TULISAN[key]
    return key.upper() if key.startswith("f") and key[1:].isdecimal() else key


def semua_tulisan(keys: str) -> str:
    """All keys of one act in words: ``F10 atau .``."""
    return " atau ".join(dict.fromkeys(tulisan(key.strip()) for key in keys.split(",")))
