"""Single numbers of the simulated pass by layer and unit: a, z, weights, targets."""

from __future__ import annotations

import numpy as np

from gradsim.engine.chain import Variable
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.scaled import Scaled


def activation_value(result: SimulationResult, layer: int, unit: int) -> Scaled:
    """a of `unit` in `layer` (layer 0: the input) of the first sample in scope."""
    if layer == 0:
        return Scaled.of(float(result.forward.inputs[0, unit - 1]))
    there = result.forward.layers[layer - 1]
    return Scaled.of(float(there.activation[0, unit - 1]), int(np.asarray(there.exponent)))


def pre_activation_value(result: SimulationResult, layer: int, unit: int) -> Scaled:
    """z of `unit` in `layer` of the first sample in scope."""
    there = result.forward.layers[layer - 1]
    return Scaled.of(float(there.pre_activation[0, unit - 1]), int(np.asarray(there.exponent)))


def argument_value(result: SimulationResult, layer: int, unit: int) -> Scaled:
    """What f of `unit` in `layer` takes, of the first sample in scope: z, or z normalized."""
    there = result.forward.layers[layer - 1]
    return Scaled.of(float(there.argument[0, unit - 1]), int(np.asarray(there.exponent)))


def branch_value(result: SimulationResult, layer: int, unit: int) -> Scaled:
    """f of what it takes, of the first sample in scope: a, or in a layer with remedies h."""
    there = result.forward.layers[layer - 1]
    return Scaled.of(float(there.value[0, unit - 1]), int(np.asarray(there.exponent)))


def inner_value(result: SimulationResult, variable: Variable, unit: int) -> Scaled:
    """z, u, h, d or a of a layer, by its letter, of the first sample in scope."""
    letter, layer = variable
    if letter == "a":
        return activation_value(result, layer, unit)
    if letter == "z":
        return pre_activation_value(result, layer, unit)
    if letter == "u":
        return argument_value(result, layer, unit)
    value, inner = branch_value(result, layer, unit), result.forward.layers[layer - 1].inner
    if letter == "d" and inner is not None and inner.mask is not None:
        return value * Scaled.of(float(inner.mask[0, unit - 1]))
    return value


def weight_value(result: SimulationResult, layer: int, unit: int, source: int) -> Scaled:
    """w from unit `source` of the layer below to `unit` of `layer`."""
    weights = result.forward.parameters.weights[layer - 1]
    return Scaled.of(float(weights[unit - 1, source - 1]))


def bias_value(result: SimulationResult, layer: int, unit: int) -> Scaled:
    """b of `unit` in `layer`."""
    return Scaled.of(float(result.forward.parameters.biases[layer - 1][unit - 1]))


def learned_value(result: SimulationResult, kind: str, layer: int, unit: int) -> Scaled:
    """γ or β (by `kind`) of `unit` in the normalization of `layer`."""
    values = result.forward.parameters.remedies[layer - 1]
    assert values is not None
    column = values.scale if kind == "γ" else values.shift
    assert column is not None
    return Scaled.of(float(column[unit - 1]))


def target_value(result: SimulationResult, unit: int) -> Scaled:
    """y of output `unit` of the first sample in scope; for the probe cost its r."""
    return Scaled.of(float(result.forward.reference[0, unit - 1]))
