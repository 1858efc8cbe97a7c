"""The equation, factor by factor."""
