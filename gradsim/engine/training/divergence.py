"""Where a run broke: the first number that is no longer one."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.backward import chain_factors
from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import IntArray, shifted

Array = npt.NDArray[Any]

SENTENCES = {
    "forward": QT_TRANSLATE_NOOP(
        "Divergence", "Step {step}: the forward pass overflowed at {factor} of layer {layer}."
    ),
    "cost": QT_TRANSLATE_NOOP(
        "Divergence", "Step {step}: the cost is beyond what a number can hold."
    ),
    "factor": QT_TRANSLATE_NOOP(
        "Divergence", "Step {step}: the gradient overflowed at {factor} of layer {layer}."
    ),
    "update": QT_TRANSLATE_NOOP(
        "Divergence", "Step {step}: the update made parameters of layer {layer} infinite."
    ),
}
"""By kind; context "Divergence"."""


class Divergence(Struct, frozen=True):
    """kind is one of SENTENCES; layer counts from 1; factor is the symbol of a chain factor, in a
    forward pass z or a.

    `step` is the step that could not be taken: the parameters are those before it.
    """

    kind: str
    step: int
    layer: int
    factor: str = ""

    @property
    def text(self) -> str:
        """The English sentence."""
        return SENTENCES[self.kind].format(step=self.step, layer=self.layer, factor=self.factor)


def diverged_pass(passed: ForwardPass, step: int) -> Divergence:
    """Where a pass whose cost or gradient is not finite first left the numbers."""
    for index, layer in enumerate(passed.layers):
        if passed.overflow_layer == index + 1 or not _finite(layer.activation, layer.exponent):
            symbol = "a" if _finite(layer.pre_activation, layer.exponent) else "z"
            return Divergence("forward", step, index + 1, symbol)
    if not np.isfinite(passed.cost):
        return Divergence("cost", step, passed.network.depth)
    for factor in chain_factors(passed):
        if not _finite(factor.left.array, factor.left.exponent):
            return Divergence("factor", step, factor.layer, factor.symbol)
    return Divergence("cost", step, passed.network.depth)


def _finite(array: Array, exponent: IntArray) -> bool:
    return bool(np.isfinite(shifted(array, exponent)).all())


def diverged_update(parameters: Parameters, step: int) -> Divergence:
    """The layer nearest the input whose parameters are no longer finite.

    Raises
    ------
    ValueError
        Where all of them are finite.
    """
    pairs = zip(parameters.weights, parameters.biases, strict=True)
    for index, (weights, biases) in enumerate(pairs):
        if not (np.isfinite(weights).all() and np.isfinite(biases).all()):
            return Divergence("update", step, index + 1)
    for index, values in enumerate(parameters.remedies):
        learned = () if values is None else (values.scale, values.shift)
        if not all(np.isfinite(array).all() for array in learned if array is not None):
            return Divergence("update", step, index + 1)
    raise ValueError("every parameter is finite")
