"""Plots on pyqtgraph: axes, gutters, series, readout, pictures. They paint and compute nothing."""
