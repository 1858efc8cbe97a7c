"""Networks, passes through them, the chain and its statistics: NumPy, and msgspec for records.

A notebook needs no more than this:

>>> from gradsim.engine import Choice, Layer, Network, forward, initialize, measure
>>> import numpy as np
>>> tanh = Choice("tanh")
>>> network = Network(2, (Layer(3, tanh, id=1), Layer(1, tanh, id=2)), "squared_error")
>>> parameters = initialize(network, seed=7)
>>> x, y = np.array([[0.5, -1.0]]), np.array([[1.0]])
>>> measurement = measure(forward(network, parameters, x, y))
>>> [layer.layer for layer in measurement.layers]
[1, 2]

`chain_factors(forward_pass)` gives the same backward pass one factor at a time.
"""

from gradsim.engine.activations import ACTIVATIONS, Activation, activation_of
from gradsim.engine.attribution import Attribution
from gradsim.engine.backward import Gradients, chain_factors, gradients
from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.cancellation import Cancelled
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.costs import COSTS, Cost, cost_of
from gradsim.engine.forward import ForwardLayer, ForwardPass, forward
from gradsim.engine.initialization import Parameters, TypedLayer, initialize
from gradsim.engine.initializers import (
    INITIALIZERS,
    Initializer,
    initializer_of,
    recommended_gain,
)
from gradsim.engine.measurement import LayerMeasurement, Measurement, measure
from gradsim.engine.memory import keep_freed_memory
from gradsim.engine.network import Layer, Network, validate_network
from gradsim.engine.options import Choice, Option
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import NORMALIZATIONS, Normalization, RemedyValues, Residual
from gradsim.engine.scaling import State
from gradsim.engine.statistics import Magnitude

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "INITIALIZERS",
    "NORMALIZATIONS",
    "Activation",
    "Attribution",
    "Cancelled",
    "ChainFactor",
    "Choice",
    "Cost",
    "FactorKind",
    "ForwardLayer",
    "ForwardPass",
    "Gradients",
    "Initializer",
    "Layer",
    "LayerMeasurement",
    "Magnitude",
    "Measurement",
    "Network",
    "Normalization",
    "Option",
    "Parameters",
    "Problem",
    "RemedyValues",
    "Residual",
    "State",
    "TypedLayer",
    "activation_of",
    "chain_factors",
    "cost_of",
    "forward",
    "gradients",
    "initialize",
    "initializer_of",
    "limit_blas_threads",
    "measure",
    "recommended_gain",
    "validate_network",
]

keep_freed_memory()
