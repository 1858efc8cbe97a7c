"""The page of pinned runs: their profiles overlaid, their factors side by side."""
