"""The NumPy script of a walk: nothing but NumPy, every derivative spelled out."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.scripts.backward_code import Backward
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.dialect import NUMPY
from gradsim.project.scripts.path_code import write_path
from gradsim.project.scripts.program import Program, function_numbers, numpy_functions
from gradsim.project.scripts.recipe import Recipe


def numpy_script(recipe: Recipe, file: str = "worksheet.py") -> str:
    """The source of `file`: a program that recomputes the walk and asserts its numbers.

    Raises
    ------
    Problem
        Where the walk cannot be written as a program of plain floats.
    """
    program = Program(recipe, NUMPY)
    program.begin(file)
    for source in (*numpy_functions(recipe), *_cost_functions(recipe)):
        program.write("", "", source)
    program.write("", "")
    numbers = function_numbers(recipe)
    if not recipe.forward.network.plain:
        slopes = ["f{number}_slope({argument})"] * len(numbers)
        write_remedied(program, numbers, slopes, "np.einsum")
        program.end()
        return program.source
    program.given()
    write_forward(program, numbers)

    def slope(layer: int) -> str:
        return f"f{numbers[layer - 1]}_slope(z{layer})"

    write_backward(program, Backward(program, slope, "np.einsum", recipe.lens == "layer"))
    program.end()
    return program.source


def _cost_functions(recipe: Recipe) -> list[str]:
    cost = COST_CODES[recipe.forward.network.cost]
    found = [
        f'def cost(z, a, y):\n    """The cost of each sample."""\n    return {cost.value}',
        f'def cost_slope(z, a, y):\n    """By the output a."""\n    return {cost.derivative}',
    ]
    if cost.fused:
        found.append(f'def delta(z, y):\n    """By z of the output."""\n    return {cost.fused}')
    return found


def write_forward(program: Program, numbers: list[int]) -> None:
    """z and a of every layer, and the cost."""
    program.section(FORWARD)
    for number, function in enumerate(numbers, start=1):
        program.write(f"z{number} = a{number - 1} @ W{number}.T + b{number}")
        program.write(f"a{number} = f{function}(z{number})")
        program.forward_checks(number)
    last = len(numbers)
    program.write(f"C = cost(z{last}, a{last}, y).mean()")
    program.cost_check()


def write_backward(program: Program, backward: Backward) -> None:
    """The factors of the walk; the forward lens has none."""
    recipe = program.recipe
    if recipe.lens == "parameter":
        write_path(program, backward)
    elif recipe.lens == "layer":
        program.section(BACKWARD)
        for index, symbol in enumerate(recipe.symbols):
            program.write("")
            program.say(STEP, number=index + 1, symbol=symbol)
            backward.step(index)


def write_remedied(program: Program, numbers: list[int], slopes: list[str], einsum: str) -> None:
    """A network with remedies: what is given, the forward pass and the factors.

    slopes : how f′ of each layer is written, templates of `number` (which f) and `argument`.
    """
    from gradsim.project.scripts import remedied_backward, remedied_code

    recipe = program.recipe
    network = recipe.forward.network

    def slope_of(layer: int) -> str:
        argument = remedied_code.argument_name(network, layer)
        return slopes[layer - 1].format(number=numbers[layer - 1], argument=argument)

    program.write(remedied_code.FUNCTIONS, "", "")
    program.given(remedied_code.write_given)
    remedied_code.write_forward(program, numbers, FORWARD)
    backward = remedied_backward.RemediedBackward(program, slope_of, einsum)
    if recipe.lens == "parameter":
        from gradsim.project.scripts.remedied_path import write_remedied_path

        write_remedied_path(program, backward)
    elif recipe.lens == "layer":
        program.section(BACKWARD)
        for index, symbol in enumerate(recipe.symbols):
            program.write("")
            program.say(STEP, number=index + 1, symbol=symbol)
            backward.step(index)


FORWARD = QT_TRANSLATE_NOOP("Script", "The forward pass")
BACKWARD = QT_TRANSLATE_NOOP("Script", "The backward pass, factor by factor")
STEP = QT_TRANSLATE_NOOP("Script", "Factor {number}: {symbol}")
