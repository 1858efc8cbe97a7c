"""The page of all paths: the list with its signed bars, and the sums below."""
