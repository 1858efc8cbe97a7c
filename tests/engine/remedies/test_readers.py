"""What else reads a pass through remedies: the check, the tangent, Jacobians, the trace."""

from __future__ import annotations

import json

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Problem, chain_factors, forward, gradients
from gradsim.engine.checks.finite_differences import DifferenceState, finite_difference
from gradsim.engine.checks.gradient_check import check
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.local_factors import single_sample
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.precision import precision_profile
from gradsim.engine.spectra.gradient_spectra import gradient_spectra
from gradsim.engine.spectra.jacobians import jacobian_factors
from gradsim.engine.tangent import Direction, tangent
from gradsim.engine.theory.conditions import obstacle
from gradsim.engine.trace import trace_batch, trace_sample
from gradsim.engine.training import Plan, Trainer
from gradsim.engine.update import Moved, Step, after, predicted_change
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

UNCOUPLED = [name for name, network in NETWORKS.items() if not network.couples_samples]


@pytest.mark.parametrize("name", NETWORKS)
def test_the_gradient_check_passes(name: str) -> None:
    network = NETWORKS[name]
    found = check(network, parameters(network), *data())
    assert found.passed
    assert found.checked == found.total
    learned = sum(
        0
        if each is None or each.scale is None
        else each.scale.size + (each.shift is not None) * each.scale.size
        for each in parameters(network).remedies
    )
    assert found.total == network.parameter_count + learned
    assert found.end_to_end.checked > 0


@pytest.mark.parametrize("name", ["batch_norm", "all, pre", "every kind"])
def test_the_gradient_check_finds_a_wrong_rule(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from gradsim.engine.remedies import normalization

    network = NETWORKS[name]
    right = normalization.scaled_back

    def wrong(g, normalized, axis, *, centered):  # type: ignore[no-untyped-def]
        return right(g, replace(normalized, coupled=False), axis, centered=centered)

    for module in ("batch_norm", "layer_norm", "rms_norm"):
        monkeypatch.setattr(f"gradsim.engine.remedies.{module}.scaled_back", wrong)
    assert not check(network, parameters(network), *data()).passed


@pytest.mark.parametrize("name", NETWORKS)
def test_a_difference_of_the_cost_agrees(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    for address in (ParameterAddress("w", 1, 2, 3), ParameterAddress("b", 1, 2, 0)):
        found = finite_difference(passed, address)
        assert found.state in (DifferenceState.AGREES, DifferenceState.UNRESOLVABLE)


@pytest.mark.parametrize("name", NETWORKS)
def test_forward_and_backward_mode_agree(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    found = gradients(passed)
    rng = np.random.default_rng(5)
    weights = {n: rng.normal(size=passed.parameters.weights[n - 1].shape) for n in (1, 2)}
    biases = {2: rng.normal(size=passed.parameters.biases[1].shape)}
    expected = sum(float((found.weight(n) * d).sum()) for n, d in weights.items())
    expected += float((found.bias(2) * biases[2]).sum())
    moved = tangent(passed, Direction(weights, biases))
    assert moved.cost.value == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("name", UNCOUPLED)
def test_the_jacobians_carry_the_gradient_back(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    factors = list(chain_factors(passed, batch_mean=False))
    arriving = factors[0].product[1]
    for number in range(network.depth, 1, -1):
        for factor in jacobian_factors(passed, number, 1):
            arriving = arriving * factor if factor.ndim == 1 else arriving @ factor
        left = [each for each in factors if each.layer == number][-1].product[1]
        np.testing.assert_allclose(arriving, left, rtol=1e-10, atol=1e-13)
    assert len(gradient_spectra(passed).layers) == network.depth


@pytest.mark.parametrize("name", ["batch_norm", "every kind", "all, post"])
def test_samples_that_batch_normalization_couples_are_not_taken_apart(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    for read in (lambda: gradient_spectra(passed), lambda: trace_sample(passed, 2)):
        with pytest.raises(Problem, match="ties the samples"):
            read()


@pytest.mark.parametrize("name", NETWORKS)
def test_the_trace_is_plain_json_of_the_factors(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    batch = json.loads(json.dumps(trace_batch(passed)))
    assert [each["kind"] for each in batch["factors"]] == [
        str(factor.kind) for factor in chain_factors(passed)
    ]
    if name in UNCOUPLED:
        alone = json.loads(json.dumps(trace_sample(passed, 2)))
        assert alone["forward"][-1]["a"] == pytest.approx(passed.output.activation[1].tolist())


@pytest.mark.parametrize("name", NETWORKS)
def test_one_step_down_the_gradient_does_what_the_gradient_said(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    found, step = gradients(passed), Step(1e-6)
    change = float(after(passed, found, step).cost) - float(passed.cost)
    assert change == pytest.approx(predicted_change(found, step).value, rel=1e-4)


@pytest.mark.parametrize(
    "name", [n for n, each in NETWORKS.items() if each.mode == "train" and "dropout" not in n]
)
def test_a_step_of_all_parameters_is_a_step_of_training(name: str) -> None:
    """Running statistics included, wherever training has the same masks."""
    network = NETWORKS[name]
    if any(layer.dropout for layer in network.layers):
        pytest.skip("training draws other masks")
    numbers = parameters(network)
    passed = forward(network, numbers, *data())
    moved = after(passed, gradients(passed), Step(0.1)).parameters
    trainer = Trainer(network, numbers, *data(), Plan(rate=0.1))
    assert trainer.step() is not None
    for index, (one, other) in enumerate(
        zip(moved.remedies, trainer.parameters.remedies, strict=True)
    ):
        np.testing.assert_allclose(
            moved.weights[index], trainer.parameters.weights[index], rtol=1e-11, atol=1e-13
        )
        for part in ("scale", "shift", "running_mean", "running_variance"):
            left, right = getattr(one, part, None), getattr(other, part, None)
            assert (left is None) == (right is None)
            if left is not None:
                np.testing.assert_allclose(left, right, rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("moved", [Moved.WEIGHTS, Moved.PARAMETER])
def test_a_step_of_some_parameters_leaves_the_rest_of_the_remedies(moved: Moved) -> None:
    network = NETWORKS["every kind"]
    passed = forward(network, parameters(network), *data())
    step = Step(0.1, moved, ParameterAddress("w", 2, 1, 1))
    there = after(passed, gradients(passed), step)
    assert there.parameters.remedies == passed.parameters.remedies


def test_what_is_not_known_of_remedies_is_said_so() -> None:
    network = NETWORKS["layer_norm"]
    with pytest.raises(Problem, match="different ways"):
        precision_profile(network, parameters(network), *data(), "float16")
    found = obstacle(network.__class__(3, network.layers, "probe"))
    assert found is not None
    assert (str(found.obstacle), found.layer) == ("remedies", 1)


@pytest.mark.parametrize("name", UNCOUPLED)
@pytest.mark.parametrize("address", ["w:1:2:3", "b:2:1", "w:3:2:4", "b:1:4"])
def test_paths_through_remedies_add_up_to_the_gradient(name: str, address: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    place = ParameterAddress.parse(address)
    found = parameter_paths(passed, 2, place, 1_000)
    one = gradients(single_sample(passed, 2), batch_mean=False)
    array = one.weight(place.layer) if place.kind == "w" else one.bias(place.layer)
    where = (place.unit - 1, place.source - 1) if place.kind == "w" else (place.unit - 1,)
    assert found.value == pytest.approx(float(array[where]), rel=1e-12)
    total = sum(path.contribution for path in found.paths)
    assert total + found.rest == pytest.approx(found.value, rel=1e-10, abs=1e-13)
    for path in found.paths:
        product = np.prod([factor.value for factor in path.factors])
        assert product == pytest.approx(path.contribution, rel=1e-12, abs=1e-300)


def test_a_layer_normalization_branches_through_its_full_jacobian() -> None:
    network = NETWORKS["layer_norm"]
    passed = forward(network, parameters(network), *data())
    found = parameter_paths(passed, 1, ParameterAddress("w", 1, 1, 1), 1_000)
    # Down from 2 outputs: 4 units a, each from 4 z, of layer 2; 4 units a of layer 1, one z.
    assert found.paths_total == 2 * 4 * 4 * 4
    assert len(found.paths) == found.paths_total


@pytest.mark.parametrize("name", ["dropout", "batch_norm evaluated"])
def test_what_acts_on_each_unit_alone_branches_no_further(name: str) -> None:
    network = NETWORKS[name]
    passed = forward(network, parameters(network), *data())
    found = parameter_paths(passed, 1, ParameterAddress("w", 1, 1, 1), 1_000)
    assert found.paths_total == 2 * 4
