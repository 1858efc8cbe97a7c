"""The part of a script that multiplies one path's scalars through layers with remedies."""

from __future__ import annotations

import numpy as np

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import FactorKind, Variable
from gradsim.engine.parameter_address import FACTORS
from gradsim.engine.paths.parameter_paths import PathFactor
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.remedies.measuring import SIDE_KINDS
from gradsim.project.scripts import literals
from gradsim.project.scripts.path_code import GRADIENT, RECURSION, WrittenFactor, write_factors
from gradsim.project.scripts.program import Program
from gradsim.project.scripts.remedied_backward import RemediedBackward
from gradsim.project.scripts.remedied_code import is_coupled, named
from gradsim.project.scripts.rounding import UNIT


def write_remedied_path(program: Program, backward: RemediedBackward) -> None:
    """The recursion down to the parameter, the factors of the path, and the whole gradient."""
    recipe = program.recipe
    path, paths = recipe.path, recipe.paths
    assert path is not None
    assert paths is not None
    address, total = paths.address, paths.total
    wanted = FACTORS[address.kind]
    program.section(RECURSION)
    bound = 0.0
    for index, factor in enumerate(recipe.factors):
        own = factor.layer == address.layer and factor.kind is wanted
        if own or factor.kind not in SIDE_KINDS:
            backward.step(index)
        if own:
            where = (address.unit - 1, address.source - 1)[: factor.product.ndim]
            bound = float(program.bounds.products[index][where])
            break
    write_factors(program, [_written(program, factor) for factor in path.factors])
    program.section(GRADIENT)
    whole = named(letters_of(recipe.forward.network, address.layer)[wanted][1])
    at = str(address.unit - 1)
    if address.kind == "w":
        at = f"{at}, {address.source - 1}"
    label = f"∂{recipe.cost}/∂{recipe.symbol(address.kind, address.layer)}"
    program.check(label, f"dC_d{whole}[{at}]", total.value, bound)


def _written(program: Program, factor: PathFactor) -> WrittenFactor:
    name = _name(program, factor)
    layer, unit, source = factor.layer, factor.unit - 1, factor.source - 1
    match factor.kind:
        case "cost":
            bound = _local_bound(program, factor)
            return WrittenFactor(name, f"dC_da{layer}[0, {unit}]", bound)
        case "activation":
            rule = activation_of(program.recipe.forward.network.layers[layer - 1].activation)
            at = str(unit) if rule.elementwise else f"{unit}, {source}"
            above, below = _ends(program, factor)
            slope = f"d{named(above)}_d{named(below)}[0, {at}]"
            return WrittenFactor(name, slope, _local_bound(program, factor))
        case "previous_activation":
            return WrittenFactor(name, f"W{layer}[{unit}, {source}]", 0.0)
        case "weights":
            fed = named(_ends(program, factor, FactorKind.previous_activation)[1])
            bound = float(program.inner_bounds[fed][0, source])
            return WrittenFactor(name, f"{fed}[0, {source}]", bound)
        case "normalization_scale":
            bound = float(program.inner_bounds[f"x{layer}"][0, unit])
            return WrittenFactor(name, f"x{layer}[0, {unit}]", bound)
        case "residual":
            return WrittenFactor(name, literals.number(factor.value), 0.0)
        case "dropout":
            return WrittenFactor(name, f"m{layer}[0, {unit}]", 0.0)
        case "normalization":
            return WrittenFactor(name, *_normalization(program, layer, unit, source))
        case "skip":
            inner = program.recipe.forward.layers[layer - 1].inner
            projected = inner is not None and inner.projection is not None
            return WrittenFactor(name, f"P{layer}[{unit}, {source}]" if projected else "1.0", 0.0)
        case "bias" | "normalization_shift":
            return WrittenFactor(name, "1.0", 0.0)
        case _:
            raise AssertionError(factor.kind)


def _normalization(program: Program, number: int, unit: int, source: int) -> tuple[str, float]:
    """γ_j/√(v + ε) · (δ_ji − 1/n − x̂_j x̂_i/n), and what rounding may do to it."""
    forward = program.recipe.forward
    inner, choice = (
        forward.layers[number - 1].inner,
        forward.network.layers[number - 1].normalization,
    )
    assert inner is not None
    assert inner.normalized is not None
    assert choice is not None
    made, bounds = inner.normalized, program.inner_bounds
    inverse = np.ravel(made.inverse)
    coupled = is_coupled(program, number)
    scale = abs(float(np.ravel(made.scale)[unit] * inverse[0 if coupled else unit]))
    if not coupled:
        return f"gamma{number}[{unit}] * inverse{number}[{unit}]", 4 * UNIT * scale
    units, standard, moved = made.standard.shape[-1], np.abs(made.standard[0]), bounds[f"x{number}"]
    ratio = float(np.ravel(bounds[f"inverse{number}"])[0])
    own = "1.0" if unit == source else "0.0"
    less = f" - 1 / {units}" if normalization_of(choice).shifts else ""
    code = (
        f"gamma{number}[{unit}] * inverse{number}[0, 0] * "
        f"({own}{less} - x{number}[0, {unit}] * x{number}[0, {source}] / {units})"
    )
    one, other = float(standard[unit]), float(standard[source])
    cross = one * float(moved[0, source]) + other * float(moved[0, unit])
    size = 1.0 + (1.0 + one * other) / units
    return code, scale * (cross / units + size * (ratio + 8 * UNIT))


def _local_bound(program: Program, factor: PathFactor) -> float:
    """What rounding may do to ∂C/∂a or to f′."""
    index = next(
        place
        for place, each in enumerate(program.recipe.factors)
        if each.layer == factor.layer and each.kind.value == factor.kind
    )
    found = program.bounds.locals[index][0]
    at = (factor.unit - 1, factor.source - 1)[: np.ndim(found)]
    return float(found[at]) + 1e-14 * abs(factor.value)


def _ends(
    program: Program, factor: PathFactor, kind: FactorKind | None = None
) -> tuple[Variable, Variable]:
    letters = letters_of(program.recipe.forward.network, factor.layer)
    return letters[FactorKind(factor.kind) if kind is None else kind]


def _name(program: Program, factor: PathFactor) -> str:
    layer, unit, source = factor.layer, factor.unit, factor.source
    match factor.kind:
        case "cost":
            return f"dC_da{layer}_{unit}"
        case "skip":
            return f"past{layer}_{unit}_{source}"
        case "weights":
            return f"dz{layer}_{unit}_dw{layer}_{unit}_{source}"
        case "bias":
            return f"dz{layer}_{unit}_db{layer}_{unit}"
        case _:
            above, below = _ends(program, factor)
            return f"d{named(above)}_{unit}_d{named(below)}_{source or unit}"
