"""Two runs factor by factor: what each does to the size of the gradient, from the cost down."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from gradsim.engine.attribution import decades_between
from gradsim.engine.measurement import Measurement
from gradsim.viewmodels.step.steps import StepKind

OF_A_LAYER: Final = (
    StepKind.ACTIVATION,
    StepKind.WEIGHTS,
    StepKind.BIAS,
    StepKind.PREVIOUS_ACTIVATION,
)
"""The factors of one layer, in the order of the chain."""
BRANCHES: Final = (StepKind.WEIGHTS, StepKind.BIAS)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor of the chain in two runs whose layers are counted from the cost down.

    layers : the layer (from 1) in either run; None where it has none so far from its cost.
    decades : log₁₀ of norm that is left over norm that arrived; nan where an end is 0 or unknown.
    sums : the same from the cost through this factor: log₁₀ of the norm that is left.
    """

    kind: StepKind
    layers: tuple[int | None, int | None]
    decades: tuple[float, float]
    sums: tuple[float, float]

    @property
    def difference(self) -> float:
        """Second minus first, in decades."""
        return self.decades[1] - self.decades[0]

    @property
    def sum_difference(self) -> float:
        """Second minus first of what is left, in decades."""
        return self.sums[1] - self.sums[0]


def row_of(kind: StepKind, from_cost: int) -> int:
    """The index of a factor, its layer counted from the output's 0, in :func:`factor_rows`."""
    if kind in (StepKind.COST, StepKind.COST_VALUE):
        return 0
    if kind is StepKind.SHORTCUT:
        kind = StepKind.ACTIVATION
    return 1 + len(OF_A_LAYER) * from_cost + OF_A_LAYER.index(kind)


def factor_rows(first: Measurement | None, second: Measurement | None) -> tuple[FactorRow, ...]:
    """Every factor of both chains: the cost's, then layer by layer from the output down."""
    columns = [_Chain.of(each) for each in (first, second)]
    depth = max((0 if each is None else each.depth) for each in columns)
    rows = [_row(StepKind.COST, 0, columns)] if depth else []
    for offset in range(depth):
        rows += [_row(kind, offset, columns) for kind in OF_A_LAYER]
    # The chain ends at the first layer's weights: below it nothing is left to multiply.
    return tuple(row for row in rows if row.layers != (None, None))


@dataclass(frozen=True, slots=True, eq=False)
class _Chain:
    """log₁₀ of what each factor of one run leaves and what it does, (L,) each, layer 1 first."""

    depth: int
    sums: dict[StepKind, Floats]
    decades: dict[StepKind, Floats]

    @classmethod
    def of(cls, measurement: Measurement | None) -> _Chain | None:
        if measurement is None:
            return None
        columns = measurement.columns
        arriving, delta = (columns.log10(name, "l2") for name in ("activation_gradient", "delta"))
        weights, biases = (
            columns.log10(name, "l2") for name in ("weight_gradient", "bias_gradient")
        )
        previous = np.concatenate([[math.nan], arriving[:-1]])
        return cls(
            len(delta),
            {
                StepKind.COST: arriving,
                StepKind.ACTIVATION: delta,
                StepKind.WEIGHTS: weights,
                StepKind.BIAS: biases,
                StepKind.PREVIOUS_ACTIVATION: previous,
            },
            {
                StepKind.COST: np.where(np.isfinite(arriving), arriving, math.nan),
                StepKind.ACTIVATION: decades_between(delta, arriving),
                StepKind.WEIGHTS: decades_between(weights, delta),
                StepKind.BIAS: decades_between(biases, delta),
                StepKind.PREVIOUS_ACTIVATION: decades_between(previous, delta),
            },
        )

    def layer(self, kind: StepKind, offset: int) -> int | None:
        """The layer so far from the cost, if it has such a factor."""
        layer = self.depth - offset
        lowest = 2 if kind is StepKind.PREVIOUS_ACTIVATION else 1
        return layer if layer >= lowest else None


def _row(kind: StepKind, offset: int, chains: list[_Chain | None]) -> FactorRow:
    layers = [None if each is None else each.layer(kind, offset) for each in chains]
    decades, sums = [math.nan, math.nan], [math.nan, math.nan]
    for side, (chain, layer) in enumerate(zip(chains, layers, strict=True)):
        if chain is not None and layer is not None:
            decades[side] = float(chain.decades[kind][layer - 1])
            sums[side] = float(chain.sums[kind][layer - 1])
    return FactorRow(kind, (layers[0], layers[1]), (decades[0], decades[1]), (sums[0], sums[1]))
