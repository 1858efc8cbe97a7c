"""Networks, forward and backward passes, the chain and its statistics, in NumPy alone."""
