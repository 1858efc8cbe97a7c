"""Activations that saturate on both sides: sigmoid, tanh, softsign and their piecewise twins."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from gradsim.engine.activations.kernels import kernel_of
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
)
from gradsim.engine.activations.tanh_table import tanh
from gradsim.engine.problems import QT_TRANSLATE_NOOP

# So few numbers cost more in calls than in arithmetic.
_FEW = 512
_KEEPS_ITS_DIGITS_UP_TO = math.sqrt(1 - KEEPS_ITS_DIGITS)


def _sigmoid_slope(z: Array, **_options: float) -> Array:
    """σ(z)σ(−z) = e^−|z| / (1+e^−|z|)²: σ(1−σ) would lose everything past z = 37."""
    t = np.asarray(np.exp(-np.abs(z)))
    denominator = t + 1
    denominator *= denominator
    t /= denominator
    return t


def _sigmoid_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """a(1 − a), and from e^−|z| the entries in which 1 − a has lost digits."""
    slope = np.subtract(1, a, order="C")
    lost = None if least(slope) >= KEEPS_ITS_DIGITS else slope < KEEPS_ITS_DIGITS
    slope *= a
    return slope if lost is None else mended(slope, lost, z, _sigmoid_slope)


def _tanh_slope(z: Array, **_options: float) -> Array:
    """4e^(−2|z|) / (1+e^(−2|z|))²: 1 − tanh² is 0 from z = 19.06 on."""
    t = np.asarray(np.exp(-2 * np.abs(z)))
    denominator = t + 1
    denominator *= denominator
    t *= 4
    t /= denominator
    return t


def _tanh_slope_from_value(z: Array, a: Array, **_options: float) -> Array:
    """1 − a², and where that has lost digits 1/cosh²(z), which NumPy has fast on processors with
    AVX-512; on others e^(−2|z|) mends the entries that are lost."""
    if a.size <= _FEW:
        return _by_cosh(z)
    if _cosh_is_fast():
        flat = a.ravel()
        largest = max(flat[flat.argmax()], -flat[flat.argmin()])
        if not largest <= _KEEPS_ITS_DIGITS_UP_TO:
            return _by_cosh(z)
    slope = np.square(a, order="C")
    np.subtract(1, slope, out=slope)
    if least(slope) >= KEEPS_ITS_DIGITS:
        return slope
    return mended(slope, slope < KEEPS_ITS_DIGITS, z, _tanh_slope)


def _by_cosh(z: Array) -> Array:
    """(1/cosh z)², which underflows where the slope does: cosh² would be infinite before."""
    slope = np.cosh(z)
    np.divide(1, slope, out=slope)
    return np.square(slope, out=slope)


@cache
def _cosh_is_fast() -> bool:
    return kernel_of("cosh").startswith(("X86_V4", "AVX512"))


def _softsign_slope(z: Array, **_options: float) -> Array:
    denominator = np.abs(z) + 1
    with np.errstate(over="ignore"):
        denominator *= denominator
    return np.asarray(1 / denominator)


SIGMOID = Activation(
    name="sigmoid",
    label=QT_TRANSLATE_NOOP("Activation", "Sigmoid"),
    symbol="σ",
    tex=r"\sigma(z) = \frac{1}{1+e^{-z}}",
    derivative_tex=r"\sigma(z)\,(1-\sigma(z))",
    numbers_tex=r"{a}\,(1-{a})",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "At most ¼, reached at z = 0, and near 0 on both sides: every sigmoid layer shrinks the "
        "gradient at least fourfold before the weights act.",
    ),
    source="Rumelhart, Hinton & Williams 1986",
    value=lambda z, **_: logistic(z),
    derivative=_sigmoid_slope,
    slope=_sigmoid_slope_from_value,
    maximum_slope=constant(0.25),
)

TANH = Activation(
    name="tanh",
    label=QT_TRANSLATE_NOOP("Activation", "Tanh"),
    symbol="tanh",
    tex=r"\tanh(z)",
    derivative_tex=r"1-\tanh^2(z)",
    numbers_tex=r"1-({a})^2",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "At most 1, reached at z = 0: a gradient passes whole while z is small and fades as the "
        "unit saturates.",
    ),
    source="LeCun, Bottou, Orr & Müller 1998",
    value=lambda z, **_: tanh(z),
    derivative=_tanh_slope,
    slope=_tanh_slope_from_value,
    maximum_slope=constant(1.0),
    recommended_gain=constant(5 / 3),
)

SOFTSIGN = Activation(
    name="softsign",
    label=QT_TRANSLATE_NOOP("Activation", "Softsign"),
    symbol="softsign",
    tex=r"\frac{z}{1+|z|}",
    derivative_tex=r"\frac{1}{(1+|z|)^2}",
    numbers_tex=r"\frac{1}{(1+|{z}|)^2}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "At most 1, and it fades only as 1/z², far more slowly than the slope of tanh.",
    ),
    source="Bergstra, Desjardins, Lamblin & Bengio 2009",
    value=lambda z, **_: z / (np.abs(z) + 1),
    derivative=_softsign_slope,
    maximum_slope=constant(1.0),
    bends=at(0.0),
)

HARDSIGMOID = Activation(
    name="hardsigmoid",
    label=QT_TRANSLATE_NOOP("Activation", "Hard sigmoid"),
    symbol="hσ",
    tex=r"\min(\max(\frac{z}{6}+\frac{1}{2},\,0),\,1)",
    derivative_tex=r"\frac{1}{6}\ \mathrm{if}\ |z|<3,\ \mathrm{else}\ 0",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "One sixth between −3 and 3 and exactly 0 outside (here also at ±3, as in PyTorch): a "
        "saturated unit stops the gradient altogether.",
    ),
    source="Courbariaux, Bengio & David 2015; PyTorch's slope of 1/6",
    value=lambda z, **_: np.clip(z / 6 + 0.5, 0, 1),
    derivative=lambda z, **_: step(np.abs(z) < 3, z) / 6,
    maximum_slope=constant(1 / 6),
    kinks=at(-3.0, 3.0),
    flat=True,
)

HARDTANH = Activation(
    name="hardtanh",
    label=QT_TRANSLATE_NOOP("Activation", "Hard tanh"),
    symbol="htanh",
    tex=r"\min(\max(z,\,-1),\,1)",
    derivative_tex=r"1\ \mathrm{if}\ |z|<1,\ \mathrm{else}\ 0",
    numbers_tex=r"f^{\prime}({z}) = {d}",
    meaning=QT_TRANSLATE_NOOP(
        "Activation",
        "1 between −1 and 1, where the gradient passes unchanged, and exactly 0 outside (here "
        "also at ±1, as in PyTorch).",
    ),
    source="Collobert 2004",
    value=lambda z, **_: np.clip(z, -1, 1),
    derivative=lambda z, **_: step(np.abs(z) < 1, z),
    maximum_slope=constant(1.0),
    kinks=at(-1.0, 1.0),
    flat=True,
    slope_is_0_or_1=True,
)
