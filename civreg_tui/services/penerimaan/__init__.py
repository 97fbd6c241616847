"""Step 3: what Bidang PIAK delivers, compared, accepted or answered."""
