"""Second keying of what was entered, in step 4."""

from screens.entri.verifikasi.layar import Verifikasi, pilihan

__all__ = ["Verifikasi", "pilihan"]
