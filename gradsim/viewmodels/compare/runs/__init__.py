"""Pinned runs beside the open one: under the same conditions, factor by factor, in words."""
