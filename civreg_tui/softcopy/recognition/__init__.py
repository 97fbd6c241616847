"""Cells to tables: headings, titles, rows and figures told apart by their words."""
