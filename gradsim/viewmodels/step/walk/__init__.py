"""Walks through backpropagation: their steps, the place in them, and their end."""
