"""Symmetry of a network: rows and units that are copies, factors that kill, and how they drift."""
