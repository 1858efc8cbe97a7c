"""The views of what took the decades: parts, running sums, singular values, number formats."""
