"""The way back through remedies, against central differences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Network, Parameters, chain_factors, forward, gradients, measure
from gradsim.engine.chain import REMEDY_KINDS, FactorKind
from tests.engine.remedies.remedied_networks import NETWORKS, Array, data, parameters

_STEP = 1e-6


def _cost(network: Network, numbers: Parameters) -> float:
    return float(forward(network, numbers, *data()).cost)


def _difference(
    network: Network, numbers: Parameters, values: Array, put: Callable[[Array], Parameters]
) -> Array:
    found = np.empty(values.shape)
    for place in np.ndindex(values.shape):
        ends = []
        for step in (_STEP, -_STEP):
            moved = values.copy()
            moved[place] += step
            ends.append(_cost(network, put(moved)))
        found[place] = (ends[0] - ends[1]) / (2 * _STEP)
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_gradients_are_the_slopes_of_the_cost(name: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    found = gradients(forward(network, numbers, *data()))
    for index in range(network.depth):

        def with_weights(moved: Array, index: int = index) -> Parameters:
            weights = list(numbers.weights)
            weights[index] = moved
            return replace(numbers, weights=tuple(weights))

        def with_biases(moved: Array, index: int = index) -> Parameters:
            biases = list(numbers.biases)
            biases[index] = moved
            return replace(numbers, biases=tuple(biases))

        expected = _difference(network, numbers, numbers.weights[index], with_weights)
        np.testing.assert_allclose(found.weight(index + 1), expected, atol=2e-8)
        expected = _difference(network, numbers, numbers.biases[index], with_biases)
        np.testing.assert_allclose(found.bias(index + 1), expected, atol=2e-8)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("which", ["scale", "shift"])
def test_gradients_of_gamma_and_beta_are_the_slopes_of_the_cost(name: str, which: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    passed = gradients(forward(network, numbers, *data()))
    found = passed.scales if which == "scale" else passed.shifts
    learned = {
        index + 1
        for index, values in enumerate(numbers.remedies)
        if values is not None and getattr(values, which) is not None
    }
    assert set(found) == learned
    for number in learned:

        def put(moved: Array, number: int = number) -> Parameters:
            remedies = list(numbers.remedies)
            values = remedies[number - 1]
            assert values is not None
            remedies[number - 1] = replace(values, **{which: moved})
            return replace(numbers, remedies=tuple(remedies))

        values = numbers.remedies[number - 1]
        expected = _difference(network, numbers, getattr(values, which), put)
        np.testing.assert_allclose(found[number].array, expected, atol=2e-8)


@pytest.mark.parametrize("name", NETWORKS)
def test_the_parts_add_up_to_what_lies_between_the_output_and_the_first_layer(name: str) -> None:
    network = NETWORKS[name]
    measured = measure(forward(network, parameters(network), *data()))
    columns = measured.columns
    whole = columns.log10("delta", "l2")[0] - measured.output_gradient.log10_l2
    parts = columns.activation.sum() + columns.weights.sum() + columns.remedies.sum()
    assert parts == pytest.approx(whole, abs=1e-12)
    assert columns.own is not None
    first = columns.log10("activation_gradient", "l2")[0] - measured.output_gradient.log10_l2
    assert sum(float(each[1:].sum()) for each in columns.own) == pytest.approx(first, abs=1e-12)


@pytest.mark.parametrize("name", NETWORKS)
def test_the_statistics_are_those_of_the_factors(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    factors = list(chain_factors(passed))
    measured = measure(passed, factors=factors)
    for factor in factors:
        layer = measured.layers[factor.layer - 1]
        if factor.kind is FactorKind.weights:
            assert layer.weight_gradient.value("l2") == pytest.approx(
                np.linalg.norm(factor.product), rel=1e-12
            )
            assert layer.delta.value("l2") == pytest.approx(
                np.linalg.norm(factor.upstream), rel=1e-12
            )
        elif factor.kind is FactorKind.bias:
            assert layer.bias_gradient.value("l2") == pytest.approx(
                np.linalg.norm(factor.product), rel=1e-12
            )
    for number, layer in enumerate(measured.layers, 1):
        activation = passed.layers[number - 1].activation
        assert layer.activation_mean == pytest.approx(activation.mean(), abs=1e-12)
        assert layer.activation_std == pytest.approx(activation.std(), rel=1e-9)


@pytest.mark.parametrize("name", NETWORKS)
def test_each_factor_meets_what_the_one_before_it_left(name: str) -> None:
    network = NETWORKS[name]
    factors = list(chain_factors(forward(network, parameters(network), *data())))
    carried = factors[0].product
    side = {
        FactorKind.weights,
        FactorKind.bias,
        FactorKind.normalization_scale,
        FactorKind.normalization_shift,
    }
    for factor in factors[1:]:
        np.testing.assert_array_equal(factor.upstream, carried)
        if factor.kind not in side:
            carried = factor.product
    brings_none = name == "dropout evaluated"
    assert bool({factor.kind for factor in factors} & REMEDY_KINDS) is not brings_none


@pytest.mark.parametrize("name", NETWORKS)
def test_an_ensemble_is_its_members(name: str) -> None:
    from gradsim.engine import initialize

    network = NETWORKS[name]
    seeds = [3, 4, 5]
    together = measure(forward(network, initialize(network, seeds), *data()))
    for member, seed in enumerate(seeds):
        alone = measure(forward(network, initialize(network, seed), *data()))
        for one, many in zip(alone.layers, together.layers, strict=True):
            assert many.weight_gradient.log10_l2[member] == pytest.approx(
                float(one.weight_gradient.log10_l2), abs=1e-12
            )
            for part in ("activation_log10", "weights_log10", "remedies_log10"):
                assert getattr(many.attribution, part)[member] == pytest.approx(
                    float(getattr(one.attribution, part)), abs=1e-11
                )
            assert one.saturated_fraction is not None
            assert many.saturated_fraction is not None
            assert many.saturated_fraction.shape == (len(seeds),)
            assert many.saturated_fraction[member] == one.saturated_fraction
