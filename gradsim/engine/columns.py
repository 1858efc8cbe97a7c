"""The statistics of all layers side by side, so that deep networks are read in a few calls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.attribution import Attribution, decades_between
from gradsim.engine.scaling import log10_magnitude
from gradsim.engine.statistics import Magnitude, Statistic, side_by_side

if TYPE_CHECKING:
    from gradsim.engine.layer_measurement import LayerMeasurement

Floats = npt.NDArray[np.float64]

GRADIENTS: Final = ("weight_gradient", "bias_gradient", "delta", "activation_gradient")


class Columns:
    """One measurement without ensemble axes; every array is (L,) float64, layer 1 first, read-only.

    Attributes
    ----------
    activation, weights, remedies : the decades of each layer's ``Attribution``.
    own : the same three of each layer's ``own_parts``; None in a network without remedies.
    inputs : log₁₀‖a^(l−1)‖, nan where it was lost.
    """

    __slots__ = ("_logarithms", "_stacks", "activation", "inputs", "own", "remedies", "weights")

    def __init__(self, layers: Sequence[LayerMeasurement]) -> None:
        self._stacks = {
            name: side_by_side([getattr(each, name) for each in layers]) for name in GRADIENTS
        }
        self._logarithms: dict[tuple[str, str], Floats] = {}
        delta, arriving = self.log10("delta", "l2"), self.log10("activation_gradient", "l2")
        if layers[0].parts is None:
            self.activation = _kept(decades_between(delta, arriving))
            self.weights = _kept(np.append(decades_between(arriving[:-1], delta[1:]), 0.0))
            self.remedies = _kept(np.zeros(len(layers)))
            self.own = None
        else:
            self.activation, self.weights, self.remedies = _columns(
                [each.attribution for each in layers]
            )
            self.own = _columns([each.own_parts for each in layers if each.own_parts is not None])
        fed = np.array([float(each.fed_squares) for each in layers])
        exponents = np.array([int(each.fed_exponent) for each in layers])
        lost = np.array([bool(each.fed_underflow) for each in layers])
        norms = log10_magnitude(np.sqrt(fed), exponents)
        self.inputs = _kept(np.where(lost & (norms == -np.inf), np.nan, norms))

    def magnitudes(self, quantity: str) -> Magnitude:
        """The magnitudes of a gradient of all layers, which stand where ensemble members would."""
        return self._stacks[quantity]

    def log10(self, quantity: str, statistic: Statistic) -> Floats:
        """log₁₀ of the true size of a gradient in every layer: −inf for 0, nan where lost."""
        found = self._logarithms.get((quantity, statistic))
        if found is None:
            found = _kept(self._stacks[quantity].log10(statistic))
            self._logarithms[quantity, statistic] = found
        return found


def _columns(parts: Sequence[Attribution]) -> tuple[Floats, Floats, Floats]:
    """The activations', the weights' and the remedies' decades of each layer."""
    rows = [(each.activation_log10, each.weights_log10, each.remedies_log10) for each in parts]
    activation, weights, remedies = (
        _kept(np.array(column, np.float64)) for column in zip(*rows, strict=True)
    )
    return activation, weights, remedies


def _kept(array: npt.NDArray[Any]) -> Floats:
    array.setflags(write=False)
    return array
