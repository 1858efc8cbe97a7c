"""One number moved: what the pass makes of it, beside what its derivative says."""
