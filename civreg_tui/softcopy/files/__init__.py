"""Bytes to cells: every kind of file that is handed over, measured before it is opened."""
