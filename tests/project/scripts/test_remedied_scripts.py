"""Scripts of networks with remedies run clean in both libraries, and every check can fail."""

from __future__ import annotations

import re

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import Residual
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.project.scripts.torch_script import torch_script
from tests.engine.remedies.remedied_networks import (
    BATCH,
    LAYER,
    NETWORKS,
    data,
    hidden,
    network,
    parameters,
)
from tests.project.scripts.walks import Lens, recipe_over, run


def passed_over(built: Network, samples: int) -> ForwardPass:
    return forward(built, parameters(built), *data(samples))


@pytest.mark.parametrize("lens", ["forward", "layer"])
@pytest.mark.parametrize("name", NETWORKS)
def test_every_remedy_is_recomputed_with_numpy(name: str, lens: Lens) -> None:
    built = NETWORKS[name]
    coupled = not built.evaluating and any(layer.normalization == BATCH for layer in built.layers)
    for samples in (6,) if coupled else (1, 6):
        assert run(numpy_script(recipe_over(passed_over(built, samples), lens))) > 6


@pytest.mark.parametrize("name", ["all, post", "all, pre", "residual, projected", "every kind"])
def test_autograd_finds_the_same_gradients(name: str) -> None:
    recipe = recipe_over(passed_over(NETWORKS[name], 6), "layer")
    source = torch_script(recipe)
    pytest.importorskip("torch")
    assert run(source) > run(numpy_script(recipe)) + 10
    assert re.search(r"gamma\d\.grad", source) or "projected" in name


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "softmax"])
def test_every_activation_takes_what_a_normalization_made(activation: str) -> None:
    unit = replace(hidden(normalization=LAYER, residual=Residual(0.5, "pre")),
                   activation=Choice(activation))  # fmt: skip
    run(numpy_script(recipe_over(passed_over(network(hidden(), unit, unit), 3), "layer")))


@pytest.mark.parametrize(
    ("last", "cost"), [("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy")]
)
def test_a_fused_output_stays_fused_above_remedies(last: str, cost: str) -> None:
    below = hidden(normalization=BATCH, residual=Residual(1.0, "post"))
    layers = (hidden(), below, Layer(2, Choice(last)))
    numbered = tuple(replace(layer, id=i + 1) for i, layer in enumerate(layers))
    built = Network(3, numbered, cost)
    inputs, targets = data(6)
    targets = targets / targets.sum(axis=1, keepdims=True)
    passed = forward(built, parameters(built), inputs, targets)
    source = numpy_script(recipe_over(passed, "layer"))
    assert "delta(z3, y)" in source
    run(source)


def test_every_compared_number_of_a_remedy_can_fail() -> None:
    source = numpy_script(recipe_over(passed_over(NETWORKS["every kind"], 6), "layer"))
    checks = list(re.finditer(r"^check\([^\[]*?, [^\[]*?,\s*[\[\s]*(-?[\d.e-]+)", source, re.M))
    assert len(checks) > 40
    for found in checks:
        other = repr(float(found[1]) * (1 + 1e-5) + 1e-7)
        changed = source[: found.start(1)] + other + source[found.end(1) :]
        with pytest.raises(AssertionError):
            run(changed)


def test_the_mask_is_written_out_and_gamma_and_beta_are_given() -> None:
    source = numpy_script(recipe_over(passed_over(NETWORKS["all, pre"], 2), "forward"))
    for name in ("m1", "gamma2", "beta3"):
        assert re.search(rf"^{name} = np\.array\(", source, re.M)
    assert "P1" in source
    kept = re.search(r"^m1 = np\.array\((.*), dtype=float\)$", source, re.M)
    assert kept is not None
    assert set(re.findall(r"[\d.]+", kept[1])) <= {"0.0", "1.4285714285714286"}


def test_numbers_beyond_floats_are_refused_in_a_sentence() -> None:
    tiny = Layer(4, Choice("sigmoid"), Choice.of("normal", std=1e-160), id=1)
    built = network(hidden(residual=Residual(1.0, "post")), tiny, tiny, tiny)
    passed = forward(built, parameters(built), *data(2))
    with pytest.raises(Problem, match="beyond every float"):
        numpy_script(recipe_over(passed, "layer"))
    assert np.isfinite(passed.cost)


@pytest.mark.parametrize("choice", [BATCH, LAYER])
def test_through_many_normalizations_the_checks_stay_sharp(choice: Choice) -> None:
    built = network(*[hidden(normalization=choice)] * 20)
    source = numpy_script(recipe_over(passed_over(built, 6), "layer"))
    run(source)
    rooms = [float(found) for found in re.findall(r"rounding=([\d.e-]+)", source)]
    assert max(rooms) < 1e-9


@pytest.mark.parametrize("address", ["w:1:2:1", "b:2:3", "w:2:1:4", "γ:1:2", "β:2:3", "γ:2:1"])
@pytest.mark.parametrize("name", [each for each in NETWORKS if not NETWORKS[each].couples_samples])
def test_a_path_through_remedies_is_recomputed_factor_by_factor(name: str, address: str) -> None:
    place = ParameterAddress.parse(address)
    layer = NETWORKS[name].layers[place.layer - 1]
    if place.kind in ("γ", "β") and layer.normalization is None:
        return
    if place.kind == "β" and layer.normalization == Choice("rms_norm"):
        return
    passed = passed_over(NETWORKS[name], 1)
    recipe = recipe_over(passed, "parameter", place)
    assert recipe.paths is not None
    for index, path in enumerate(recipe.paths.paths):
        walked = replace(recipe, path_index=index,
                         symbols=tuple(each.symbol for each in path.factors),
                         shown=(("0", "0"),) * len(path.factors))  # fmt: skip
        source = numpy_script(walked)
        assert run(source) > len(path.factors)
        assert source.count("product = ") == len(path.factors)


@pytest.mark.parametrize("name", ["all, pre", "residual, projected", "rms_norm"])
def test_autograd_finds_the_gradient_that_a_path_belongs_to(name: str) -> None:
    passed = passed_over(NETWORKS[name], 1)
    learned = ("W2", "gamma2")[: 1 if passed.network.layers[1].normalization is None else 2]
    for place, own in zip((ParameterAddress("w", 2, 1, 2), ParameterAddress("γ", 2, 3)), learned,
                          strict=False):  # fmt: skip
        source = torch_script(recipe_over(passed, "parameter", place))
        pytest.importorskip("torch")
        assert run(source) > 10
        assert f"{own}.grad" in source
        assert "W1.grad" not in source


def test_every_compared_number_of_a_path_can_fail() -> None:
    recipe = recipe_over(passed_over(NETWORKS["all, pre"], 1), "parameter",
                         ParameterAddress("w", 1, 1, 2))  # fmt: skip
    source = numpy_script(recipe)
    begin = source.index("The path, factor by factor")
    compared = re.finditer(r"^check\(.*, (-?[\d.e-]+)(, rounding=.*)?\)$", source, re.M)
    checks = [each for each in compared if each.start() > begin]
    assert len(checks) > 10
    for found in checks:
        value = float(found.group(1))
        wrong = source[: found.start(1)] + repr(value * 1.01 + 1e-6) + source[found.end(1) :]
        with pytest.raises(AssertionError):
            run(wrong)
