"""What leaves the program: the papers of a month or revision, written and printed."""
