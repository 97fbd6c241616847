"""Step 4, Entri: the sheets of the month in the entry grid."""

from screens.entri.layar import Entri

__all__ = ["Entri"]
