"""Regeneration: the user's own Word file brought up to date with the data, every change of ours visible."""
