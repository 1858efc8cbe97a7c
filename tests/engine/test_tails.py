"""Far out f and f′ are known though no float holds them."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS, bind
from gradsim.engine.activations.tails import slope_beyond, value_beyond
from gradsim.engine.options import Choice
from gradsim.engine.scaled_numbers import ScaledNumber
from tests.engine import exact

FAR = {
    "sigmoid": (-2000.0, 800.0, -745.5),
    "tanh": (-400.0, 450.0),
    "elu": (-800.0,),
    "selu": (-800.0,),
    "celu": (-800.0,),
    "softplus": (-1200.5,),
    "silu": (-800.0,),
    "mish": (-800.0,),
    "gelu": (-40.0, -39.0),
    "gelu_tanh": (-23.0, -22.0),
}


def true(number: ScaledNumber) -> mpmath.mpf:
    return mpmath.ldexp(mpmath.mpf(number.mantissa), number.exponent)


@pytest.mark.parametrize(("name", "z"), [(name, z) for name, far in FAR.items() for z in far])
def test_a_slope_beyond_floats_is_exact(name: str, z: float) -> None:
    rule = bind(Choice(name))
    _, slope = rule.both(np.array([z]))
    assert abs(slope[0]) < np.finfo(np.float64).tiny
    found = slope_beyond(rule, z)
    assert found is not None
    with mpmath.workdps(1200):
        wanted = exact.derivative(name, z, dict(rule.options))
        assert abs(true(found) - wanted) <= 1e-13 * abs(wanted)


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "silu", "mish", "gelu", "gelu_tanh"])
def test_a_value_beyond_floats_is_exact(name: str) -> None:
    rule, z = bind(Choice(name)), min(FAR[name])
    found = value_beyond(rule, z)
    assert found is not None
    with mpmath.workdps(1200):
        wanted = exact.value(name, z, dict(rule.options))
        assert abs(true(found) - wanted) <= 1e-13 * abs(wanted)


@pytest.mark.parametrize("name", [name for name, rule in ACTIVATIONS.items() if rule.elementwise])
def test_what_is_not_known_is_not_made_up(name: str) -> None:
    rule = bind(Choice(name))
    assert slope_beyond(rule, float("nan")) is None
    assert slope_beyond(rule, -np.inf) is None
    if name not in FAR:
        assert slope_beyond(rule, -2000.0) is None
    assert name not in ("sigmoid", "gelu") or slope_beyond(rule, -1e300) is None
