"""L1 and L2: λ₁ Σ|w| and ½ λ₂ Σ w² over the weights, not the biases; and Ω beside them.

Sources: Hoerl & Kennard 1970 (L2), Tibshirani 1996 (L1); λw added to the gradient as
torch.optim's weight_decay is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import ChainFactor, FactorKind, Gradient, Variable
from gradsim.engine.forward import ForwardPass
from gradsim.engine.gradient_sum import gradient_sum
from gradsim.engine.initialization import Parameters
from gradsim.engine.penalties.pascanu import immediate_gradient

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Penalty:
    """λ₁, λ₂ and the weight of Pascanu's Ω; each 0 where there is none."""

    l1: float = 0.0
    l2: float = 0.0
    omega: float = 0.0

    @property
    def nothing(self) -> bool:
        """Whether no penalty is set."""
        return not (self.l1 or self.l2 or self.omega)

    def term(self, weights: Array) -> Array:
        """λ₁ sign w + λ₂ w, of the shape of `weights`; sign 0 = 0."""
        found = self.l2 * weights
        if self.l1:
            found = found + self.l1 * np.sign(weights)
        return np.asarray(found)

    def value(self, parameters: Parameters) -> float:
        """λ₁ Σ|w| + ½ λ₂ Σ w², without Ω."""
        return float(
            sum(
                self.l1 * np.abs(weights).sum() + 0.5 * self.l2 * np.square(weights).sum()
                for weights in parameters.weights
            )
        )


NO_PENALTY = Penalty()


def with_penalty(
    factors: Iterable[ChainFactor], forward: ForwardPass, penalty: Penalty
) -> Iterator[ChainFactor]:
    """The chain with one more term after each `weights`: what the penalty adds to ∂C/∂W^(l).

    Its local is λ₁ sign W + λ₂ W + λ_Ω ∂Ω/∂W, its upstream ∂C/∂W^(l), its product their sum.
    Without a penalty the factors come as they are.
    """
    if penalty.nothing:
        yield from factors
        return
    index = 0
    for factor in factors:
        yield factor._replace(index=index)
        index += 1
        if factor.kind is FactorKind.weights:
            yield _term(factor, forward, penalty, index)
            index += 1


def _term(factor: ChainFactor, forward: ForwardPass, penalty: Penalty, index: int) -> ChainFactor:
    weights = forward.parameters.weights[factor.layer - 1]
    term = penalty.term(weights)
    if penalty.omega and factor.layer > 1:
        _, pull = immediate_gradient(forward, factor.layer, factor.arriving)
        term = term + penalty.omega * pull
    arithmetic, arriving = forward.arithmetic, factor.left
    added = Gradient(*arithmetic.renormalized(term, arithmetic.zero), arithmetic.kept)
    left = gradient_sum(arithmetic, arriving, added)
    letters = (Variable("z", factor.layer), Variable("W", factor.layer))
    return ChainFactor(
        index, FactorKind.penalty, factor.layer, term, arithmetic.zero, arriving, left, False,
        letters,
    )  # fmt: skip
