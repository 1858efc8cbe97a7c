"""All parameters of a network as one vector, so that an update rule is a few calls, not many."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network

Array = npt.NDArray[Any]


class FlatParameters:
    """W^(1), b^(1), W^(2), … one behind the other in `vector`, float64.

    `views` are the arrays of the passes, which show `vector` as it now is; `weights` and `biases`
    are the slices of each layer, `starts` where they begin, weights and biases in turn.
    """

    def __init__(self, network: Network, vector: Array) -> None:
        self.vector = vector
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
        self.views = Parameters(tuple(weights), tuple(biases))

    @classmethod
    def of(cls, network: Network, parameters: Parameters) -> FlatParameters:
        """A copy of `parameters`, without ensemble axes."""
        pairs = zip(parameters.weights, parameters.biases, strict=True)
        arrays = [array.ravel() for pair in pairs for array in pair]
        return cls(network, np.concatenate(arrays).astype(np.float64))

    def frozen(self) -> Parameters:
        """The parameters as they now are, as arrays of their own."""

        def kept(array: Array) -> Array:
            copy = array.copy()
            copy.setflags(write=False)
            return copy

        return Parameters(tuple(map(kept, self.views.weights)), tuple(map(kept, self.views.biases)))
