"""Who acts, in which role, where they are, and what they may reach."""
