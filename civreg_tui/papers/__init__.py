"""The papers of a month, as bytes: rekap, disposisi, receipts, LAKIP, bahan, template, CSV."""
