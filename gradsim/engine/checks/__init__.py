"""Gradients held against finite differences: layer by layer, end to end, one parameter alone."""
