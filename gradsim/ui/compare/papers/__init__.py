"""The page of published set-ups."""
