"""The page on which one number is nudged: its controls and the table of what ripples."""
