"""The LAKIP Bidang as text: composed by rules from the validated figures, edited by the Kabid."""

from civreg_tui.domain.lakip.angka import PemeriksaAngka, Rujukan
from civreg_tui.domain.lakip.frasa import Frasa, FrasaSalah
from civreg_tui.domain.lakip.model import (
    BagianLakip,
    Edisi,
    GrafikLakip,
    KolomTabel,
    TabelLakip,
    isi_tanda,
)
from civreg_tui.domain.lakip.naskah import (
    bentrokan,
    gabung,
    paragraf_dari,
    slot_kosong,
    tak_terpakai,
    teks_dari,
)
from civreg_tui.domain.lakip.susun import judul, susun

__all__ = [
    "BagianLakip",
    "Edisi",
    "Frasa",
    "FrasaSalah",
    "GrafikLakip",
    "KolomTabel",
    "PemeriksaAngka",
    "Rujukan",
    "TabelLakip",
    "bentrokan",
    "gabung",
    "isi_tanda",
    "judul",
    "paragraf_dari",
    "slot_kosong",
    "susun",
    "tak_terpakai",
    "teks_dari",
]
