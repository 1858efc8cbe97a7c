"""The two axes of the grid: which activations and initializers there are, and their gains."""

from __future__ import annotations

from typing import Final, NamedTuple

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.initializers import INITIALIZERS, recommended_gain
from gradsim.engine.initializers.rule import GAIN
from gradsim.engine.options import Choice

ACTIVATION_NAMES: Final = tuple(name for name, rule in ACTIVATIONS.items() if rule.elementwise)
"""Those that a hidden layer can have."""
INITIALIZER_NAMES: Final = tuple(INITIALIZERS)
FIRST_ACTIVATIONS: Final = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu")
FIRST_INITIALIZERS: Final = (
    "normal",
    "lecun_normal",
    "glorot_normal",
    "he_normal",
    "orthogonal",
    "pytorch_default",
    "lsuv",
)


class Place(NamedTuple):
    """One cell by the names of its row and its column."""

    activation: str
    initializer: str


def has_gain(initializer: str) -> bool:
    """Whether a gain changes what the initializer draws."""
    options = {option.name for option in INITIALIZERS[initializer].options}
    return "gain" in options and initializer != "zeros"


def gain_allowed(gain: float) -> bool:
    """Whether a number can be a gain."""
    return GAIN.minimum <= gain <= GAIN.maximum


def gain_at(place: Place, gain: float | None) -> float:
    """The gain of a cell whose column has `gain`; None takes what the field recommends."""
    if gain is None:
        return recommended_gain(place.initializer, Choice.of(place.activation))
    return gain


def weights_at(place: Place, gain: float | None) -> Choice:
    """The initializer of a cell, with its gain where it has one."""
    if not has_gain(place.initializer):
        return Choice.of(place.initializer)
    return Choice.of(place.initializer, gain=gain_at(place, gain))
