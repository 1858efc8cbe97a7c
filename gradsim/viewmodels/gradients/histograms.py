"""How the numbers of one layer are spread: a, f′(z) and δ in bins, with what fits into none."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardLayer
from gradsim.engine.scaling import LOG10_2
from gradsim.viewmodels.simulation import SimulationResult

Floats = npt.NDArray[np.float64]

MOST_BINS: Final = 40
KINDS: Final = ("activation", "slope", "delta")
_PLAIN = (-3, 4)
_HALVES = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)


class Histogram(Struct, frozen=True, eq=False):
    """Counts of one kind of number in one layer.

    Attributes
    ----------
    edges : (bins + 1,) float64
        In units of 10^power; log₁₀|value| where `log` is set. No bin where there is nothing to
        bin.
    counts : (bins,) int64
    zeros, lost : int
        Exact zeros left out of a log histogram; infinite and undefined numbers.
    vanished : int
        Zeros that prove nothing: what they stand for was too small for a float on its way. A log
        histogram leaves them out, too.
    total : int
        All numbers, whatever they are.
    """

    edges: Floats
    counts: npt.NDArray[np.int64]
    total: int
    power: int = 0
    log: bool = False
    zeros: int = 0
    lost: int = 0
    vanished: int = 0

    @property
    def apart(self) -> int:
        """How many numbers of a log histogram stand in the slot beside the decades."""
        return self.zeros + self.vanished if self.log else 0

    @property
    def centers(self) -> Floats:
        """The middle of each bin."""
        return np.asarray((self.edges[:-1] + self.edges[1:]) / 2)


def layer_histogram(
    result: SimulationResult, layer: int, kind: str, *, log: bool = False
) -> Histogram | None:
    """The histogram of layer `layer` (from 1) over the samples of the result's scope.

    `kind` is ``activation`` (a), ``slope`` (f′(z)) or ``delta`` (δ); None where the layer has no
    elementwise f′ (softmax).
    """
    if kind == "activation":
        passed = result.forward.layers[layer - 1]
        return histogram(passed.activation, int(passed.exponent), log=log)
    if (
        kind == "slope"
        and not activation_of(result.project.layers[layer - 1].activation).elementwise
    ):
        return None
    # They come from the last layer down.
    first = bisect_left(result.factors, -layer, key=lambda each: -each.layer)
    passed = result.forward.layers[layer - 1]
    if kind == "slope":
        return histogram(passed.slope, log=log)
    # δ = ∂C/∂z is what meets the weights, whatever stands between f′ and z.
    factor = next(each for each in result.factors[first:] if each.kind is FactorKind.weights)
    doubted = _doubted(passed) if bool(factor.arriving.underflow) else None
    exponent = int(factor.upstream_exponent)
    return histogram(factor.upstream, exponent, log=log, doubted=doubted)


def _doubted(passed: ForwardLayer) -> npt.NDArray[np.bool_]:
    """Which zeros of a lost δ prove nothing, (samples, units): all but those that f′ made, where
    f is flat on an interval and z is known."""
    believed = np.zeros(passed.pre_activation.shape, np.bool_)
    if passed.inner is None and passed.rule.rule.flat and not passed.underflow.any():
        believed |= passed.slope == 0.0
    return ~believed


def histogram(
    values: npt.NDArray[Any],
    exponent: int = 0,
    *,
    log: bool = False,
    doubted: npt.NDArray[np.bool_] | None = None,
) -> Histogram:
    """Bin values·2^exponent, or their log₁₀|·|; works far outside the range of float64.

    `doubted`, of the shape of `values`, says where a zero need not be one, because the value may
    have been lost on its way.
    """
    flat = np.asarray(values, dtype=np.float64).ravel()
    finite = flat[np.isfinite(flat)]
    zeros = int(finite.size - np.count_nonzero(finite))
    vanished = 0 if doubted is None else int(np.count_nonzero(doubted.ravel() & (flat == 0.0)))
    bins = min(MOST_BINS, max(6, math.ceil(2 * math.sqrt(finite.size))))
    lost = flat.size - finite.size
    if log:
        nonzero = np.abs(finite[finite != 0.0])
        logs = np.log10(nonzero) + exponent * LOG10_2
        edges = _decade_edges(logs, bins)
        counts = _counts(logs, edges)
        return Histogram(edges, counts, flat.size, 0, True, zeros - vanished, lost, vanished)
    if not finite.size:
        return Histogram(np.zeros(1), np.zeros(0, np.int64), flat.size, lost=lost)
    low, high = float(finite.min()), float(finite.max())
    largest = max(abs(low), abs(high))
    power = 0
    if largest > 0.0:
        magnitude = math.floor(math.log10(largest) + exponent * LOG10_2)
        power = magnitude if not _PLAIN[0] <= magnitude <= _PLAIN[1] else 0
    if power or exponent:
        # One factor near 1 instead of two that could overflow or vanish.
        finite = _scaled(finite, exponent, power)
        low, high = float(finite.min()), float(finite.max())
    edges = _linear_edges(low, high, bins)
    counts = _counts(finite, edges)
    return Histogram(edges, counts, flat.size, power, lost=lost, vanished=vanished)


def _scaled(values: Floats, exponent: int, power: int) -> Floats:
    """values·2^exponent / 10^power without leaving the range on the way."""
    shift = exponent - round(power / LOG10_2)
    rest = 2.0 ** (round(power / LOG10_2) - power / LOG10_2)
    return np.asarray(np.ldexp(values, shift) * rest)


def _linear_edges(low: float, high: float, bins: int) -> Floats:
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-300):
        # One value alone: its bar between two empty ones at either side.
        width = max(abs(low), 0.1) / 10
        return np.asarray(low + width * (np.arange(6.0) - 2.5), dtype=np.float64)
    return np.linspace(low, high, bins + 1)


def _decade_edges(logs: Floats, bins: int) -> Floats:
    """Bins of a round fraction or number of decades."""
    if not logs.size:
        return np.zeros(1)
    low, high = float(logs.min()), float(logs.max())
    width = next((each for each in _HALVES if (high - low) / each <= bins), _HALVES[-1])
    first = math.floor(low / width + 1e-9)
    count = max(math.floor(high / width + 1e-9) - first + 1, 1)
    if count == 1:
        # One bar alone stands between two empty ones at either side.
        first, count = first - 2, 5
    return np.asarray((np.arange(count + 1) + first) * width, dtype=np.float64)


def _counts(values: Floats, edges: Floats) -> npt.NDArray[np.int64]:
    """How many values fall between equally spaced edges; the last edge belongs to the last bin."""
    bins = len(edges) - 1
    if not values.size or not bins:
        return np.zeros(bins, np.int64)
    position = (values - edges[0]) * (bins / (edges[-1] - edges[0]))
    index = np.clip(position.astype(np.int64), 0, bins - 1)
    return np.bincount(index, minlength=bins)
