"""Coverage over documents, months and years, and what is missing to the target."""
