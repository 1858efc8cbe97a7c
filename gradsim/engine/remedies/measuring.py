"""The statistics of a network with remedies, whose layers differ in their factors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.attribution import Attribution, decades_between
from gradsim.engine.chain import REMEDY_KINDS, ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.layer_measurement import LayerMeasurement
from gradsim.engine.reductions import reductions_for
from gradsim.engine.scaling import shifted
from gradsim.engine.statistics import Magnitude

Array = npt.NDArray[Any]

SIDE_KINDS = frozenset(
    {
        FactorKind.weights,
        FactorKind.bias,
        FactorKind.normalization_scale,
        FactorKind.normalization_shift,
    }
)
"""Factors whose product is a gradient and not carried further back."""


def measure_layers(
    forward: ForwardPass, factors: Iterable[ChainFactor]
) -> tuple[LayerMeasurement, ...]:
    """The layers 1..L of one traversal of `forward`."""
    gatherer = _Gatherer(forward)
    for factor in factors:
        gatherer.take(factor)
    return gatherer.layers()


class _Gatherer:
    """Takes factor after factor, keeps of each only its size."""

    def __init__(self, forward: ForwardPass) -> None:
        arithmetic, widths = forward.arithmetic, forward.network.widths
        self._forward = forward
        gradients, outputs, fed = (
            reductions_for(arithmetic, forward.samples, widths) for _ in range(3)
        )
        self._gradients, self._outputs, self._fed = gradients, outputs, fed
        self._trail: list[tuple[FactorKind, int, int, int]] = []
        """Kind, layer, and which of the magnitudes arrived and was left."""
        self._taken = 0
        self._carried = 0
        self._sloped = forward.network.depth + 1

    def take(self, factor: ChainFactor) -> None:
        """Take one factor of the traversal."""
        self._gradients.take(factor.left)
        place, self._taken = self._taken, self._taken + 1
        kind, number = factor.kind, factor.layer
        passed = self._forward.layers[number - 1]
        if kind is FactorKind.cost:
            self._outputs.take_activation(passed.activation)
            self._trail.append((kind, number, place, place))
            return
        self._trail.append((kind, number, self._carried, place))
        if kind is FactorKind.weights:
            self._fed.take_activation(factor.local)
            if number > 1:
                self._outputs.take_activation(self._forward.layers[number - 2].activation)
            if passed.inner is not None and passed.inner.activates_first:
                self._take_slope(number, None)
        elif kind is FactorKind.activation:
            self._take_slope(number, factor.local_rule)
        if kind not in SIDE_KINDS:
            self._carried = place

    def _take_slope(self, number: int, slope: Any) -> None:
        """Once for each layer, in their order."""
        if number < self._sloped:
            passed = self._forward.layers[number - 1]
            slope = passed.slope if slope is None else slope
            if passed.rule.saturated_below is not None:
                # Before the first W, f meets the inputs, which all members share.
                slope = self._forward.arithmetic.broadcast(slope)
            self._gradients.take_slope(slope, passed.rule)
            self._sloped = number

    def layers(self) -> tuple[LayerMeasurement, ...]:
        """What was taken, from layer 1 on."""
        forward, network = self._forward, self._forward.network
        sizes = self._gradients.magnitudes()
        left = {(kind, number): sizes[place] for kind, number, _, place in self._trail}
        arrived = {(kind, number): sizes[at] for kind, number, at, _ in self._trail}
        parts, own = self._parts(sizes)
        # The gradient that reaches a layer is what the last factor of the one above left.
        reaching = {network.depth: sizes[0]}
        for kind, number, _, place in self._trail:
            if kind not in SIDE_KINDS and kind is not FactorKind.cost:
                reaching[number - 1] = sizes[place]
        found: list[LayerMeasurement] = []
        next_delta: Magnitude | None = None
        zero, kept = forward.arithmetic.zero, forward.arithmetic.kept
        columns = zip(
            self._outputs.moments(), self._fed.moments(), self._gradients.fractions(), strict=True
        )
        for number, ((mean, std, _, _), (_, _, fed, further), (saturated, dead)) in zip(
            range(network.depth, 0, -1), columns, strict=True
        ):
            layer, passed = network.layers[number - 1], forward.layers[number - 1]
            if passed.exponent is not zero:
                mean, std = shifted(mean, passed.exponent), shifted(std, passed.exponent)
            exponent, underflow = zero, kept
            if number > 1 and passed.inner is None:
                before = forward.layers[number - 2]
                exponent, underflow = before.exponent, before.underflow
            exponent = exponent + further
            delta = arrived[FactorKind.weights, number]
            found.append(
                LayerMeasurement(
                    number, layer.units, layer.activation.name,
                    left[FactorKind.weights, number], left[FactorKind.bias, number],
                    delta, reaching[number], mean, std, saturated, dead, next_delta,
                    fed, exponent, underflow, parts[number], own[number],
                )
            )  # fmt: skip
            next_delta = delta
        return tuple(reversed(found))

    def _parts(
        self, sizes: list[Magnitude]
    ) -> tuple[dict[int, Attribution], dict[int, Attribution]]:
        """Of each layer l the decades between δ^(l+1) and δ^(l), and those of its own factors,
        between ∂C/∂a^(l) and ∂C/∂a^(l−1)."""
        numbers = range(1, self._forward.network.depth + 1)
        none = np.zeros(self._forward.arithmetic.shape)
        between = {number: [none, none, none] for number in numbers}
        own = {number: [none, none, none] for number in numbers}
        reached = self._forward.network.depth
        for kind, number, arrived, left in self._trail:
            if kind is FactorKind.weights:
                reached = number - 1
            if kind in SIDE_KINDS or kind is FactorKind.cost:
                continue
            decades = decades_between(sizes[left].log10_l2, sizes[arrived].log10_l2)
            part = 2 if kind in REMEDY_KINDS else int(kind is FactorKind.previous_activation)
            own[number][part] = own[number][part] + decades
            if reached:
                between[reached][part] = between[reached][part] + decades
        return (
            {number: Attribution(*parts) for number, parts in between.items()},
            {number: Attribution(*parts) for number, parts in own.items()},
        )
