"""Claims about the small picture of f and f′."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.options import Choice
from gradsim.viewmodels.builder.activation_shape import REACH, activation_shape


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "softmax"])
def test_every_elementwise_activation_has_a_finite_picture(name: str) -> None:
    shape = activation_shape(Choice.of(name))
    assert shape is not None
    assert shape.lowest < shape.highest
    for curves in (shape.value, shape.derivative):
        assert all(np.isfinite(curve).all() for curve in curves)
    assert shape.z[0][0] == pytest.approx(-REACH)
    assert shape.z[-1][-1] == pytest.approx(REACH)


def test_the_derivative_of_relu_is_drawn_in_two_stretches_that_jump() -> None:
    shape = activation_shape(Choice.of("relu"))
    assert shape is not None
    below, above = shape.derivative
    assert not below.any()
    assert (above == 1.0).all()


def test_an_option_changes_the_picture() -> None:
    shape = activation_shape(Choice.of("leaky_relu", slope=0.5))
    assert shape is not None
    assert (shape.derivative[0] == 0.5).all()


def test_softmax_has_no_curve_of_its_own() -> None:
    assert activation_shape(Choice.of("softmax")) is None
