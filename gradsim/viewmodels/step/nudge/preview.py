"""The moved network as the diagram shows it: the value of each unit, and its change."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gradsim.engine.forward import ForwardPass
from gradsim.engine.scaled_arrays import ScaledArray, subtracted
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.diagram.hits import Target
from gradsim.viewmodels.step.diagram.text import short_number
from gradsim.viewmodels.step.nudge.levers import lever_symbol, target_of
from gradsim.viewmodels.step.nudge.told import known
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL

if TYPE_CHECKING:
    from gradsim.engine.nudge.ripple import Ripple

Vector = NDArray[np.float64]


class Preview:
    """One ripple beside the result that it started from; arrays are made when asked for.

    Of a batch that passes as one they are means over its samples, as the diagram's own numbers.
    """

    def __init__(self, result: SimulationResult, ripple: Ripple) -> None:
        self.result = result
        self.ripple = ripple
        self._first = ripple.base.network.depth + 1 - len(ripple.layers)
        self._values: dict[int, Vector] = {}
        self._changes: dict[int, Vector] = {}
        self._noise: dict[int, Vector] = {}

    @property
    def target(self) -> Target:
        """The thing that is moved."""
        return target_of(self.ripple.lever, self.ripple.base.network)

    @property
    def cost(self) -> float:
        """C of the moved network."""
        return float(self.ripple.moved.cost)

    @property
    def cost_text(self) -> str:
        """``ΔC = +0.00217``."""
        told = known(self.ripple.cost.actual, self.ripple.cost.noise)
        sign = "+" if self.ripple.cost.actual.mantissa > 0 and told[0] != "<" else ""
        return f"Δ{COST_SYMBOL.text} = {sign}{told}".replace("= <", "<")

    @property
    def label(self) -> str:
        """The moved number with its new value: ``w₂₁⁽³⁾ = 0.3``."""
        symbol = lever_symbol(self.ripple.lever, self.ripple.base.network)
        return f"{symbol.text} = {short_number(self.ripple.after, 4)}"

    def moves(self, layer: int) -> bool:
        """Whether numbers of this layer (0: the inputs) may be others now."""
        return self.ripple.lever.kind == "x" if layer == 0 else layer >= self._first

    def values(self, layer: int) -> Vector:
        """a of the moved network, (units,)."""
        if layer not in self._values:
            self._values[layer] = _mean(_values(self.ripple.moved, layer))
        return self._values[layer]

    def sums(self, layer: int) -> Vector:
        """z of the moved network, (units,)."""
        passed = self.ripple.moved.layers[layer - 1]
        return _mean(ScaledArray(passed.pre_activation, int(passed.exponent)))

    def changes(self, layer: int) -> Vector:
        """Δa, (units,)."""
        if layer not in self._changes:
            self._changes[layer] = self._change(layer)
        return self._changes[layer]

    def text(self, layer: int, unit: int) -> str:
        """The change of one unit with its sign, for the picture; empty where there is none that
        could be told from rounding."""
        change = float(self.changes(layer)[unit - 1])
        if self._is_noise(layer, unit, change):
            return ""
        sign = "+" if change > 0 else ""
        return f"{sign}{short_number(change, 2)}"

    def share(self, layer: int, unit: int) -> float:
        """How large the change is beside the unit's value, 0 to 1: the depth of its shade."""
        change = abs(float(self.changes(layer)[unit - 1]))
        if self._is_noise(layer, unit, change):
            return 0.0
        before = abs(float(self.values(layer)[unit - 1]) - change)
        if math.isnan(change):
            return 0.0
        size = max(abs(float(self.values(layer)[unit - 1])), before, change)
        return min(math.sqrt(change / size), 1.0) if math.isfinite(size) else 1.0

    def _is_noise(self, layer: int, unit: int, change: float) -> bool:
        if layer == 0 or change == 0.0:
            return change == 0.0
        if layer not in self._noise:
            known = self.ripple.noise.layers[layer - 1]
            assert known is not None
            # A mean over a batch is known no worse than the worst of its samples.
            last = list(known.values())[-1]
            self._noise[layer] = ScaledArray(last.array.max(axis=0), last.exponent).plain
        return abs(change) <= float(self._noise[layer][unit - 1])

    def _change(self, layer: int) -> Vector:
        moved, base = (_values(each, layer) for each in (self.ripple.moved, self.ripple.base))
        with np.errstate(invalid="ignore", over="ignore"):
            return _mean(subtracted(moved, base))


def _values(passed: ForwardPass, layer: int) -> ScaledArray:
    """a of a layer, or the inputs, (samples, units)."""
    if layer == 0:
        return ScaledArray(passed.inputs)
    there = passed.layers[layer - 1]
    return ScaledArray(there.activation, int(there.exponent))


def _mean(values: ScaledArray) -> Vector:
    """The mean over the samples, (units,); a single sample as it is."""
    array = values.array
    row = array[0] if len(array) == 1 else array.mean(axis=0)
    return np.asarray(ScaledArray(row, values.exponent).plain, np.float64)
