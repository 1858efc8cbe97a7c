"""Claims about zeros in layers with remedies: which are 0, and which only look so."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice, Layer, Network, forward, initialize, measure
from gradsim.engine.remedies import RemedyValues
from gradsim.engine.scaling import State
from gradsim.engine.symmetry.killing import scalar_zero_state
from tests.engine.remedies.remedied_networks import BATCH, LAYER, RMS, data, hidden, network


def _states(built: Network, remedies: RemedyValues | None = None, **drawn: Any) -> list[State]:
    """The states of ∂C/∂W in layers 1, 2, …; `remedies` are layer 2's values."""
    parameters = initialize(built, 7, **drawn)
    if remedies is not None:
        given = list(parameters.remedies)
        given[1] = remedies
        parameters = replace(parameters, remedies=tuple(given))
    measured = measure(forward(built, parameters, *data()))
    return [layer.weight_gradient.state for layer in measured.layers]  # type: ignore[misc]


@pytest.mark.parametrize("choice", [BATCH, LAYER, RMS])
def test_what_a_gamma_of_0_leaves_is_0(choice: Choice) -> None:
    built = network(hidden(), hidden(normalization=choice))
    silent = RemedyValues(np.zeros(4), None if choice is RMS else np.zeros(4))
    assert _states(built, silent)[2] is State.zero


@pytest.mark.parametrize("choice", [BATCH, LAYER, RMS])
def test_what_a_tiny_gamma_leaves_is_not_0(choice: Choice) -> None:
    built = network(hidden(), hidden(normalization=choice))
    tiny = RemedyValues(np.full(4, 1e-320), None if choice is RMS else np.zeros(4))
    assert _states(built, tiny)[2] is State.underflow


def test_one_unit_less_its_own_mean_is_0_whatever_comes_in() -> None:
    built = network(hidden(), replace(hidden(normalization=LAYER), units=1))
    assert _states(built)[2] is State.zero
    passed = forward(built, initialize(built, 7), *data())
    assert scalar_zero_state(passed, "normalization", 2, 1) is State.zero


@pytest.mark.parametrize("choice", [BATCH, RMS])
def test_one_unit_that_is_not_its_own_mean_is_not_called_0(choice: Choice) -> None:
    built = network(hidden(), replace(hidden(normalization=choice), units=1))
    passed = forward(built, initialize(built, 7), *data())
    assert scalar_zero_state(passed, "normalization", 2, 1) is State.underflow


def _all_dropped(activation: str) -> Network:
    """A layer of one unit that is dropped in every one of the first two samples."""
    built = network(hidden(), Layer(1, Choice(activation), dropout=0.9))
    first, dropped, last = built.layers
    for number in range(4, 100):
        built = replace(built, layers=(first, replace(dropped, id=number), last))
        passed = forward(built, initialize(built, 7), *(each[:2] for each in data()))
        assert passed.layers[1].inner is not None
        if not np.any(passed.layers[1].inner.mask):
            return built
    raise AssertionError


@pytest.mark.parametrize("activation", ["sigmoid", "softplus", "relu"])
def test_what_dropout_silences_is_0(activation: str) -> None:
    built = _all_dropped(activation)
    passed = forward(built, initialize(built, 7), *(each[:2] for each in data()))
    assert measure(passed).layers[2].weight_gradient.state is State.zero


def test_what_saturates_behind_a_normalization_is_not_0() -> None:
    built = network(hidden(), replace(hidden(normalization=LAYER), activation=Choice("sigmoid")))
    far = RemedyValues(np.ones(4), np.full(4, -800.0))
    assert _states(built, far)[2] is State.underflow
