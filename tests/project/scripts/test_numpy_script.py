"""The NumPy scripts run clean, and every number in them can fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.forward import forward
from gradsim.engine.initialization import TypedLayer, initialize
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.project.scripts.activation_code import HELPERS, code_of
from gradsim.project.scripts.cost_code import COST_CODES
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.project.scripts.recipe import MAXIMUM_GIVEN
from tests.project.scripts.walks import Lens, recipe_of_preset, recipe_over, run, small_pass

LENSES: tuple[Lens, ...] = ("forward", "layer", "parameter")
WEIGHT = ParameterAddress("w", 2, 1, 2)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize(
    "name", ["first_look", "scalar_chain", "mazur", "single_neuron", "zero_initialization"]
)
def test_the_script_of_a_preset_runs_clean(name: str, lens: Lens) -> None:
    assert run(numpy_script(recipe_of_preset(name, lens))) > 2


@pytest.mark.parametrize("lens", ["forward", "layer"])
def test_a_batch_is_recomputed_as_a_mean(lens: Lens) -> None:
    assert run(numpy_script(recipe_of_preset("first_look", lens, None))) > 10


@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_and_cost_is_recomputed(activation: str, cost: str) -> None:
    for std in (0.7, 1.5):
        passed = small_pass(activation, cost, std)
        run(numpy_script(recipe_over(passed, "parameter", WEIGHT)))
        run(numpy_script(recipe_over(small_pass(activation, cost, std, 2), "layer")))


def test_every_activation_and_cost_has_its_code() -> None:
    assert all(code_of(Choice(name)) for name in ACTIVATIONS)
    assert set(COST_CODES) == set(COSTS)
    used = {need for name in ACTIVATIONS for need in code_of(Choice(name)).needs}
    used |= {need for cost in COST_CODES.values() for need in cost.needs}
    assert used <= set(HELPERS)


@pytest.mark.parametrize(
    "choice",
    [Choice.of("leaky_relu", slope=0.3), Choice.of("elu", alpha=0.4), Choice.of("celu", alpha=2.5)],
)
def test_options_are_put_in(choice: Choice) -> None:
    layers = (Layer(3, choice, id=1), Layer(2, choice, id=2))
    network = Network(2, layers)
    passed = forward(network, initialize(network, 3), np.array([[0.5, -1.5]]), np.zeros((1, 2)))
    run(numpy_script(recipe_over(passed, "layer")))


@pytest.mark.parametrize("lens", ["layer", "parameter"])
def test_every_compared_number_can_fail(lens: Lens) -> None:
    source = numpy_script(recipe_of_preset("mazur", lens))
    checks = re.findall(r"^check\(.*\)$", source, re.M)
    assert len(checks) > 10
    for check in checks:
        wrong = re.sub(r"(\d+\.\d+)(\]*)(, [a-z]+=.*)?\)$", r"\g<1>1e-2\2\3)", check)
        number = re.search(r"(-?\d+\.\d+(?:e-?\d+)?)\]*(?:, [a-z]+=.*)?\)$", check)
        assert number is not None
        off = repr(float(number[1]) * 1.00001 + 1e-6)
        wrong = check[: number.start(1)] + off + check[number.end(1) :]
        with pytest.raises(AssertionError):
            run(source.replace(check, wrong, 1))


def test_the_path_is_one_of_those_that_add_up_to_the_gradient() -> None:
    source = numpy_script(recipe_of_preset("mazur", "parameter"))
    assert "itertools.product(range(2))" in source
    assert 'check("running product"' in source


def deep_chain(depth: int, activation: str = "sigmoid") -> Network:
    layers = tuple(Layer(1, Choice(activation), id=number) for number in range(1, depth + 1))
    return Network(1, layers)


@pytest.mark.parametrize("lens", ["layer", "parameter"])
def test_products_below_every_float_are_compared_beside_a_power_of_two(lens: Lens) -> None:
    network = deep_chain(800)
    passed = forward(network, initialize(network, 1), np.array([[0.5]]), np.array([[1.0]]))
    address = ParameterAddress("w", 1, 1, 1) if lens == "parameter" else None
    recipe = recipe_over(passed, lens, address)
    assert recipe.deep
    assert run(numpy_script(recipe)) > 2000


def test_a_network_too_large_for_a_script_is_refused_with_the_numbers() -> None:
    network = Network(200, (Layer(200, id=1),))
    passed = forward(network, initialize(network, 1), np.ones((1, 200)), np.ones((1, 200)))
    with pytest.raises(Problem, match=f"40600 are too many, the most is {MAXIMUM_GIVEN}"):
        numpy_script(recipe_over(passed, "layer"))


def test_an_overflowed_forward_pass_is_refused_by_its_layer() -> None:
    network = Network(1, (Layer(1, Choice("elu"), id=1), Layer(1, Choice("elu"), id=2)))
    huge = TypedLayer(np.array([[1e200]]), np.array([0.0]))
    parameters = initialize(network, 1, typed=(huge, huge))
    passed = forward(network, parameters, np.array([[1.0]]), np.array([[1.0]]))
    with pytest.raises(Problem, match="In layer 2 a number lies beyond every float"):
        numpy_script(recipe_over(passed, "forward"))


def test_an_overflowed_cost_is_not_laid_on_a_layer() -> None:
    network = Network(1, (Layer(1, Choice("sigmoid"), id=1),))
    passed = forward(network, initialize(network, 1), np.ones((1, 1)), np.full((1, 1), 1e200))
    with pytest.raises(Problem, match=r"^The cost lies beyond every float"):
        numpy_script(recipe_over(passed, "forward"))


def test_a_title_can_neither_end_its_comment_nor_begin_code() -> None:
    recipe = replace(
        recipe_of_preset("mazur", "layer"), title='"""\nraise SystemExit\r\u2028x = 1 \\'
    )
    source = numpy_script(recipe)
    assert run(source) > 10
    assert source.splitlines()[0].startswith("# ")


def test_the_script_runs_by_itself_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "sheet.py"
    file.write_bytes(numpy_script(recipe_of_preset("first_look", "parameter"), file.name).encode())
    done = subprocess.run(
        [sys.executable, "-W", "error", file.name], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.split()[1:] == [b"checks", b"passed"]
    assert done.stderr == b""
    assert f"python {file.name}" in file.read_text(encoding="utf-8")
