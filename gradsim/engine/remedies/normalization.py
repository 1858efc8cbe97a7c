"""What a normalization is: its passes both ways and the words for it, as one immutable entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.options import Option
from gradsim.engine.remedies.learned import RemedyValues

Array = npt.NDArray[Any]
Options = Mapping[str, float]


class Normalized(Struct, frozen=True, eq=False):
    """What a normalization made of x, (…, samples, units), and what its way back needs.

    value : γ x̂ + β, of x's shape. standard : x̂. scale : γ, (…, 1, units).
    inverse : what x (less its mean) was multiplied with, 1/√(v + ε) or 1/r, broadcastable to x.
    mean, variance : of the batch, (…, units), biased; None where the rule keeps no running ones,
        or took them.
    coupled : whether the statistics were of x itself, so that its entries depend on each other.
    always_zero : whether x̂ is 0 whatever x is: one unit is its own mean.
    """

    value: Array
    standard: Array
    scale: Array
    inverse: Array
    mean: Array | None = None
    variance: Array | None = None
    coupled: bool = True
    always_zero: bool = False


class Normalization(Struct, frozen=True, eq=False):
    """One normalization with everything that the program says about it.

    Parameters
    ----------
    name, label, source : str
        As in Activation; the label's translation context is "Normalization".
    symbol : str
        One short symbol for diagrams.
    tex, derivative_tex : str
        The normalized value, and how a gradient g goes back through it, as TeX.
    meaning : str
        One English sentence on what it does to a gradient, context "Normalization".
    couples_samples : bool
        In training the samples of a batch depend on each other.
    shifts : bool
        Whether it has a β beside its γ.
    forward : callable
        ``forward(x, values, options, evaluating) -> Normalized``.
    backward : callable
        ``backward(g, normalized) -> array``: ∂C/∂x from g = ∂C/∂(γ x̂ + β).
    """

    name: str
    label: str
    symbol: str
    tex: str
    derivative_tex: str
    meaning: str
    source: str
    couples_samples: bool
    shifts: bool
    forward: Callable[[Array, RemedyValues, Options, bool], Normalized]
    backward: Callable[[Array, Normalized], Array]
    options: tuple[Option, ...] = ()


def row(values: Array | None, x: Array, default: float) -> Array:
    """(…, units) as (…, 1, units), to meet (…, samples, units); ones or zeros where not learned."""
    if values is None:
        return np.full((1, x.shape[-1]), default, x.dtype)
    return np.asarray(values[..., None, :], x.dtype)


def inverse_root(square: Array, epsilon: float) -> Array:
    """1/√(square + ε), of the dtype of `square`.

    With ε = 0 it is infinite where all that is normalized is alike, and 0·∞ makes x̂ NaN: no
    number is right there, so the layer counts as overflowed.
    """
    with np.errstate(divide="ignore"):
        return np.asarray(1.0 / np.sqrt(square + epsilon), square.dtype)


def scaled_back(g: Array, normalized: Normalized, axis: int, *, centered: bool) -> Array:
    """(h − mean h − x̂ mean(h x̂))·inverse along `axis`, h = γ g; without mean h if not `centered`.

    Where the statistics were not of x itself: h·inverse.
    """
    h = g * normalized.scale
    if normalized.coupled:
        standard = normalized.standard
        along = np.mean(h * standard, axis=axis, keepdims=True)
        h = h - np.mean(h, axis=axis, keepdims=True) if centered else h
        h = h - standard * along
    return np.asarray(h * normalized.inverse)
