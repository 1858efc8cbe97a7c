"""Two runs factor by factor: what each does to the size of the gradient, from the cost down."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.attribution import decades_between
from gradsim.engine.measurement import Measurement
from gradsim.viewmodels.step.walk.steps import FAMILY_OF, Family, StepKind

OF_A_LAYER: Final = (
    StepKind.ACTIVATION,
    StepKind.WEIGHTS,
    StepKind.BIAS,
    StepKind.PREVIOUS_ACTIVATION,
)
"""The factors of one layer, in the order of the chain."""
REMEDIES: Final = StepKind.NORMALIZATION
"""Stands for all that a layer's remedies do together."""
BRANCHES: Final = (StepKind.WEIGHTS, StepKind.BIAS)

Floats = npt.NDArray[np.float64]


class FactorRow(Struct, frozen=True):
    """One factor of the chain in two runs whose layers are counted from the cost down.

    layers : the layer (from 1) in either run; None where it has none so far from its cost.
    decades : log₁₀ of norm that is left over norm that arrived; nan where an end is 0 or unknown.
    sums : the same from the cost through this factor: log₁₀ of the norm that is left. With
        remedies f′ and W stand for what they alone do, and the remedies of the layer together for
        the rest; the sums are then those at δ and at the end of the layer.
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


def kinds_of(*measurements: Measurement | None) -> tuple[StepKind, ...]:
    """The rows of one layer: with one for remedies where a run has any."""
    with_remedies = any(each is not None and each.columns.own is not None for each in measurements)
    return (*OF_A_LAYER, REMEDIES) if with_remedies else OF_A_LAYER


def row_of(kind: StepKind, from_cost: int, kinds: tuple[StepKind, ...] = OF_A_LAYER) -> int | None:
    """The index of a factor, its layer counted from the output's 0, in :func:`factor_rows`.

    None where `kinds` (of :func:`kinds_of`) has no row for it.
    """
    if kind in (StepKind.COST, StepKind.COST_VALUE):
        return 0
    if kind is StepKind.SHORTCUT:
        kind = StepKind.ACTIVATION
    elif kind is StepKind.PENALTY:
        kind = StepKind.WEIGHTS
    elif FAMILY_OF[kind] is Family.REMEDY:
        kind = REMEDIES
    return 1 + len(kinds) * from_cost + kinds.index(kind) if kind in kinds else None


def factor_rows(first: Measurement | None, second: Measurement | None) -> tuple[FactorRow, ...]:
    """Every factor of both chains: the cost's, then layer by layer from the output down."""
    kinds = kinds_of(first, second)
    columns = [_Chain.of(each) for each in (first, second)]
    depth = max((0 if each is None else each.depth) for each in columns)
    rows = [_row(StepKind.COST, 0, columns)] if depth else []
    for offset in range(depth):
        rows += [_row(kind, offset, columns) for kind in kinds]
    # The chain ends at the first layer's weights: below it nothing is left to multiply.
    return tuple(row for row in rows if row.layers != (None, None))


def factor_at(
    measurement: Measurement, row: int, kinds: tuple[StepKind, ...] = OF_A_LAYER
) -> float | None:
    """What the factor of row `row` does in one run, in decades; None where it has none there.

    nan where an end is 0 or unknown.
    """
    chain = _Chain.of(measurement)
    assert chain is not None
    from_cost, index = divmod(row - 1, len(kinds))
    kind, from_cost = (kinds[index], from_cost) if row else (StepKind.COST, 0)
    layer = chain.layer(kind, from_cost)
    return None if layer is None else float(chain.decades[kind][layer - 1])


class _Chain(Struct, frozen=True, eq=False):
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
        activation, passed = decades_between(delta, arriving), decades_between(previous, delta)
        remedies = np.zeros(len(delta))
        if columns.own is not None:
            activation, passed, remedies = columns.own
        return cls(
            len(delta),
            {
                StepKind.COST: arriving,
                StepKind.ACTIVATION: delta,
                StepKind.WEIGHTS: weights,
                StepKind.BIAS: biases,
                StepKind.PREVIOUS_ACTIVATION: previous,
                REMEDIES: previous,
            },
            {
                StepKind.COST: np.where(np.isfinite(arriving), arriving, math.nan),
                StepKind.ACTIVATION: activation,
                StepKind.WEIGHTS: decades_between(weights, delta),
                StepKind.BIAS: decades_between(biases, delta),
                StepKind.PREVIOUS_ACTIVATION: passed,
                REMEDIES: remedies,
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
