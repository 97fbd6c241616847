"""The face: a room per SOP step, named as users see them; `shell` is what all are made of."""
