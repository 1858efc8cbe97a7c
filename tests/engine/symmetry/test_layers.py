"""Copies are found where weights are equal, and gradient descent keeps them copies to the bit."""

from __future__ import annotations

import numpy as np

from gradsim.engine.backward import chain_factors
from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.scaling import State
from gradsim.engine.symmetry.layers import LayerSymmetry, layer_symmetries
from gradsim.engine.symmetry.likeness import Likeness
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from tests.engine.networks import network_of


def symmetries_of(name: str) -> tuple[LayerSymmetry, ...]:
    made = materialize(preset(name))
    passed = forward(made.network, made.parameters, made.inputs, made.targets)
    return layer_symmetries(made.network, made.parameters, chain_factors(passed))


def test_constant_weights_make_every_hidden_layer_one_group_of_copies() -> None:
    *hidden, output = symmetries_of("constant_initialization")
    assert [each.copies for each in hidden] == [((1, 2, 3, 4),)] * 3
    assert all(each.copies_likeness is Likeness.exact for each in hidden)
    assert all(each.rows is Likeness.exact for each in hidden)
    assert all(each.gradient_rows is Likeness.exact for each in hidden)
    assert all(each.weight_gradient is State.ok for each in hidden)
    assert output.copies == ()
    assert output.rows is Likeness.single
    assert output.columns is Likeness.exact


def test_zero_weights_leave_only_the_last_layer_a_gradient() -> None:
    *hidden, output = symmetries_of("zero_initialization")
    assert all(each.weights_zero for each in (*hidden, output))
    assert all(each.weight_gradient is State.zero for each in hidden)
    assert all(each.bias_gradient is State.zero for each in hidden)
    assert output.weight_gradient is State.ok
    assert output.bias_gradient is State.ok


def test_drawn_weights_have_no_copies() -> None:
    for each in symmetries_of("first_look"):
        assert each.copies == ()
        assert each.same_now == ()
        assert each.rows in (Likeness.different, Likeness.single)
        assert not each.weights_constant


def test_equal_rows_without_equal_columns_are_the_same_now_only() -> None:
    network = network_of(2, [3, 2])
    drawn = initialize(network, 3)
    first, bias = drawn.weights[0].copy(), drawn.biases[0].copy()
    first[2], bias[2] = first[0], bias[0]
    parameters = Parameters((first, drawn.weights[1]), (bias, drawn.biases[1]))
    passed = forward(network, parameters, np.ones((1, 2)), np.zeros((1, 2)))
    hidden, _ = layer_symmetries(network, parameters, chain_factors(passed))
    assert hidden.same_now == ((1, 3),)
    assert hidden.copies == ()


def test_another_bias_is_no_copy() -> None:
    network = network_of(2, [2, 1])
    parameters = Parameters((np.ones((2, 2)), np.ones((1, 2))), (np.array([0.0, 0.1]), np.zeros(1)))
    passed = forward(network, parameters, np.ones((1, 2)), np.zeros((1, 1)))
    hidden, _ = layer_symmetries(network, parameters, chain_factors(passed))
    assert hidden.rows is Likeness.exact
    assert hidden.copies == hidden.same_now == ()


def test_a_gradient_that_a_float_cannot_hold_is_no_zero() -> None:
    network = network_of(1, [1] * 300, "sigmoid")
    parameters = Parameters((np.full((1, 1), 0.01),) * 300, (np.zeros(1),) * 300)
    passed = forward(network, parameters, np.ones((1, 1)), np.zeros((1, 1)))
    first = layer_symmetries(network, parameters, chain_factors(passed))[0]
    assert first.weight_gradient is State.underflow
