"""Activations made of a ramp with a bent or curved left side: the ReLU family and softplus."""

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
    mended,
    step,
    zeros_like,
)
from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP

SELU_ALPHA = 1.6732632423543772
SELU_LAMBDA = 1.0507009873554805

_SLOPE = Option(
    "slope", 0.01, 0.0, 10.0, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Left slope")
)
_ALPHA = Option("alpha", 1.0, 1e-6, 100.0, step=0.1, label=QT_TRANSLATE_NOOP("Option", "Alpha"))


def _relu(z: Array, **_options: float) -> Array:
    return np.asarray(np.maximum(z, zeros_like(z)))


def _leaky_relu(z: Array, *, slope: float = 0.01, **_options: float) -> Array:
    left = z * slope
    return np.asarray(np.maximum(z, left) if slope <= 1 else np.minimum(z, left))


def _right_or_left(z: Array, right: float, left: Array | float) -> Array:
    """`right` where z > 0, else `left`."""
    return np.where(z > 0, np.asarray(right, z.dtype), np.asarray(left, z.dtype))


def _leaky_relu_slope(z: Array, *, slope: float = 0.01, **_options: float) -> Array:
    return _right_or_left(z, 1.0, slope)


def _elu(z: Array, *, alpha: float = 1.0, **_options: float) -> Array:
    left = np.expm1(np.minimum(z, zeros_like(z)))
    left *= alpha
    left += _relu(z)
    return np.asarray(left)


def _elu_slope(z: Array, *, alpha: float = 1.0, **_options: float) -> Array:
    slope = np.asarray(np.exp(np.minimum(z, zeros_like(z))))
    return slope if alpha == 1.0 else _right_or_left(z, 1.0, slope * alpha)


def _elu_slope_from_value(z: Array, a: Array, *, alpha: float = 1.0, **options: float) -> Array:
    """1 on the right; a + α on the left, and αe^z where that has lost digits."""
    if alpha != 1.0:
        return _elu_slope(z, alpha=alpha, **options)
    slope = np.minimum(a, zeros_like(a), order="C")
    slope += 1.0
    if least(slope) >= KEEPS_ITS_DIGITS:
        return slope
    return mended(slope, slope < KEEPS_ITS_DIGITS, z, _elu_slope)


def _selu(z: Array, **_options: float) -> Array:
    return _elu(z, alpha=SELU_ALPHA) * SELU_LAMBDA


def _selu_slope(z: Array, **_options: float) -> Array:
    left = np.exp(np.minimum(z, zeros_like(z)))
    return _right_or_left(z, SELU_LAMBDA, left * (SELU_LAMBDA * SELU_ALPHA))


def _selu_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """λ on the right; a + λα on the left, and λαe^z where that has lost digits."""
    end = SELU_LAMBDA * SELU_ALPHA
    slope = np.add(a, end, order="C")
    slope[z > 0] = SELU_LAMBDA
    if least(slope) >= end * KEEPS_ITS_DIGITS:
        return slope
    return mended(slope, slope < end * KEEPS_ITS_DIGITS, z, _selu_slope)


def _celu(z: Array, *, alpha: float = 1.0, **_options: float) -> Array:
    left = np.expm1(np.minimum(z, zeros_like(z)) / alpha)
    left *= alpha
    left += _relu(z)
    return np.asarray(left)


def _celu_slope(z: Array, *, alpha: float = 1.0, **_options: float) -> Array:
    return np.asarray(np.exp(np.minimum(z, zeros_like(z)) / alpha))


def _softplus(z: Array, **_options: float) -> Array:
    """max(z, 0) + log1p(e^−|z|), without the threshold at which PyTorch switches to z."""
    result = np.log1p(np.exp(-np.abs(z)))
    result += _relu(z)
    return np.asarray(result)


RELU = Activation(
    name="relu",
    label=QT_TRANSLATE_NOOP("Activation", "ReLU"),
    symbol="ReLU",
    tex=r"\max(0,\,z)",
    derivative_tex=r"1\ \mathrm{if}\ z>0,\ \mathrm{else}\ 0",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "Exactly 1 or exactly 0 (at z = 0 it is 0, as in PyTorch): a gradient passes unchanged "
        "or not at all.",
    ),
    source="Nair & Hinton 2010; Glorot, Bordes & Bengio 2011",
    value=_relu,
    derivative=lambda z, **_: step(z > 0, z),
    slope=lambda _z, a: (a > 0).astype(a.dtype),
    maximum_slope=constant(1.0),
    kinks=at(0.0),
    recommended_gain=constant(math.sqrt(2.0)),
    homogeneous=True,
    flat=True,
    slope_is_0_or_1=True,
)

LEAKY_RELU = Activation(
    name="leaky_relu",
    label=QT_TRANSLATE_NOOP("Activation", "Leaky ReLU"),
    symbol="LReLU",
    tex=r"z\ \mathrm{if}\ z>0,\ \mathrm{else}\ s\,z",
    derivative_tex=r"1\ \mathrm{if}\ z>0,\ \mathrm{else}\ s",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1 on the right and a small slope on the left (also at z = 0): no unit can die, but the "
        "left side passes little.",
    ),
    source="Maas, Hannun & Ng 2013",
    value=_leaky_relu,
    derivative=_leaky_relu_slope,
    maximum_slope=lambda *, slope=0.01, **_: max(1.0, abs(slope)),
    options=(_SLOPE,),
    kinks=at(0.0),
    recommended_gain=lambda *, slope=0.01, **_: math.sqrt(2.0 / (1.0 + slope * slope)),
    homogeneous=True,
    flat=True,
)

ELU = Activation(
    name="elu",
    label=QT_TRANSLATE_NOOP("Activation", "ELU"),
    symbol="ELU",
    tex=r"z\ \mathrm{if}\ z>0,\ \mathrm{else}\ \alpha(e^{z}-1)",
    derivative_tex=r"1\ \mathrm{if}\ z>0,\ \mathrm{else}\ \alpha e^{z}",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1 on the right; on the left it fades exponentially, so only strongly negative units "
        "hold the gradient back.",
    ),
    source="Clevert, Unterthiner & Hochreiter 2016",
    value=_elu,
    derivative=_elu_slope,
    slope=_elu_slope_from_value,
    maximum_slope=lambda *, alpha=1.0, **_: max(1.0, alpha),
    options=(_ALPHA,),
    kinks=lambda *, alpha=1.0, **_: () if alpha == 1.0 else (0.0,),
    bends=at(0.0),
)

SELU = Activation(
    name="selu",
    label=QT_TRANSLATE_NOOP("Activation", "SELU"),
    symbol="SELU",
    tex=r"\lambda z\ \mathrm{if}\ z>0,\ \mathrm{else}\ \lambda\alpha(e^{z}-1)",
    derivative_tex=r"\lambda\ \mathrm{if}\ z>0,\ \mathrm{else}\ \lambda\alpha e^{z}",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1.05 on the right and up to 1.76 just left of 0 (its value at 0 too): tuned so that "
        "activations with weights of variance 1/fan-in keep mean 0 and variance 1.",
    ),
    source="Klambauer, Unterthiner, Mayr & Hochreiter 2017",
    value=_selu,
    derivative=_selu_slope,
    slope=_selu_slope_from_value,
    maximum_slope=constant(SELU_LAMBDA * SELU_ALPHA),
    kinks=at(0.0),
    recommended_gain=constant(0.75),
)

CELU = Activation(
    name="celu",
    label=QT_TRANSLATE_NOOP("Activation", "CELU"),
    symbol="CELU",
    tex=r"\max(0,\,z)+\min(0,\,\alpha(e^{z/\alpha}-1))",
    derivative_tex=r"1\ \mathrm{if}\ z>0,\ \mathrm{else}\ e^{z/\alpha}",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1 on the right; on the left it fades smoothly from 1, the more slowly the larger alpha.",
    ),
    source="Barron 2017",
    value=_celu,
    derivative=_celu_slope,
    maximum_slope=constant(1.0),
    options=(_ALPHA,),
    bends=at(0.0),
)

RELU6 = Activation(
    name="relu6",
    label=QT_TRANSLATE_NOOP("Activation", "ReLU6"),
    symbol="ReLU6",
    tex=r"\min(\max(0,\,z),\,6)",
    derivative_tex=r"1\ \mathrm{if}\ 0<z<6,\ \mathrm{else}\ 0",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1 between 0 and 6 and exactly 0 outside (here also at 0 and 6, as in PyTorch): it "
        "blocks large units as well as negative ones.",
    ),
    source="Krizhevsky 2010",
    value=lambda z, **_: np.clip(z, 0, 6),
    derivative=lambda z, **_: step((z > 0) & (z < 6), z),
    maximum_slope=constant(1.0),
    kinks=at(0.0, 6.0),
    flat=True,
    slope_is_0_or_1=True,
)

SOFTPLUS = Activation(
    name="softplus",
    label=QT_TRANSLATE_NOOP("Activation", "Softplus"),
    symbol="softplus",
    tex=r"\ln(1+e^{z})",
    derivative_tex=r"\sigma(z) = \frac{1}{1+e^{-z}}",
    numbers_tex=r"\frac{1}{1+e^{-({z})}}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "The sigmoid itself: near 1 for large z, ½ at z = 0 and fading to the left, a ReLU with "
        "a rounded corner.",
    ),
    source="Dugas, Bengio, Bélisle, Nadeau & Garcia 2001",
    value=_softplus,
    derivative=lambda z, **_: logistic(z),
    maximum_slope=constant(1.0),
)
