"""The factors of layers with remedies in a script, and the same gradients by autograd."""

from __future__ import annotations

from collections.abc import Callable

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import ChainFactor, FactorKind, Variable
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.project.scripts import literals
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.program import Program
from gradsim.project.scripts.remedied_code import (
    argument_name,
    forward_lines,
    is_coupled,
    named,
)


def write_autograd(program: Program, numbers: list[int]) -> None:
    """PyTorch alone: the pass once more, and each whole gradient by autograd."""
    recipe = program.recipe
    network = recipe.forward.network
    for number in range(1, network.depth + 1):
        inner = recipe.forward.layers[number - 1].inner
        learned = ["W", "b"]
        if inner is not None and inner.normalized is not None:
            learned += ["gamma", "beta"]
        for name in learned:
            program.write(f"{name}{number} = {name}{number}.clone().requires_grad_()")
    for number, function in enumerate(numbers, start=1):
        for line, variable in forward_lines(program, number, function):
            program.write(line)
            if _learns(network, variable):
                program.write(f"{named(variable)}.retain_grad()")
    last, cost = network.depth, COST_CODES[network.cost]
    own = None if recipe.paths is None else recipe.paths.address
    program.write(f"cost({argument_name(network, last)}, a{last}, y).mean().backward()")
    for index, factor in enumerate(recipe.factors):
        below = _ends(network, factor)[1]
        if factor.kind is FactorKind.cost:
            whole = cost.through_a
        else:
            # Where a way leads past a layer, its branch alone is not the whole gradient.
            passed_by = network.layers[factor.layer - 1].residual is not None
            partial = passed_by and below == Variable("a", factor.layer - 1)
            whole = not partial or factor.kind is FactorKind.skip
        if whole and below.layer:
            symbol = recipe.symbol(below.letter, below.layer)
            label = f"autograd ∂{recipe.cost}/∂{symbol}"
            bound = program.bounds.products[index]
            program.check(label, f"{named(below)}.grad", factor.true_product, bound)
        if own is not None and (factor.layer, below.letter) == (own.layer, _WHOLE[own.kind]):
            break


def _learns(network: Network, variable: Variable) -> bool:
    """Whether anything learned is in a quantity: PyTorch keeps no gradient of what is given.

    Where f of the first layer stands before W and nothing is normalized, f and dropout take the
    inputs as they are.
    """
    first = network.layers[0]
    given = variable.layer == 1 and first.activates_first and first.normalization is None
    return not given or variable.letter in ("z", "a")


class RemediedBackward:
    """Writes each factor of a walk through layers with remedies, and asserts what it leaves."""

    def __init__(self, program: Program, slope: Callable[[int], str], einsum: str) -> None:
        self._program, self._slope, self._einsum = program, slope, einsum

    def step(self, index: int) -> None:
        """Write the factor `index` of the engine's sequence."""
        program, factor = self._program, self._program.recipe.factors[index]
        layer, network = factor.layer, self._program.recipe.forward.network
        above, below = _ends(network, factor)
        met, left = f"dC_d{named(above)}", f"dC_d{named(below)}"
        match factor.kind:
            case FactorKind.cost:
                samples = program.recipe.samples
                share = f" / {samples}" if samples > 1 else ""
                argument = argument_name(network, layer)
                line = f"cost_slope({argument}, a{layer}, y){share}"
            case FactorKind.residual:
                inner = program.recipe.forward.layers[layer - 1].inner
                assert inner is not None
                assert inner.residual is not None
                line = f"{literals.number(inner.residual.scale)} * {met}"
            case FactorKind.dropout:
                line = f"{met} * m{layer}"
            case FactorKind.activation:
                line = self._activation(index, factor, met, above, below)
            case FactorKind.normalization_scale:
                line = f"({met} * x{layer}).sum(0)"
            case FactorKind.normalization_shift | FactorKind.bias:
                line = f"{met}.sum(0)"
            case FactorKind.normalization:
                line = self._normalization(layer, met)
            case FactorKind.weights:
                fed = _fed(network, layer)
                line = f"{met}.T @ {fed}"
            case FactorKind.previous_activation:
                line = f"{met} @ W{layer}"
            case FactorKind.skip:
                past = met if factor.local.ndim < 2 else f"{met} @ P{layer}"
                line = f"{left} + {past}"
            case _:
                raise AssertionError(factor.kind)
        program.write(f"{left} = {line}")
        symbol = program.recipe.symbol(below.letter, below.layer)
        label = f"∂{program.recipe.cost}/∂{symbol}"
        program.check(label, left, factor.true_product, program.bounds.products[index])

    def _activation(
        self, index: int, factor: ChainFactor, met: str, above: Variable, below: Variable
    ) -> str:
        program, network = self._program, self._program.recipe.forward.network
        name = f"d{named(above)}_d{named(below)}"
        program.write(f"{name} = {self._slope(factor.layer)}")
        symbol = program.recipe.symbol
        ends = (symbol(above.letter, above.layer), symbol(below.letter, below.layer))
        program.check(f"∂{ends[0]}/∂{ends[1]}", name, factor.local, program.bounds.locals[index])
        if factor.fused and COST_CODES[network.cost].fused:
            samples = program.recipe.samples
            program.say(_SHORTCUT)
            return f"delta({named(below)}, y)" + (f" / {samples}" if samples > 1 else "")
        if activation_of(network.layers[factor.layer - 1].activation).elementwise:
            return f"{met} * {name}"
        return f'{self._einsum}("nj,nji->ni", {met}, {name})'

    def _normalization(self, number: int, met: str) -> str:
        choice = self._program.recipe.forward.network.layers[number - 1].normalization
        assert choice is not None
        entry = normalization_of(choice)
        if not is_coupled(self._program, number):
            return f"gamma{number} * {met} * inverse{number}"
        axis = -2 if entry.couples_samples else -1
        return (
            f"normalized_back({met}, x{number}, inverse{number}, gamma{number}, "
            f"{axis}, {entry.shifts})"
        )


def _ends(network: Network, factor: ChainFactor) -> tuple[Variable, Variable]:
    """What a factor is the derivative of, and by what."""
    number = factor.layer
    if factor.kind is FactorKind.cost:
        a = Variable("a", number)
        return a, a
    return letters_of(network, number)[factor.kind]


def _fed(network: Network, number: int) -> str:
    return named(letters_of(network, number)[FactorKind.previous_activation][1])


_WHOLE = {"w": "W", "b": "b", "γ": "γ", "β": "β"}
_SHORTCUT = QT_TRANSLATE_NOOP(
    "Script", "The slope of the output cancels against the cost: what is left is a − y."
)
