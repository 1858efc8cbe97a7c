"""The singular values in words and as a table: isometry, condition number, mean, what is lost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.spectra.model import Spectra, SpectraModel
from gradsim.viewmodels.gradients.spectra.spread import Spread
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.gradients.wording import decades_text
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import current, layer_number
from gradsim.viewmodels.step.walk.steps import Symbol

_CONTEXT: Final = "Spectra"
_NEAR: Final = math.log10(1.1)
"""All singular values within a tenth of 1: that is called an isometry."""
_UNKNOWN: Final = "?"


def whole_symbol(spectra: Spectra) -> str:
    """∂a⁽⁵⁾/∂x, the Jacobian of the whole network."""
    return f"∂{Symbol('a', spectra.depth)}/∂{Symbol('x')}"


def matrix_symbol(spectra: Spectra, layer: int, product: bool) -> str:
    """∂a⁽³⁾/∂a⁽²⁾ of a layer, or of the product ∂a⁽⁵⁾/∂a⁽²⁾ down to it."""
    upper = Symbol("a", spectra.depth if product else layer)
    return f"∂{upper}/∂{Symbol('a', layer - 1)}"


def isometry_messages(spectra: Spectra) -> tuple[Message, ...]:
    """What dynamical isometry is, whether this network has it, and its numbers."""
    spread = spectra.product
    symbol = whole_symbol(spectra)
    said = [Message.of(_CONTEXT, _ISOMETRY, symbol=symbol)]
    if math.isnan(spread.high[0]):
        said.append(Message(_CONTEXT, _ALL_ZERO if not spread.unresolved[0] else _NONE_RESOLVED))
        return tuple(said)
    numbers = {
        "condition": condition_text(spread, 0),
        "mean": decades_text(float(spread.mean[0])),
        "low": _size_text(float(spread.low[0]), 2),
        "high": _size_text(float(spread.high[0]), 2),
    }
    lost = bool(spread.zeros[0] or spread.unresolved[0])
    far = max(abs(float(spread.low[0])), abs(float(spread.high[0])))
    template = _HOLDS if far <= _NEAR and not lost else _HERE
    if spread.values[0] == 1:
        template = _ONLY_ONE
    said.append(Message.of(_CONTEXT, template, **numbers))
    if spread.zeros[0]:
        said.append(
            Message.of(_CONTEXT, _ZEROS, zeros=int(spread.zeros[0]), values=int(spread.values[0]))
        )
    if spread.unresolved[0]:
        lost_here, values = int(spread.unresolved[0]), int(spread.values[0])
        said.append(Message.of(_CONTEXT, _UNRESOLVED, unresolved=lost_here, values=values))
    return tuple(said)


def left_out_message(spectra: Spectra) -> Message | None:
    """Which layers are not drawn, where that is so."""
    told = len(spectra.layers.layers)
    if told == spectra.depth:
        return None
    return Message.of(_CONTEXT, _LEFT_OUT, told=told, depth=spectra.depth)


def batch_message() -> Message:
    """Why a sample has to be chosen."""
    return Message(_CONTEXT, _OF_ONE_SAMPLE)


def condition_text(spread: Spread, stop: int) -> str:
    """Largest over smallest: 3.1, ∞, or of what is resolved at least so much."""
    condition = spread.condition(stop)
    if math.isnan(condition):
        if math.isnan(spread.high[stop]):
            return _UNKNOWN
        least = _size_text(float(spread.high[stop] - spread.low[stop]), 2)
        return f"≥ {least}"
    return _size_text(condition, 2)


def readout(model: SpectraModel, stop: int) -> Sequence[str]:
    """The lines at one stop: the matrix, its largest, median and smallest value, and the rest."""
    spectra, spread = model.spectra, model.shown
    if spectra is None or spread is None or stop >= len(spread.layers):
        return ()
    layer = int(spread.layers[stop])
    symbol = matrix_symbol(spectra, layer, model.matrices == "product")
    heading = Message.of(_CONTEXT, _HEADING, layer=layer, symbol=symbol)
    values = (
        (_LARGEST, _size_text(float(spread.high[stop]))),
        (_MEDIAN, _size_text(float(spread.median[stop]))),
        (_SMALLEST, _smallest_text(spread, stop)),
        (_CONDITION, condition_text(spread, stop)),
        (_MEAN, decades_text(float(spread.mean[stop]), 4)),
    )
    lines = [words.text(heading)]
    lines += [f"{text}  {words.translated(_CONTEXT, name)}" for name, text in values]
    counts = ((_EXACTLY_ZERO, spread.zeros[stop]), (_NOT_RESOLVED, spread.unresolved[stop]))
    of = int(spread.values[stop])
    lines += [f"{int(n)} / {of}  {words.translated(_CONTEXT, name)}" for name, n in counts if n]
    return lines


def table_of(spectra: Spectra) -> Table:
    """Every layer that is told: both spreads as log₁₀ with all digits; empty where unresolved."""
    headings = ["layer"]
    columns: list[list[Cell]] = [[layer_number(int(each)) for each in spectra.layers.layers]]
    for name, spread in (("layer", spectra.layers), ("product", spectra.product)):
        for what in ("high", "median", "low", "mean"):
            headings.append(f"{name} log10 {_COLUMNS[what]}")
            columns.append([_cell(value) for value in getattr(spread, what).tolist()])
        for what in ("values", "zeros", "unresolved"):
            headings.append(f"{name} {what}")
            columns.append(getattr(spread, what).tolist())
    return Table(tuple(headings), tuple(zip(*columns, strict=True)))


def scope_text(spectra: Spectra) -> str:
    """Which sample it is, for the words below a picture."""
    return words.text(Message.of("Profile", "sample {sample}", sample=spectra.sample))


def configuration_of(spectra: Spectra) -> tuple[str, ...]:
    """The project that the Jacobians are of, and the one sample, also where the batch is shown."""
    from gradsim.viewmodels.configuration import configuration

    return (*configuration(spectra.result.project), scope_text(spectra))


def product_symbol(spectra: Spectra) -> str:
    """∂a⁽⁵⁾/∂a⁽ˡ⁻¹⁾, the products that the second picture shows."""
    return f"∂{Symbol('a', spectra.depth)}/∂a{current().layer_text('l-1')}"


def layer_symbol() -> str:
    """∂a⁽ˡ⁾/∂a⁽ˡ⁻¹⁾, the Jacobians that the first picture shows."""
    return f"∂a{current().layer_text('l')}/∂a{current().layer_text('l-1')}"


def _smallest_text(spread: Spread, stop: int) -> str:
    if spread.zeros[stop]:
        return "0"
    return _UNKNOWN if spread.unresolved[stop] else _size_text(float(spread.low[stop]))


def _size_text(log10: float, digits: int = 4) -> str:
    """The number, as one that rounding put a hair below a power of ten is read: 1.0, not 1.00."""
    return _UNKNOWN if math.isnan(log10) else words.power_of_ten(round(log10, 9), digits)


def _cell(log10: float) -> Cell:
    return None if np.isnan(log10) else log10


_COLUMNS: Final = {"high": "largest", "median": "median", "low": "smallest", "mean": "mean"}
_ISOMETRY: Final = QT_TRANSLATE_NOOP(
    "Spectra",
    "Dynamical isometry: all singular values of {symbol} near 1: no direction of the gradient "
    "shrinks or grows.",
)
_HERE: Final = QT_TRANSLATE_NOOP(
    "Spectra", "Here {low} to {high}: condition number {condition}, mean log₁₀ {mean}."
)
_HOLDS: Final = QT_TRANSLATE_NOOP(
    "Spectra", "It holds: {low} to {high}, condition number {condition}, mean log₁₀ {mean}."
)
_ONLY_ONE: Final = QT_TRANSLATE_NOOP("Spectra", "Here it is a single one: {high}, log₁₀ {mean}.")
_ALL_ZERO: Final = QT_TRANSLATE_NOOP("Spectra", "Here they are all exactly 0.")
_NONE_RESOLVED: Final = QT_TRANSLATE_NOOP("Spectra", "Here none can be told from rounding.")
_ZEROS: Final = QT_TRANSLATE_NOOP("Spectra", "Besides, {zeros} of {values} are exactly 0.")
_UNRESOLVED: Final = QT_TRANSLATE_NOOP(
    "Spectra", "Besides, {unresolved} of {values} are too small to be told."
)
_LEFT_OUT: Final = QT_TRANSLATE_NOOP(
    "Spectra", "{told} of {depth} layers are drawn; the product runs through all of them."
)
_OF_ONE_SAMPLE: Final = QT_TRANSLATE_NOOP("Spectra", "A Jacobian is of one sample: choose one.")
_HEADING: Final = QT_TRANSLATE_NOOP("Spectra", "layer {layer}: singular values of {symbol}")
_LARGEST: Final = QT_TRANSLATE_NOOP("Spectra", "largest")
_MEDIAN: Final = QT_TRANSLATE_NOOP("Spectra", "median")
_SMALLEST: Final = QT_TRANSLATE_NOOP("Spectra", "smallest")
_CONDITION: Final = QT_TRANSLATE_NOOP("Spectra", "condition number")
_MEAN: Final = QT_TRANSLATE_NOOP("Spectra", "mean log₁₀")
_EXACTLY_ZERO: Final = QT_TRANSLATE_NOOP("Spectra", "exactly 0")
_NOT_RESOLVED: Final = QT_TRANSLATE_NOOP("Spectra", "unresolved")
