"""Singular values of the Jacobians of layers and of their products."""
