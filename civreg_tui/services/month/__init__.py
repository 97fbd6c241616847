"""The month's file and its seven steps: opening, acting, returning, standing and time."""
