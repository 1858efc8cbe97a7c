"""Activations and their derivatives with 60 digits, written from their definitions alone."""

from __future__ import annotations

from collections.abc import Callable

import mpmath

Exact = Callable[[mpmath.mpf, dict[str, float]], mpmath.mpf]

DIGITS = 60


def _number(options: dict[str, float], name: str, default: float) -> mpmath.mpf:
    return mpmath.mpf(options.get(name, default))


def _sigmoid(z: mpmath.mpf) -> mpmath.mpf:
    return 1 / (1 + mpmath.exp(-z))


def _selu(z: mpmath.mpf) -> mpmath.mpf:
    alpha, scale = mpmath.mpf("1.6732632423543772"), mpmath.mpf("1.0507009873554805")
    return scale * (z if z > 0 else alpha * mpmath.expm1(z))


def _elu(z: mpmath.mpf, alpha: mpmath.mpf) -> mpmath.mpf:
    return z if z > 0 else alpha * mpmath.expm1(z)


def _celu(z: mpmath.mpf, alpha: mpmath.mpf) -> mpmath.mpf:
    return max(z, 0) + min(0, alpha * mpmath.expm1(z / alpha))


def _clip(z: mpmath.mpf, low: int, high: int) -> mpmath.mpf:
    return max(mpmath.mpf(low), min(mpmath.mpf(high), z))


def _gelu_tanh(z: mpmath.mpf) -> mpmath.mpf:
    inner = mpmath.sqrt(2 / mpmath.pi) * (z + mpmath.mpf("0.044715") * z**3)
    return z * _sigmoid(2 * inner)


VALUES: dict[str, Exact] = {
    "sigmoid": lambda z, _: _sigmoid(z),
    "tanh": lambda z, _: mpmath.tanh(z),
    "relu": lambda z, _: max(z, mpmath.mpf(0)),
    "leaky_relu": lambda z, o: z if z > 0 else _number(o, "slope", 0.01) * z,
    "elu": lambda z, o: _elu(z, _number(o, "alpha", 1)),
    "selu": lambda z, _: _selu(z),
    "celu": lambda z, o: _celu(z, _number(o, "alpha", 1)),
    "gelu": lambda z, _: z * mpmath.erfc(-z / mpmath.sqrt(2)) / 2,
    "gelu_tanh": lambda z, _: _gelu_tanh(z),
    "silu": lambda z, _: z * _sigmoid(z),
    "mish": lambda z, _: z * mpmath.tanh(mpmath.log1p(mpmath.exp(z))),
    "softplus": lambda z, _: mpmath.log1p(mpmath.exp(z)),
    "softsign": lambda z, _: z / (1 + abs(z)),
    "hardsigmoid": lambda z, _: _clip(z / 6 + mpmath.mpf("0.5"), 0, 1),
    "hardtanh": lambda z, _: _clip(z, -1, 1),
    "hardswish": lambda z, _: z * _clip(z + 3, 0, 6) / 6,
    "relu6": lambda z, _: _clip(z, 0, 6),
    "sin": lambda z, _: mpmath.sin(z),
    "identity": lambda z, _: z,
}


def value(name: str, z: float, options: dict[str, float]) -> mpmath.mpf:
    """f(z)."""
    with mpmath.workdps(DIGITS):
        return VALUES[name](mpmath.mpf(z), options)


def derivative(name: str, z: float, options: dict[str, float]) -> mpmath.mpf:
    """f′(z) by a central difference with so many digits that it is exact for a float64."""
    with mpmath.workdps(1000):
        step = mpmath.mpf(10) ** -260
        point = mpmath.mpf(z)
        above = VALUES[name](point + step, options)
        below = VALUES[name](point - step, options)
        return (above - below) / (2 * step)
