"""Views of one document's coverage: why it changed, what is missing, the map, twelve months."""
