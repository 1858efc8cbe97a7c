"""Engine names, problems, messages and numbers as the reader sees them, in the present language."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from gradsim.engine.percentages import percent_text
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.single_line import single_line
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import layer_number, unit_number, written

MINUS = "−"
_QUOTED: Final = {
    "activation": ("Activation",),
    "required": ("Activation",),
    "initializer": ("Initializer",),
    "cost": ("Cost",),
    "data": ("Dataset",),
    "option": ("Option",),
    "choice": ("Activation", "Initializer", "Dataset", "Normalization"),
    "name": ("Activation", "Initializer", "Cost", "Dataset", "Normalization", "Remedies"),
}
"""Which catalogue contexts the names belong to that a problem's arguments quote."""


Lookup = Callable[[str, str], str]
_lookup: ContextVar[Lookup | None] = ContextVar("lookup", default=None)


@contextmanager
def spoken_by(lookup: Lookup) -> Iterator[None]:
    """Within this block, on this thread, words come from `lookup(context, text)`.

    For what is written in another language than the window's.
    """
    token = _lookup.set(lookup)
    try:
        yield
    finally:
        _lookup.reset(token)


_REMEDIES: Final = {
    "residual": QT_TRANSLATE_NOOP("Remedies", "residual connection"),
    "dropout": QT_TRANSLATE_NOOP("Remedies", "dropout"),
    "scale": QT_TRANSLATE_NOOP("Remedies", "scale γ"),
    "shift": QT_TRANSLATE_NOOP("Remedies", "shift β"),
    "running_mean": QT_TRANSLATE_NOOP("Remedies", "running mean μ"),
    "running_variance": QT_TRANSLATE_NOOP("Remedies", "running variance v"),
}
"""Remedies and their numbers by the names that a project file gives them."""

_NUMBERED: Final = {"layer": layer_number, "unit": unit_number, "source": unit_number}
"""Arguments by these names say which layer or unit, from 1, and are called as the notation says."""


def translated(context: str, text: str) -> str:
    """`text` in the present language, as the catalogue has it under `context`."""
    lookup = _lookup.get()
    if lookup is not None:
        return lookup(context, text)
    return QCoreApplication.translate(context, text)


def text(message: Message) -> str:
    """The sentence of a message."""
    return _filled(message.context, message.template, message.arguments)


def problem_text(problem: Problem) -> str:
    """The reason of a problem, without its place."""
    return _filled("Problem", problem.template, problem.arguments)


def project_title(title: str) -> str:
    """A project's title in one line; that of a built-in one in the present language."""
    if not title:
        return ""
    preset = translated("Preset", title)
    return single_line(translated("Challenge", title) if preset == title else preset)


def activation_label(name: str) -> str:
    """An activation's name on screen."""
    from gradsim.engine.activations import ACTIVATIONS

    return translated("Activation", ACTIVATIONS[name].label)


def initializer_label(name: str) -> str:
    """An initializer's name on screen."""
    from gradsim.engine.initializers import INITIALIZERS

    return translated("Initializer", INITIALIZERS[name].label)


def normalization_label(name: str) -> str:
    """A normalization's name on screen."""
    from gradsim.engine.remedies import NORMALIZATIONS

    return translated("Normalization", NORMALIZATIONS[name].label)


def remedy_value_label(name: str) -> str:
    """What a number of a remedy is called: “running mean μ”."""
    return translated("Remedies", _REMEDIES[name])


def cost_label(name: str) -> str:
    """A cost's name on screen."""
    from gradsim.engine.costs import COSTS

    return translated("Cost", COSTS[name].label)


def number(value: float, digits: int = 4) -> str:
    """A number for reading: four figures, a true minus, powers of ten outside 10⁻⁴..10⁵."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    # The exponent that it has when it is rounded: 9.9996 is 10.00 in four figures.
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    if -4 <= int(power) < 5:
        return _minus(f"{value:.{max(digits - 1 - int(power), 0)}f}")
    return _minus(f"{mantissa}·10{superscript(int(power))}")


def power_of_ten(log10: float, digits: int = 2) -> str:
    """The number whose decimal logarithm is `log10`, however far beyond floating point."""
    if math.isnan(log10):
        return "NaN"
    if math.isinf(log10):
        return "∞" if log10 > 0 else "0"
    exponent = math.floor(log10)
    if -5 <= exponent < 5:
        return number(10.0**log10, digits)
    mantissa = f"{10.0 ** (log10 - exponent):.{digits - 1}f}"
    if mantissa.startswith("10"):
        mantissa, exponent = f"{1:.{digits - 1}f}", exponent + 1
    return f"{mantissa}·10{superscript(exponent)}"


def percent(share: float, decimals: int = 1) -> str:
    """`share` of 1 in per cent, without the sign; 0 and 100 mean nothing and all, exactly.

    At most so many decimals, but two figures of what is next to nothing, and as many decimals as
    tell what is nearly all from all.
    """
    value = 100.0 * share
    return number(value, 2) if 0.0 < value < 10.0**-decimals else percent_text(share, decimals)


def count(value: int) -> str:
    """A whole number with thousands separated by commas."""
    return f"{value:,}"


def _minus(digits: str) -> str:
    return digits.replace("-", MINUS)


def _filled(context: str, template: str, arguments: Mapping[str, object]) -> str:
    if context == "Problem":
        arguments = {key: _labelled(key, value) for key, value in arguments.items()}
    return written(translated(context, template)).format(
        **{name: _argument(name, value) for name, value in arguments.items()}
    )


def _labelled(key: str, value: object) -> object:
    """The label of a rule, data set or option that a problem quotes by its name in the file."""
    contexts = _QUOTED.get(key, ()) if isinstance(value, str) else ()
    for context in contexts:
        label = _labels(context).get(str(value))
        if label is not None:
            return translated(context, label)
    return value


@lru_cache(maxsize=8)
def _labels(context: str) -> dict[str, str]:
    """English labels by name, of one catalogue context."""
    from gradsim.engine.activations import ACTIVATIONS
    from gradsim.engine.costs import COSTS
    from gradsim.engine.initializers import INITIALIZERS
    from gradsim.engine.remedies import NORMALIZATIONS
    from gradsim.project.datasets import DATASETS

    tables: dict[str, Mapping[str, Any]] = {
        "Activation": ACTIVATIONS,
        "Cost": COSTS,
        "Initializer": INITIALIZERS,
        "Dataset": DATASETS,
        "Normalization": NORMALIZATIONS,
    }
    if context == "Remedies":
        return _REMEDIES
    if context == "Option":
        rules = [rule for name in tables if name != "Cost" for rule in tables[name].values()]
        return {
            option.name: option.label for rule in rules for option in rule.options if option.label
        }
    return {name: rule.label for name, rule in tables[context].items()}


def _argument(name: str, value: object) -> object:
    if isinstance(value, int) and name in _NUMBERED:
        return _NUMBERED[name](value)
    if isinstance(value, Message):
        return text(value)
    if isinstance(value, float):
        return _minus(f"{value:.0f}") if value.is_integer() and abs(value) < 1e9 else number(value)
    return value
