"""The PyTorch script of a walk: f from PyTorch, f′ and every gradient from its autograd."""

from __future__ import annotations

import numpy as np

from gradsim.engine.activations import activation_of
from gradsim.engine.chain import FactorKind
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.scripts.activation_code import code_of
from gradsim.project.scripts.backward_code import Backward
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.dialect import TORCH
from gradsim.project.scripts.numpy_script import write_backward, write_forward, write_remedied
from gradsim.project.scripts.program import Program, function_numbers
from gradsim.project.scripts.recipe import LARGEST, SMALLEST, Recipe
from gradsim.project.scripts.remedied_backward import write_autograd

_SLOPE = '''def slope(f, z):
    """f'(z) of every unit, by autograd."""
    z = z.detach().requires_grad_()
    return torch.autograd.grad(f(z).sum(), z)[0]'''
_JACOBIAN = '''def jacobian(f, z):
    """The derivative of every output of f by every z, for each sample, by autograd."""
    return torch.stack([torch.autograd.functional.jacobian(f, row) for row in z])'''

_REST = '''def rest_of_softmax(z):
    """1 - a_j of a softmax, as the sum of the other units."""
    a = torch.softmax(z, dim=-1)
    others = 1 - torch.eye(z.shape[-1], dtype=z.dtype)
    return a @ others'''


def torch_script(recipe: Recipe, file: str = "worksheet.py") -> str:
    """The source of `file`: it recomputes the walk, asserts its numbers, and asks autograd.

    Raises
    ------
    Problem
        Where the walk cannot be written as a program of plain floats.
    """
    program = Program(recipe, TORCH)
    program.begin(file)
    for source in _functions(recipe):
        program.write("", "", source)
    program.write("", "")
    numbers = function_numbers(recipe)
    if not recipe.forward.network.plain:
        rules = [activation_of(layer.activation) for layer in recipe.forward.network.layers]
        # Both functions take f and its argument.
        calls = ["slope" if rule.elementwise else "jacobian" for rule in rules]
        slopes = [f"{call}(f{{number}}, {{argument}})" for call in calls]
        write_remedied(program, numbers, slopes, "torch.einsum")
        if recipe.lens != "forward":
            program.section(_AUTOGRAD)
            write_autograd(program, numbers)
        program.end()
        return program.source
    program.given()
    write_forward(program, numbers)

    def slope(layer: int) -> str:
        rule = activation_of(recipe.forward.network.layers[layer - 1].activation)
        call = "slope" if rule.elementwise else "jacobian"
        return f"{call}(f{numbers[layer - 1]}, z{layer})"

    write_backward(program, Backward(program, slope, "torch.einsum", recipe.lens == "layer"))
    if recipe.lens != "forward":
        _write_autograd(program, numbers)
    program.end()
    return program.source


def _functions(recipe: Recipe) -> list[str]:
    network = recipe.forward.network
    cost = COST_CODES[network.cost]
    choices = dict.fromkeys(layer.activation for layer in network.layers)
    found = [_SLOPE]
    if network.cost == "cross_entropy":
        found.append(_REST)
    if not all(activation_of(choice).elementwise for choice in choices):
        found.append(_JACOBIAN)
    for number, choice in enumerate(choices, start=1):
        found.append(
            f'def f{number}(z):\n    """{choice.name}"""\n    return {code_of(choice).torch}'
        )
    found += [
        f'def cost(z, a, y):\n    """The cost of each sample."""\n    return {cost.torch}',
        f'def cost_slope(z, a, y):\n    """By a."""\n    return {cost.torch_derivative}',
    ]
    if cost.torch_fused:
        found.append(f'def delta(z, y):\n    """By z."""\n    return {cost.torch_fused}')
    return found


def _write_autograd(program: Program, numbers: list[int]) -> None:
    """Every ∂C/∂a and ∂C/∂z that the walk passed, once more by autograd."""
    recipe = program.recipe
    depth = len(numbers)
    program.section(_AUTOGRAD)
    program.write(
        f"weights = [{', '.join(f'W{n}.clone().requires_grad_()' for n in range(1, depth + 1))}]",
        f"biases = [{', '.join(f'b{n}.clone().requires_grad_()' for n in range(1, depth + 1))}]",
        f"functions = [{', '.join(f'f{n}' for n in numbers)}]",
        "z, a = [None], [a0]",
        "for W, b, f in zip(weights, biases, functions):",
        "    z.append(a[-1] @ W.T + b)",
        "    z[-1].retain_grad()",
        "    a.append(f(z[-1]))",
        "    a[-1].retain_grad()",
        "cost(z[-1], a[-1], y).mean().backward()",
    )
    through_a = COST_CODES[recipe.forward.network.cost].through_a
    lowest = recipe.paths.address.layer if recipe.paths is not None else 1
    for index, factor in enumerate(recipe.factors):
        layer = factor.layer
        if layer < lowest or (
            recipe.lens == "parameter"
            and layer == lowest
            and factor.kind is FactorKind.previous_activation
        ):
            break
        size = np.abs(factor.product)
        lost = (size > 0) & ((size < SMALLEST) | (size > LARGEST))
        if int(factor.product_exponent) or lost.any():
            program.say(_BEYOND)
            break
        match factor.kind:
            case FactorKind.cost:
                found, below = f"a[{layer}].grad", f"a{layer}"
                if not through_a:
                    continue
            case FactorKind.activation:
                found, below = f"z[{layer}].grad", f"z{layer}"
            case FactorKind.weights:
                found, below = f"weights[{layer - 1}].grad", f"W{layer}"
            case FactorKind.bias:
                found, below = f"biases[{layer - 1}].grad", f"b{layer}"
            case FactorKind.previous_activation:
                found, below = f"a[{layer - 1}].grad", f"a{layer - 1}"
            case _:
                raise AssertionError(factor.kind)
        if recipe.lens == "parameter" and layer > lowest and below[0] in "Wb":
            continue
        symbol = recipe.symbol
        label = f"autograd ∂{program.recipe.cost}/∂{symbol(below[0], int(below[1:]))}"
        program.check(label, found, factor.product, program.bounds.products[index])


_AUTOGRAD = QT_TRANSLATE_NOOP(
    "Script", "The same gradients by autograd, which knows nothing of this walk"
)
_BEYOND = QT_TRANSLATE_NOOP(
    "Script", "Below this the gradients lie beyond every float, where autograd has only 0 or inf."
)
