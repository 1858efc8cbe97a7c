"""One step of backpropagation as a value: what meets what, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.scaling import IntArray

Array = npt.NDArray[Any]
BoolArray = npt.NDArray[np.bool_]


class FactorKind(StrEnum):
    """Which local derivative a factor is. Remedies will add kinds of their own."""

    cost = "cost"
    activation = "activation"
    weights = "weights"
    bias = "bias"
    previous_activation = "previous_activation"


_SYMBOLS = {
    FactorKind.cost: "∂C/∂a({l})",
    FactorKind.activation: "∂a({l})/∂z({l})",
    FactorKind.weights: "∂z({l})/∂W({l})",
    FactorKind.bias: "∂z({l})/∂b({l})",
    FactorKind.previous_activation: "∂z({l})/∂a({p})",
}
_TEX = {
    FactorKind.cost: r"\frac{\partial C}{\partial a^{(@l)}}",
    FactorKind.activation: r"\frac{\partial a^{(@l)}}{\partial z^{(@l)}}",
    FactorKind.weights: r"\frac{\partial z^{(@l)}}{\partial W^{(@l)}}",
    FactorKind.bias: r"\frac{\partial z^{(@l)}}{\partial b^{(@l)}}",
    FactorKind.previous_activation: r"\frac{\partial z^{(@l)}}{\partial a^{(@p)}}",
}
_PRODUCTS = {
    FactorKind.cost: "∂C/∂a({l})",
    FactorKind.activation: "∂C/∂z({l})",
    FactorKind.weights: "∂C/∂W({l})",
    FactorKind.bias: "∂C/∂b({l})",
    FactorKind.previous_activation: "∂C/∂a({p})",
}


@dataclass(frozen=True, slots=True, eq=False)
class ChainFactor:
    """One factor of the chain rule, with the gradient that meets it and the one it leaves.

    True values are array·2^exponent, the exponent int64 of ensemble shape.

    index : position in the sequence, from 0.
    kind, layer : which factor of which layer (from 1).
    upstream : the gradient that arrives; for `cost` it is 1.
    product : the gradient that is left:
        cost ∂C/∂a^(L), activation δ^(l) = ∂C/∂z^(l), previous_activation ∂C/∂a^(l−1), each
        (…, samples, units); weights ∂C/∂W^(l), (…, fan_out, fan_in); bias ∂C/∂b^(l), (…, fan_out).
    underflow : bool of ensemble shape; a number that is not 0 was lost on the way to `product`,
        so that a 0 in it proves nothing.
    fused : the product was computed by the shortcut a − y and not from upstream and local.
    """

    index: int
    kind: FactorKind
    layer: int
    local_rule: Array | Callable[[], Array]
    upstream: Array
    product: Array
    upstream_exponent: IntArray
    product_exponent: IntArray
    local_exponent: IntArray
    underflow: BoolArray
    fused: bool = False

    @property
    def local(self) -> Array:
        """The local derivative.

        cost ∂C/∂a^(L) (with 1/N where the batch mean is meant); activation f′(z), elementwise
        (softmax: the Jacobian, (…, samples, units, units)); weights a^(l−1); bias 1;
        previous_activation W^(l). True value: local·2^local_exponent.
        """
        return self.local_rule() if callable(self.local_rule) else self.local_rule

    @property
    def symbol(self) -> str:
        """Such as ∂a(4)/∂z(4)."""
        return _SYMBOLS[self.kind].format(l=self.layer, p=self.layer - 1)

    @property
    def product_symbol(self) -> str:
        """Such as ∂C/∂z(4)."""
        return _PRODUCTS[self.kind].format(l=self.layer, p=self.layer - 1)

    @property
    def tex(self) -> str:
        """The symbol as TeX."""
        return _TEX[self.kind].replace("@l", str(self.layer)).replace("@p", str(self.layer - 1))
