"""A parameter's gradient as a sum over paths: the strongest ones, and what the others add."""
