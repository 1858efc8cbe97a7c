"""What is read of a network in training besides its cost: shares, norms, how numbers are spread."""

from gradsim.engine.instruments.reading import Reading, read_layers
from gradsim.engine.instruments.spreads import BINS, KINDS, Spreads

__all__ = ["BINS", "KINDS", "Reading", "Spreads", "read_layers"]
