"""Plots as files: what can be exported, in which forms, and the dialog that asks which."""
