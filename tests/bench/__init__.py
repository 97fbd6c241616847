"""`python -m tests.bench`: bytes, times and memory beside those of peers in the same minute."""
