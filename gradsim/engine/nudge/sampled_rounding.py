"""How far differences can be told in a network with remedies: roundings drawn at random, followed.

Each draw rounds every stage of every layer anew and takes what comes of it through the tangent of
the layers above, so that whatever a normalization, a residual connection or a mask does to it is
in it. What the draws have in common in size is the answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.layer_stages import layer_stages
from gradsim.engine.nudge.roundoff import MARGIN, Rounding, sum_variance, unit_roundoff
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.normalization import Normalized
from gradsim.engine.remedies.passing import Inner
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized, rooted, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent import output_pull
from gradsim.engine.tangent_layer import STILL, Stir, TangentLayer, through_layer

Array = npt.NDArray[Any]

_MOST, _FEWEST = 32, 8
_NUMBERS = 1 << 19
"""Samples times units times draws, of which a layer should not have more."""


def draws_of(base: ForwardPass) -> int:
    """How many draws are followed: 32, in large passes down to 8."""
    widest = max(base.network.widths)
    return max(_FEWEST, min(_MOST, _NUMBERS // (base.samples * widest)))


def sampled_rounding(
    base: ForwardPass, unchanged: int, cancelled: Callable[[], bool] | None = None
) -> Rounding:
    """What rounding makes of a difference from a pass whose first `unchanged` layers are the same.

    The root mean square over the draws, which begin with the same seed each time, so that the
    answer is one.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    own = ScaledNumber(unit_roundoff(base) * float(base.cost))
    return followed(base, unchanged, _Stirred(base), own, cancelled)


def followed(
    base: ForwardPass,
    unchanged: int,
    stir: Stir,
    own: ScaledNumber,
    cancelled: Callable[[], bool] | None = None,
) -> Rounding:
    """What the roundings that `stir` draws make of each stage and of the cost, in size.

    Parameters
    ----------
    own : the rounding of the cost itself, one standard deviation.
    """
    fan_in = base.network.widths[unchanged]
    moving = ScaledArray(np.zeros((draws_of(base), base.samples, fan_in)))
    layers: list[Mapping[FactorKind, ScaledArray] | None] = [None] * unchanged
    last: TangentLayer | None = None
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        for index in range(unchanged, base.network.depth):
            check_cancelled(cancelled)
            last = through_layer(base, STILL, index, moving, stir)
            assert last is not None
            layers.append({kind: _size(each) for kind, each in last.stages.items()})
            moving = last.activation
        cost = _cost_size(base, last, own)
    return Rounding(tuple(layers), cost)


class Draws:
    """Roundings drawn at random, the same ones each time."""

    def __init__(self, base: ForwardPass) -> None:
        self.base, self.count = base, draws_of(base)
        self.random = np.random.default_rng(0)
        self.epsilon = unit_roundoff(base)

    def drawn(self, sizes: ScaledArray) -> ScaledArray:
        """Of numbers of these sizes, each by itself: (draws, samples, units)."""
        array, exponent = normalized(*sizes)
        random = self.random.standard_normal((self.count, *array.shape))
        return ScaledArray(random * (self.epsilon * array), exponent)


class _Stirred(Draws):
    """Adds to the movement of a stage what rounding makes of the stage itself."""

    def __init__(self, base: ForwardPass) -> None:
        super().__init__(base)
        self._sizes: dict[FactorKind, ScaledArray] = {}
        self._index = -1

    def __call__(self, index: int, kind: FactorKind, moved: ScaledArray) -> ScaledArray:
        layer = self.base.layers[index]
        if index != self._index:
            self._sizes, self._index = layer_stages(layer), index
        values = self._sizes[kind]
        if kind is FactorKind.weights:
            found = rooted(sum_variance(self.base, index))
            return normalized(*added(moved, self.drawn(found)))
        if kind is FactorKind.normalization:
            assert layer.inner is not None
            assert layer.inner.normalized is not None
            return normalized(*added(moved, self._of_normalization(index, layer.inner.normalized)))
        if kind is FactorKind.residual:
            assert layer.inner is not None
            assert layer.inner.residual is not None
            branch = self._sizes[end_of_branch(layer.inner)]
            scaled = ScaledArray(branch.array * layer.inner.residual.scale, branch.exponent)
            moved = added(moved, self.drawn(scaled))
        return normalized(*added(moved, self.drawn(values)))

    def _of_normalization(self, index: int, passed: Normalized) -> ScaledArray:
        """Each entry's own rounding, and that of the mean and the spread, which its row or column
        shares."""
        gain, scaled = passed.scale * passed.inverse, passed.standard * passed.scale
        own = np.sqrt(4.0 * scaled**2 + passed.value**2 + (passed.value - scaled) ** 2)
        total = self.drawn(ScaledArray(own))
        if not passed.coupled:
            return total
        choice = self.base.network.layers[index].normalization
        assert choice is not None
        entry = normalization_of(choice)
        # The statistics are rounded once for all the entries that they were taken of.
        axis = -2 if entry.couples_samples else -1
        terms = math.sqrt(1.0 + math.log2(max(passed.standard.shape[axis], 2)))
        shared = (self.count, *passed.inverse.shape)
        common = scaled * (terms * self.random.standard_normal(shared))
        if entry.shifts:
            entered = np.sqrt(np.mean(np.square(self._entering(index)), axis=axis, keepdims=True))
            common = common + gain * (terms * entered) * self.random.standard_normal(shared)
        return added(total, ScaledArray(self.epsilon * common))

    def _entering(self, index: int) -> Array:
        """What the normalization of the layer with this index takes: z, or a^(l−1)."""
        layer = self.base.layers[index]
        if layer.inner is None or not layer.inner.activates_first:
            return layer.pre_activation
        if index == 0:
            return self.base.inputs
        below = self.base.layers[index - 1]
        return ScaledArray(below.activation, int(below.exponent)).plain


def end_of_branch(inner: Inner) -> FactorKind:
    """The stage that a residual connection scales by α and adds."""
    if inner.activates_first:
        return FactorKind.weights
    return FactorKind.activation if inner.mask is None else FactorKind.dropout


def _size(draws: ScaledArray) -> ScaledArray:
    """The root of the mean square over the draws, with the margin."""
    squares = squared(draws)
    root = rooted(ScaledArray(squares.array.mean(axis=0), squares.exponent))
    return ScaledArray(MARGIN * root.array, root.exponent)


def _cost_size(base: ForwardPass, last: TangentLayer | None, own: ScaledNumber) -> ScaledNumber:
    total = squared(ScaledArray(np.array([own.mantissa]), own.exponent))
    if last is not None:
        pull, on_argument = output_pull(base)
        one = normalized(*pull)
        other = normalized(*(last.argument if on_argument else last.activation))
        felt = (one.array * other.array).sum(axis=(-2, -1))
        squares = squared(ScaledArray(felt, one.exponent + other.exponent))
        total = added(total, ScaledArray(squares.array.mean(keepdims=True), squares.exponent))
    root = rooted(total)
    return ScaledNumber(MARGIN * float(root.array[0]), root.exponent)
