"""Claims about the verdict where remedies lead a gradient past a layer."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import gradients
from gradsim.engine.forward import ForwardPass
from gradsim.engine.initialization import Parameters, initialize
from gradsim.engine.measurement import measure
from gradsim.engine.network import Network
from gradsim.engine.options import Choice
from gradsim.engine.remedies.residual import Residual
from gradsim.engine.verdict.judging import Verdict, VerdictKind, judge
from tests.engine.networks import network_of, pass_of

NO_BIAS = Choice("zeros")
FORMS = [Residual(), Residual(form="pre"), Residual(scale=0.5)]
BRANCHES = [*FORMS[:1], FORMS[2]]


def with_layer(network: Network, number: int, **changes: object) -> Network:
    layers = list(network.layers)
    layers[number - 1] = replace(layers[number - 1], **changes)
    return replace(network, layers=tuple(layers))


def verdict_on(result: ForwardPass, quantity: str = "weight_gradient") -> Verdict:
    return judge(measure(result), result.network, result.parameters, quantity)


def all_zero(result: ForwardPass, number: int) -> bool:
    return not gradients(result).weight(number).any()


@pytest.mark.parametrize("residual", FORMS)
@pytest.mark.parametrize("normalization", [None, Choice("layer_norm"), Choice("batch_norm")])
def test_zero_weights_that_a_residual_connection_leads_past_are_no_zero(
    residual: Residual, normalization: Choice | None
) -> None:
    plain = network_of(4, [4, 4, 4, 1], bias=NO_BIAS)
    zeros = with_layer(plain, 2, weights=Choice("zeros"), normalization=normalization)
    assert verdict_on(pass_of(zeros)).kind is VerdictKind.ZERO
    passed = pass_of(with_layer(zeros, 2, residual=residual))
    assert not all_zero(passed, 1)
    assert verdict_on(passed).kind is not VerdictKind.ZERO


@pytest.mark.parametrize("residual", FORMS)
def test_zero_weights_with_no_way_past_them_are_named_and_advised_alone(residual: Residual) -> None:
    network = network_of(4, [4, 4, 4, 1], weights=Choice("zeros"), bias=Choice("normal"))
    network = with_layer(network, 1, weights=Choice("glorot_normal"))
    network = with_layer(with_layer(network, 4, residual=residual, units=4), 2, residual=residual)
    passed = pass_of(network)
    verdict = verdict_on(passed)
    assert (verdict.kind, verdict.worst_layer) == (VerdictKind.ZERO, 3)
    assert all_zero(passed, 1)
    assert all_zero(passed, 2)
    assert not all_zero(passed, 3)
    assert verdict.remedies[0].layers == (3,)


@pytest.mark.parametrize("residual", BRANCHES)
def test_a_dead_branch_is_told_as_one_that_a_gradient_goes_past(residual: Residual) -> None:
    network = network_of(4, [4, 4, 4, 1], ["tanh", "relu", "tanh", "identity"])
    network = with_layer(network, 2, bias=Choice.of("constant", value=-50.0))
    verdict = verdict_on(pass_of(network))
    assert (verdict.variant, verdict.worst_layer) == ("silent", 2)
    passed = pass_of(with_layer(network, 2, residual=residual))
    assert all_zero(passed, 2)
    assert not all_zero(passed, 1)
    verdict = verdict_on(passed)
    assert (verdict.kind, verdict.variant, verdict.worst_layer) == (VerdictKind.DEAD, "branch", 2)
    assert verdict.text == (
        "Layer 2 is a dead branch: every ∂C/∂z and ∂C/∂W there is exactly 0. The way past it "
        "stays open."
    )


def test_a_layer_that_blocks_is_named_before_a_dead_branch_above_it() -> None:
    network = network_of(4, [4, 4, 4, 1], ["relu", "tanh", "relu", "identity"])
    for number in (1, 3):
        network = with_layer(network, number, bias=Choice.of("constant", value=-50.0))
    verdict = verdict_on(pass_of(with_layer(network, 3, residual=Residual())))
    assert (verdict.variant, verdict.worst_layer) == ("silent", 1)


def test_no_way_past_is_told_where_nothing_arrives() -> None:
    # δ³ meets only the column of W³ that is 0 for one unit, whose δ is all that is left.
    network = network_of(2, [2, 2, 2], ["tanh", "tanh", "relu"])
    network = with_layer(network, 2, residual=Residual())
    drawn = initialize(network, 0)
    last = np.array([[0.0, 0.0], [1.0, 1.0]])
    biases = (*drawn.biases[:2], np.array([1.0, -50.0]))
    parameters = Parameters((*drawn.weights[:2], last), biases, drawn.remedies)
    verdict = verdict_on(pass_of(network, parameters=parameters))
    assert (verdict.kind, verdict.variant, verdict.worst_layer) == (VerdictKind.DEAD, "silent", 2)
