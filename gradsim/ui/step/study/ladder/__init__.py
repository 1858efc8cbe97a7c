"""The page "From scalar to full": three rungs of one formula, and the matrix of a factor."""
