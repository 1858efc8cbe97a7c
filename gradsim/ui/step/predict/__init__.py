"""Predictions on the card: the question, its answer field, and what was said of the answer."""
