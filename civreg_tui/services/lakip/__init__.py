"""Step 6: the LAKIP Bidang composed, edited, delivered, and traced back."""
