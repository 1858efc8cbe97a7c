"""Challenges: the one that is worked on, how far each came, and the words for it."""
