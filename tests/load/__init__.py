"""Eight people keying at once, measured."""
