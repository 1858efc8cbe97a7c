"""The numbers that goals read, each from the engine's measurement or from a run."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import FactorKind
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.symmetry.likeness import ROUNDING, groups_of_equal_rows
from gradsim.project.challenges.challenge import Reading, Sense
from gradsim.project.challenges.evidence import Evidence, Measured
from gradsim.project.evaluation import materialize

Floats = npt.NDArray[np.float64]

_WEIGHT_GRADIENT = QT_TRANSLATE_NOOP("Challenge", "‖∂C/∂W‖ of layer {layer}")
_LARGEST = QT_TRANSLATE_NOOP("Challenge", "largest ‖∂C/∂W‖ up to layer {layer}")
_SMALLEST = QT_TRANSLATE_NOOP("Challenge", "smallest ‖∂C/∂W‖ up to layer {layer}")
_SPAN = QT_TRANSLATE_NOOP("Challenge", "largest ‖∂C/∂z‖ of a layer above the smallest")
_SPREAD = QT_TRANSLATE_NOOP("Challenge", "spread of the activations of layer {layer}")
_SHARED = QT_TRANSLATE_NOOP("Challenge", "hidden units with the gradient of another")
_CHANGED = QT_TRANSLATE_NOOP("Challenge", "weights and biases changed")
_COST_WITHIN = QT_TRANSLATE_NOOP("Challenge", "lowest cost C in the first {most} steps")
_COST = QT_TRANSLATE_NOOP("Challenge", "cost C now")
_STEPS = QT_TRANSLATE_NOOP("Challenge", "steps taken")


def weight_gradient(evidence: Evidence, layer: int, sense: Sense, wanted: float) -> Reading:
    """log₁₀‖∂C/∂W^(l)‖ of one layer, from 1."""
    found = _gradients(evidence.measured)
    value = float(found[layer - 1]) if 0 < layer <= len(found) else math.nan
    return Reading(_WEIGHT_GRADIENT, value, sense, wanted, arguments={"layer": layer})


def largest_gradient(evidence: Evidence, last: int, sense: Sense, wanted: float) -> Reading:
    """The largest log₁₀‖∂C/∂W^(l)‖ of layers 1 to `last`; nan where one of them was lost."""
    found = _gradients(evidence.measured)[:last]
    value = float(found.max()) if len(found) else math.nan
    return Reading(_LARGEST, value, sense, wanted, arguments={"layer": last})


def smallest_gradient(evidence: Evidence, last: int, sense: Sense, wanted: float) -> Reading:
    """The smallest log₁₀‖∂C/∂W^(l)‖ of layers 1 to `last`."""
    found = _gradients(evidence.measured)[:last]
    value = float(found.min()) if len(found) else math.nan
    return Reading(_SMALLEST, value, sense, wanted, arguments={"layer": last})


def decades_of_delta(evidence: Evidence, wanted: float) -> Reading:
    """How many decades lie between the smallest and the largest ‖δ‖ of all layers."""
    value = math.nan
    if evidence.measured is not None:
        found = evidence.measured.measurement.columns.log10("delta", "l2")
        if np.isfinite(found).all():
            value = float(found.max() - found.min())
        elif not np.isnan(found).any():
            value = math.inf
    return Reading(_SPAN, value, "at_most", wanted, "decades")


def activation_spread(evidence: Evidence, layer: int, wanted: float) -> Reading:
    """The standard deviation of a^(l) over samples and units."""
    value = math.nan
    if evidence.measured is not None and layer <= len(evidence.measured.measurement.layers):
        value = float(evidence.measured.measurement.layers[layer - 1].activation_std)
    return Reading(_SPREAD, value, "at_least", wanted, "number", {"layer": layer})


def shared_gradients(evidence: Evidence) -> Reading:
    """How many hidden units get, for weights and bias, the gradient of another of their layer."""
    value = math.nan
    if evidence.measured is not None:
        value = float(_units_alike(evidence.measured))
    return Reading(_SHARED, value, "zero", form="count")


def changed_numbers(evidence: Evidence, most: int) -> Reading:
    """How many weights and biases are not what they were at the start."""
    value = math.nan
    if evidence.measured is not None:
        before, now = materialize(evidence.start).parameters, evidence.measured.parameters
        pairs = zip((*before.weights, *before.biases), (*now.weights, *now.biases), strict=False)
        value = float(
            sum(
                int(np.count_nonzero(one != other)) if one.shape == other.shape else other.size
                for one, other in pairs
            )
        )
    return Reading(_CHANGED, value, "at_most", float(most), "count")


def cost_within(evidence: Evidence, steps: int, wanted: float) -> Reading:
    """The lowest cost over all samples that a run reached in its first `steps` steps."""
    value = math.nan if evidence.run is None else evidence.run.lowest_cost(steps)[1]
    return Reading(_COST_WITHIN, value, "below", wanted, "number", {"most": steps})


def broken_cost(evidence: Evidence) -> Reading:
    """The cost of a run: infinite once its next step cannot be taken."""
    value = math.nan
    if evidence.run is not None:
        value = math.inf if evidence.run.diverged else evidence.run.last_cost
    return Reading(_COST, value, "infinite", form="number")


def cost_now(evidence: Evidence, wanted: float) -> Reading:
    """The cost over all samples after the last step; infinite where the run broke."""
    return Reading(_COST, broken_cost(evidence).value, "below", wanted, "number")


def steps_taken(evidence: Evidence, least: int) -> Reading:
    """How many steps a run took."""
    value = math.nan if evidence.run is None else float(evidence.run.steps)
    return Reading(_STEPS, value, "at_least", float(least), "count")


def _gradients(measured: Measured | None) -> Floats:
    if measured is None:
        return np.empty(0)
    return measured.measurement.columns.log10("weight_gradient", "l2")


def _units_alike(measured: Measured) -> int:
    depth = len(measured.measurement.layers)
    weights = {
        each.layer: each.left for each in measured.factors if each.kind is FactorKind.weights
    }
    biases = {each.layer: each.left for each in measured.factors if each.kind is FactorKind.bias}
    alike = 0
    for layer in range(1, depth):
        matrix, bias = weights[layer].array, biases[layer].array
        same_scale = np.ldexp(bias, int(biases[layer].exponent) - int(weights[layer].exponent))
        rows = np.concatenate((matrix, same_scale.reshape(-1, 1)), axis=1)
        groups, _ = groups_of_equal_rows(rows, tolerance=ROUNDING)
        alike += sum(map(len, groups))
    return alike
