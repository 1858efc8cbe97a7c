"""GradSim: build a neural network, step through backpropagation, watch every layer's gradient."""

__version__ = "0.1.0"
