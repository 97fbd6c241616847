"""The only place with SQL: the month's files, the figures and the tamper-evident trail."""
