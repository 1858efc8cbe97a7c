"""f and f′ where a float cannot hold them: far out in the tails of σ, tanh and their kin.

There each is a plain factor times a power of e, to more digits than a float has: of what is left
out, nothing reaches e^−700 of it. The power is kept as a decimal number with as many digits as its
binary form needs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from functools import cache
from types import MappingProxyType

from gradsim.engine.activations.gated import CUBIC, ROOT_2_OVER_PI
from gradsim.engine.activations.rectifiers import SELU_ALPHA, SELU_LAMBDA
from gradsim.engine.activations.rule import BoundActivation
from gradsim.engine.scaled_numbers import ScaledNumber

Tail = Callable[[float, Mapping[str, float]], tuple[float, Decimal]]
"""Of z and the options: a factor, and the power of e that it stands before."""

_EXACT = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
_FARTHEST = Decimal(10) ** 18
"""Powers of e beyond have exponents of two that no 64-bit number holds."""


def slope_beyond(rule: BoundActivation, z: float) -> ScaledNumber | None:
    """f′(z) where the float nearest to it is 0 or has lost digits; None where it is not known."""
    return _beyond(_SLOPES.get(rule.rule.name), rule, z)


def value_beyond(rule: BoundActivation, z: float) -> ScaledNumber | None:
    """f(z) where the float nearest to it is 0 or has lost digits; None where it is not known."""
    return _beyond(_VALUES.get(rule.rule.name), rule, z) if z < 0 else None


def _beyond(tail: Tail | None, rule: BoundActivation, z: float) -> ScaledNumber | None:
    if tail is None or not math.isfinite(z):
        return None
    with localcontext(_EXACT):
        factor, power = tail(z, rule.options)
        if abs(power) > _FARTHEST:
            return None
        exponent = int(power / _ln_2())
        rest = float((power - exponent * _ln_2()).exp())
    mantissa, shift = math.frexp(factor * rest)
    return ScaledNumber(mantissa, exponent + shift)


@cache
def _ln_2() -> Decimal:
    return _EXACT.ln(Decimal(2))


def _mills(z: float) -> float:
    """Mills' ratio's 1 − 1/z² + 3/z⁴ − 15/z⁶ + …, to all digits from |z| = 30 on."""
    term = total = 1.0
    for odd in (1, 3, 5, 7, 9, 11, 13):
        term *= -odd / (z * z)
        total += term
    return total


def _gelu_value(z: float, _: Mapping[str, float]) -> tuple[float, Decimal]:
    """zΦ(z) = −φ(z)(1 − 1/z² + …)."""
    return -_mills(z) / math.sqrt(2 * math.pi), -(Decimal(z) ** 2) / 2


def _gelu_slope(z: float, _: Mapping[str, float]) -> tuple[float, Decimal]:
    """Φ(z) + zφ(z) = φ(z)(z + (1 − 1/z² + …)/|z|)."""
    return (z - _mills(z) / z) / math.sqrt(2 * math.pi), -(Decimal(z) ** 2) / 2


def _gelu_tanh_value(z: float, _: Mapping[str, float]) -> tuple[float, Decimal]:
    """zσ(2u) = z e^(2u), u = √(2/π)(z + 0.044715 z³)."""
    return z, 2 * _inner(z)


def _gelu_tanh_slope(z: float, _: Mapping[str, float]) -> tuple[float, Decimal]:
    """σ(2u) + zσ′(2u)·2u′ = e^(2u)(1 + 2zu′)."""
    steepness = ROOT_2_OVER_PI * (1 + 3 * CUBIC * z * z)
    return 1 + 2 * z * steepness, 2 * _inner(z)


def _inner(z: float) -> Decimal:
    x = Decimal(z)
    return Decimal(ROOT_2_OVER_PI) * (x + Decimal(CUBIC) * x**3)


_SLOPES: Mapping[str, Tail] = MappingProxyType(
    {
        "sigmoid": lambda z, _: (1.0, -abs(Decimal(z))),
        "tanh": lambda z, _: (4.0, -2 * abs(Decimal(z))),
        "elu": lambda z, options: (options["alpha"], Decimal(z)),
        "selu": lambda z, _: (SELU_LAMBDA * SELU_ALPHA, Decimal(z)),
        "celu": lambda z, options: (1.0, Decimal(z) / Decimal(options["alpha"])),
        "softplus": lambda z, _: (1.0, Decimal(z)),
        "silu": lambda z, _: (1 + z, Decimal(z)),
        "mish": lambda z, _: (1 + z, Decimal(z)),
        "gelu": _gelu_slope,
        "gelu_tanh": _gelu_tanh_slope,
    }
)
_VALUES: Mapping[str, Tail] = MappingProxyType(
    {
        "sigmoid": lambda z, _: (1.0, Decimal(z)),
        "softplus": lambda z, _: (1.0, Decimal(z)),
        "silu": lambda z, _: (z, Decimal(z)),
        "mish": lambda z, _: (z, Decimal(z)),
        "gelu": _gelu_value,
        "gelu_tanh": _gelu_tanh_value,
    }
)
