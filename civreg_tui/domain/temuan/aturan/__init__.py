"""The rules by theme; ``daftar`` joins them in one table."""
