"""What the Train workspace shows and does: the plan, the run, and what is seen of it."""
