"""What every kind of event did to the store, done again: a file for each kind of thing."""
