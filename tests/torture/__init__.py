"""Random kill -9 and hang-ups while figures are keyed: nothing acknowledged may be lost."""
