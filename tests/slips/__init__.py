"""Slips of the fingers planted over the real December 2024 figures, and how they are diagnosed."""
