"""Widgets and plots: they paint view models and compute nothing."""
