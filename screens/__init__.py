"""The face: one module per SOP step and per view, named as users see them."""
