"""All parameters of a network as one vector, so that an update rule is a few calls, not many."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.remedies import RemedyValues, normalization_of
from gradsim.engine.remedies.drawing import normalized_units
from gradsim.engine.remedies.following import followed_statistics

Array = npt.NDArray[Any]


class FlatParameters:
    """W^(1), b^(1), W^(2), … one behind the other in `vector`, then γ and β of the layers that
    normalize, float64.

    `views` are the arrays of the passes, which show `vector` as it now is; `weights` and `biases`
    are the slices of each layer, `starts` where they begin, weights and biases in turn; `scales`
    and `shifts` are those of γ and β by the index of the layer. `running` holds the running
    statistics, which are followed and not learned.

    Parameters
    ----------
    fixed : what the remedies have besides: projections, seeds, running statistics; empty for
        vectors that are no parameters, such as gradients.
    """

    def __init__(
        self, network: Network, vector: Array, fixed: tuple[RemedyValues | None, ...] = ()
    ) -> None:
        self.network, self.vector = network, vector
        self.weights: list[slice] = []
        self.biases: list[slice] = []
        weights, biases, start = [], [], 0
        for fan_in, fan_out in zip(network.widths, network.widths[1:], strict=False):
            middle, end = start + fan_in * fan_out, start + fan_in * fan_out + fan_out
            self.weights.append(slice(start, middle))
            self.biases.append(slice(middle, end))
            weights.append(vector[start:middle].reshape(fan_out, fan_in))
            biases.append(vector[middle:end])
            start = end
        pairs = zip(self.weights, self.biases, strict=True)
        self.starts = [place.start for pair in pairs for place in pair]
        self.scales, self.shifts = learned_places(network, start)
        self.running = _running(fixed)
        remedies = self._remedies(fixed) if not network.plain else ()
        self.views = Parameters(tuple(weights), tuple(biases), remedies)

    @classmethod
    def of(cls, network: Network, parameters: Parameters) -> FlatParameters:
        """A copy of `parameters`, without ensemble axes."""
        pairs = zip(parameters.weights, parameters.biases, strict=True)
        arrays = [array.ravel() for pair in pairs for array in pair]
        for values in parameters.remedies:
            if values is not None:
                arrays += [each for each in (values.scale, values.shift) if each is not None]
        return cls(network, np.concatenate(arrays).astype(np.float64), parameters.remedies)

    def weight_mask(self) -> Array:
        """1 where the vector holds a weight, 0 elsewhere."""
        mask = np.zeros(len(self.vector))
        for place in self.weights:
            mask[place] = 1.0
        return mask

    def frozen(self) -> Parameters:
        """The parameters as they now are, as arrays of their own."""
        views = self.views
        remedies = tuple(
            None if values is None else _kept_values(values) for values in views.remedies
        )
        return Parameters(
            tuple(map(_kept, views.weights)), tuple(map(_kept, views.biases)), remedies
        )

    def follow(self, passed: ForwardPass) -> None:
        """Move the running statistics by what batch normalization saw in a pass in training."""
        present = self.views.remedies
        for values, after in zip(present, followed_statistics(passed, present), strict=True):
            if values is None or after is None or after is values:
                continue
            assert values.running_mean is not None
            assert values.running_variance is not None
            values.running_mean[:] = after.running_mean
            values.running_variance[:] = after.running_variance

    def _remedies(self, fixed: tuple[RemedyValues | None, ...]) -> tuple[RemedyValues | None, ...]:
        found: list[RemedyValues | None] = []
        start = 0
        for index, layer in enumerate(self.network.layers):
            values = (fixed[index] if fixed else None) or RemedyValues()
            changes: dict[str, Array] = {}
            if index in self.scales:
                changes["scale"] = self.vector[self.scales[index]]
            if index in self.shifts:
                changes["shift"] = self.vector[self.shifts[index]]
            for name in ("running_mean", "running_variance"):
                array = getattr(values, name)
                if array is not None:
                    changes[name] = self.running[start : start + array.size]
                    start += array.size
            found.append(None if layer.plain else replace(values, **changes))
        return tuple(found)


def all_finite(vector: Array) -> bool:
    """Whether every number of a vector is finite."""
    # One dot product is quicker; it overflows alone where the numbers are beyond 1e154.
    return math.isfinite(vector.dot(vector)) or bool(np.isfinite(vector).all())


def learned_places(network: Network, start: int) -> tuple[dict[int, slice], dict[int, slice]]:
    """Where γ and β of each layer lie behind `start`, by the index of the layer."""
    scales: dict[int, slice] = {}
    shifts: dict[int, slice] = {}
    for index, layer in enumerate(network.layers):
        if layer.normalization is None:
            continue
        units = normalized_units(network, index + 1)
        scales[index] = slice(start, start + units)
        start += units
        if normalization_of(layer.normalization).shifts:
            shifts[index] = slice(start, start + units)
            start += units
    return scales, shifts


def _running(fixed: tuple[RemedyValues | None, ...]) -> Array:
    arrays = [
        array
        for values in fixed
        if values is not None
        for array in (values.running_mean, values.running_variance)
        if array is not None
    ]
    return np.concatenate(arrays).astype(np.float64) if arrays else np.empty(0)


def _kept(array: Array) -> Array:
    copy = array.copy()
    copy.setflags(write=False)
    return copy


def _kept_values(values: RemedyValues) -> RemedyValues:
    names = ("scale", "shift", "running_mean", "running_variance")
    copies = {name: _kept(array) for name in names if (array := getattr(values, name)) is not None}
    return replace(values, **copies)
