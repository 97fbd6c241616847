"""Second keying of what was entered, in step 4."""

from screens.verifikasi.layar import Verifikasi, pilihan

__all__ = ["Verifikasi", "pilihan"]
