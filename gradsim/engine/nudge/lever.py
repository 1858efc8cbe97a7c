"""What can be moved by hand: a weight, a bias, γ or β of a normalization, an input or a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.forward import ForwardPass, forward_again
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress, learns
from gradsim.engine.remedies.drawing import normalized_units

if TYPE_CHECKING:
    from gradsim.engine.tangent_layer import Direction

Array = npt.NDArray[Any]

LeverKind = Literal["w", "b", "γ", "β", "x", "y"]

LEARNED: dict[LeverKind, Literal["scale", "shift"]] = {"γ": "scale", "β": "shift"}
"""What the kinds of a normalization are called among the values of remedies."""


class Lever(Struct, frozen=True):
    """One number that is moved: w_jk, b_j, γ_j or β_j of `layer`, the input x_k or the target y_j.

    `layer`, `unit` and `source` count from 1. An input has layer 0 and its number in `unit`; a
    target has the last layer; all but weights have source 0. `sample` counts the samples of the
    pass from 1: the one whose x or y is moved, and whose z and a are looked at.
    """

    kind: LeverKind
    layer: int
    unit: int
    source: int = 0
    sample: int = 1

    @classmethod
    def of(cls, address: ParameterAddress) -> Lever:
        """The parameter of this address."""
        return cls(address.kind, address.layer, address.unit, address.source)

    @property
    def address(self) -> ParameterAddress | None:
        """The parameter that it is; None for an input or a target."""
        if self.kind == "x" or self.kind == "y":
            return None
        return ParameterAddress(self.kind, self.layer, self.unit, self.source)

    def held(self, network: Network) -> Lever:
        """The nearest one that `network` has; of γ and β where no layer has any, a bias."""
        widths = network.widths
        kind, layer = self.kind, {"x": 0, "y": network.depth}.get(self.kind, self.layer)
        if kind in LEARNED:
            owners = owning_layers(network, kind)
            if owners:
                layer = min(owners, key=lambda owner: abs(owner - self.layer))
            else:
                kind = "b"
        if kind not in ("x", "y"):
            layer = min(max(layer, 1), network.depth)
        units = normalized_units(network, layer) if kind in LEARNED else widths[layer]
        unit = min(max(self.unit, 1), units)
        source = min(max(self.source, 1), widths[layer - 1]) if kind == "w" else 0
        return Lever(kind, layer, unit, source, self.sample)

    def read(self, base: ForwardPass) -> float:
        """Its value in a pass of one network."""
        row, column, sample = self.unit - 1, self.source - 1, self.sample - 1
        match self.kind:
            case "w":
                return float(base.parameters.weights[self.layer - 1][row, column])
            case "b":
                return float(base.parameters.biases[self.layer - 1][row])
            case "γ" | "β":
                return float(_learned(base.parameters, self)[row])
            case "x":
                return float(base.inputs[sample, row])
            case _:
                return float(base.targets[sample, row])

    @property
    def unmoved(self) -> int:
        """How many of the first layers its movement leaves as they are; all, for a target."""
        return self.layer if self.kind in ("x", "y") else self.layer - 1

    def direction(self, base: ForwardPass, amount: float) -> Direction:
        """The direction that moves it by `amount` and nothing else."""
        from gradsim.engine.tangent_layer import Direction

        row, column, sample = self.unit - 1, self.source - 1, self.sample - 1
        parameters, index = base.parameters, self.layer - 1
        match self.kind:
            case "w":
                return Direction(
                    weights={self.layer: _only(parameters.weights[index], (row, column), amount)}
                )
            case "b":
                return Direction(
                    biases={self.layer: _only(parameters.biases[index], (row,), amount)}
                )
            case "γ":
                return Direction(
                    scales={self.layer: _only(_learned(parameters, self), (row,), amount)}
                )
            case "β":
                return Direction(
                    shifts={self.layer: _only(_learned(parameters, self), (row,), amount)}
                )
            case "x":
                return Direction(inputs=_only(base.inputs, (sample, row), amount))
            case _:
                return Direction(targets=_only(base.targets, (sample, row), amount))


def owning_layers(network: Network, kind: LeverKind) -> tuple[int, ...]:
    """The layers (from 1) that have a γ, or a β."""
    if kind == "x" or kind == "y":
        return ()
    layers = enumerate(network.layers, 1)
    return tuple(number for number, layer in layers if learns(layer, kind))


def moved_pass(base: ForwardPass, lever: Lever, value: float) -> ForwardPass:
    """The pass `base` with `value` in place of what `lever` names.

    The layers below the moved number are taken as they are, and so are the mode, the masks of
    dropout and all other samples; batch statistics are taken anew.
    """
    row, column, sample = lever.unit - 1, lever.source - 1, lever.sample - 1
    index = lever.layer - 1
    match lever.kind:
        case "w":
            weights = _with(base.parameters.weights[index], (row, column), value)
            parameters = replace_layer(base.parameters, index, weights=weights)
        case "b":
            biases = _with(base.parameters.biases[index], (row,), value)
            parameters = replace_layer(base.parameters, index, biases=biases)
        case "γ" | "β":
            remedies = list(base.parameters.remedies)
            owned = remedies[index]
            assert owned is not None
            column_of = _with(_learned(base.parameters, lever), (row,), value)
            changes = {LEARNED[lever.kind]: column_of}
            remedies[index] = replace(owned, **changes)
            parameters = replace(base.parameters, remedies=tuple(remedies))
        case "x":
            return forward_again(base, 0, inputs=_with(base.inputs, (sample, row), value))
        case _:
            targets = _with(base.targets, (sample, row), value)
            return forward_again(base, lever.unmoved, targets=targets)
    return forward_again(base, lever.unmoved, parameters=parameters)


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


def _only(like: Array, index: tuple[int, ...], amount: float) -> Array:
    change = np.zeros(like.shape)
    change[index] = amount
    return change


def _learned(parameters: Parameters, lever: Lever) -> Array:
    """γ or β of the lever's layer, (units,)."""
    owned = parameters.remedies[lever.layer - 1]
    assert owned is not None
    column = owned.scale if LEARNED[lever.kind] == "scale" else owned.shift
    assert column is not None
    return column
