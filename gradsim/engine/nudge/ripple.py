"""The ripple of one moved number: Δz, Δa and ΔC, what the derivative predicts, and the gap."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardLayer, ForwardPass
from gradsim.engine.layer_stages import layer_stages
from gradsim.engine.nudge.lever import Lever, moved_pass
from gradsim.engine.nudge.rounding import rounding
from gradsim.engine.nudge.roundoff import Rounding, both
from gradsim.engine.scaled_arrays import ScaledArray, number_sum, subtracted
from gradsim.engine.scaled_numbers import ScaledNumber, scaled_product
from gradsim.engine.tangent import Tangent, tangent

Array = npt.NDArray[Any]

# A move no larger than this leaves the numbers of a pass about as large as they were.
_SMALL_MOVE = 8.0


class Change(Struct, frozen=True):
    """One number's change: what it really was, what the derivative said, how far it can be told.

    `noise` is how far `actual`, the difference of two rounded numbers, may be off, and `doubt` how
    far `predicted` may, where parts of it cancel.
    """

    actual: ScaledNumber
    predicted: ScaledNumber
    noise: ScaledNumber
    doubt: ScaledNumber

    @property
    def difference(self) -> ScaledNumber:
        """actual − predicted."""
        return number_sum(self.actual, negative(self.predicted))


class Changes(Struct, frozen=True, eq=False):
    """The changes of the units of one layer, (units,) each."""

    actual: ScaledArray
    predicted: ScaledArray
    noise: ScaledArray
    doubt: ScaledArray

    def unit(self, unit: int) -> Change:
        """The change of one unit, from 1."""
        each = (self.actual, self.predicted, self.noise, self.doubt)
        return Change(*(array.number(unit - 1) for array in each))

    @property
    def norms(self) -> tuple[ScaledNumber, ...]:
        """‖actual‖, ‖predicted‖, ‖actual − predicted‖ and the norms of noise and doubt."""
        gap = subtracted(self.actual, self.predicted)
        return self.actual.norm, self.predicted.norm, gap.norm, self.noise.norm, self.doubt.norm


class RippleLayer(Struct, frozen=True, eq=False):
    """What changes in one layer, for one sample.

    stages : in the order of the pass, as in :func:`gradsim.engine.layer_stages.layer_stages`:
        Δz, and where the layer has remedies Δu, Δh, Δd between it and Δa.
    """

    layer: int
    stages: Mapping[FactorKind, Changes]

    @property
    def pre_activation(self) -> Changes:
        """Δz."""
        return self.stages[FactorKind.weights]

    @property
    def activation(self) -> Changes:
        """Δa."""
        return list(self.stages.values())[-1]


class Ripple(Struct, frozen=True, eq=False):
    """What one moved number made of a pass.

    before, after : its values; `amount` is what lies between them, exactly as computed.
    moved : the pass with the moved number.
    layers : from the first that moves to the last, for the lever's sample; cost : of the whole
        pass, the mean over its samples.
    kinks : (layer, unit) where what f takes went over a kink of it, or left one, in some sample:
        there the straight line of the derivative ends.
    noise : what rounding hides, in every sample.
    """

    lever: Lever
    before: float
    after: float
    base: ForwardPass
    moved: ForwardPass
    layers: tuple[RippleLayer, ...]
    cost: Change
    kinks: tuple[tuple[int, int], ...]
    noise: Rounding

    @property
    def amount(self) -> float:
        """after − before."""
        return self.after - self.before


class Hold(Struct, frozen=True, eq=False):
    """A number in the hand: all that does not depend on how far it is moved.

    straight : the tangent of the pass for a movement by 1; noise : what rounding hides of a
        difference; doubt : and of the tangent, None where nothing in it cancels.
    """

    lever: Lever
    base: ForwardPass
    straight: Tangent
    noise: Rounding
    doubt: Rounding | None = None

    @classmethod
    def of(
        cls, base: ForwardPass, lever: Lever, cancelled: Callable[[], bool] | None = None
    ) -> Hold:
        """Take hold of `lever` in a pass of one network.

        Of a batch, ΔC is of the mean over its samples; a number of the network moves them all.

        Raises
        ------
        Cancelled
            Where `cancelled` says so, checked per layer.
        """
        direction, unmoved = lever.direction(base, 1.0), lever.unmoved
        straight = tangent(base, direction, cancelled)
        doubt = None
        if not base.network.plain:
            from gradsim.engine.nudge.tangent_rounding import tangent_rounding

            doubt = tangent_rounding(base, direction, straight, unmoved, cancelled)
        return cls(lever, base, straight, rounding(base, unmoved, cancelled), doubt)

    @property
    def slope(self) -> ScaledNumber:
        """∂C by the number itself."""
        return self.straight.cost

    def moved_to(self, value: float) -> Ripple:
        """Move the number and follow what that does, layer by layer, to the cost."""
        base, lever = self.base, self.lever
        before = lever.read(base)
        amount = value - before
        moved = moved_pass(base, lever, value)
        noise = self._noise_of(moved, amount)
        row = lever.sample - 1
        layers: list[RippleLayer] = []
        kinks: list[tuple[int, int]] = []
        for index in range(lever.unmoved, base.network.depth):
            said, known_to = self.straight.layers[index], noise.layers[index]
            assert said is not None
            assert known_to is not None
            here, there = base.layers[index], moved.layers[index]
            doubt = None if self.doubt is None else self.doubt.layers[index]
            after = layer_stages(there)
            stages = {
                kind: _changes(
                    _row(old, row),
                    _row(after[kind], row),
                    _times(_row(said.stages[kind], row), amount),
                    _row(known_to[kind], row),
                    (
                        _none_of(old, row)
                        if doubt is None
                        else _times(_row(doubt[kind], row), abs(amount))
                    ),
                )
                for kind, old in layer_stages(here).items()
            }
            layers.append(RippleLayer(index + 1, stages))
            kinks += [(index + 1, unit) for unit in _crossed(here, there)]
        predicted = scaled_product((self.slope, ScaledNumber(amount)))
        told = ScaledNumber(_cost_difference(base, moved))
        of_slope = ScaledNumber(0.0) if self.doubt is None else self.doubt.cost
        told_to = scaled_product((of_slope, ScaledNumber(abs(amount))))
        cost = Change(told, predicted, noise.cost, told_to)
        return Ripple(lever, before, value, base, moved, tuple(layers), cost, tuple(kinks), noise)

    def _noise_of(self, moved: ForwardPass, amount: float) -> Rounding:
        """What rounding hides of the difference: beyond small moves the numbers of the moved pass
        may be far larger, and rounded more coarsely, than those before."""
        if abs(amount) <= _SMALL_MOVE or moved.overflow_layer is not None:
            return self.noise
        return both(self.noise, rounding(moved, self.lever.unmoved))


def ripple(base: ForwardPass, lever: Lever, value: float) -> Ripple:
    """Take hold of `lever`, move it to `value` and follow what that does to the cost."""
    return Hold.of(base, lever).moved_to(value)


def negative(number: ScaledNumber) -> ScaledNumber:
    """The number with the other sign."""
    return ScaledNumber(-number.mantissa, number.exponent)


def _cost_difference(base: ForwardPass, moved: ForwardPass) -> float:
    before, after = float(base.cost), float(moved.cost)
    return after - before if math.isfinite(before) and math.isfinite(after) else math.nan


def _none_of(like: ScaledArray, row: int) -> ScaledArray:
    return ScaledArray(np.zeros_like(like.array[row]))


def _row(array: ScaledArray, row: int) -> ScaledArray:
    return ScaledArray(array.array[row], array.exponent)


def _times(array: ScaledArray, amount: float) -> ScaledArray:
    mantissa, exponent = math.frexp(amount)
    return ScaledArray(array.array * mantissa, array.exponent + exponent)


def _changes(
    before: ScaledArray,
    after: ScaledArray,
    predicted: ScaledArray,
    noise: ScaledArray,
    doubt: ScaledArray,
) -> Changes:
    with np.errstate(invalid="ignore", over="ignore"):
        actual = subtracted(after, before)
    return Changes(actual, predicted, noise, doubt)


def _crossed(before: ForwardLayer, after: ForwardLayer) -> list[int]:
    """The units (from 1) where what f takes went over a kink, or off one that it stood on."""
    rule = before.rule
    old, new = _argument(before), _argument(after)
    crossed = np.zeros(old.shape, np.bool_)
    for point in rule.rule.kinks(**rule.options):
        crossed |= ((old > point) != (new > point)) | ((old == point) & (new != old))
    return [int(unit) + 1 for unit in np.flatnonzero(crossed.any(axis=0))]


def _argument(layer: ForwardLayer) -> Array:
    return ScaledArray(layer.argument, int(layer.exponent)).plain
