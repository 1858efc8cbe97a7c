"""Nudging: one number is moved by hand, and what that does ripples up to the cost."""
