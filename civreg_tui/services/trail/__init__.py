"""The trail looked at, proved by a printed code, and replayed."""
