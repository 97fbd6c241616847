"""Findings: the rules R01–R30 as small functions, their levels and thresholds as data."""
