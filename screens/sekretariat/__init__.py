"""Step 7: the delivered LAKIP as it was frozen, beside the Sekretariat's checklist."""

from screens.sekretariat.layar import Sekretariat

__all__ = ["Sekretariat"]
