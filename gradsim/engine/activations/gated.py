"""Activations that multiply z by a gate of itself: GELU, SiLU, Mish and hard swish."""

from __future__ import annotations

import math

import numpy as np

from gradsim.engine.activations.rule import (
    KEEPS_ITS_DIGITS,
    Activation,
    Array,
    at,
    constant,
    least,
    logistic,
    logistic_pair,
    mended,
)
from gradsim.engine.problems import QT_TRANSLATE_NOOP

ROOT_2_OVER_PI = math.sqrt(2.0 / math.pi)
CUBIC = 0.044715


_FAR_LEFT = -30.0
_NEAR_ZERO = {np.dtype(np.float32): 1e-30, np.dtype(np.float64): 1e-100}
"""Below the one, and nearer to zero than the other, a gate is not what a = z · gate says of it."""


def _gate(z: Array, a: Array) -> tuple[Array, Array | None]:
    """The gate a/z, and where that lost digits or is no number; None where it is nowhere so."""
    with np.errstate(divide="ignore", invalid="ignore", under="ignore"):
        gate = np.divide(a, z, order="C")
    size, near = np.abs(z), _NEAR_ZERO[z.dtype]
    if least(size) >= near and least(z) >= _FAR_LEFT:
        return gate, None
    return gate, (z < _FAR_LEFT) | ~((size >= near) & np.isfinite(gate))


def _normal_distribution(z: Array) -> Array:
    """Φ(z), with relative accuracy in the left tail."""
    from scipy.special import ndtr

    return np.asarray(ndtr(z))


def _gelu(z: Array, **_options: float) -> Array:
    return z * _normal_distribution(z)


def _gelu_slope(z: Array, **_options: float) -> Array:
    """Φ(z) + zφ(z)."""
    with np.errstate(over="ignore"):
        density = np.exp(-0.5 * z * z)
    density *= 1 / math.sqrt(2 * math.pi)
    density *= z
    density += _normal_distribution(z)
    return density


def _gelu_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """Φ(z) + zφ(z) with Φ(z) = a/z."""
    gate, lost = _gate(z, a)
    with np.errstate(over="ignore"):
        density = np.square(z)
    density *= -0.5
    np.exp(density, out=density)
    density *= 1 / math.sqrt(2 * math.pi)
    density *= z
    gate += density
    return gate if lost is None else mended(gate, lost, z, _gelu_slope)


def _gelu_tanh_inner(z: Array) -> Array:
    """2√(2/π)(z + 0.044715 z³); ½(1 + tanh u) = σ(2u) keeps its digits in the left tail."""
    with np.errstate(over="ignore"):
        return np.asarray(2 * ROOT_2_OVER_PI * z * (1 + CUBIC * z * z))


def _gelu_tanh(z: Array, **_options: float) -> Array:
    return np.asarray(z * logistic(_gelu_tanh_inner(z)))


def _gelu_tanh_slope(z: Array, **_options: float) -> Array:
    """σ(v) + z·σ(v)σ(−v)·v′ with v = 2√(2/π)(z + 0.044715 z³)."""
    inner = _gelu_tanh_inner(z)
    gate, closing = logistic_pair(inner)
    closing *= gate
    with np.errstate(over="ignore", invalid="ignore"):
        steepness = 2 * ROOT_2_OVER_PI * z * (1 + 3 * CUBIC * z * z)
        product = closing * steepness
    return np.asarray(gate + np.where(closing == 0, 0, product).astype(z.dtype))


def _silu_slope(z: Array, **_options: float) -> Array:
    """σ(z)(1 + zσ(−z))."""
    gate, slope = logistic_pair(z)
    slope *= z
    slope += 1
    slope *= gate
    return slope


def _silu_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """σ(1 + z(1 − σ)) with σ = a/z."""
    gate, lost = _gate(z, a)
    slope = np.subtract(1, gate)
    if least(slope) < KEEPS_ITS_DIGITS:
        lost = slope < KEEPS_ITS_DIGITS if lost is None else lost | (slope < KEEPS_ITS_DIGITS)
    slope *= z
    slope += 1
    slope *= gate
    return slope if lost is None else mended(slope, lost, z, _silu_slope)


def _mish_parts(z: Array) -> tuple[Array, Array]:
    """tanh(softplus z) and 1 − tanh²(softplus z), both without cancellation.

    With n = e^z: tanh(ln(1+n)) = n(n+2)/(n²+2n+2) and 1 − tanh² = 4(n+1)²/(n²+2n+2)²; for z > 0
    both are divided through by n², so that nothing overflows.
    """
    t = np.exp(-np.abs(z))
    right = z > 0
    over = np.where(right, 1 + 2 * t, t * (t + 2))
    under = np.where(right, 1 + 2 * t + 2 * t * t, t * t + 2 * t + 2)
    gate = over / under
    rest = np.where(right, 4 * t * t * (1 + t) ** 2, 4 * (1 + t) ** 2) / (under * under)
    return gate, rest


def _mish(z: Array, **_options: float) -> Array:
    t = np.exp(-np.abs(z))
    right = z > 0
    gate = np.where(right, 1 + 2 * t, t * (t + 2))
    t_squared = t * t
    gate /= np.where(right, 1 + 2 * t + 2 * t_squared, t_squared + 2 * t + 2)
    gate *= z
    return np.asarray(gate)


def _mish_slope(z: Array, **_options: float) -> Array:
    """tanh(s) + zσ(z)(1 − tanh² s) with s = softplus(z)."""
    gate, rest = _mish_parts(z)
    return np.asarray(gate + z * logistic(z) * rest)


def _mish_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """tanh(s) + zσ(z)(1 − tanh² s) with tanh(s) = a/z."""
    gate, lost = _gate(z, a)
    rest = np.subtract(1, gate)
    if least(rest) < KEEPS_ITS_DIGITS:
        lost = rest < KEEPS_ITS_DIGITS if lost is None else lost | (rest < KEEPS_ITS_DIGITS)
    slope = logistic(z)
    slope *= z
    slope *= rest
    slope *= 1 + gate
    slope += gate
    return slope if lost is None else mended(slope, lost, z, _mish_slope)


def _hardswish_slope(z: Array, **_options: float) -> Array:
    """0 up to −3, z/3 + ½ inside, 1 from 3 on."""
    inside = z / 3 + 0.5
    inside[z <= -3] = 0
    inside[z >= 3] = 1
    return inside


GELU = Activation(
    name="gelu",
    gated=True,
    label=QT_TRANSLATE_NOOP("Activation", "GELU"),
    symbol="GELU",
    tex=r"z\,\Phi(z)",
    derivative_tex=r"\Phi(z)+z\,\varphi(z)",
    numbers_tex=r"\Phi({z})+({z})\,\varphi({z})",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Near 1 on the right and 0 on the left, up to 1.13 between, and slightly negative below "
        "z = −0.75, where it turns the gradient's sign.",
    ),
    source="Hendrycks & Gimpel 2016",
    value=_gelu,
    derivative=_gelu_slope,
    slope=_gelu_slope_from_value,
    maximum_slope=constant(0.5 * (1 + math.erf(1.0)) + math.exp(-1.0) / math.sqrt(math.pi)),
    nonnegative_slope=False,
)

GELU_TANH = Activation(
    name="gelu_tanh",
    label=QT_TRANSLATE_NOOP("Activation", "GELU (tanh form)"),
    symbol="GELUt",
    tex=r"\frac{z}{2}(1+\tanh(\sqrt{2/\pi}\,(z+0.044715z^3)))",
    derivative_tex=(
        r"\frac{1}{2}(1+\tanh u)+\frac{z}{2}(1-\tanh^2 u)\sqrt{2/\pi}\,(1+0.134145z^2)"
    ),
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "The slope of GELU to within a few thousandths: near 1 on the right, near 0 on the left, "
        "slightly negative below z = −0.75.",
    ),
    source="Hendrycks & Gimpel 2016",
    value=_gelu_tanh,
    derivative=_gelu_tanh_slope,
    maximum_slope=constant(1.1289930686587718),
    nonnegative_slope=False,
)

SILU = Activation(
    name="silu",
    gated=True,
    label=QT_TRANSLATE_NOOP("Activation", "SiLU (swish)"),
    symbol="SiLU",
    tex=r"z\,\sigma(z)",
    derivative_tex=r"\sigma(z)\,(1+z\,\sigma(-z))",
    numbers_tex=r"\sigma({z})\,(1+({z})\,\sigma(-({z})))",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Near 1 on the right and 0 on the left, up to 1.10 between, and slightly negative below "
        "z = −1.28, where it turns the gradient's sign.",
    ),
    source="Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017",
    value=lambda z, **_: z * logistic(z),
    derivative=_silu_slope,
    slope=_silu_slope_from_value,
    maximum_slope=constant(1.0998393201288669),
    nonnegative_slope=False,
)

MISH = Activation(
    name="mish",
    gated=True,
    label=QT_TRANSLATE_NOOP("Activation", "Mish"),
    symbol="Mish",
    tex=r"z\,\tanh(\ln(1+e^{z}))",
    derivative_tex=r"\tanh s+z\,\sigma(z)\,(1-\tanh^2 s),\ s=\ln(1+e^{z})",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Near 1 on the right and 0 on the left, up to 1.09 between, 0.6 at z = 0, and slightly "
        "negative below z = −1.19.",
    ),
    source="Misra 2019",
    value=_mish,
    derivative=_mish_slope,
    slope=_mish_slope_from_value,
    maximum_slope=constant(1.0884981612517279),
    nonnegative_slope=False,
)

HARDSWISH = Activation(
    name="hardswish",
    label=QT_TRANSLATE_NOOP("Activation", "Hard swish"),
    symbol="hswish",
    tex=r"z\,\frac{\min(\max(z+3,\,0),\,6)}{6}",
    derivative_tex=r"0,\ \frac{z}{3}+\frac{1}{2}\ \mathrm{or}\ 1",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Exactly 0 left of −3, 1 right of 3 and a straight line from −½ to 1½ between: it can "
        "block, turn or stretch a gradient.",
    ),
    source="Howard et al. 2019",
    value=lambda z, **_: z * np.clip(z + 3, 0, 6) / 6,
    derivative=_hardswish_slope,
    maximum_slope=constant(1.5),
    kinks=at(-3.0, 3.0),
    flat=True,
    nonnegative_slope=False,
)
