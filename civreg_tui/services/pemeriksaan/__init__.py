"""Step 5: findings, the Kasi's review, validation, revisions."""
