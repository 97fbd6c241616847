"""Bytes -> cells -> tables -> a reading: what Bidang PIAK delivered, exactly as it stands."""
