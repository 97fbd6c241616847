"""Step 3: the softcopy and hardcopy of the Laporan Adminduk arrive and are checked."""

from screens.penerimaan.layar import Penerimaan

__all__ = ["Penerimaan"]
