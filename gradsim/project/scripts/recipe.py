"""What a script is written from: one walk over one pass, and what cannot be written as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
from msgspec import Struct

from gradsim.engine.chain import ChainFactor
from gradsim.engine.forward import ForwardPass
from gradsim.engine.paths.parameter_paths import ParameterPaths, Path
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

MAXIMUM_GIVEN = 20_000
"""Weights, biases, inputs and targets that a script may hold."""
MAXIMUM_CHECKED = 100_000
"""Numbers that a script may compare."""

SMALLEST, LARGEST = 1e-290, 1e290
"""Between these the products of a walk are plain floats."""

Say = Callable[[str], str]
Named = Callable[[str, int], str]


def plain_symbol(letter: str, layer: int) -> str:
    """``z(3)``."""
    return f"{letter}({layer})"


def unchanged(text: str) -> str:
    """English as it is."""
    return text


class Recipe(Struct, frozen=True, eq=False):
    """One walk, ready to be written as a program.

    factors : the engine's factors of the pass, index for index; `shares` is what the cost of one
        sample counts (1/N in a batch).
    paths, path_index : the paths of the parameter lens, and which of them is walked.
    symbols, shown : how each step of the walk is written, and its number and running product as
        the screen has them.
    say : puts a sentence (context "Script") into the reader's language.
    symbol, cost : how a letter of a layer, and the cost, are written.
    """

    title: str
    subtitle: tuple[str, ...]
    lens: Literal["forward", "layer", "parameter"]
    forward: ForwardPass
    factors: tuple[ChainFactor, ...]
    symbols: tuple[str, ...]
    shown: tuple[tuple[str, str], ...]
    paths: ParameterPaths | None = None
    path_index: int = 0
    say: Say = unchanged
    symbol: Named = plain_symbol
    cost: str = "C"

    @property
    def samples(self) -> int:
        """How many samples the pass runs over."""
        return self.forward.samples

    @property
    def path(self) -> Path | None:
        """The path that is walked, in the parameter lens."""
        if self.paths is None or not self.paths.paths:
            return None
        return self.paths.paths[self.path_index]

    @property
    def widths(self) -> tuple[int, ...]:
        """Inputs and units of every layer."""
        return self.forward.network.widths

    @property
    def deep(self) -> bool:
        """Whether some product leaves the range of floats, so that powers of two go beside it."""
        if self.lens == "forward" or not self.forward.network.plain:
            return False
        if any(int(factor.product_exponent) for factor in self.factors):
            return True
        if self.path is not None:
            top = 1.0
            for factor in self.path.factors:
                top *= abs(factor.value)
                if top and not SMALLEST < top < LARGEST:
                    return True
        sizes = [np.abs(factor.product) for factor in self.factors]
        return any(
            bool(((size > 0) & ((size < SMALLEST) | (size > LARGEST))).any()) for size in sizes
        )


def check_writable(recipe: Recipe) -> None:
    """Refuse a walk that cannot be written as a program of plain floats.

    Raises
    ------
    Problem
        That says why: too many numbers, or numbers beyond every float.
    """
    forward = recipe.forward
    given = forward.network.parameter_count + forward.inputs.size + int(np.size(forward.reference))
    for inner in (layer.inner for layer in forward.layers):
        if inner is not None:
            given += sum(
                int(np.size(each)) for each in (inner.mask, inner.projection) if each is not None
            )
    if given > MAXIMUM_GIVEN:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "A script holds every number of the network and the data; {count} are too many, "
                "the most is {maximum}. HTML and PDF abridge large matrices instead.",
            ),
            count=given,
            maximum=MAXIMUM_GIVEN,
        )
    checked = sum(layer.activation.size * 2 for layer in forward.layers)
    if recipe.lens == "layer":
        checked += sum(factor.product.size for factor in recipe.factors)
    if checked > MAXIMUM_CHECKED:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "A script compares every number of the walk; {count} are too many, the most is "
                "{maximum}. Choose one sample, or one parameter.",
            ),
            count=checked,
            maximum=MAXIMUM_CHECKED,
        )
    for number, layer in enumerate(forward.layers, start=1):
        whole = np.isfinite(layer.pre_activation).all() and np.isfinite(layer.activation).all()
        if int(layer.exponent) or bool(layer.underflow) or not whole:
            raise _beyond(number)
    if not np.isfinite(forward.cost):
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The cost lies beyond every float; a script of plain floats cannot recompute it.",
            )
        )
    if recipe.path is not None:
        for factor in recipe.path.factors:
            value = factor.value
            lost = factor.number.mantissa != 0.0 and not SMALLEST < abs(value) < LARGEST
            if lost or not np.isfinite(value):
                raise _beyond(factor.layer)
    if recipe.lens == "forward":
        return
    first = recipe.factors[0]
    with np.errstate(over="ignore"):
        pull = np.ldexp(np.abs(first.product), int(first.product_exponent))
    if not (pull < LARGEST).all():
        raise _beyond(first.layer)
    plain = forward.network.plain
    for each in recipe.factors:
        # Past remedies gradients are added, for which powers of two beside them would not do.
        with np.errstate(over="ignore", under="ignore"):
            size = np.abs(np.ldexp(each.product, 0 if plain else int(each.product_exponent)))
        lost = not plain and bool(((each.product != 0) & (size < SMALLEST)).any())
        if not np.isfinite(size).all() or lost:
            raise _beyond(each.layer)


def _beyond(layer: int) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "In layer {layer} a number lies beyond every float; a script of plain floats cannot "
            "recompute it.",
        ),
        layer=layer,
    )
