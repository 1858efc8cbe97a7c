"""What an activation is: value, derivative and the words for them, as one immutable entry."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.options import Option

Array = npt.NDArray[Any]
Rule = Callable[..., Array]

KEEPS_ITS_DIGITS = 1 / 16
"""1 − a is formed from a while it is at least this: its rounding error is then at most 16 times
that of a; 1 − a² loses no more than twice as much."""
# Up to this many entries an array of zeros is kept.
_MANY = 1 << 18
_OVERFLOWS_BELOW = {np.dtype(np.float32): -88.0, np.dtype(np.float64): -709.0}


def _gain_of_one(**_options: float) -> float:
    return 1.0


def _no_kinks(**_options: float) -> tuple[float, ...]:
    return ()


class Activation(Struct, frozen=True, eq=False):
    """One activation function f with everything that the program says about it.

    Parameters
    ----------
    name : str
        The name in project files.
    label : str
        The name on screen, English, translation context "Activation".
    symbol : str
        One short symbol for diagrams: σ, tanh, ReLU.
    tex, derivative_tex : str
        f and f′ as TeX in the variable z.
    numbers_tex : str
        f′ with numbers put in; ``{z}``, ``{a}``, ``{d}`` stand for z, f(z) and f′(z) and are
        filled by :meth:`with_numbers` (TeX keeps its own braces, so ``str.format`` will not do).
    meaning : str
        One English sentence on what this f′ does to a gradient, context "Activation".
    source : str
        Where the function comes from.
    value : callable
        ``value(z, **options)``: f(z), elementwise, of z's shape and dtype.
    derivative : callable
        ``derivative(z, **options)``: f′(z) in a form that is accurate for every z, at kinks
        as PyTorch has it. For softmax the full Jacobian, (…, units, units).
    slope : callable or None
        ``slope(z, a, **options)``: f′(z) where a = f(z) is at hand; the same to rounding.
    maximum_slope : callable
        ``maximum_slope(**options)``: max |f′| over all z, as a float.
    kinks : callable
        ``kinks(**options)``: the points at which f′ jumps.
    bends : callable
        ``bends(**options)``: the points at which f″ jumps while f′ does not.
    homogeneous : bool
        f(c·z) = c·f(z) for every c > 0.
    flat : bool
        f′ is exactly 0 on a whole interval. Elsewhere a computed 0 is an underflow.
    elementwise : bool
        Whether unit j of a depends on unit j of z alone (False for softmax).
    saturates : bool
        Whether the statistics "saturated" and "dead" are defined.
    nonnegative_slope : bool
        f′ ≥ 0 everywhere.
    slope_is_0_or_1 : bool
        f′ takes no other values, so that its sum counts the entries that pass.
    gated : bool
        f(z) = z · gate, and `slope` reads the gate from a/z: `a` must have all its digits.
    """

    name: str
    label: str
    symbol: str
    tex: str
    derivative_tex: str
    numbers_tex: str
    meaning: str
    source: str
    value: Rule
    derivative: Rule
    maximum_slope: Callable[..., float]
    slope: Rule | None = None
    options: tuple[Option, ...] = ()
    kinks: Callable[..., tuple[float, ...]] = _no_kinks
    bends: Callable[..., tuple[float, ...]] = _no_kinks
    recommended_gain: Callable[..., float] = _gain_of_one
    homogeneous: bool = False
    flat: bool = False
    elementwise: bool = True
    saturates: bool = True
    nonnegative_slope: bool = True
    slope_is_0_or_1: bool = False
    gated: bool = False

    def with_numbers(self, z: str, a: str, d: str) -> str:
        """TeX of f′ with the numbers `z`, `a` = f(z) and `d` = f′(z) put in."""
        return self.numbers_tex.replace("{z}", z).replace("{a}", a).replace("{d}", d)


class BoundActivation(Struct, frozen=True, eq=False):
    """An activation with its options put in: what a pass calls, once per layer.

    value(z) : f(z). slope(z, a) : f′(z) where a = f(z).
    saturated_below : |f′| under which an entry counts as saturated; None where that is undefined.
    """

    rule: Activation
    options: Mapping[str, float]
    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array]
    saturated_below: float | None

    def both(self, z: Array) -> tuple[Array, Array]:
        """f(z) and f′(z) for any z, also where a step on the way overflows (cosh past 710)."""
        with np.errstate(over="ignore", under="ignore"):
            a = self.value(z)
            return a, self.slope(z, a)


def constant(value: float) -> Callable[..., float]:
    """A rule that is `value` whatever the options are."""

    def rule(**_options: float) -> float:
        return value

    return rule


def at(*points: float) -> Callable[..., tuple[float, ...]]:
    """Kinks at `points` whatever the options are."""

    def rule(**_options: float) -> tuple[float, ...]:
        return points

    return rule


def step(condition: Array, z: Array) -> Array:
    """1 where `condition` holds and 0 elsewhere, in z's dtype."""
    return condition.astype(z.dtype)


def zeros_like(z: Array) -> Array:
    """Zeros to compare z with: against an array NumPy is three times as fast as against 0."""
    return _zeros(z.shape, z.dtype) if z.size < _MANY else np.zeros_like(z)


@lru_cache(maxsize=8)
def _zeros(shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    zeros = np.zeros(shape, dtype)
    zeros.setflags(write=False)
    return zeros


def _overflows(z: Array) -> bool:
    """Whether e^−z is infinite for some z."""
    if not z.size:
        return False
    smallest = z.ravel()[z.argmin()]
    if smallest != smallest:  # of one member of an ensemble, say; the others are as they are
        smallest = np.fmin.reduce(z, axis=None)
    return bool(smallest < _OVERFLOWS_BELOW[z.dtype])


def logistic(z: Array) -> Array:
    """σ(z) with relative accuracy: 1/(1+e^−z), and e^z/(1+e^z) where e^−z would overflow."""
    if _overflows(z):
        t = np.asarray(np.exp(-np.abs(z)))
        return np.asarray(np.where(z >= 0, 1, t) / (t + 1))
    t = np.negative(z)
    np.exp(t, out=t)
    t += 1
    np.divide(1, t, out=t)
    return np.asarray(t)


def logistic_pair(z: Array) -> tuple[Array, Array]:
    """σ(z) and σ(−z) = e^−z σ(z), both with relative accuracy."""
    if _overflows(z):
        return logistic(z), logistic(-z)
    t = np.negative(z)
    np.exp(t, out=t)
    gate = np.asarray(1 / (t + 1))
    t *= gate
    return gate, t


def least(array: Array) -> float:
    """The smallest entry, or a nan."""
    flat = array.ravel()
    return float(flat[flat.argmin()]) if flat.size else math.inf


def mended(slope: Array, lost: Array, z: Array, exact: Rule) -> Array:
    """`slope`, which is contiguous, with the entries that are `lost` formed by `exact` from z."""
    places = np.flatnonzero(lost)
    if places.size > slope.size // 4:
        return exact(z)
    slope.ravel()[places] = exact(z.ravel()[places])
    return slope
