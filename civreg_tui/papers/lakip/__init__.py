"""The LAKIP Bidang on paper: the text document and the workbook of its tables."""

from civreg_tui.papers.lakip.dokumen import write_lakip

__all__ = ["write_lakip"]
