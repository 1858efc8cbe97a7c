"""The page "Zero and symmetric weights": what kills, what copies what, and how noise breaks it."""
