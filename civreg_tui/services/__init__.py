"""The use cases as verbs; permission is checked here, never in the screens."""
