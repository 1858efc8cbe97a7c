"""What can be moved by hand: a weight, a bias, an input or a target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

from gradsim.engine.forward import ForwardPass, forward_again
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress

if TYPE_CHECKING:
    from gradsim.engine.tangent import Direction

Array = npt.NDArray[Any]

LeverKind = Literal["w", "b", "x", "y"]


@dataclass(frozen=True, slots=True)
class Lever:
    """One number that is moved: w_jk or b_j of `layer`, the input x_k or the target y_j.

    `layer`, `unit` and `source` count from 1. An input has layer 0 and its number in `unit`; a
    target has the last layer; all but weights have source 0.
    """

    kind: LeverKind
    layer: int
    unit: int
    source: int = 0

    @classmethod
    def of(cls, address: ParameterAddress) -> Lever:
        """The weight or bias of this address."""
        return cls(address.kind, address.layer, address.unit, address.source)

    @property
    def address(self) -> ParameterAddress | None:
        """The weight or bias that it is; None for an input or a target."""
        if self.kind == "w" or self.kind == "b":
            return ParameterAddress(self.kind, self.layer, self.unit, self.source)
        return None

    def held(self, network: Network) -> Lever:
        """The nearest one that `network` has."""
        widths = network.widths
        layer = {"x": 0, "y": network.depth}.get(self.kind, min(max(self.layer, 1), network.depth))
        unit = min(max(self.unit, 1), widths[layer])
        source = min(max(self.source, 1), widths[layer - 1]) if self.kind == "w" else 0
        return Lever(self.kind, layer, unit, source)

    def read(self, base: ForwardPass) -> float:
        """Its value in a pass of one sample."""
        row, column = self.unit - 1, self.source - 1
        match self.kind:
            case "w":
                return float(base.parameters.weights[self.layer - 1][row, column])
            case "b":
                return float(base.parameters.biases[self.layer - 1][row])
            case "x":
                return float(base.inputs[0, row])
            case _:
                return float(base.targets[0, row])

    @property
    def unmoved(self) -> int:
        """How many of the first layers its movement leaves as they are; all, for a target."""
        return self.layer - 1 if self.kind in ("w", "b") else self.layer

    def direction(self, base: ForwardPass, amount: float) -> Direction:
        """The direction that moves it by `amount` and nothing else."""
        from gradsim.engine.tangent import Direction

        row, column = self.unit - 1, self.source - 1
        match self.kind:
            case "w":
                change = np.zeros(base.parameters.weights[self.layer - 1].shape)
                change[row, column] = amount
                return Direction(weights={self.layer: change})
            case "b":
                change = np.zeros(base.parameters.biases[self.layer - 1].shape)
                change[row] = amount
                return Direction(biases={self.layer: change})
            case "x":
                change = np.zeros(base.inputs.shape)
                change[0, row] = amount
                return Direction(inputs=change)
            case _:
                change = np.zeros(base.targets.shape)
                change[0, row] = amount
                return Direction(targets=change)


def moved_pass(base: ForwardPass, lever: Lever, value: float) -> ForwardPass:
    """The pass `base` of one sample with `value` in place of what `lever` names.

    The layers below the moved number are taken as they are.
    """
    row, column = lever.unit - 1, lever.source - 1
    index = lever.layer - 1
    match lever.kind:
        case "w":
            weights = _with(base.parameters.weights[index], (row, column), value)
            parameters = replace_layer(base.parameters, index, weights=weights)
            return forward_again(base, lever.unmoved, parameters=parameters)
        case "b":
            biases = _with(base.parameters.biases[index], (row,), value)
            parameters = replace_layer(base.parameters, index, biases=biases)
            return forward_again(base, lever.unmoved, parameters=parameters)
        case "x":
            return forward_again(base, 0, inputs=_with(base.inputs, (0, row), value))
        case _:
            targets = _with(base.targets, (0, row), value)
            return forward_again(base, lever.unmoved, targets=targets)


def replace_layer(
    parameters: Parameters, index: int, weights: Array | None = None, biases: Array | None = None
) -> Parameters:
    """The parameters with other numbers in the layer at `index` (from 0)."""
    kept_weights, kept_biases = list(parameters.weights), list(parameters.biases)
    if weights is not None:
        kept_weights[index] = weights
    if biases is not None:
        kept_biases[index] = biases
    return replace(parameters, weights=tuple(kept_weights), biases=tuple(kept_biases))


def _with(array: Array, index: tuple[int, ...], value: float) -> Array:
    changed = array.copy()
    changed[index] = value
    return changed
