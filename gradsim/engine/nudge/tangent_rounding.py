"""How far a prediction can be told in a network with remedies: where parts of it cancel.

A normalization takes away what its entries have in common. What moves them all alike is moved by
exactly nothing after it, and computed as a few roundings of what was taken away.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.roundoff import Rounding
from gradsim.engine.nudge.sampled_rounding import Draws, end_of_branch, followed
from gradsim.engine.remedies import normalization_of
from gradsim.engine.scaled_arrays import ScaledArray, added, normalized, rooted, squared
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.tangent import Tangent, output_pull
from gradsim.engine.tangent_layer import Direction


def tangent_rounding(
    base: ForwardPass,
    direction: Direction,
    straight: Tangent,
    unchanged: int,
    cancelled: Callable[[], bool] | None = None,
) -> Rounding:
    """What rounding makes of `straight`, the tangent of `base` in `direction`.

    Parameters
    ----------
    unchanged : how many of the first layers do not move.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per layer.
    """
    stir = _Stirred(base, direction, straight)
    own, last = ScaledNumber(0.0), straight.layers[-1]
    if last is not None:
        pull, on_argument = output_pull(base)
        one = normalized(*pull)
        other = normalized(*(last.argument if on_argument else last.activation))
        norm = float(np.linalg.norm(one.array * other.array))
        own = ScaledNumber(stir.epsilon * norm, one.exponent + other.exponent)
    return followed(base, unchanged, stir, own, cancelled)


class _Stirred(Draws):
    """Adds to a stage what rounding makes of its movement."""

    def __init__(self, base: ForwardPass, direction: Direction, straight: Tangent) -> None:
        super().__init__(base)
        self._direction, self._straight = direction, straight

    def __call__(self, index: int, kind: FactorKind, moved: ScaledArray) -> ScaledArray:
        here = self._straight.layers[index]
        assert here is not None
        sizes = here.stages[kind]
        match kind:
            case FactorKind.weights:
                terms = self._terms_of_sum(index)
            case FactorKind.normalization:
                terms = self._terms_of_normalization(index)
            case FactorKind.residual:
                inner = self.base.layers[index].inner
                assert inner is not None
                assert inner.residual is not None
                branch = here.stages[end_of_branch(inner)]
                terms = ScaledArray(branch.array * inner.residual.scale, branch.exponent)
            case _:
                terms = None
        if terms is not None:
            sizes = rooted(added(squared(sizes), squared(terms)))
        return normalized(*added(moved, self.drawn(sizes)))

    def _below(self, index: int) -> ScaledArray | None:
        """da^(l−1)."""
        if index:
            below = self._straight.layers[index - 1]
            return None if below is None else below.activation
        inputs = self._direction.inputs
        return (
            None if inputs is None else ScaledArray(np.broadcast_to(inputs, self.base.inputs.shape))
        )

    def _terms_of_sum(self, index: int) -> ScaledArray | None:
        """√Σ(w da)²."""
        inner = self.base.layers[index].inner
        fed = self._below(index)
        if inner is not None and inner.activates_first:
            here = self._straight.layers[index]
            assert here is not None
            kind = FactorKind.activation if inner.mask is None else FactorKind.dropout
            fed = here.stages[kind]
        if fed is None:
            return None
        squares = squared(fed)
        weights = self.base.parameters.weights[index]
        return rooted(ScaledArray(squares.array @ (weights**2).T, squares.exponent))

    def _terms_of_normalization(self, index: int) -> ScaledArray | None:
        """γ/√(v+ε) times the root of dx², its mean, and what it has along x̂."""
        inner = self.base.layers[index].inner
        choice = self.base.network.layers[index].normalization
        here = self._straight.layers[index]
        assert inner is not None
        assert inner.normalized is not None
        assert choice is not None
        assert here is not None
        entering = self._below(index) if inner.activates_first else here.pre_activation
        if entering is None:
            return None
        passed = inner.normalized
        x, exponent = squared(entering)
        if passed.coupled:
            axis = -2 if normalization_of(choice).couples_samples else -1
            along = np.square(passed.standard)
            x = (
                x
                + np.mean(x, axis=axis, keepdims=True)
                + along * np.mean(x * along, axis=axis, keepdims=True)
            )
        root = rooted(ScaledArray(x, exponent))
        return ScaledArray(np.abs(passed.scale * passed.inverse) * root.array, root.exponent)
