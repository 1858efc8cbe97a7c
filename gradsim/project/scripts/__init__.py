"""Programs that recompute a walk and assert its numbers: in NumPy and in PyTorch."""
