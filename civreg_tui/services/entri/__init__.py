"""Step 4: keying, undoing, comparing with the softcopy, keying again."""
