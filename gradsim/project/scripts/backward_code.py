"""The backward part of a script over whole layers: each gradient from the one before it."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct, field

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.program import Program


class Slopes(Protocol):
    """How a library writes f′ of a layer."""

    def __call__(self, layer: int) -> str:
        """The expression of f′(z) of `layer`."""
        ...


class Backward(Struct):
    """Writes the δ recursion; `checked` asserts every factor, else only the names are made.

    ``dC_dz3`` is ∂C/∂z⁽³⁾; where products leave the range of floats ``p_z3`` is the power of two
    beside it.
    """

    program: Program
    slopes: Slopes
    einsum: str
    checked: bool
    _done: set[str] = field(default_factory=set)

    @property
    def _deep(self) -> bool:
        return self.program.recipe.deep

    @property
    def _share(self) -> str:
        """The 1/N of a batch."""
        samples = self.program.recipe.samples
        return f" / {samples}" if samples > 1 else ""

    def step(self, index: int) -> None:
        """Write the factor `index` of the engine's sequence."""
        factor = self.program.recipe.factors[index]
        layer = factor.layer
        match factor.kind:
            case FactorKind.cost:
                call = f"cost_slope(z{layer}, a{layer}, y){self._share}"
                self._assign(index, f"a{layer}", call, "0")
            case FactorKind.activation:
                self._activation(index, factor)
            case FactorKind.weights:
                self._assign(index, f"W{layer}", f"dC_dz{layer}.T @ a{layer - 1}", f"p_z{layer}")
            case FactorKind.bias:
                self._assign(index, f"b{layer}", f"dC_dz{layer}.sum(0)", f"p_z{layer}")
            case FactorKind.previous_activation:
                self._assign(index, f"a{layer - 1}", f"dC_dz{layer} @ W{layer}", f"p_z{layer}")
            case _:
                raise AssertionError(factor.kind)

    def _activation(self, index: int, factor: ChainFactor) -> None:
        program, layer = self.program, factor.layer
        name = f"da{layer}_dz{layer}"
        program.write(f"{name} = {self.slopes(layer)}")
        if self.checked:
            symbol = program.recipe.symbol
            label = f"∂{symbol('a', layer)}/∂{symbol('z', layer)}"
            program.check(label, name, factor.local, program.bounds.locals[index])
        network = program.recipe.forward.network
        cost = COST_CODES[network.cost]
        if factor.fused and cost.fused:
            program.say(_SHORTCUT)
            self._assign(index, f"z{layer}", f"delta(z{layer}, y){self._share}", "0")
            return
        product = f"dC_da{layer} * {name}"
        if not activation_of(network.layers[layer - 1].activation).elementwise:
            product = f'{self.einsum}("nj,nji->ni", dC_da{layer}, {name})'
        self._assign(index, f"z{layer}", product, f"p_a{layer}")

    def _assign(self, index: int, below: str, expression: str, power: str) -> None:
        program = self.program
        factor = program.recipe.factors[index]
        exponent = int(factor.product_exponent)
        if self._deep:
            program.write(f"dC_d{below}, p_{below} = rescaled({expression}, {power})")
        else:
            program.write(f"dC_d{below} = {expression}")
        if self.checked:
            shift = f"p_{below} - {exponent}".replace("- -", "+ ") if self._deep else ""
            letter, layer = below[0], int(below[1:])
            symbol = program.recipe.symbol
            label = f"∂{program.recipe.cost}/∂{symbol(letter, layer)}"
            bound = program.bounds.products[index]
            program.check(label, f"dC_d{below}", factor.product, bound, shift)


_SHORTCUT = QT_TRANSLATE_NOOP(
    "Script", "The slope of the output cancels against the cost: what is left is a − y."
)
