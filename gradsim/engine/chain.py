"""One step of backpropagation as a value: what meets what, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.scaling import BoolArray, IntArray, shifted

Array = npt.NDArray[Any]


class FactorKind(StrEnum):
    """Which local derivative a factor is; from `residual` on they are those of remedies."""

    cost = "cost"
    activation = "activation"
    weights = "weights"
    bias = "bias"
    previous_activation = "previous_activation"
    residual = "residual"
    dropout = "dropout"
    normalization_scale = "normalization_scale"
    normalization_shift = "normalization_shift"
    normalization = "normalization"
    skip = "skip"
    penalty = "penalty"


REMEDY_KINDS = frozenset(
    {
        FactorKind.residual,
        FactorKind.dropout,
        FactorKind.normalization_scale,
        FactorKind.normalization_shift,
        FactorKind.normalization,
        FactorKind.skip,
        FactorKind.penalty,
    }
)
"""The kinds that a remedy brings."""


class Variable(NamedTuple):
    """A quantity of one layer by its letter: z, u (after normalization), h (after f), d (after
    dropout), a, and the parameters W, b, γ, β."""

    letter: str
    layer: int


_GREEK = {"γ": r"\gamma", "β": r"\beta"}
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


class Gradient(Struct, frozen=True, eq=False, gc=False):
    """An array of gradients at any magnitude: true values are array·2^exponent.

    array : (…, samples, units), (…, fan_out, fan_in) or (…, fan_out), float32 or float64.
    squares : Σ array², of ensemble shape; known anyway, because it tells whether the array is
        within the safe range.
    exponent : int64 of ensemble shape.
    underflow : bool of ensemble shape; the values were lost on the way, so that a 0 among them
        proves nothing.
    """

    array: Array
    squares: Array
    exponent: IntArray
    underflow: BoolArray


class ChainFactor(Struct, frozen=True, eq=False, gc=False):
    """One factor of the chain rule, with the gradient that meets it and the one it leaves.

    index : position in the sequence, from 0.
    kind, layer : which factor of which layer (from 1).
    local_rule : the local derivative, or how to form it; read it through :attr:`local`.
    local_exponent : the true local derivative is local·2^local_exponent.
    arriving : the gradient that arrives; for `cost` it is 1.
    left : the gradient that is left:
        cost ∂C/∂a^(L), activation δ^(l) = ∂C/∂z^(l), previous_activation ∂C/∂a^(l−1), each
        (…, samples, units); weights ∂C/∂W^(l), (…, fan_out, fan_in); bias ∂C/∂b^(l), (…, fan_out).
    fused : `left` was computed by the shortcut a − y and not from `arriving` and `local`.
    of : in a layer with remedies, what the factor is the derivative of, and by what.

    The factors of remedies, with the gradient that each leaves: residual ×α; dropout ×m/(1−p);
    normalization_scale ∂C/∂γ and normalization_shift ∂C/∂β, each (…, units); normalization, the
    way back through it; skip ∂C/∂a^(l−1), to which the way past the layer is added; penalty
    ∂C/∂W^(l) + λW^(l), of which the first part met it.
    """

    index: int
    kind: FactorKind
    layer: int
    local_rule: Array | Callable[[], Array]
    local_exponent: IntArray
    arriving: Gradient
    left: Gradient
    fused: bool = False
    of: tuple[Variable, Variable] | None = None

    @property
    def local(self) -> Array:
        """The local derivative.

        cost ∂C/∂a^(L) (with 1/N where the batch mean is meant); activation f′(z), elementwise
        (softmax: the Jacobian, (…, samples, units, units)); weights a^(l−1); bias 1;
        previous_activation W^(l); residual α; dropout m/(1−p); normalization_scale x̂;
        normalization_shift 1; normalization γ/√(v+ε), the part of it that is elementwise; skip 1,
        or P where the widths differ. True value: local·2^local_exponent.
        """
        if callable(self.local_rule):
            with np.errstate(over="ignore", under="ignore", invalid="ignore"):
                return self.local_rule()
        return self.local_rule

    @property
    def upstream(self) -> Array:
        """The array that arrives; true values are upstream·2^upstream_exponent."""
        return self.arriving.array

    @property
    def upstream_exponent(self) -> IntArray:
        """int64 of ensemble shape."""
        return self.arriving.exponent

    @property
    def product(self) -> Array:
        """The array that is left; true values are product·2^product_exponent."""
        return self.left.array

    @property
    def product_exponent(self) -> IntArray:
        """int64 of ensemble shape."""
        return self.left.exponent

    @property
    def true_product(self) -> Array:
        """What is left as float64, 0 or inf where that cannot hold it."""
        return shifted(self.left.array.astype(np.float64), self.left.exponent)

    @property
    def underflow(self) -> BoolArray:
        """Whether the product was lost on the way, so that a 0 in it proves nothing."""
        return self.left.underflow

    @property
    def symbol(self) -> str:
        """Such as ∂a(4)/∂z(4); of `skip` +1, or +P where it is projected."""
        if self.kind is FactorKind.penalty:
            return f"+λW({self.layer})"
        if self.kind is FactorKind.skip:
            return "+P" if self.local.ndim > 1 else "+1"
        if self.of is not None:
            return "∂{}({})/∂{}({})".format(*self.of[0], *self.of[1])
        return _SYMBOLS[self.kind].format(l=self.layer, p=self.layer - 1)

    @property
    def product_symbol(self) -> str:
        """Such as ∂C/∂z(4)."""
        if self.of is not None:
            return "∂C/∂{}({})".format(*self.of[1])
        return _PRODUCTS[self.kind].format(l=self.layer, p=self.layer - 1)

    @property
    def tex(self) -> str:
        """The symbol as TeX."""
        if self.kind is FactorKind.penalty:
            return rf"+\lambda W^{{({self.layer})}}"
        if self.kind is FactorKind.skip:
            return self.symbol
        if self.of is not None:
            above, below = (
                rf"\partial {_GREEK.get(each.letter, each.letter)}^{{({each.layer})}}"
                for each in self.of
            )
            return rf"\frac{{{above}}}{{{below}}}"
        return _TEX[self.kind].replace("@l", str(self.layer)).replace("@p", str(self.layer - 1))
