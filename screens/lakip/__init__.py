"""Step 6: the LAKIP's text, its targets and budget, and the way back from every figure."""

from screens.lakip.layar import Lakip

__all__ = ["Lakip"]
