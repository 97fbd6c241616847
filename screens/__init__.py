"""The face: a room per SOP step, named as users see them; `shell` is what all of them are made of."""
