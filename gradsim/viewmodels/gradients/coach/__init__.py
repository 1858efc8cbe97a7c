"""The coach: one diagnosis, one change, one expectation in numbers, and what came of it."""
