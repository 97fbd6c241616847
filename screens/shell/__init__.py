"""What every screen is made of: the frame, dialogs, lists, forms, help."""
