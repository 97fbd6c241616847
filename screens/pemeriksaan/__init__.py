"""Step 5: the Kasi's review, what stands in the way of validation, and the views beside it."""

from screens.pemeriksaan.layar import Pemeriksaan

__all__ = ["Pemeriksaan"]
