"""One parameter's gradient as a sum over paths: how many, the strongest ones, what the rest add.

In the scalar chain ∂C/∂w is one product. In a full network it is the sum, over every way to walk
from the parameter up to C, of the product of the local derivatives on the way::

    ∂C/∂w_jk^(l) = Σ_paths  ∂C/∂a^(L) · f′(z^(L)) · w^(L) · … · w^(l+1) · f′(z_j^(l)) · a_k^(l−1)

There are Π units of the later layers of them, so they are never enumerated: the k strongest and
the sum of all others come from a dynamic program over the layers
(:mod:`gradsim.engine.path_search`), the whole from the backward pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.scaled_numbers import ScaledNumber

__all__ = ["ParameterAddress", "ParameterPaths", "Path", "PathFactor"]

PathFactorKind = Literal["cost", "activation", "previous_activation", "weights", "bias"]


@dataclass(frozen=True, slots=True)
class PathFactor:
    """One scalar of a path's product: its kind, where it stands, its number.

    ========================  ==================  =======  ===========================
    kind                      symbol              unit     source
    ========================  ==================  =======  ===========================
    cost                      ∂C/∂a_j^(L)         j        0
    activation                ∂a_j^(l)/∂z_i^(l)   j        i (= j, except in softmax)
    previous_activation       ∂z_j^(l)/∂a_k^(l−1) j        k
    weights                   ∂z_j^(l)/∂w_jk^(l)  j        k
    bias                      ∂z_j^(l)/∂b_j^(l)   j        0
    ========================  ==================  =======  ===========================

    `number` carries its own exponent: a saturated softmax has ∂C/∂a beyond float range.
    """

    kind: PathFactorKind
    layer: int
    unit: int
    source: int
    number: ScaledNumber

    @property
    def value(self) -> float:
        """The factor as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.number.value

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the factor's magnitude; -inf for zero."""
        return self.number.log10_abs

    @property
    def symbol(self) -> str:
        """Plain text, such as ``∂a(4)₃/∂z(4)₃`` written ``∂a(4)[3]/∂z(4)[3]``."""
        layer, unit, source = self.layer, self.unit, self.source
        match self.kind:
            case "cost":
                return f"∂C/∂a({layer})[{unit}]"
            case "activation":
                return f"∂a({layer})[{unit}]/∂z({layer})[{source}]"
            case "previous_activation":
                return f"∂z({layer})[{unit}]/∂a({layer - 1})[{source}]"
            case "weights":
                return f"∂z({layer})[{unit}]/∂w({layer})[{unit},{source}]"
            case "bias":
                return f"∂z({layer})[{unit}]/∂b({layer})[{unit}]"


@dataclass(frozen=True, slots=True)
class Path:
    """One way from the parameter to C and the product of the factors on it.

    units : the unit passed in each layer above the parameter's, from layer + 1 up to L. A softmax
        output adds one more, the unit of a^(L) through which the path leaves (its Jacobian is
        full, so z_i^(L) reaches every a_j^(L)).
    factors : from the cost down to the parameter, ending with the `weights` or `bias` factor.
    number : their product.
    """

    units: tuple[int, ...]
    factors: tuple[PathFactor, ...]
    number: ScaledNumber

    @property
    def contribution(self) -> float:
        """The product as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.number.value

    @property
    def log10_abs(self) -> float:
        """log₁₀ of the product's magnitude; -inf for zero."""
        return self.number.log10_abs

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        return self.number.sign


@dataclass(frozen=True, slots=True)
class ParameterPaths:
    """A parameter's gradient of one sample, unrolled.

    total : the gradient itself, from the δ recursion (the engine's backward pass).
    paths_total : how many paths there are, exactly.
    paths : the k strongest by |contribution|, strongest first.
    remainder : what all the other paths add up to, from the dynamic program itself.

    Σ paths + remainder = total to rounding. Where the forward pass overflowed, `paths` is empty
    and both numbers are nan.
    """

    address: ParameterAddress
    total: ScaledNumber
    paths_total: int
    paths: tuple[Path, ...]
    remainder: ScaledNumber

    @property
    def value(self) -> float:
        """The gradient as a float (0.0 or ±inf where it lies outside float64's range)."""
        return self.total.value

    @property
    def log10(self) -> float:
        """log₁₀ |gradient|; -inf for zero."""
        return self.total.log10_abs

    @property
    def rest(self) -> float:
        """What the paths not listed add up to, as a float."""
        return self.remainder.value

    @property
    def rest_log10(self) -> float:
        """log₁₀ of |rest|; -inf for zero."""
        return self.remainder.log10_abs
