"""civreg-tui: rekapitulasi bulanan cakupan kepemilikan akta pencatatan sipil."""

__version__ = "0.1.0"
