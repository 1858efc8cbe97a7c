"""The PyTorch scripts of walks run clean, autograd included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.remedies import Residual
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.project.scripts.torch_script import torch_script
from tests.engine.remedies.remedied_networks import BATCH, LAYER, RMS, hidden, network
from tests.project.scripts.test_remedied_scripts import passed_over
from tests.project.scripts.walks import Lens, recipe_of_preset, recipe_over, run, small_pass

pytest.importorskip("torch")
pytestmark = pytest.mark.oracle


@pytest.mark.parametrize("lens", ["forward", "layer", "parameter"])
@pytest.mark.parametrize("name", ["first_look", "scalar_chain", "mazur", "zero_initialization"])
def test_the_script_of_a_preset_runs_clean(name: str, lens: Lens) -> None:
    assert run(torch_script(recipe_of_preset(name, lens))) > 2


@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_and_cost_agrees_with_autograd(activation: str, cost: str) -> None:
    passed = small_pass(activation, cost)
    weight = ParameterAddress("w", 2, 1, 2)
    run(torch_script(recipe_over(passed, "parameter", weight)))
    run(torch_script(recipe_over(small_pass(activation, cost, samples=2), "layer")))


@pytest.mark.parametrize("normalization", [None, LAYER, RMS, BATCH])
@pytest.mark.parametrize("dropout", [0.0, 0.3])
@pytest.mark.parametrize("form", ["pre", "post"])
@pytest.mark.parametrize("mode", ["train", "evaluate"])
def test_a_connection_past_the_first_layer_agrees_with_autograd(
    mode: str, form: Literal["pre", "post"], dropout: float, normalization: Choice | None
) -> None:
    """Before W, f takes the inputs, of which nothing is learned, and so has no gradient kept."""
    first = hidden(normalization=normalization, residual=Residual(0.5, form), dropout=dropout)
    built = network(first, hidden(), mode=mode)
    passed = passed_over(built, 6)
    recipe = recipe_over(passed, "layer")
    assert run(torch_script(recipe)) > run(numpy_script(recipe)) + 10
    if not built.couples_samples:
        alone = passed_over(built, 1)
        for address in ("w:1:1:2", "b:1:3", "w:2:1:1"):
            place = ParameterAddress.parse(address)
            recipe = recipe_over(alone, "parameter", place)
            assert run(torch_script(recipe)) > run(numpy_script(recipe))


def test_the_script_runs_by_itself_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "sheet.py"
    file.write_bytes(torch_script(recipe_of_preset("mazur", "parameter"), file.name).encode())
    done = subprocess.run(
        [sys.executable, file.name], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"checks passed" in done.stdout
    assert b"autograd" in file.read_bytes()
