"""What Textual lacks: the entry grid, small charts, frugal output, care for bad lines."""
