"""The forward-mode pass through one layer: how each of its stages starts to move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field
from msgspec.structs import replace

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.layer_stages import layer_stages
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.passing import Inner
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized

Array = npt.NDArray[Any]
Stir = Callable[[int, FactorKind, ScaledArray], ScaledArray]
"""What comes of the movement of one stage of the layer with this index (from 0)."""


class Direction(Struct, frozen=True, eq=False):
    """What moves, and how far: the rest stands still.

    weights : layer (from 1) -> dW, (fan_out, fan_in); biases : layer -> db, (fan_out,).
    inputs : dx, (inputs,) or (samples, inputs); targets : dy, (outputs,) or (samples, outputs).
    scales, shifts : layer -> dγ and dβ of its normalization, (units that it normalizes,).
    """

    weights: Mapping[int, Array] = field(default_factory=dict)
    biases: Mapping[int, Array] = field(default_factory=dict)
    inputs: Array | None = None
    targets: Array | None = None
    scales: Mapping[int, Array] = field(default_factory=dict)
    shifts: Mapping[int, Array] = field(default_factory=dict)


STILL = Direction()


class TangentLayer(Struct, frozen=True, eq=False):
    """How the values of one layer move, (samples, units) each.

    stages : as in :func:`gradsim.engine.layer_stages.layer_stages`, all that the layer has.
    argument : the change of what f takes; activation : da.
    """

    stages: Mapping[FactorKind, ScaledArray]
    argument: ScaledArray
    activation: ScaledArray

    @property
    def pre_activation(self) -> ScaledArray:
        """dz."""
        return self.stages[FactorKind.weights]


def fed_into(base: ForwardPass, index: int) -> ScaledArray:
    """What W of the layer with this index (from 0) meets: a^(l−1), or where f comes first what
    f gave."""
    inner = base.layers[index].inner
    if inner is not None:
        return ScaledArray(inner.fed)
    if index == 0:
        return ScaledArray(base.inputs)
    below = base.layers[index - 1]
    return ScaledArray(below.activation, int(below.exponent))


def through_layer(
    base: ForwardPass,
    direction: Direction,
    index: int,
    moving: ScaledArray | None,
    stir: Stir | None = None,
) -> TangentLayer | None:
    """dz, du, … da of the layer with this index (from 0); None where nothing has moved yet.

    Parameters
    ----------
    moving : da^(l−1), (samples, units) or with axes before these, each a movement of its own.
    stir : changes the movement of a stage before it goes on; None leaves each as it is.
    """
    return _LayerTangent(base, direction, index, stir).of(moving)


class _LayerTangent:
    """The movement of one layer, noted stage by stage."""

    def __init__(
        self, base: ForwardPass, direction: Direction, index: int, stir: Stir | None
    ) -> None:
        self._base, self._direction, self._index, self._stir = base, direction, index, stir
        self._layer = base.layers[index]
        self._stages: dict[FactorKind, ScaledArray] = {}

    def of(self, moving: ScaledArray | None) -> TangentLayer | None:
        inner = self._layer.inner
        if inner is not None and inner.activates_first:
            argument, result = self._branch(moving)
            result = self._left(FactorKind.weights, self._sum(result))
        else:
            z = self._left(FactorKind.weights, self._sum(moving))
            argument, result = self._branch(z)
        if inner is not None and inner.residual is not None:
            result = self._left(FactorKind.residual, _rejoined(inner, moving, result))
        if result is None:
            return None
        stages = {
            kind: self._stages.get(kind, ScaledArray(np.zeros_like(values.array)))
            for kind, values in layer_stages(self._layer).items()
        }
        if argument is None:
            argument = ScaledArray(np.zeros_like(self._layer.argument))
        return TangentLayer(stages, argument, result)

    def _left(self, kind: FactorKind, found: ScaledArray | None) -> ScaledArray | None:
        """Note a stage."""
        if found is None:
            return None
        if self._stir is not None:
            found = self._stir(self._index, kind, found)
        self._stages[kind] = found
        return found

    def _sum(self, moving: ScaledArray | None) -> ScaledArray | None:
        """dz = W da + dW a + db; None where nothing moves."""
        base, direction, number = self._base, self._direction, self._index + 1
        terms: list[ScaledArray] = []
        if moving is not None:
            weights = base.parameters.weights[self._index]
            terms.append(normalized(moving.array @ weights.T, moving.exponent))
        if number in direction.weights:
            fed, exponent = normalized(*fed_into(base, self._index))
            change = normalized(direction.weights[number])
            terms.append(normalized(fed @ change.array.T, exponent + change.exponent))
        if number in direction.biases:
            shape = self._layer.pre_activation.shape
            terms.append(normalized(np.broadcast_to(direction.biases[number], shape)))
        return _total(terms)

    def _branch(self, x: ScaledArray | None) -> tuple[ScaledArray | None, ScaledArray | None]:
        """What f takes, and what is left after f and dropout."""
        layer, inner = self._layer, self._layer.inner
        argument = x
        if inner is not None and inner.normalized is not None:
            argument = self._left(FactorKind.normalization, self._normalized(inner, x))
        if argument is None:
            return None, None
        if layer.rule.rule.elementwise:
            moved = normalized(layer.slope * argument.array, argument.exponent)
        else:
            mean = (layer.value * argument.array).sum(axis=-1, keepdims=True)
            moved = normalized(layer.value * (argument.array - mean), argument.exponent)
        result = self._left(FactorKind.activation, moved)
        if result is not None and inner is not None and inner.mask is not None:
            silenced = normalized(result.array * inner.mask, result.exponent)
            result = self._left(FactorKind.dropout, silenced)
        return argument, result

    def _normalized(self, inner: Inner, x: ScaledArray | None) -> ScaledArray | None:
        """du = γ dx̂ + x̂ dγ + dβ."""
        passed, number = inner.normalized, self._index + 1
        choice = self._base.network.layers[self._index].normalization
        assert passed is not None
        assert choice is not None
        terms: list[ScaledArray] = []
        if x is not None:
            # The Jacobian is γ times a symmetric matrix: the way back, with γ on the other side.
            bare = replace(passed, scale=np.ones(1))
            back = normalization_of(choice).backward(x.array, bare)
            terms.append(normalized(back * passed.scale, x.exponent))
        if number in self._direction.scales:
            terms.append(normalized(passed.standard * self._direction.scales[number]))
        if number in self._direction.shifts:
            shift = np.broadcast_to(self._direction.shifts[number], passed.standard.shape)
            terms.append(normalized(shift))
        return _total(terms)


def _rejoined(
    inner: Inner, moving: ScaledArray | None, result: ScaledArray | None
) -> ScaledArray | None:
    """P da^(l−1) + α·(the movement of the branch)."""
    assert inner.residual is not None
    terms: list[ScaledArray] = []
    if moving is not None:
        past = moving
        if inner.projection is not None:
            past = normalized(moving.array @ inner.projection.T, moving.exponent)
        terms.append(past)
    if result is not None:
        terms.append(normalized(result.array * inner.residual.scale, result.exponent))
    return _total(terms)


def _total(terms: list[ScaledArray]) -> ScaledArray | None:
    if not terms:
        return None
    total = terms[0]
    for term in terms[1:]:
        total = added(total, term)
    return normalized(*total)
