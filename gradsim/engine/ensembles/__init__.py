"""Many draws of one network at once: their gradients side by side, and how they scatter."""

from gradsim.engine.ensembles.measuring import measure_ensemble
from gradsim.engine.ensembles.record import EnsembleMeasurement, joined
from gradsim.engine.ensembles.spread import Spread, spread_of

__all__ = ["EnsembleMeasurement", "Spread", "joined", "measure_ensemble", "spread_of"]
