"""Published set-ups measured here: which is open, its numbers, its finding."""
