"""L1 and L2: λ₁ Σ|w| and ½ λ₂ Σ w² over the weights, not the biases; and Ω beside them.

Sources: Hoerl & Kennard 1970 (L2), Tibshirani 1996 (L1); λw added to the gradient as
torch.optim's weight_decay is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.chain import ChainFactor, FactorKind, Gradient, Variable
from gradsim.engine.forward import ForwardPass
from gradsim.engine.gradient_sum import gradient_sum
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.penalties.pascanu import immediate_gradient

Array = npt.NDArray[Any]


class Penalty(Struct, frozen=True):
    """λ₁, λ₂ and the weight of Pascanu's Ω; each 0 where there is none."""

    l1: float = 0.0
    l2: float = 0.0
    omega: float = 0.0

    @property
    def nothing(self) -> bool:
        """Whether no penalty is set."""
        return not (self.l1 or self.l2 or self.omega)

    @property
    def names(self) -> tuple[str, ...]:
        """Which are set: of ``l1``, ``l2`` and ``omega``, in this order."""
        return tuple(name for name in ("l1", "l2", "omega") if getattr(self, name))

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


def applicable(penalty: Penalty, network: Network) -> Penalty:
    """The penalty without Ω where a layer has a remedy: between such layers it is not defined."""
    return penalty if network.plain else replace(penalty, omega=0.0)


def weight_term(
    forward: ForwardPass, address: ParameterAddress, penalty: Penalty, delta: Gradient
) -> float:
    """What the penalty adds to ∂C/∂w of one weight; `delta` is ∂C/∂z of its layer."""
    found = _added(forward, address.layer, penalty, delta)
    return float(found[address.unit - 1, address.source - 1])


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
        yield replace(factor, index=index)
        index += 1
        if factor.kind is FactorKind.weights:
            yield _term(factor, forward, penalty, index)
            index += 1


def _term(factor: ChainFactor, forward: ForwardPass, penalty: Penalty, index: int) -> ChainFactor:
    term = _added(forward, factor.layer, penalty, factor.arriving)
    arithmetic, arriving = forward.arithmetic, factor.left
    added = Gradient(*arithmetic.renormalized(term, arithmetic.zero), arithmetic.kept)
    left = gradient_sum(arithmetic, arriving, added)
    letters = (Variable("z", factor.layer), Variable("W", factor.layer))
    return ChainFactor(
        index, FactorKind.penalty, factor.layer, term, arithmetic.zero, arriving, left, False,
        letters,
    )  # fmt: skip


def _added(forward: ForwardPass, layer: int, penalty: Penalty, delta: Gradient) -> Array:
    """λ₁ sign W + λ₂ W + λ_Ω ∂Ω/∂W of one layer."""
    term = penalty.term(forward.parameters.weights[layer - 1])
    if penalty.omega and layer > 1:
        _, pull = immediate_gradient(forward, layer, delta)
        term = term + penalty.omega * pull
    return term
