"""The part of a script that multiplies one path's scalars, and compares with the whole gradient."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import FactorKind
from gradsim.engine.paths.parameter_paths import PathFactor
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.project.scripts.backward_code import Backward
from gradsim.project.scripts.program import Program

MAXIMUM_WRITTEN_OUT = 5_000
"""Paths that a script adds up one by one; more of them are left to the recursion."""


class WrittenFactor(NamedTuple):
    """How a script writes one factor of a path, and what rounding may do to it."""

    name: str
    expression: str
    bound: float


def write_path(program: Program, backward: Backward) -> None:
    """Every factor of the path with the running product, then the sum over all paths."""
    recipe = program.recipe
    path, paths = recipe.path, recipe.paths
    assert path is not None
    assert paths is not None
    last = paths.address.layer
    _write_arrays(program, backward, last)
    write_factors(
        program, (WrittenFactor(_name(f), _expression(program, f), _bound(program, f))
                  for f in path.factors),
    )  # fmt: skip
    _write_sum(program, last)


def write_factors(program: Program, factors: Iterable[WrittenFactor]) -> None:
    """Each factor of the path, checked, and the running product that it leaves."""
    recipe = program.recipe
    assert recipe.path is not None
    program.section(PATH)
    running, bound = ScaledNumber(1.0), 0.0
    for index, (factor, written) in enumerate(zip(recipe.path.factors, factors, strict=True)):
        name, expression, own = written
        value = factor.value
        program.write("")
        program.say(_STEP, number=index + 1, symbol=recipe.symbols[index])
        program.say(_SHOWN, number=recipe.shown[index][0], product=recipe.shown[index][1])
        program.write(f"{name} = {expression}")
        program.check(recipe.symbols[index], name, value, own)
        before = running.mantissa
        mantissa, shift = math.frexp(before * math.frexp(value)[0])
        grown = math.frexp(value)[1] + shift
        bound = (bound * abs(value) + abs(before) * own) * 2.0**-grown + 4e-16 * abs(mantissa)
        running = ScaledNumber(mantissa, running.exponent + grown)
        _write_product(program, name, running, bound, first=index == 0)


def _write_arrays(program: Program, backward: Backward, last: int) -> None:
    """The recursion from the cost down to the parameter's layer: its arrays hold the factors."""
    program.section(RECURSION)
    for index, factor in enumerate(program.recipe.factors):
        if factor.layer < last or (
            factor.layer == last and factor.kind is FactorKind.previous_activation
        ):
            break
        if factor.kind not in (FactorKind.weights, FactorKind.bias) or factor.layer == last:
            backward.step(index)


def _write_product(
    program: Program, name: str, running: ScaledNumber, bound: float, *, first: bool
) -> None:
    product = name if first else f"product * {name}"
    label = program.recipe.say(_PRODUCT)
    if program.recipe.deep:
        program.write(f"product, power = rescaled({product}, {'0' if first else 'power'})")
        shift = f"power - {running.exponent}".replace("- -", "+ ")
        program.check(label, "product", running.mantissa, bound, shift)
        return
    program.write(f"product = {product}")
    program.check(label, "product", running.value, bound * 2.0**running.exponent)


def _write_sum(program: Program, last: int) -> None:
    """The sum over all paths: δ times the input, and path by path where there are few."""
    recipe = program.recipe
    paths = recipe.paths
    assert paths is not None
    address, total = paths.address, paths.total
    letter = "W" if address.kind == "w" else "b"
    where = f"[{address.unit - 1}, {address.source - 1}]"
    if letter == "b":
        where = f"[{address.unit - 1}]"
    bound = _gradient_bound(program)
    program.section(GRADIENT)
    label = f"∂{recipe.cost}/∂{recipe.symbol(address.kind, address.layer)}"
    shift = ""
    mantissa, exponent = math.frexp(total.mantissa)
    exponent += total.exponent
    if recipe.deep:
        shift = f"p_{letter}{last} - {exponent}".replace("- -", "+ ")
        program.check(label, f"dC_d{letter}{last}{where}", mantissa, bound, shift)
        return
    program.check(label, f"dC_d{letter}{last}{where}", total.value, bound)
    if 1 < paths.paths_total <= MAXIMUM_WRITTEN_OUT:
        program.section(_ALL)
        program.write(*_enumeration(program, last))
        program.check(label, "total", total.value, bound + 1e-13 * abs(total.value))


def _enumeration(program: Program, last: int) -> list[str]:
    """A loop over every choice of units from the parameter's layer up to the cost."""
    recipe = program.recipe
    address = recipe.paths.address if recipe.paths is not None else None
    assert address is not None
    network = recipe.forward.network
    depth = network.depth
    ranges = [f"range({network.layers[layer - 1].units})" for layer in range(depth, last, -1)]
    names = [f"unit{layer}" for layer in range(depth, last, -1)]
    softmax = not activation_of(network.layers[-1].activation).elementwise
    if softmax:
        ranges.insert(0, f"range({network.layers[-1].units})")
        names.insert(0, "leaves")
    own = str(address.unit - 1)
    unit = {layer: f"unit{layer}" for layer in range(depth, last, -1)} | {last: own}
    out = "leaves" if softmax else unit[depth]
    terms = [f"dC_da{depth}[0, {out}]"]
    for layer in range(depth, last - 1, -1):
        if layer < depth:
            terms.append(f"W{layer + 1}[{unit[layer + 1]}, {unit[layer]}]")
        jacobian = softmax and layer == depth
        at = f"{out}, {unit[layer]}" if jacobian else unit[layer]
        terms.append(f"da{layer}_dz{layer}[0, {at}]")
    if address.kind == "w":
        terms.append(f"a{last - 1}[0, {address.source - 1}]")
    lines = ["total = 0.0"]
    over = f"{', '.join(names)}{',' if len(names) == 1 else ''}"
    lines.append(f"for {over} in itertools.product({', '.join(ranges)}):")
    lines.append("    total = total + (")
    lines.extend(f"        {'* ' if place else ''}{term}" for place, term in enumerate(terms))
    lines.append("    )")
    return lines


def _name(factor: PathFactor) -> str:
    layer, unit, source = factor.layer, factor.unit, factor.source
    match factor.kind:
        case "cost":
            return f"dC_da{layer}_{unit}"
        case "activation":
            return f"da{layer}_{unit}_dz{layer}_{source}"
        case "previous_activation":
            return f"dz{layer}_{unit}_da{layer - 1}_{source}"
        case "weights":
            return f"dz{layer}_{unit}_dw{layer}_{unit}_{source}"
        case "bias":
            return f"dz{layer}_{unit}_db{layer}_{unit}"
        case _:
            raise AssertionError(factor.kind)


def _expression(program: Program, factor: PathFactor) -> str:
    layer, unit, source = factor.layer, factor.unit - 1, factor.source - 1
    layers = program.recipe.forward.network.layers
    match factor.kind:
        case "cost":
            power = f" * 2.0**p_a{layer}" if program.recipe.deep else ""
            return f"dC_da{layer}[0, {unit}]{power}"
        case "activation":
            whole = not activation_of(layers[layer - 1].activation).elementwise
            at = f"{unit}, {source}" if whole else str(unit)
            return f"da{layer}_dz{layer}[0, {at}]"
        case "previous_activation":
            return f"W{layer}[{unit}, {source}]"
        case "weights":
            return f"a{layer - 1}[0, {source}]"
        case "bias":
            return "1.0"
        case _:
            raise AssertionError(factor.kind)


def _bound(program: Program, factor: PathFactor) -> float:
    """What rounding may do to one factor."""
    recipe, bounds = program.recipe, program.bounds
    unit, source = factor.unit - 1, factor.source - 1
    if factor.kind == "weights":
        return 0.0 if factor.layer == 1 else float(
            bounds.activations[factor.layer - 2][0, source]
        )  # fmt: skip
    if factor.kind not in ("cost", "activation"):
        return 0.0
    index = next(
        i
        for i, each in enumerate(recipe.factors)
        if each.layer == factor.layer and each.kind.value == factor.kind
    )
    found = bounds.locals[index][0]
    if factor.kind == "cost":
        scale = 2.0 ** int(recipe.factors[index].product_exponent)
        return float(found[unit]) * scale + 1e-14 * abs(factor.value)
    entry = found[unit, source] if np.ndim(found) == 2 else found[unit]
    return float(entry) + 1e-14 * abs(factor.value)


def _gradient_bound(program: Program) -> float:
    """What rounding may do to the parameter's gradient; in a deep walk as a share of 1."""
    recipe = program.recipe
    assert recipe.paths is not None
    address, total = recipe.paths.address, recipe.paths.total
    kind = FactorKind.weights if address.kind == "w" else FactorKind.bias
    for index, factor in enumerate(recipe.factors):
        if factor.kind is not kind or factor.layer != address.layer:
            continue
        where = (address.unit - 1, address.source - 1) if address.kind == "w" else address.unit - 1
        bound = float(program.bounds.products[index][where])
        exponent = int(factor.product_exponent)
        if recipe.deep:
            exponent -= math.frexp(total.mantissa)[1] + total.exponent
        return bound * 2.0 ** max(-1000, min(1000, exponent))
    return 0.0


RECURSION = QT_TRANSLATE_NOOP(
    "Script", "Whole layers, from the cost down: where the factors of the path are taken from"
)
PATH = QT_TRANSLATE_NOOP("Script", "The path, factor by factor, with the running product")
_STEP = QT_TRANSLATE_NOOP("Script", "Factor {number}: {symbol}")
_SHOWN = QT_TRANSLATE_NOOP("Script", "on the sheet {number}, the product so far {product}")
_PRODUCT = QT_TRANSLATE_NOOP("Script", "running product")
GRADIENT = QT_TRANSLATE_NOOP("Script", "The gradient by backpropagation: all paths at once")
_ALL = QT_TRANSLATE_NOOP("Script", "The same, path by path")
