"""What tells the units of a layer apart: their numbers on the way in, inside, and on the way out.

A residual connection between layers of equal width adds unit i of the one to unit i of the other,
so the layers that such connections join stand or fall together: their units i and j are copies in
all of them or in none. Where the first of them is fed by the input itself, or the last of them is
the output, x or the targets tell the units apart.

Dropout draws other masks for each unit at each step of training, so its units are no copies even
where one mask happens to agree. In evaluation nothing is masked; there they compute the same
number, but training would still part them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy.typing as npt

from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Layer, Network
from gradsim.engine.remedies.learned import RemedyValues

Array = npt.NDArray[Any]

_NO_VALUES = RemedyValues()


class UnitNumbers:
    """The numbers of a network as its units stand in them: arrays with one row per unit.

    Layers are counted from 1.
    """

    def __init__(self, network: Network, parameters: Parameters) -> None:
        self.network = network
        self._parameters = parameters
        self._joined: list[range | None] = []
        first = 1
        for number in range(1, network.depth + 1):
            if number == network.depth or not self.adds_itself(number + 1):
                open_end = number == network.depth or self.adds_itself(first)
                joined = None if open_end else range(first, number + 1)
                self._joined += [joined] * (number + 1 - first)
                first = number + 1

    def joined(self, layer: int) -> range | None:
        """The layers whose units are copies only together with those of `layer`, itself included.

        None where the input or the output is one of them.
        """
        return self._joined[layer - 1]

    def adds_itself(self, layer: int) -> bool:
        """Whether a residual connection adds each unit below `layer` to the same unit of it."""
        here = self.network.layers[layer - 1]
        return here.residual is not None and self.network.fan_in(layer) == here.units

    def masked(self, layer: int) -> bool:
        """Whether dropout masks the units of `layer` in training."""
        after = self._next(layer)
        before_the_next = after is not None and bool(after.dropout) and after.activates_first
        return before_the_next or self.masked_inside(layer)

    def masked_inside(self, layer: int) -> bool:
        """Whether the mask lies in the layer, and not only before the W of the next one."""
        here = self.network.layers[layer - 1]
        return bool(here.dropout) and not here.activates_first

    def incoming(self, layer: int) -> Iterator[Array]:
        """What makes the number that a unit computes: W, b, γ and β where they follow W, and P.

        In evaluation the running statistics of batch normalization, too.
        """
        yield self._parameters.weights[layer - 1]
        yield self._parameters.biases[layer - 1][:, None]
        if not self.network.layers[layer - 1].activates_first:
            yield from self._normalization(layer)
        projection = self._values(layer).projection
        if projection is not None:
            yield projection

    def outgoing(self, layer: int) -> Iterator[Array]:
        """What meets the number on its way on: the next W, γ and β where they precede it, and P."""
        after = self._next(layer)
        if after is None:
            return
        yield self._parameters.weights[layer].T
        if after.activates_first:
            yield from self._normalization(layer + 1)
        projection = self._values(layer + 1).projection
        if projection is not None:
            yield projection.T

    def weights(self, layer: int) -> Iterator[Array]:
        """W, b and the next W alone, without what remedies bring."""
        yield self._parameters.weights[layer - 1]
        yield self._parameters.biases[layer - 1][:, None]
        if layer < self.network.depth:
            yield self._parameters.weights[layer].T

    def normalizations(self, layer: int) -> Iterator[Array]:
        """γ and β (in evaluation the running statistics, too) that the units of `layer` meet."""
        if not self.network.layers[layer - 1].activates_first:
            yield from self._normalization(layer)
        after = self._next(layer)
        if after is not None and after.activates_first:
            yield from self._normalization(layer + 1)

    def _normalization(self, layer: int) -> Iterator[Array]:
        values = self._values(layer)
        numbers = [values.scale, values.shift]
        if self.network.evaluating:
            numbers += [values.running_mean, values.running_variance]
        for each in numbers:
            if each is not None:
                yield each[:, None]

    def _next(self, layer: int) -> Layer | None:
        return None if layer == self.network.depth else self.network.layers[layer]

    def _values(self, layer: int) -> RemedyValues:
        remedies = self._parameters.remedies
        return (remedies[layer - 1] if remedies else None) or _NO_VALUES
