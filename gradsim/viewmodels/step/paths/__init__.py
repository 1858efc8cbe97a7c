"""The paths page: the strongest paths, what all of them add up to, and what that costs."""
