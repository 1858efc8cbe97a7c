"""γ and β against differences of the cost, wherever a layer has them."""

from __future__ import annotations

import pytest

from gradsim.engine import forward
from gradsim.engine.checks.finite_differences import DifferenceState, finite_difference
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.drawing import units_normalized_by
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

NORMALIZED = [
    name for name, built in NETWORKS.items() if any(layer.normalization for layer in built.layers)
]


@pytest.mark.parametrize("name", NORMALIZED)
def test_every_scale_and_shift_agrees_with_a_difference_of_the_cost(name: str) -> None:
    built = NETWORKS[name]
    passed = forward(built, parameters(built), *data())
    for number, layer in enumerate(built.layers, start=1):
        if layer.normalization is None:
            continue
        letters = "γβ" if normalization_of(layer.normalization).shifts else "γ"
        for letter in letters:
            for unit in range(1, units_normalized_by(layer, built.fan_in(number)) + 1):
                found = finite_difference(passed, ParameterAddress(letter, number, unit))
                assert found.state is DifferenceState.AGREES
                larger = max(abs(found.value), abs(found.engine))
                assert abs(found.value - found.engine) < max(1e-8 * larger, 1e-12)
