"""A project as an immutable value: its edits, presets, data and file."""
