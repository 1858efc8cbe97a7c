"""Activations that belong to no family: identity, sine, and softmax over the units of a layer."""

from __future__ import annotations

import numpy as np

from gradsim.engine.activations.rule import Activation, Array, constant
from gradsim.engine.problems import QT_TRANSLATE_NOOP


def softmax(z: Array, **_options: float) -> Array:
    """e^(z−max)/Σ over the last axis."""
    with np.errstate(under="ignore", invalid="ignore"):
        shifted = np.exp(z - z.max(axis=-1, keepdims=True))
    shifted /= shifted.sum(axis=-1, keepdims=True)
    return np.asarray(shifted)


def softmax_jacobian(z: Array, **_options: float) -> Array:
    """∂a_i/∂z_j = a_i(δ_ij − a_j), (…, units, units): diag(a) − a aᵀ.

    On the diagonal 1 − a_i is taken as the sum of the other units, which keeps its digits where
    one unit has almost all.
    """
    a = softmax(z)
    jacobian = -a[..., :, None] * a[..., None, :]
    diagonal = np.arange(a.shape[-1])
    jacobian[..., diagonal, diagonal] = a * softmax_rest(a)
    return np.asarray(jacobian)


def softmax_rest(a: Array) -> Array:
    """1 − a_i as the sum of the other units where a_i > ½, a : (…, units)."""
    rest = 1 - a
    largest = a.argmax(axis=-1)[..., None]
    others = a.copy()
    np.put_along_axis(others, largest, 0, axis=-1)
    np.put_along_axis(rest, largest, others.sum(axis=-1, keepdims=True), axis=-1)
    return np.asarray(rest)


IDENTITY = Activation(
    name="identity",
    label=QT_TRANSLATE_NOOP("Activation", "Identity"),
    symbol="id",
    tex=r"z",
    derivative_tex=r"1",
    numbers_tex=r"{d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation", "Always 1: the gradient passes unchanged, and only the weights act on it."
    ),
    source="",
    value=lambda z, **_: z.copy(),
    derivative=lambda z, **_: np.ones_like(z),
    maximum_slope=constant(1.0),
    homogeneous=True,
    saturates=False,
)

SIN = Activation(
    name="sin",
    label=QT_TRANSLATE_NOOP("Activation", "Sine"),
    symbol="sin",
    tex=r"\sin(z)",
    derivative_tex=r"\cos(z)",
    numbers_tex=r"\cos({z})",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Between −1 and 1 and never fading for good: large z turn the gradient's sign instead of "
        "saturating.",
    ),
    source="Sitzmann, Martel, Bergman, Lindell & Wetzstein 2020",
    value=lambda z, **_: np.sin(z),
    derivative=lambda z, **_: np.cos(z),
    maximum_slope=constant(1.0),
    nonnegative_slope=False,
)

SOFTMAX = Activation(
    name="softmax",
    label=QT_TRANSLATE_NOOP("Activation", "Softmax (last layer)"),
    symbol="softmax",
    tex=r"\frac{e^{z_j}}{\sum_k e^{z_k}}",
    derivative_tex=r"\mathrm{diag}(a)-a\,a^{T}",
    numbers_tex=r"{d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "A whole matrix, because every output depends on every z; with cross-entropy it cancels "
        "down to a − y.",
    ),
    source="Bridle 1990",
    value=softmax,
    derivative=softmax_jacobian,
    maximum_slope=constant(0.25),
    elementwise=False,
    saturates=False,
)
