"""Writes a walk as a program: the network, the forward pass, every factor, and the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.scripts import literals
from gradsim.project.scripts.activation_code import code_of, helpers_of
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.dialect import Dialect
from gradsim.project.scripts.recipe import Recipe, check_writable
from gradsim.project.scripts.rounding import Bounds, bounds_of

_TOLERANCE = 1e-9
_ALLOWANCE = 4.0
_FEW_DIGITS = 1e-295


class Program:
    """Lines of source, and the pieces that every walk begins with.

    Names in the program: ``z3``, ``a3``, ``W3``, ``b3`` of layer 3, arrays of shape (samples,
    units) and (units, inputs); ``a0`` is x.
    """

    def __init__(self, recipe: Recipe, dialect: Dialect) -> None:
        """Refuse what cannot be written.

        Raises
        ------
        Problem
        """
        check_writable(recipe)
        self.recipe = recipe
        self.dialect = dialect
        self.inner_bounds: Mapping[str, npt.NDArray[Any]] = {}
        """Of a network with remedies: the bounds of every value, by letter and layer."""
        self.bounds: Bounds = self._bounds()
        self._lines: list[str] = []

    def _bounds(self) -> Bounds:
        recipe, rough = self.recipe, self.dialect.rough
        if recipe.forward.network.plain:
            return bounds_of(recipe.forward, recipe.factors, rough=rough)
        from gradsim.project.scripts.remedied_rounding import RemediedBounds

        found = RemediedBounds(recipe.forward, recipe.factors, rough)
        self.inner_bounds = found.values
        layers = range(1, recipe.forward.network.depth + 1)
        return Bounds(
            tuple(found.values[f"z{number}"] for number in layers),
            tuple(found.values[f"a{number}"] for number in layers),
            tuple(found.locals),
            tuple(found.products),
        )

    @property
    def source(self) -> str:
        """The program."""
        return "\n".join(self._lines) + "\n"

    def write(self, *lines: str) -> None:
        """Append lines of code."""
        self._lines.extend(lines)

    def say(self, template: str, **values: object) -> None:
        """Append a comment in the reader's language."""
        self.write(literals.comment(self.recipe.say(template).format(**values)))

    def section(self, template: str) -> None:
        """Begin a part of the program."""
        self.write("")
        self.say(template)

    def check(
        self,
        name: str,
        expression: str,
        expected: npt.ArrayLike,
        bound: npt.ArrayLike = 0.0,
        power: str = "",
    ) -> None:
        """Append the assertion that `expression` is `expected`, with what rounding may do to it."""
        wanted = np.asarray(expected, dtype=np.float64)
        allowed = np.asarray(bound, dtype=np.float64)
        # A number so small has few digits or comes from one that has.
        small = (np.abs(wanted) < _FEW_DIGITS) & (wanted != 0.0)
        if small.any():
            allowed = np.where(small, allowed + 1e-3 * np.abs(wanted) + 1e-320, allowed)
        needed = allowed > 0.1 * _TOLERANCE * np.abs(wanted)
        extra = ""
        if needed.any():
            worst = float(np.broadcast_to(allowed, needed.shape)[needed].max())
            extra = f", rounding={_ALLOWANCE * worst:.0e}"
        if power:
            extra += f", power={power}"
        self.write(
            f"check({literals.quoted(name)}, {expression}, {literals.array(wanted, 0)}{extra})"
        )

    def begin(self, file: str) -> None:
        """Head with the name of the file, imports, the check, and the functions of the network."""
        recipe, dialect = self.recipe, self.dialect
        if recipe.title:
            self.write(literals.comment(recipe.title))
        for line in recipe.subtitle:
            self.write(literals.comment(line))
        self.write("#")
        self.say(_PURPOSE, library=dialect.library)
        self.say(dialect.run, file=file)
        self.say(_TOLERANCE_SAID)
        self.write("", *dialect.imports, "", dialect.check)

    def given(self, more: Callable[[Program, int], None] | None = None) -> None:
        """The numbers of the network, the input and what the cost compares with.

        more : writes what a layer has besides.
        """
        recipe, dialect = self.recipe, self.dialect
        forward = recipe.forward
        self.section(_NETWORK)
        for index, layer in enumerate(forward.network.layers):
            number = index + 1
            self.write(
                literals.comment(
                    f"{recipe.symbol('W', number)}: {layer.units} × "
                    f"{forward.network.fan_in(number)}; {layer.activation.name}"
                )
            )
            for letter, values in (
                ("W", forward.parameters.weights[index]),
                ("b", forward.parameters.biases[index]),
            ):
                self.write(f"{letter}{number} = {dialect.tensor(literals.array(values, 0))}")
            if more is not None:
                more(self, number)
        self.section(_DATA)
        self.write(f"a0 = {dialect.tensor(literals.array(forward.inputs, 0))}")
        y = np.broadcast_to(forward.reference, forward.output.activation.shape)
        self.write(f"y = {dialect.tensor(literals.array(y, 0))}")

    def forward_checks(self, number: int) -> None:
        """The checks of z and a of one layer."""
        layer = self.recipe.forward.layers[number - 1]
        index = number - 1
        symbol = self.recipe.symbol
        self.check(symbol("z", number), f"z{number}", layer.pre_activation, self.bounds.sums[index])
        self.check(
            symbol("a", number), f"a{number}", layer.activation, self.bounds.activations[index]
        )

    def cost_check(self) -> None:
        """The check of the cost, with room for terms that cancel (those of the probe)."""
        forward = self.recipe.forward
        a, y = forward.output.activation, forward.reference
        slope = np.abs(self.recipe.factors[0].product)
        finite = np.where(np.isfinite(slope), slope, 0.0)
        # C changes by ∂C/∂z at most as much as its terms do.
        terms = np.abs(a) * np.abs(y) if self.recipe.forward.network.cost == "probe" else 0.0
        bound = 1e-14 * float(np.sum(terms)) + float(
            np.sum(finite * self.bounds.activations[-1]) if forward.log_output is None else 1e-14
        )
        self.check(self.recipe.cost, "C", float(forward.cost), bound)

    def end(self) -> None:
        """Say that every check has passed."""
        self.write("", 'print(f"{checks} checks passed")')


def numpy_functions(recipe: Recipe) -> Iterable[str]:
    """The NumPy source of every function that the network needs: f and f′ of each activation."""
    network = recipe.forward.network
    cost = COST_CODES[network.cost]
    needs = set(cost.needs)
    choices = dict.fromkeys(layer.activation for layer in network.layers)
    for choice in choices:
        needs |= set(code_of(choice).needs)
    yield from helpers_of(needs)
    for number, choice in enumerate(choices, start=1):
        code = code_of(choice)
        yield f'def f{number}(z):\n    """{choice.name}"""\n    return {code.value}'
        yield f'def f{number}_slope(z):\n    """The derivative."""\n    return {code.slope}'


def function_numbers(recipe: Recipe) -> list[int]:
    """Which f of :func:`numpy_functions` each layer has."""
    choices = list(dict.fromkeys(layer.activation for layer in recipe.forward.network.layers))
    return [choices.index(layer.activation) + 1 for layer in recipe.forward.network.layers]


_PURPOSE = QT_TRANSLATE_NOOP(
    "Script",
    "Recomputes the walk with {library}, factor by factor, and asserts every number of it.",
)
_TOLERANCE_SAID = QT_TRANSLATE_NOOP(
    "Script",
    "Numbers agree to a relative 1e-9; where terms cancel, 'rounding' says what the last digits "
    "may be off.",
)
_NETWORK = QT_TRANSLATE_NOOP("Script", "The network: weights (units × inputs) and biases")
_DATA = QT_TRANSLATE_NOOP(
    "Script", "The input, and the target that the cost compares with (one row per sample)"
)
