"""The home screen: all months, my tasks, and what is done to a whole month."""

from screens.meja_kerja.layar import MejaKerja

__all__ = ["MejaKerja"]
