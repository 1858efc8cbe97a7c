"""The ladder from one scalar chain over indices to matrices, one column per factor."""
