"""How layers with remedies are written in a script: each stage under its own letter.

``z3`` is the weighted sum, ``u3`` what a normalization made, ``h3`` f of it, ``d3`` what dropout
left, ``a3`` the end of the layer; ``x3`` and ``inverse3`` are x̂ and what it was multiplied with.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gradsim.engine.chain import FactorKind, Variable
from gradsim.engine.network import Network
from gradsim.engine.options import resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.letters import letters_of
from gradsim.project.scripts import literals
from gradsim.project.scripts.program import Program

FUNCTIONS = '''def normalized(x, mean, square, gamma, beta, epsilon):
    """gamma * (x - mean) / sqrt(square + epsilon) + beta; (x - mean) / sqrt(...); 1 / sqrt(...)."""
    inverse = 1 / (square + epsilon) ** 0.5
    standard = (x - mean) * inverse
    return gamma * standard + beta, standard, inverse


def mean_and_variance(x, axis):
    """Along `axis`, the variance without Bessel's correction."""
    mean = x.mean(axis, keepdims=True)
    return mean, ((x - mean) ** 2).mean(axis, keepdims=True)


def normalized_back(g, standard, inverse, gamma, axis, centered):
    """The gradient by x from g, that by gamma * standard + beta."""
    h = gamma * g
    along = (h * standard).mean(axis, keepdims=True)
    less = h.mean(axis, keepdims=True) if centered else 0.0
    return (h - less - standard * along) * inverse'''
"""NumPy and PyTorch understand both."""

_LETTERS = {"γ": "gamma", "β": "beta"}


def named(variable: Variable) -> str:
    """The name of a quantity in the program: ``z3``, ``gamma3``, ``a0``."""
    return f"{_LETTERS.get(variable.letter, variable.letter)}{variable.layer}"


def argument_name(network: Network, number: int) -> str:
    """What f of a layer takes: ``z3``, or ``u3`` after a normalization."""
    if network.layers[number - 1].plain:
        return f"z{number}"
    return named(letters_of(network, number)[FactorKind.activation][1])


def write_given(program: Program, number: int) -> None:
    """γ, β, running statistics, P and the mask of one layer, as far as it has them."""
    forward = program.recipe.forward
    inner = forward.layers[number - 1].inner
    if inner is None:
        return
    values = _values(program, number)

    def give(name: str, array: object) -> None:
        program.write(f"{name}{number} = {program.dialect.tensor(literals.array(array, 0))}")  # type: ignore[arg-type]

    if inner.normalized is not None:
        give("gamma", np.asarray(inner.normalized.scale).reshape(-1))
        width = inner.argument.shape[-1]
        give("beta", np.zeros(width) if values.shift is None else values.shift)
        if not inner.normalized.coupled:
            mean, variance = values.running_mean, values.running_variance
            give("mean", np.zeros(width) if mean is None else mean)
            give("variance", np.ones(width) if variance is None else variance)
    if inner.projection is not None:
        give("P", inner.projection)
    if inner.mask is not None:
        program.say(_MASK)
        give("m", inner.mask)


def _values(program: Program, number: int) -> RemedyValues:
    remedies = program.recipe.forward.parameters.remedies
    found = remedies[number - 1] if remedies else None
    return RemedyValues() if found is None else found


def forward_lines(program: Program, number: int, function: int) -> Iterator[tuple[str, Variable]]:
    """One line for each stage of a layer, in order, with what it computes."""
    network = program.recipe.forward.network
    layer, letters = network.layers[number - 1], letters_of(network, number)
    z, fed = letters[FactorKind.weights][0], letters[FactorKind.previous_activation][1]
    linear = (f"{named(z)} = {named(fed)} @ W{number}.T + b{number}", z)
    inner = program.recipe.forward.layers[number - 1].inner
    if inner is None:
        a = Variable("a", number)
        yield linear
        yield f"a{number} = f{function}(z{number})", a
        return
    if not inner.activates_first:
        yield linear
    if layer.normalization is not None:
        u, x = letters[FactorKind.normalization]
        yield _normalized(network, number, named(x), coupled=is_coupled(program, number)), u
    value, argument = letters[FactorKind.activation]
    yield f"{named(value)} = f{function}({named(argument)})", value
    if inner.mask is not None:
        d, h = letters[FactorKind.dropout]
        yield f"{named(d)} = {named(h)} * m{number}", d
    if inner.activates_first:
        yield linear
    if inner.residual is not None:
        a, branch = letters[FactorKind.residual]
        past = f"a{number - 1}" if inner.projection is None else f"a{number - 1} @ P{number}.T"
        scale = literals.number(inner.residual.scale)
        yield f"{named(a)} = {past} + {scale} * {named(branch)}", a


def is_coupled(program: Program, number: int) -> bool:
    inner = program.recipe.forward.layers[number - 1].inner
    return inner is None or inner.normalized is None or inner.normalized.coupled


def _normalized(network: Network, number: int, x: str, *, coupled: bool) -> str:
    choice = network.layers[number - 1].normalization
    assert choice is not None
    entry = normalization_of(choice)
    options = resolved_options(choice, entry.options)
    epsilon = literals.number(options.get("epsilon", float(np.finfo(np.float64).eps)))
    if not coupled:
        statistics = f"mean{number}, variance{number}"
    elif not entry.shifts:
        statistics = f"0.0, ({x} ** 2).mean(-1, keepdims=True)"
    else:
        statistics = f"*mean_and_variance({x}, {-2 if entry.couples_samples else -1})"
    return (
        f"u{number}, x{number}, inverse{number} = "
        f"normalized({x}, {statistics}, gamma{number}, beta{number}, {epsilon})"
    )


def write_forward(program: Program, numbers: list[int], section: str) -> None:
    """Every stage of every layer, and the cost."""
    recipe = program.recipe
    program.section(section)
    for number, function in enumerate(numbers, start=1):
        for line, variable in forward_lines(program, number, function):
            program.write(line)
            symbol = recipe.symbol(variable.letter, variable.layer)
            bound = program.inner_bounds[f"{variable.letter}{variable.layer}"]
            program.check(symbol, named(variable), _value(program, variable), bound)
    last = len(numbers)
    program.write(f"C = cost({argument_name(recipe.forward.network, last)}, a{last}, y).mean()")
    program.cost_check()


def _value(
    program: Program, variable: Variable
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The engine's array of a quantity."""
    passed = program.recipe.forward.layers[variable.layer - 1]
    inner = passed.inner
    if variable.letter == "z":
        return passed.pre_activation
    if variable.letter == "a" or inner is None:
        return passed.activation
    if variable.letter == "u":
        return inner.argument
    value = inner.value
    return value * inner.mask if variable.letter == "d" and inner.mask is not None else value


_MASK = QT_TRANSLATE_NOOP(
    "Script", "Dropout: 0 where a unit is silent, 1 / (1 − p) where it is not"
)
