"""The factor that kills is the first that leaves only zeros; what is merely too small does not."""

from __future__ import annotations

import numpy as np

from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import FactorKind
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.scaling import State
from gradsim.engine.symmetry.killing import Cause, Kill, kills, scalar_zero_state
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from tests.engine.networks import network_of


def kills_of(passed: ForwardPass) -> tuple[Kill, ...]:
    return kills(chain_factors(passed))


def passed_by(
    network: Network, weights: list[np.ndarray], inputs: list[float], biases: float = 0.0
) -> ForwardPass:
    parameters = Parameters(
        tuple(weights), tuple(np.full(matrix.shape[0], biases) for matrix in weights)
    )
    targets = np.full((1, network.widths[-1]), 0.3)
    return forward(network, parameters, np.array([inputs]), targets)


def test_zero_weights_kill_where_they_stand_in_the_trunk() -> None:
    made = materialize(preset("zero_initialization"))
    passed = forward(made.network, made.parameters, made.inputs, made.targets)
    assert [(kill.kind, kill.layer, kill.state, kill.cause) for kill in kills_of(passed)] == [
        (FactorKind.previous_activation, 4, State.zero, Cause.local)
    ]


def test_constant_weights_kill_nothing() -> None:
    made = materialize(preset("constant_initialization"))
    assert kills_of(forward(made.network, made.parameters, made.inputs, made.targets)) == ()


def test_zero_weights_with_tanh_silence_the_weights_of_the_layer_above_too() -> None:
    zeros = [np.zeros((3, 2)), np.zeros((2, 3)), np.zeros((1, 2))]
    found = kills_of(passed_by(network_of(2, [3, 2, 1], "tanh"), zeros, [0.5, -1.0]))
    # a⁽²⁾ = tanh(0) = 0, so not even the last W learns; only the last bias does.
    assert [(kill.kind, kill.layer) for kill in found] == [
        (FactorKind.weights, 3),
        (FactorKind.previous_activation, 3),
    ]


def test_relu_units_that_are_all_dead_kill_by_their_slope() -> None:
    network = network_of(1, [2, 1], ["relu", "identity"])
    found = kills_of(passed_by(network, [np.ones((2, 1)), np.ones((1, 2))], [1.0], biases=-5.0))
    kill = next(each for each in found if each.kind is FactorKind.activation)
    assert (kill.layer, kill.state, kill.cause) == (1, State.zero, Cause.local)


def test_dead_units_where_the_gradient_goes_kill_though_others_live() -> None:
    network = network_of(2, [2, 1], ["relu", "identity"])
    weights = [np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0]])]
    found = kills_of(passed_by(network, weights, [1.0, -1.0], biases=0.5))
    kill = next(each for each in found if each.kind is FactorKind.activation)
    assert (kill.layer, kill.cause) == (1, Cause.meeting)


def test_terms_that_cancel_are_called_so() -> None:
    network = network_of(1, [1, 2], "identity")
    weights = [np.ones((1, 1)), np.array([[1.0], [1.0]])]
    parameters = Parameters(tuple(weights), (np.zeros(1), np.zeros(2)))
    passed = forward(network, parameters, np.ones((1, 1)), np.array([[0.0, 2.0]]))
    kill = kills_of(passed)[0]
    assert (kill.kind, kill.cause) == (FactorKind.previous_activation, Cause.cancelled)


def test_an_output_on_its_target_leaves_nothing_to_learn() -> None:
    network = network_of(1, [1], "identity")
    parameters = Parameters((np.ones((1, 1)),), (np.zeros(1),))
    kill = kills_of(forward(network, parameters, np.ones((1, 1)), np.ones((1, 1))))[0]
    assert kill.kind is FactorKind.cost


def test_a_saturated_sigmoid_underflows_and_does_not_kill() -> None:
    network = network_of(1, [1, 1], ["sigmoid", "identity"])
    found = kills_of(passed_by(network, [np.ones((1, 1)), np.ones((1, 1))], [-800.0]))
    kill = next(each for each in found if each.kind is FactorKind.activation)
    assert kill.state is State.underflow


def test_a_path_believes_the_zero_of_relu_and_not_that_of_sigmoid() -> None:
    for name, state in (("relu", State.zero), ("sigmoid", State.underflow)):
        network = network_of(1, [1, 1], [name, "identity"])
        passed = passed_by(network, [np.ones((1, 1)), np.ones((1, 1))], [-800.0])
        assert scalar_zero_state(passed, "activation", 1) is state
        assert scalar_zero_state(passed, "weights", 2) is state
        assert scalar_zero_state(passed, "previous_activation", 2) is State.zero
