"""One path from a parameter to the cost, factor by factor."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from gradsim.engine.chain import Variable
from gradsim.engine.scaled_numbers import ScaledNumber

PathFactorKind = Literal[
    "cost",
    "activation",
    "previous_activation",
    "weights",
    "bias",
    "residual",
    "dropout",
    "normalization",
    "normalization_scale",
    "normalization_shift",
    "skip",
]


class PathFactor(Struct, frozen=True, gc=False):
    """One scalar of a path's product: its kind, where it stands, its number.

    ========================  ==================  =======  ===========================
    kind                      symbol              unit     source
    ========================  ==================  =======  ===========================
    cost                      ∂C/∂a_j^(L)         j        0
    activation                ∂a_j^(l)/∂z_i^(l)   j        i (= j, except in softmax)
    previous_activation       ∂z_j^(l)/∂a_k^(l−1) j        k
    weights                   ∂z_j^(l)/∂w_jk^(l)  j        k
    bias                      ∂z_j^(l)/∂b_j^(l)   j        0
    residual                  α                   j        j
    dropout                   m_j/(1 − p)         j        j
    normalization             ∂u_j^(l)/∂z_i^(l)   j        i (= j with fixed statistics)
    normalization_scale       ∂u_j^(l)/∂γ_j^(l)   j        0
    normalization_shift       ∂u_j^(l)/∂β_j^(l)   j        0
    skip                      P_jk^(l), or 1      j        k (= j where it is 1)
    ========================  ==================  =======  ===========================

    In a layer with remedies `of` names what is differentiated and by what: f′ is ∂h/∂u there, say,
    and no ∂a/∂z, for dropout and the normalization are factors of their own.

    `number` carries its own exponent: a saturated softmax has ∂C/∂a beyond float range.
    """

    kind: PathFactorKind
    layer: int
    unit: int
    source: int
    number: ScaledNumber
    of: tuple[Variable, Variable] | None = None

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
        """Plain text, such as ``∂a(4)[3]/∂z(4)[3]``."""
        layer, unit, source = self.layer, self.unit, self.source
        if self.kind == "skip":
            return f"P({layer})[{unit},{source}]"
        if self.of is not None and self.kind not in ("weights", "bias"):
            above, below = self.of
            beneath = source or unit
            return (
                f"∂{above.letter}({above.layer})[{unit}]/∂{below.letter}({below.layer})[{beneath}]"
            )
        match self.kind:
            case "cost":
                return f"∂C/∂a({layer})[{unit}]"
            case "previous_activation":
                return f"∂z({layer})[{unit}]/∂a({layer - 1})[{source}]"
            case "weights":
                return f"∂z({layer})[{unit}]/∂w({layer})[{unit},{source}]"
            case "bias":
                return f"∂z({layer})[{unit}]/∂b({layer})[{unit}]"
            case _:
                return f"∂a({layer})[{unit}]/∂z({layer})[{source}]"


class Path(Struct, frozen=True):
    """One way from the parameter to C and the product of the factors on it.

    units : the unit passed in each layer above the parameter's, from layer + 1 up to L. A softmax
        output adds one more, the unit of a^(L) through which the path leaves (its Jacobian is
        full, so z_i^(L) reaches every a_j^(L)); so does every layer that a layer or RMS
        normalization mixes, the parameter's own too (for γ and β, where f comes before W, by W).
    factors : from the cost down to the parameter, ending with its own factor (`weights`, `bias`,
        `normalization_scale` or `normalization_shift`).
    number : their product.
    past : the layers that a residual connection leads the path past, from below.

    `units` and `past` together tell a path from every other one of its parameter.
    """

    units: tuple[int, ...]
    factors: tuple[PathFactor, ...]
    number: ScaledNumber
    past: tuple[int, ...] = ()

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

    @property
    def edges(self) -> tuple[tuple[int, int, int], ...]:
        """The (layer, unit, source) of the weights on the way, from the cost down."""
        return tuple(
            (factor.layer, factor.unit, factor.source)
            for factor in self.factors
            if factor.kind == "previous_activation"
        )
